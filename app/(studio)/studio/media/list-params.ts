/** Reads and writes the address of a place in the library: the search, the filters, the view, the page and the file. */
import { type MediaFilter, type MediaSort, mediaFilters, mediaSorts } from '#db/media/list.ts'
import { type MediaKind, mediaKinds } from '#lib/media/library-item.ts'

export interface Place {
  q: string
  kind?: MediaKind
  filter: MediaFilter
  person?: string
  sort: MediaSort
  view: 'grid' | 'list'
  page: number
  item?: string
}

export type Asked = Partial<Record<keyof Place, string | string[]>>

/** Reads the parameters of an address. Unknown values count as missing. */
export function placeOf(asked: Asked): Place {
  const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value.trim() : '')
  return {
    q: one(asked.q),
    kind: mediaKinds.find((known) => known === asked.kind),
    filter: mediaFilters.find((known) => known === asked.filter) ?? 'all',
    person: one(asked.person) || undefined,
    sort: mediaSorts.find((known) => known === asked.sort) ?? 'latest',
    view: asked.view === 'list' ? 'list' : 'grid',
    page: Number(asked.page) || 1,
    item: one(asked.item) || undefined,
  }
}

/** Returns the address. A file is shown where it stands in the list. */
export function placeHref(place: Place): string {
  const usual: Partial<Record<keyof Place, unknown>> = { filter: 'all', sort: 'latest', view: 'grid', page: 1 }
  const query = new URLSearchParams()
  for (const name of ['q', 'kind', 'filter', 'person', 'sort', 'view', 'page', 'item'] as const) {
    const value = place[name]
    if (value && value !== usual[name]) query.set(name, String(value))
  }
  return `/studio/media${query.size ? `?${query}` : ''}${place.item ? `#m-${place.item}` : ''}`
}

/** Whether any filter or search is set. */
export const isFiltered = ({ q, kind, filter, person }: Place): boolean =>
  Boolean(q || kind || person) || filter !== 'all'
