/**
 * Readers' search, third of four steps: runs the query and ranks what it finds, on its caller's connection. Everything
 * is bounded: how many words a query has and how many others count as them, how many entries are counted, and how many
 * pages there are. By the entries' ids it sees only what is live; whoever shows an entry checks `live` again. Facets
 * are counted in `facets.ts`.
 */
import type Database from 'better-sqlite3'
import { type Language, languages } from '#lib/locale.ts'
import { exchangeWord } from '#lib/search/correct.ts'
import type { Highlight } from '#lib/search/highlight.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import type { PlaceInText } from '#lib/search/tokens.ts'
import { type Matching, openMatching, type Span, spansOf } from './entries.ts'
import { type Counted, countMatches, type FacetsOf, openFacets } from './facets.ts'
import {
  type Closeness,
  type ExpandedQuery,
  expandQuery,
  highlightOf,
  matchExpression,
  type SearchQuery,
} from './match-expression.ts'
import { openVocabulary, type Vocabulary } from './vocabulary.ts'

export interface SearchResult extends Omit<Counted, 'all'> {
  /** The ids of the entries on the page, best first. */
  ids: number[]
  /** How many entries there are in each language that was not searched, up to a hundred. */
  languages: [language: Language, entries: number][]
  highlight: Highlight
  /** A suggestion: another spelling that finds something. */
  suggestion?: string
}

/** Runs a search. Returns undefined where nothing was typed. */
export type Search = (query: SearchQuery) => SearchResult | undefined

interface Index {
  vocabulary: Vocabulary
  matching: Matching
  facetsOf: FacetsOf
}

/** The ranks, best first: title over lead over body, and in each the typed words over those that count as them. */
const ranks: [PlaceInText, Closeness][] = [
  ['title', 'exact'],
  ['title', 'wide'],
  ['lead', 'exact'],
  ['lead', 'wide'],
  ['text', 'exact'],
  ['text', 'wide'],
]

/** So few results that another spelling is looked for, too. */
const few = 3
const maxInOther = 100

/** Returns the function that searches on a connection. */
export function openSearch(connection: Database.Database): Search {
  const index: Index = {
    vocabulary: openVocabulary(connection),
    matching: openMatching(connection),
    facetsOf: openFacets(connection),
  }
  return (query) => search(query, index)
}

function search(query: SearchQuery, index: Index): SearchResult | undefined {
  const expanded = expandQuery(query, index.vocabulary)
  if (!expanded) return undefined
  const { all, ...counted } = countMatches(expanded, query, index)
  const others = languages.filter((language) => !query.within.includes(language))
  const suggestion = counted.total < few && query.page === 1 ? suggest(query, counted.total, index) : undefined
  return {
    ...counted,
    ids: counted.total ? (query.byDate ? newestOf : bestOf)(expanded, query, all, index) : [],
    languages: others.map((language) => [language, countTexts({ ...query, within: [language] }, maxInOther, index)]),
    highlight: highlightOf(expanded),
    ...(suggestion && { suggestion }),
  }
}

/** Returns the entries of the page, the newest first. People, who have no date, come last. */
function newestOf(
  expanded: ExpandedQuery,
  { now, between, page, perPage }: SearchQuery,
  all: number[] | undefined,
  { matching }: Index,
): number[] {
  const needed = page * perPage
  const found = all ?? matching(matchExpression(expanded, 'text', 'wide'), spansOf(now, between).texts, needed)
  return found.slice(needed - perPage, needed)
}

/**
 * Returns the entries of the page: people by name first, then rank by rank, the newest first in each. `all` are all
 * entries, if they were counted.
 */
function bestOf(
  expanded: ExpandedQuery,
  { now, between, page, perPage }: SearchQuery,
  all: number[] | undefined,
  { matching }: Index,
): number[] {
  const { texts, people } = spansOf(now, between)
  const needed = page * perPage
  const best = new Set<number>()
  const take = (place: PlaceInText, nearness: Closeness, span: Span) => {
    if (best.size >= needed) return
    for (const id of matching(matchExpression(expanded, place, nearness), span, needed)) best.add(id)
  }
  if (people) for (const nearness of ['exact', 'wide'] as const) take('title', nearness, people)
  for (const [place, nearness] of ranks) {
    if (all && place === 'text' && nearness === 'wide') break
    take(place, nearness, texts)
    if (people && nearness === 'wide' && place !== 'title') take(place, nearness, people)
  }
  for (const id of all ?? []) best.add(id)
  return [...best].slice(needed - perPage, needed)
}

/** Returns how many texts match, counted no further than `max`. */
function countTexts(query: SearchQuery, max: number, { vocabulary, matching }: Index): number {
  const expanded = expandQuery(query, vocabulary)
  const { texts } = spansOf(query.now, query.between)
  return expanded ? matching(matchExpression(expanded, 'text', 'wide'), texts, max).length : 0
}

/**
 * Returns how many texts match, or people where no text does, counted no further than it takes to be more than a few.
 */
function countFew(query: SearchQuery, { vocabulary, matching }: Index): number {
  const expanded = expandQuery(query, vocabulary)
  if (!expanded) return 0
  const { texts, people } = spansOf(query.now, query.between)
  const expression = matchExpression(expanded, 'text', 'wide')
  const result = matching(expression, texts, few + 1).length
  return result || !people ? result : matching(expression, people, few + 1).length
}

/** Returns the query with unknown words replaced by near ones, if that finds more than `total`. */
function suggest(query: SearchQuery, total: number, index: Index): string | undefined {
  const { vocabulary } = index
  const language = query.within[0] ?? query.language
  const finds = (typed: string) => countFew({ ...query, typed }, index)
  const unknown = parseQuery(query.typed, language)
    .wanted.flatMap(({ words }) => words)
    .filter((word) => !vocabulary.has(word, language))
  let typed = query.typed
  for (const word of unknown) {
    const better = vocabulary.near(word, language).find((near) => finds(near.word) > 0)
    if (better) typed = exchangeWord(typed, word, better.written)
  }
  return typed !== query.typed && finds(typed) > total ? typed : undefined
}
