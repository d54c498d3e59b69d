/**
 * Readers' search, third of four steps: runs the query and ranks what it finds, in the index of the database in use. Everything
 * is bounded: how many words a query has and how many others count as them, how many entries are counted, and how many
 * pages there are. By the entries' ids it sees only what is live; whoever shows an entry checks `live` again. Facets
 * are counted in `facets.ts`.
 */
import { type Language, languages } from '#lib/locale.ts'
import { exchangeWord } from '#lib/search/correct.ts'
import type { Highlight } from '#lib/search/highlight.ts'
import { parseQuery } from '#lib/search/parse-query.ts'
import type { PlaceInText } from '#lib/search/tokens.ts'
import { type AnyMatching, type Matching, type Span, spansOf } from './entries.ts'
import { type Counted, countMatches, type FacetsOf } from './facets.ts'
import {
  type Closeness,
  type ExpandedQuery,
  expandQuery,
  highlightOf,
  matchExpression,
  type SearchQuery,
  type Syntax,
} from './match-expression.ts'
import type { Vocabulary } from './vocabulary.ts'

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
export type Search = (query: SearchQuery) => Promise<SearchResult | undefined>

/** What a database knows of its index. */
export interface Index {
  syntax: Syntax
  vocabulary: Vocabulary
  matching: Matching
  anyMatching: AnyMatching
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

/** Runs a search in an index. Returns undefined where nothing was typed. */
export async function search(query: SearchQuery, index: Index): Promise<SearchResult | undefined> {
  const expanded = await expandQuery(query, index.vocabulary)
  if (!expanded) return undefined
  const { all, ...counted } = await countMatches(expanded, query, index)
  const others = languages.filter((language) => !query.within.includes(language))
  const suggestion = counted.total < few && query.page === 1 ? await suggest(query, counted.total, index) : undefined
  const elsewhere: SearchResult['languages'] = []
  for (const language of others)
    elsewhere.push([language, await countTexts({ ...query, within: [language] }, maxInOther, index)])
  return {
    ...counted,
    ids: counted.total ? await (query.byDate ? newestOf : bestOf)(expanded, query, all, index) : [],
    languages: elsewhere,
    highlight: highlightOf(expanded),
    ...(suggestion && { suggestion }),
  }
}

/** Returns the entries of the page, the newest first. People, who have no date, come last. */
async function newestOf(
  expanded: ExpandedQuery,
  { now, between, page, perPage }: SearchQuery,
  all: number[] | undefined,
  { matching, syntax }: Index,
): Promise<number[]> {
  const needed = page * perPage
  const { texts } = spansOf(now, between)
  const found = all ?? (await matching(matchExpression(expanded, 'text', 'wide', syntax), texts, needed))
  return found.slice(needed - perPage, needed)
}

/**
 * Returns the entries of the page: people by name first, then rank by rank, the newest first in each. `all` are all
 * entries, if they were counted.
 */
async function bestOf(
  expanded: ExpandedQuery,
  { now, between, page, perPage }: SearchQuery,
  all: number[] | undefined,
  { matching, syntax }: Index,
): Promise<number[]> {
  const { texts, people } = spansOf(now, between)
  const needed = page * perPage
  const best = new Set<number>()
  const take = async (place: PlaceInText, nearness: Closeness, span: Span) => {
    if (best.size >= needed) return
    for (const id of await matching(matchExpression(expanded, place, nearness, syntax), span, needed)) best.add(id)
  }
  if (people) for (const nearness of ['exact', 'wide'] as const) await take('title', nearness, people)
  for (const [place, nearness] of ranks) {
    if (all && place === 'text' && nearness === 'wide') break
    await take(place, nearness, texts)
    if (people && nearness === 'wide' && place !== 'title') await take(place, nearness, people)
  }
  for (const id of all ?? []) best.add(id)
  return [...best].slice(needed - perPage, needed)
}

/** Returns how many texts match, counted no further than `max`. */
async function countTexts(query: SearchQuery, max: number, { vocabulary, matching, syntax }: Index): Promise<number> {
  const expanded = await expandQuery(query, vocabulary)
  const { texts } = spansOf(query.now, query.between)
  return expanded ? (await matching(matchExpression(expanded, 'text', 'wide', syntax), texts, max)).length : 0
}

/**
 * Returns how many texts match, or people where no text does, counted no further than it takes to be more than a few.
 */
async function countFew(query: SearchQuery, { vocabulary, matching, syntax }: Index): Promise<number> {
  const expanded = await expandQuery(query, vocabulary)
  if (!expanded) return 0
  const { texts, people } = spansOf(query.now, query.between)
  const expression = matchExpression(expanded, 'text', 'wide', syntax)
  const result = (await matching(expression, texts, few + 1)).length
  return result || !people ? result : (await matching(expression, people, few + 1)).length
}

/** Returns the query with unknown words replaced by near ones, if that finds more than `total`. */
async function suggest(query: SearchQuery, total: number, index: Index): Promise<string | undefined> {
  const { vocabulary } = index
  const language = query.within[0] ?? query.language
  const finds = (typed: string) => countFew({ ...query, typed }, index)
  let typed = query.typed
  for (const word of parseQuery(query.typed, language).wanted.flatMap(({ words }) => words)) {
    if (await vocabulary.has(word, language)) continue
    for (const near of await vocabulary.near(word, language)) {
      if ((await finds(near.word)) === 0) continue
      typed = exchangeWord(typed, word, near.written)
      break
    }
  }
  return typed !== query.typed && (await finds(typed)) > total ? typed : undefined
}
