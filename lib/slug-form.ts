/**
 * Makes an address from a text. Latin letters are known here; those of other scripts are in a table of half a megabyte,
 * which the server always has (`slug.ts`) and a browser fetches when a text needs it.
 */

/** Writes any letter in ASCII. */
export type Transliterate = (text: string) => string

export const maxSlug = 80

/**
 * Letters of Latin alphabets that are not another letter with a mark: å is an a with a ring, but ø is a letter of its
 * own.
 */
const letters: Record<string, string> = {
  ...{ æ: 'ae', ø: 'o', œ: 'oe', ß: 'ss', þ: 'th', ð: 'd', đ: 'd' },
  ...{ ħ: 'h', ı: 'i', ł: 'l', ŋ: 'ng', ŧ: 't' },
}

/** Returns the text in lower case and without marks on Latin letters: å and ä are a, ö is o. Punctuation stays. */
const latin = (text: string): string =>
  text
    .replaceAll('\u00ad', '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\p{Script=Latin}\p{N}]/gu, (letter) => letters[letter] ?? letter.normalize('NFKD'))
    .replace(/\p{Script=Inherited}/gu, '')

const wordsIn = (ascii: string): string[] =>
  ascii
    .toLowerCase()
    .replace(/['’´`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)

const otherLetters = /(?![a-z0-9])[\p{L}\p{N}]/u

/** Whether the text has letters of another script, or nothing but punctuation: then `slugFrom` needs the table. */
export function needsTable(text: string): boolean {
  const known = latin(text)
  return otherLetters.test(known) || (wordsIn(known).length === 0 && /[^\p{ASCII}]/u.test(known))
}

/**
 * Returns a readable address from a text in any script: words joined by hyphens, at most 80 characters. Symbols are
 * left out, unless there is nothing else. Empty where nothing can be read aloud.
 */
export function slugFrom(text: string, transliterate: Transliterate): string {
  const known = latin(text)
  const read = otherLetters.test(known)
    ? known.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) => lettersOf(word, transliterate))
    : known
  const words = wordsIn(read)
  return joined(words.length ? words : wordsIn(transliterate(known)))
}

/**
 * Chinese is written without spaces, and each character is a word or the part of one. In Arabic and Hebrew the letters
 * that begin a name are often vowels, which the table leaves out.
 */
const lettersOf = (word: string, transliterate: Transliterate) =>
  transliterate(
    word
      .replace(/\p{Script=Han}/gu, ' $& ')
      .replace(/[\u0622-\u06d2\u05d0-\u05ea]/g, (letter) => vowels[letter] ?? letter),
  )

const vowels: Record<string, string> = {
  ...{ ا: 'a', آ: 'a', أ: 'a', إ: 'i', ٱ: 'a', ى: 'a', ع: 'a', ة: 'a' },
  ...{ א: 'a', ע: 'a' },
}

function joined(words: string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug ? `${slug}-${word}` : word.slice(0, maxSlug)
    if (longer.length > maxSlug) break
    slug = longer
  }
  return slug
}
