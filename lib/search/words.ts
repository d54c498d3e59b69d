/**
 * Splits texts into words as the index has them: folded, so that å and ä are a, ö is o and capitals are small, and
 * without genitive and similar endings after a colon or an apostrophe.
 */

/** Folds letters as the index does. */
export const fold = (text: string): string => (/^[a-z\d]*$/.test(text) ? text : folded(text))

const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/[øœæßðþłđı]/g, (letter) => undecomposed[letter] ?? letter)

const undecomposed: Record<string, string> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  đ: 'd',
  ı: 'i',
}

/** Longer than any word somebody would search for. */
const longestWord = 60

/**
 * A word as it is written in a text, with soft hyphens and combining accents; `EU:s` and `Ann’s` without their ending.
 */
const written = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\u00ad]*/gu
const ending = /^['’:](?:s|n|t|en|et|ar|er|ns|ts|ens|ets)(?![\p{L}\p{N}\p{M}])/u

/** Folded words are kept, for the same ones come again and again. */
const remembered = new Map<string, Pick<Word, 'word' | 'written'>>()
const mostRemembered = 20_000

function known(raw: string): Pick<Word, 'word' | 'written'> {
  const before = remembered.get(raw)
  if (before) return before
  const plain = raw.replaceAll('\u00ad', '')
  const made = {
    word: fold(plain).slice(0, longestWord),
    written: plain.toLowerCase().normalize('NFC').slice(0, longestWord),
  }
  if (remembered.size >= mostRemembered) remembered.clear()
  if (raw.length <= longestWord) remembered.set(raw, made)
  return made
}

export interface Word {
  word: string
  /** The word as it is written, in lower case. */
  written: string
  from: number
  to: number
}

/** Yields the words of a text, folded, each with its place. */
export function* wordsIn(text: string): Generator<Word> {
  let after = 0
  for (const match of text.matchAll(written)) {
    const from = match.index
    if (from < after) continue
    const to = from + match[0].length
    const next = text[to]
    after =
      to + (next === "'" || next === '’' || next === ':' ? (ending.exec(text.slice(to, to + 6))?.[0].length ?? 0) : 0)
    const { word, written } = known(match[0])
    if (word) yield { word, written, from, to }
  }
}

/** Returns the words of a text, folded, in order. */
export const foldedWords = (text: string): string[] => Array.from(wordsIn(text), ({ word }) => word)
