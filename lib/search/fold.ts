/**
 * Folds words, for readers' searches and the studio's alike: words with the same folding are one word to whoever
 * searches. å and ä are a, ö is o, capitals are small, ligatures and superscripts are plain letters and digits.
 */

/**
 * The version of this folding and of splitting a text into words (`words.ts`). Whoever changes either raises the
 * number: the index holds folded words, and an index of another version is rebuilt at the next start.
 */
export const foldingVersion = 3

/** Returns a word as the index has it. Empty where it has neither letters nor digits. */
export const fold = (word: string): string => (/^[a-z\d]*$/.test(word) ? word : folded(word))

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Diacritic}\p{Default_Ignorable_Code_Point}\u0653-\u0655]/gu, '')
    .replace(/[^a-z\d]/gu, (letter) => undecomposed[letter] ?? letter)
    // A character that stands for a whole phrase or a fraction contains spaces and punctuation once it is decomposed.
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** Letters that Unicode does not decompose, as people write them without such a keyboard. */
const undecomposed: Record<string, string> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ŧ: 't',
  ħ: 'h',
  ŋ: 'n',
  ĸ: 'k',
  ı: 'i',
  ə: 'a',
  ɓ: 'b',
  ƈ: 'c',
  ɖ: 'd',
  ɗ: 'd',
  ɛ: 'e',
  ƒ: 'f',
  ɠ: 'g',
  ǥ: 'g',
  ɣ: 'g',
  ɨ: 'i',
  ƙ: 'k',
  ɫ: 'l',
  ɲ: 'n',
  ɔ: 'o',
  ɵ: 'o',
  ȿ: 's',
  ʉ: 'u',
  ƴ: 'y',
  ʒ: 'z',
  // Arabic letters that are written now with, now without their signs, and the line that only stretches a word.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
  ς: 'σ',
}
