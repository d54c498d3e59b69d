/**
 * Readers' search, first of four steps: what was typed becomes terms: words, "phrases", and what must not be there, with a
 * minus. What finds them in the index comes next, in `db/sqlite/search/match-expression.ts`.
 */

import { languageFiles } from '#lib/languages.ts'
import type { Language } from '../locale.ts'
import { foldedWords } from './words.ts'

export interface Term {
  /** One folded word, or those of a phrase in their order. */
  words: string[]
  /** As it was typed. */
  typed: string
  /** In quotation marks: as it stands and not otherwise. */
  isPhrase: boolean
}

export interface Question {
  wanted: Term[]
  unwanted: Term[]
}

const mostTyped = 300
const mostWanted = 8
const mostUnwanted = 4
const mostWords = 10

/** Too common to tell texts apart. They count where there is nothing else, and inside phrases. */
const commonWords = (language: Language): Set<string> =>
  new Set(foldedWords(languageFiles[language]?.search['common-words'] ?? ''))

/** What was typed, shortened to what is looked at. */
export const shortened = (typed: string): string =>
  typed
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ')
    // Signs without width come along when something is copied, and turn the line about what was found around.
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .slice(0, mostTyped)
    .toWellFormed()

/** Words that only signs keep apart are words of their own; `48,5` is one number. */
const apart = (typed: string): string => typed.replace(/(?<!\d)[,;/|]|[,;/|](?!\d)/g, ' ')

/** What other searches take for signs. Nobody types them in capitals for their own sake. */
const isOperator = ({ typed, isPhrase }: Term): boolean => !isPhrase && /^(?:AND|OR)$/.test(typed)

/**
 * Reads what was typed. At most eight things to find and four to leave out are kept, each once; a quotation mark that is
 * never closed goes to the end. Nothing typed is ever an error.
 */
export function parseQuery(typed: string, language: Language): Question {
  const terms = [
    ...apart(shortened(typed)).matchAll(/(?<![^\s"”“„])([-−–]?)(?:["”“„]([^"”“„]*)(?:["”“„]|$)|([^\s"”“„]+))/gu),
  ].flatMap(([, minus, quoted, word]): (Term & { isUnwanted: boolean })[] => {
    const said = quoted ?? word ?? ''
    const words = foldedWords(said).slice(0, mostWords)
    return words.length ? [{ words, typed: said.trim(), isPhrase: quoted !== undefined, isUnwanted: minus !== '' }] : []
  })
  const once = new Map(terms.map((term) => [`${term.isUnwanted} ${term.words.join(' ')}`, term]))
  const kept = (isUnwanted: boolean, most: number): Term[] =>
    [...once.values()]
      .filter((term) => term.isUnwanted === isUnwanted)
      .slice(0, most * 2)
      .map(({ isUnwanted: _, ...term }) => term)
  const all = kept(false, mostWanted)
  const common = commonWords(language)
  const telling = all.filter(
    (term) => !isOperator(term) && (term.isPhrase || term.words.length > 1 || !common.has(term.words[0] ?? '')),
  )
  return {
    wanted: (telling.length ? telling : all).slice(0, mostWanted),
    unwanted: kept(true, mostUnwanted).slice(0, mostUnwanted),
  }
}
