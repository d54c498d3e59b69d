/**
 * Readers' search, last of four steps besides what is shown (`lib/search/highlight.ts`): how many entries there are,
 * and the facets they can be narrowed by. Counting stops at a limit, however many entries there are.
 */
import { publishedAt, spansOf } from './entries.ts'
import { type ExpandedQuery, matchExpression, type SearchQuery } from './match-expression.ts'
import type { Index } from './query.ts'

export interface Counted {
  /** All matching entries, texts before people, if they were counted. */
  all: number[] | undefined
  total: number
  /** Whether there are more entries than were counted. */
  isMore: boolean
  /** How many entries have each facet; among the newest `maxFaceted` only, when there are more. */
  facets: [facet: string, entries: number][]
  /** The number is missing where there is too much to count. */
  years: [year: number, entries: number | undefined][]
}

const maxCounted = 2_000
/** The number of the newest entries whose facets are counted. */
export const maxFaceted = 500
const maxPeople = 500

export type FacetsOf = (ids: number[]) => Promise<[facet: string, entries: number][]>

/** Returns how many entries a query finds. */
export async function countMatches(
  expanded: ExpandedQuery,
  { now, between, years }: SearchQuery,
  index: Index,
): Promise<Counted> {
  const { syntax, matching, facetsOf } = index
  const expression = matchExpression(expanded, 'text', 'wide', syntax)
  const spans = spansOf(now, between)
  const texts = await matching(expression, spans.texts, maxCounted + 1)
  const people = spans.people ? await matching(expression, spans.people, maxPeople) : []
  const isMore = texts.length > maxCounted
  const all = isMore ? undefined : [...texts, ...people]
  return {
    all,
    total: all?.length ?? maxCounted,
    isMore,
    facets: await facetsOf([...people, ...texts.slice(0, maxFaceted)]),
    years: isMore ? await yearsWith(expanded, { now, years }, index) : countYears(texts, years),
  }
}

function countYears(ids: number[], years: SearchQuery['years']): [number, number][] {
  const counts = new Map<number, number>()
  let at = 0
  for (const id of ids) {
    const moment = publishedAt(id).getTime()
    while (at < years.length - 1 && moment < (years[at]?.[1] ?? 0)) at++
    const year = years[at]?.[0]
    if (year !== undefined) counts.set(year, (counts.get(year) ?? 0) + 1)
  }
  return [...counts]
}

/** Returns the years in which something has the typed words, where there is too much to count. */
async function yearsWith(
  expanded: ExpandedQuery,
  { now, years }: Pick<SearchQuery, 'now' | 'years'>,
  { syntax, anyMatching }: Index,
): Promise<[number, undefined][]> {
  const exact = matchExpression(expanded, 'text', 'exact', syntax)
  const spans = years.map(([, from], index) => spansOf(now, [from, years[index - 1]?.[1] ?? now + 1]).texts)
  const has = await anyMatching(exact, spans)
  return years.flatMap(([year], index): [number, undefined][] => (has[index] ? [[year, undefined]] : []))
}
