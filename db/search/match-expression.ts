/**
 * Readers' search, second of four steps: the terms of a query become an expression in the language of the
 * database's index, with all words that count as them. Only folded words get in, and all in quotation marks.
 * `query.ts` runs it.
 */
import type { Language } from '#lib/locale.ts'
import type { Highlight } from '#lib/search/highlight.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import type { Term } from '#lib/search/terms.ts'
import { type PlaceInText, token } from '#lib/search/tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A reader's search. */
export interface SearchQuery {
  typed: string
  /** The reader's language, whose texts are found unless another is asked for. */
  language: Language
  /** The languages that texts may be in. */
  within: Language[]
  /** The facets that an entry must have: `k:press`, `t:<topic>`, `s:<series>`, `p:<person>`. */
  facets: string[]
  /** The period, in milliseconds since 1970: the first moment is in it and the second is not. People have no moment. */
  between?: [number, number] | undefined
  /** When each year began, in milliseconds since 1970, the latest first. */
  years: [year: number, from: number][]
  now: number
  /** Whether the newest come first, and not those that are most like what was typed. */
  byDate: boolean
  page: number
  perPage: number
}

/** A term with the words that count as it in one language. */
interface ExpandedTerm extends Term {
  forms: string[]
  compounds: string[]
  longer: string[]
  /**
   * Every word that begins like this, where the index knows beginnings (of three letters); else `longer` are the
   * commonest.
   */
  beginning: string
}

export interface ExpandedQuery {
  /** By language: the terms that must be there, and those that must not. */
  parts: { language: Language; wanted: ExpandedTerm[]; unwanted: ExpandedTerm[] }[]
  /** The facets that an entry must have. */
  facets: string[]
}

/** How the index of a database is asked. */
export interface Syntax {
  /** Words in a row, the last of them whole or as a beginning. */
  row(words: string[], isBegun: boolean): string
  all(parts: string[]): string
  any(parts: string[]): string
  without(wanted: string, unwanted: string): string
}

/** How close a text must be to what was typed: the words themselves, or those that count as them. */
export type Closeness = 'exact' | 'wide'

const maxRelated = 40
/** The length of the beginnings of words that the index holds, in letters. */
const indexedBeginning = 3

/**
 * Returns a query with all words that count as its terms, in each language texts may be in. Undefined where nothing was
 * typed.
 */
export async function expandQuery(
  { typed, facets, within }: SearchQuery,
  vocabulary: Vocabulary,
): Promise<ExpandedQuery | undefined> {
  const parts: ExpandedQuery['parts'] = []
  for (const language of within) {
    const { wanted, unwanted } = parseQuery(typed, language)
    if (wanted.length === 0) continue
    const max = Math.ceil(maxRelated / (wanted.length * within.length))
    parts.push({
      language,
      wanted: await Promise.all(wanted.map((term) => expandWanted(term, vocabulary, language, max))),
      unwanted: await Promise.all(unwanted.map((term) => expandUnwanted(term, wanted, vocabulary, language))),
    })
  }
  return parts.length ? { parts, facets } : undefined
}

const unexpanded = { forms: [], compounds: [], longer: [], beginning: '' }
const isOneWord = ({ isPhrase, words }: Term) => !isPhrase && words.length === 1

async function expandWanted(
  term: Term,
  vocabulary: Vocabulary,
  language: Language,
  max: number,
): Promise<ExpandedTerm> {
  const [word = ''] = term.words
  if (!isOneWord(term)) return { ...term, ...unexpanded }
  return {
    ...term,
    ...(await vocabulary.related(word, language, max)),
    beginning: word.length === indexedBeginning ? word : '',
  }
}

/** Returns an excluded term's forms, and the words it is surely a part of, but no word that is searched for. */
async function expandUnwanted(
  term: Term,
  wanted: Term[],
  vocabulary: Vocabulary,
  language: Language,
): Promise<ExpandedTerm> {
  const [word = ''] = term.words
  if (!isOneWord(term)) return { ...term, ...unexpanded }
  const { forms } = await vocabulary.related(word, language, 0)
  const isPartOfWanted = wanted.some(({ words }) => words.some((one) => one.includes(word)))
  const compounds = isPartOfWanted ? [] : await vocabulary.compoundsOf(word, language, maxRelated)
  return { ...term, ...unexpanded, forms, compounds }
}

/**
 * Returns the expression for what must stand at a place in any of the languages, without the excluded terms and with
 * every facet.
 */
export function matchExpression(
  { parts, facets }: ExpandedQuery,
  place: PlaceInText,
  nearness: Closeness,
  syntax: Syntax,
): string {
  const inLanguages = parts.map(({ language, wanted, unwanted }) => {
    const all = syntax.all(wanted.map((term) => anyOf(term, { language, place, nearness, syntax })))
    const none = unwanted.map((term) => anyOf(term, { language, place: 'text', nearness: 'wide', syntax }))
    return none.length ? syntax.without(all, syntax.any(none)) : all
  })
  return syntax.all([syntax.any(inLanguages), ...facets.map((facet) => syntax.row([facet], false))])
}

interface Way {
  language: Language
  place: PlaceInText
  nearness: Closeness
  syntax: Syntax
}

function anyOf(term: ExpandedTerm, { language, place, nearness, syntax }: Way): string {
  const row = (words: string[], isBegun = false) =>
    syntax.row(
      words.map((word) => token(language, place, word)),
      isBegun,
    )
  const spelt = [term.words, ...term.spellings].map((words) => row(words))
  const rest = nearness === 'exact' || term.isPhrase ? [] : restOf(term, row)
  return syntax.any([...new Set([...spelt, ...rest])])
}

function restOf(term: ExpandedTerm, row: (words: string[], isBegun?: boolean) => string): string[] {
  if (!isOneWord(term)) return [term.words, ...term.spellings].map((words) => row(words, true))
  const others = [...term.forms, ...term.compounds, ...term.longer].map((word) => row([word]))
  return term.beginning ? [...others, row([term.beginning], true)] : others
}

/** Returns the words that an expanded query finds, to be highlighted. */
export function highlightOf({ parts }: ExpandedQuery): Highlight {
  const terms = parts.flatMap(({ wanted }) => wanted)
  const [single, rows] = [terms.filter(isOneWord), terms.filter((term) => !isOneWord(term))]
  const spellings = terms.flatMap((term) => term.spellings)
  const unique = (words: string[]) => [...new Set(words)]
  return {
    exact: unique([
      ...single.flatMap(({ words, forms, compounds }) => [...words, ...forms, ...compounds]),
      ...spellings.filter((row) => row.length === 1).flat(),
    ]),
    beginnings: unique([
      ...single.flatMap(({ words, beginning, longer }) => (beginning || longer.length ? words : [])),
      ...rows.flatMap((term) => term.spellings.filter((row) => row.length === 1).flat()),
    ]),
    parts: [],
    phrases: [
      ...terms.filter(({ isPhrase }) => isPhrase).map(({ words }) => words),
      ...spellings.filter((row) => row.length > 1),
    ],
    begun: rows.filter(({ isPhrase }) => !isPhrase).map(({ words }) => words),
  }
}
