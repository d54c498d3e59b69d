/**
 * Splits a text into words, folded, each with its place. Endings after an apostrophe or a colon are left out, and words
 * joined by a hyphen or the like are one word as well.
 */
import { fold } from './fold.ts'

export interface Word {
  word: string
  /** The word as it is written, in lower case. */
  written: string
  from: number
  to: number
  /**
   * Set for two words or more that a hyphen, an apostrophe or a colon joins: `epost` for `e-post`. Its words come
   * before it.
   */
  isJoined?: true
}

/** Longer than any word somebody would search for. */
const maxLength = 60
const maxJoined = 5

/** A word as it is written in a text, with soft hyphens, zero-width characters and combining accents. */
const raw = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Default_Ignorable_Code_Point}]*/gu
/** `EU:s` and `Ann’s` are found without their ending. */
const ending = /^['’‘ʼ´`′＇:](?:s|n|t|en|et|ar|er|ns|ts|ens|ets)(?![\p{L}\p{N}\p{M}])/u
const jointSigns = "-‐‑−﹣－'’‘´`′＇:"
const joint = new RegExp(`^\\p{Default_Ignorable_Code_Point}*[${jointSigns}]\\p{Default_Ignorable_Code_Point}*$`, 'u')
const ignorable = /\p{Default_Ignorable_Code_Point}/gu

const plain = (text: string): string => text.replace(ignorable, '').toLowerCase().normalize('NFC')

/** Folded words are kept, for the same ones come again and again. */
const remembered = new Map<string, Pick<Word, 'word' | 'written'>>()
const maxRemembered = 20_000

function read(word: string): Pick<Word, 'word' | 'written'> {
  const known = remembered.get(word)
  if (known) return known
  const made = {
    word: fold(word).slice(0, maxLength),
    written: plain(word).slice(0, maxLength),
  }
  if (remembered.size >= maxRemembered) remembered.clear()
  if (word.length <= maxLength) remembered.set(word, made)
  return made
}

/** Yields the words of a text in order, and after the last of those that are joined, the word they are together. */
export function* wordsIn(text: string): Generator<Word> {
  /** The end of the latest word's ending: what lies before it is not a word of its own. */
  let after = 0
  let last: Word | undefined
  /** Joined words, the latest last. */
  let chain: Word[] | undefined
  for (const match of text.matchAll(raw)) {
    const from = match.index
    const { word, written } = read(match[0])
    const here: Word = { word, written, from, to: from + match[0].length }
    if (last && isJoint(text, last.to, from)) {
      chain ??= [last]
      chain.push(here)
    } else if (chain) {
      yield* joined(chain, text)
      chain = undefined
    }
    last = here
    if (from < after || !word) continue
    after = here.to + endingAt(text, here.to)
    yield here
  }
  if (chain) yield* joined(chain, text)
}

function isJoint(text: string, from: number, to: number): boolean {
  if (to - from === 1) return jointSigns.includes(text.charAt(from))
  return to - from < 8 && joint.test(text.slice(from, to))
}

function endingAt(text: string, at: number): number {
  const sign = text[at]
  if (sign === undefined || !jointSigns.includes(sign)) return 0
  return ending.exec(text.slice(at, at + 6))?.[0].length ?? 0
}

/** Digits alone are not joined: a date or a telephone number is no other number. */
function* joined(chain: Word[], text: string): Generator<Word> {
  const [first, last] = [chain[0], chain.at(-1)]
  if (!first || !last || chain.length > maxJoined) return
  const word = chain.map((part) => part.word).join('')
  if (word.length > maxLength || /^\p{N}*$/u.test(word)) return
  const [from, to] = [first.from, last.to]
  yield { word, written: plain(text.slice(from, to)), from, to, isJoined: true }
}

/** Returns the words of a text, folded, in order. */
export const foldedWords = (text: string): string[] =>
  Array.from(wordsIn(text)).flatMap(({ word, isJoined }) => (isJoined ? [] : [word]))

/** Returns a text as searches for parts of words see it: its folded words, and after them those that are joined. */
export function foldedText(text: string): string {
  const words = [...wordsIn(text)]
  return [...words.filter((word) => !word.isJoined), ...words.filter((word) => word.isJoined)]
    .map(({ word }) => word)
    .join(' ')
}
