/**
 * The one folding of all searches, readers' and the studio's: words that are folded alike are one word to whoever searches.
 * å and ä are a, ö is o, capitals are small, ligatures and raised figures are plain letters and figures.
 */

/**
 * Which folding this is, and which way of finding the words of a text (`words.ts`). Whoever changes either raises the number:
 * the index holds folded words, and a newsroom whose index was made by another number has it made anew at the next start.
 */
export const foldingVersion = 2

/** A word as the index has it. Empty where it has neither letters nor figures. */
export const fold = (word: string): string => (/^[a-z\d]*$/.test(word) ? word : folded(word))

const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{Diacritic}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[^a-z\d]/gu, (letter) => undecomposed[letter] ?? letter)
    // What stands for a whole phrase or a fraction has spaces and signs in it once it is taken apart.
    .replace(/[^\p{L}\p{N}\p{M}]/gu, '')

/** Letters that Unicode does not take apart, as people write who do not have them on their keyboards. */
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
  ς: 'σ',
}
