/** Reads and writes the list's filter in an address. Values that make no sense are left out. */
import { type ReleaseFilter, type StoryOrder, storySorts } from '#db/releases/stories.ts'
import type { ReleaseStatus } from '#db/releases.ts'
import { kinds } from '#db/types.ts'
import { isLanguage } from '#lib/locale.ts'

const names = ['status', 'q', 'language', 'kind', 'topic', 'series', 'writer', 'person', 'sort', 'page'] as const
/** The parts of an address that narrow the list, in the order in which they are shown. */
export const filterNames = ['q', 'topic', 'series', 'kind', 'language', 'writer', 'person'] as const
export type SearchParams = Partial<Record<(typeof names)[number], string | string[]>>

export const statuses: ReleaseStatus[] = ['draft', 'scheduled', 'live', 'withdrawn']

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
 * Returns the filter in an address. `language` is a language that a story has, or with a minus sign one that it lacks.
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
    personId: text(params.person) || undefined,
  }
  return {
    filter: { ...narrowing, status: one(params.status, statuses) },
    order: readOrder(text(params.sort)),
    page: Math.max(Math.trunc(Number(text(params.page))) || 1, 1),
    isNarrowed: Object.values(narrowing).some(Boolean),
  }
}

/** Reads an order: `title` is from A to Ö, `-title` the other way. */
function readOrder(asked: string): StoryOrder {
  const by = storySorts.find((sort) => sort === asked.replace(/^-/, ''))
  return by ? { by, isDescending: asked.startsWith('-') } : { by: 'changed', isDescending: true }
}

/** Returns the order that a press on a column gives: its own first, then the other way round. */
export function nextOrder(by: StoryOrder['by'], { by: now, isDescending }: StoryOrder): string | undefined {
  // What changed last stands first, and is not written in the address.
  const first = by === 'changed' ? '-changed' : by
  const turned = first.startsWith('-') ? by : `-${by}`
  const next = by !== now ? first : isDescending === first.startsWith('-') ? turned : first
  return next === '-changed' ? undefined : next
}

/** Returns the address of the list with this filter. */
export function releaseListPath(params: SearchParams): string {
  const query = new URLSearchParams(
    names.map((name): [string, string] => [name, text(params[name])]).filter(([, value]) => value),
  )
  return query.size ? `/studio/releases?${query}` : '/studio/releases'
}
