/**
 * Readers' search, first of four steps: what was typed becomes terms of a language. The next step is
 * `db/search/match-expression.ts`.
 */
import { languageFiles } from '#lib/languages.ts'
import type { Language } from '../locale.ts'
import { type Terms, termsOf } from './terms.ts'
import { foldedWords } from './words.ts'

const maxWanted = 8

/** Words too common to tell texts apart. They count where there is nothing else, and inside phrases. */
const commonWords = (language: Language): Set<string> =>
  new Set(foldedWords(languageFiles[language]?.search['common-words'] ?? ''))

/** Parses what was typed. At most eight terms to find and four to exclude are kept. */
export function parseQuery(typed: string, language: Language): Terms {
  const { wanted, unwanted } = termsOf(typed)
  const common = commonWords(language)
  const telling = wanted.filter(({ isPhrase, words }) => isPhrase || words.length > 1 || !common.has(words[0] ?? ''))
  return { wanted: (telling.length ? telling : wanted).slice(0, maxWanted), unwanted }
}
