/** Reads and writes the address of a place in the library: the search, the filters, the view, the page and the file. */
import { type MediaFilter, type MediaQuestion, type MediaSort, mediaFilters, mediaSorts } from '#db/media/list.ts'
import { type MediaKind, mediaKinds } from '#lib/media/library-item.ts'

export interface MediaListParams {
  q: string
  kind?: MediaKind
  filter: MediaFilter
  person?: string
  sort: MediaSort
  view: 'grid' | 'list'
  page: number
  item?: string
}

export type SearchParams = Partial<Record<keyof MediaListParams, string | string[]>>

/** Reads the parameters of an address. Unknown values count as missing. */
export function readMediaListParams(query: SearchParams): MediaListParams {
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '')
  return {
    q: one(query.q),
    kind: mediaKinds.find((known) => known === query.kind),
    filter: mediaFilters.find((known) => known === query.filter) ?? 'all',
    person: one(query.person) || undefined,
    sort: mediaSorts.find((known) => known === query.sort) ?? 'latest',
    view: query.view === 'list' ? 'list' : 'grid',
    page: Number(query.page) || 1,
    item: one(query.item) || undefined,
  }
}

/** Returns the address. A file is shown where it stands in the list. */
export function mediaListPath(listParams: MediaListParams): string {
  const usual: Partial<Record<keyof MediaListParams, unknown>> = {
    filter: 'all',
    sort: 'latest',
    view: 'grid',
    page: 1,
  }
  const query = new URLSearchParams()
  for (const name of ['q', 'kind', 'filter', 'person', 'sort', 'view', 'page', 'item'] as const) {
    const value = listParams[name]
    if (value && value !== usual[name]) query.set(name, String(value))
  }
  return `/studio/media${query.size ? `?${query}` : ''}${listParams.item ? `#m-${listParams.item}` : ''}`
}

/** Returns the question that an address's query asks of the library. */
export function mediaQuestionIn(query: string): MediaQuestion {
  const asked = readMediaListParams(Object.fromEntries(new URLSearchParams(query)))
  return { ...asked, search: asked.q, personId: asked.person }
}

/** Whether any filter or search is set. */
export const isFiltered = ({ q, kind, filter, person }: MediaListParams): boolean =>
  Boolean(q || kind || person) || filter !== 'all'
