/** Where in the library somebody is: what is searched for, what is left out, which page, which image. */
import type { MediaFilter } from '#db/media-list.ts'

export interface Place {
  q: string
  filter: MediaFilter
  page: number
  item?: string
}

/** The address of a place. An image is shown where it stands in the list. */
export function placeHref({ q, filter, page, item }: Place): string {
  const query = new URLSearchParams()
  if (q) query.set('q', q)
  if (filter !== 'all') query.set('filter', filter)
  if (page > 1) query.set('page', String(page))
  if (item) query.set('item', item)
  return `/studio/media${query.size ? `?${query}` : ''}${item ? `#m-${item}` : ''}`
}
