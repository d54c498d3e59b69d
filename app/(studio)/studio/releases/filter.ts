/** Reads and writes the list's filter in an address. Values that make no sense are left out. */

import type { ListedStatus } from '#db/releases/list.ts'
import { type ReviewFilter, reviewFilters } from '#db/releases/review/listed.ts'
import type { ReleaseFilter, StoryOrder } from '#db/releases/stories.ts'
import { kinds } from '#db/types.ts'
import { isLanguage } from '#lib/locale.ts'
import { isDay } from '#lib/time/days.ts'
import { readColumnOrder } from '../column-order.ts'

const names = [
  'status',
  'q',
  'language',
  'kind',
  'topic',
  'series',
  'writer',
  'changed',
  'person',
  'review',
  'sort',
  'page',
] as const
/** The parts of an address that narrow the list, in the order in which they are shown. */
export const filterNames = [
  'q',
  'topic',
  'series',
  'kind',
  'language',
  'writer',
  'review',
  'changed',
  'person',
] as const
export type SearchParams = Partial<Record<(typeof names)[number], string | string[]>>

export const statuses: ListedStatus[] = ['draft', 'scheduled', 'embargo', 'live', 'withdrawn']

const one = <T extends string>(value: string | string[] | undefined, of: readonly T[]): T | undefined =>
  of.find((known) => known === value)

const text = (value: string | string[] | undefined): string => (typeof value === 'string' ? value.trim() : '')

export interface AskedReleases {
  filter: ReleaseFilter
  order: StoryOrder
  page: number
  isNarrowed: boolean
}

/**
 * Returns the filter in an address. `language` is a language that a story has, or with a minus sign one that it lacks;
 * `changed` is the day since which it has been changed; `review` is where it stands in its review, or whom it waits for.
 */
export function readReleaseFilter(params: SearchParams): AskedReleases {
  const language = text(params.language)
  const missing = language.startsWith('-') ? language.slice(1) : ''
  const narrowing: ReleaseFilter = {
    query: text(params.q).slice(0, 200) || undefined,
    language: isLanguage(language) ? language : undefined,
    missing: isLanguage(missing) ? missing : undefined,
    kind: one(params.kind, kinds),
    topicId: text(params.topic) || undefined,
    seriesId: text(params.series) || undefined,
    writerId: text(params.writer) || undefined,
    changedSince: isDay(text(params.changed)) ? text(params.changed) : undefined,
    personId: text(params.person) || undefined,
    review: readReview(text(params.review)),
  }
  return {
    filter: { ...narrowing, status: one(params.status, statuses) },
    order: readColumnOrder(params.sort, firstStoryOrders),
    page: /^[1-9]\d{0,5}$/.test(text(params.page)) ? Number(text(params.page)) : 1,
    isNarrowed: Object.values(narrowing).some(Boolean),
  }
}

/** Reads a standing, or a member: `for-` whom texts wait, or `of-` whom they are. */
function readReview(asked: string): ReviewFilter | undefined {
  const [, which, id] = /^(for|of)-(.{1,64})$/.exec(asked) ?? []
  if (id) return which === 'for' ? { waitsFor: id } : { of: id }
  return one(asked, reviewFilters)
}

/** What changed last stands first, and is not written in the address. */
export const firstStoryOrders = ['-changed', 'title', 'status', 'writer'] as const

/** Returns the address of the list with this filter. */
export function releaseListPath(params: SearchParams): string {
  const query = new URLSearchParams(
    names.map((name): [string, string] => [name, text(params[name])]).filter(([, value]) => value),
  )
  return query.size ? `/studio/releases?${query}` : '/studio/releases'
}
