/**
 * Readers' search, last of four steps besides what is shown (`lib/search/highlight.ts`): how many entries there are,
 * and the facets they can be narrowed by. Counting stops at a limit, however many entries there are.
 */
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import { type Matching, publishedAt, spansOf } from './entries.ts'
import { type ExpandedQuery, matchExpression, type SearchQuery } from './match-expression.ts'

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

export type FacetsOf = (ids: number[]) => [facet: string, entries: number][]

/** Returns a function that counts the facets of entries, on its caller's connection. */
export function openFacets(connection: Database.Database): FacetsOf {
  const setOf = connection.prepare<[number], number>('SELECT marks_id FROM search_facets WHERE id = ?').pluck()
  const textOf = connection.prepare<[number], string>('SELECT marks FROM search_marks WHERE id = ?').pluck()
  /** The number of a set of facets never changes. */
  const known = new LRUCache<number, string[]>({ max: 4_000 })

  function facetsIn(set: number): string[] {
    const facets = known.get(set) ?? (textOf.get(set) ?? '').split(' ')
    known.set(set, facets)
    return facets
  }

  return (ids) => {
    const counts = new Map<string, number>()
    for (const id of ids) {
      for (const facet of facetsIn(setOf.get(id) ?? 0)) counts.set(facet, (counts.get(facet) ?? 0) + 1)
    }
    return [...counts]
  }
}

/** Returns how many entries a query finds. */
export function countMatches(
  expanded: ExpandedQuery,
  { now, between, years }: SearchQuery,
  { matching, facetsOf }: { matching: Matching; facetsOf: FacetsOf },
): Counted {
  const expression = matchExpression(expanded, 'text', 'wide')
  const spans = spansOf(now, between)
  const texts = matching(expression, spans.texts, maxCounted + 1)
  const people = spans.people ? matching(expression, spans.people, maxPeople) : []
  const isMore = texts.length > maxCounted
  const all = isMore ? undefined : [...texts, ...people]
  return {
    all,
    total: all?.length ?? maxCounted,
    isMore,
    facets: facetsOf([...people, ...texts.slice(0, maxFaceted)]),
    years: isMore ? yearsWith(expanded, { now, years }, matching) : countYears(texts, years),
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
function yearsWith(
  expanded: ExpandedQuery,
  { now, years }: Pick<SearchQuery, 'now' | 'years'>,
  matching: Matching,
): [number, undefined][] {
  const exact = matchExpression(expanded, 'text', 'exact')
  return years.flatMap(([year, from], index): [number, undefined][] => {
    const until = years[index - 1]?.[1] ?? now + 1
    return matching(exact, spansOf(now, [from, until]).texts, 1).length ? [[year, undefined]] : []
  })
}
