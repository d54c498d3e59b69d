/**
 * Parses what a person typed into a search field as terms: words, "phrases", and excluded words, with a minus. All
 * search fields do it alike, readers' and the studio's. Nothing typed is ever an error.
 */
import { foldedText, foldedWords, wordsIn } from './words.ts'

export interface Term {
  /** One folded word, or several in their order. */
  words: string[]
  /** Other spellings of the same: `e-post` is `epost` as well, and `covid19` is `covid 19`. None for a phrase. */
  spellings: string[][]
  /** The term as it was typed. */
  typed: string
  /** Whether it was in quotation marks, and so is found exactly as it stands. */
  isPhrase: boolean
}

export interface Terms {
  wanted: Term[]
  unwanted: Term[]
}

/** Longer than anything somebody searches for: the rest of it is not looked at, and no address can hold any length. */
export const maxTyped = 300
const maxWanted = 16
const maxUnwanted = 4
const maxWords = 10

/** Returns what was typed, cut to the length that is searched for. */
export const trimQuery = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    // Zero-width characters come along when something is copied, and turn the direction of a line around.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .slice(0, maxTyped)
    .toWellFormed()

/** Separates words that only punctuation keeps apart; `48,5` is one number. */
const apart = (typed: string): string => typed.replace(/(?<!\d)[,;/|]|[,;/|](?!\d)/g, ' ')

/** Whether a term is an operator of other search engines. Nobody types them in capitals for their own sake. */
const isOperator = ({ typed, isPhrase }: Term): boolean => !isPhrase && /^(?:AND|OR)$/.test(typed)

/**
 * Returns the terms of what was typed: at most sixteen to find and four to exclude, each once. A quotation mark that is
 * never closed goes to the end.
 */
export function termsOf(typed: string): Terms {
  const read = [
    ...apart(trimQuery(typed)).matchAll(/(?<![^\s"”“„])([-−–]?)(?:["”“„]([^"”“„]*)(?:["”“„]|$)|([^\s"”“„]+))/gu),
  ].flatMap(([, minus, quoted, word]) => {
    const said = (quoted ?? word ?? '').trim()
    const words = foldedWords(said).slice(0, maxWords)
    if (words.length === 0) return []
    const isPhrase = quoted !== undefined
    const term: Term = { words, spellings: isPhrase ? [] : spellingsOf(said, words), typed: said, isPhrase }
    return [{ term, isUnwanted: minus !== '' }]
  })
  const kept = (isUnwanted: boolean): Term[] => {
    const terms = read.filter((one) => one.isUnwanted === isUnwanted).map(({ term }) => term)
    return [...new Map(terms.map((term) => [term.words.join(' '), term])).values()]
  }
  const wanted = kept(false)
  const telling = wanted.filter((term) => !isOperator(term))
  return {
    wanted: (telling.length ? telling : wanted).slice(0, maxWanted),
    unwanted: kept(true).slice(0, maxUnwanted),
  }
}

function spellingsOf(said: string, words: string[]): string[][] {
  const all = [...wordsIn(said)]
  const [joined, last] = [all.at(-1), all.at(-2)]
  if (joined?.isJoined && last && joined.from === all[0]?.from && joined.to >= last.to) return [[joined.word]]
  const [word = ''] = words
  const [, one, other] = /^(\p{L}+)(\p{N}+)$/u.exec(word) ?? /^(\p{N}+)(\p{L}+)$/u.exec(word) ?? []
  return words.length === 1 && one && other ? [[one, other]] : []
}

/**
 * Returns a test of whether a text contains all that was typed, each term anywhere in it, and nothing excluded.
 * Everything passes where nothing was typed; nothing does where only punctuation was.
 */
export function matcherOf(typed: string): (text: string) => boolean {
  const { wanted, unwanted } = termsOf(typed)
  if (!typed.trim()) return () => true
  if (wanted.length === 0) return () => false
  const holds = (text: string, { words, spellings }: Term, before = '') =>
    [words, ...spellings].some((spelling) => text.includes(before + spelling.join(' ')))
  return (text) => {
    const folded = ` ${foldedText(text)}`
    return wanted.every((term) => holds(folded, term)) && !unwanted.some((term) => holds(folded, term, ' '))
  }
}

/**
 * Returns those whose name or description contains everything that was typed: first those whose names begin with it,
 * then those whose names contain it.
 */
export function findByName<T extends { name: string }>(all: T[], typed: string, about: (one: T) => string): T[] {
  const matches = matcherOf(typed)
  const beginning = ` ${foldedWords(typed).join(' ')}`
  const rank = ({ name }: T): number => {
    if (` ${foldedText(name)}`.includes(beginning)) return 0
    return matches(name) ? 1 : 2
  }
  return all
    .filter((one) => matches(`${one.name} ${about(one)}`))
    .map((one) => ({ one, rank: rank(one) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one)
}
