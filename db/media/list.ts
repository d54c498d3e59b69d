/** The library as it is looked through: searched, filtered, sorted and a page at a time. */

import { desc, inArray } from 'drizzle-orm'
import { collatorFor } from '#lib/intl.ts'
import { localeOf, rootLanguage } from '#lib/locale.ts'
import { kindOf, type MediaKind } from '#lib/media/library-item.ts'
import { fold } from '#lib/search/terms.ts'
import { db } from '../client.ts'
import { type Media, media } from '../schema.ts'
import { countMediaUses, listMediaWith } from './uses.ts'

export const mediaFilters = ['all', 'unused', 'missing-alt', 'missing-credit', 'missing-licence'] as const
export type MediaFilter = (typeof mediaFilters)[number]
export const mediaSorts = ['latest', 'name', 'size'] as const
export type MediaSort = (typeof mediaSorts)[number]
export const mediaPageSize = 24

export interface MediaQuestion {
  search?: string
  kind?: MediaKind
  filter?: MediaFilter
  /** Portraits of this person, and what stands in texts where the person does. */
  personId?: string
  sort?: MediaSort
  page?: number
}

export interface MediaPage {
  /** Each with the number of texts, people and organisations that use it. */
  items: (Media & { uses: number })[]
  total: number
  page: number
  pages: number
  /** How many there would be with another kind or another filter, all else being the same. */
  kinds: Record<MediaKind | 'all', number>
  filters: Record<MediaFilter, number>
}

type Row = Pick<Media, 'id' | 'filename' | 'mime' | 'bytes' | 'alt' | 'title' | 'caption' | 'credit' | 'licence'>

/** A page of the library. `search` looks in names, alt texts, titles, captions and credits, å as a. */
export async function listMedia(question: MediaQuestion = {}): Promise<MediaPage> {
  const { id, filename, mime, bytes, alt, title, caption, credit, licence } = media
  const rows: Row[] = await db
    .select({ id, filename, mime, bytes, alt, title, caption, credit, licence })
    .from(media)
    .orderBy(desc(media.createdAt), desc(media.id))
  const uses = await countMediaUses()
  const withPerson = question.personId ? await listMediaWith(question.personId) : undefined
  const words = fold(question.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const matching = rows.filter((row) => (withPerson?.has(row.id) ?? true) && says(row, words))
  const { kind, filter = 'all', sort = 'latest' } = question
  const passes = (row: Row, by: MediaFilter) => by === 'all' || (by === 'unused' ? !uses.has(row.id) : lacks(row, by))
  const ofKind = matching.filter((row) => !kind || kindOf(row.mime) === kind)
  const ofFilter = matching.filter((row) => passes(row, filter))
  const found = ofKind.filter((row) => passes(row, filter)).sort(orders[sort])
  const pages = Math.max(1, Math.ceil(found.length / mediaPageSize))
  const page = Math.min(Math.max(1, Math.trunc(question.page ?? 1)), pages)
  const ids = found.slice((page - 1) * mediaPageSize, page * mediaPageSize).map((row) => row.id)
  const items = ids.length ? await db.query.media.findMany({ where: inArray(media.id, ids) }) : []
  const images = ofFilter.filter((row) => kindOf(row.mime) === 'image').length
  return {
    items: items
      .sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
      .map((item) => ({ ...item, uses: uses.get(item.id) ?? 0 })),
    total: found.length,
    page,
    pages,
    kinds: { all: ofFilter.length, image: images, document: ofFilter.length - images },
    filters: Object.fromEntries(
      mediaFilters.map((by) => [by, ofKind.filter((row) => passes(row, by)).length]),
    ) as MediaPage['filters'],
  }
}

/** The latest first is how they come. */
const orders: Record<MediaSort, (a: Row, b: Row) => number> = {
  latest: () => 0,
  name: (a, b) => collatorFor(localeOf(rootLanguage), { numeric: true }).compare(a.filename, b.filename),
  size: (a, b) => b.bytes - a.bytes,
}

/** What an image ought to have and a document can do without. */
function lacks({ mime, alt, credit, licence }: Row, what: MediaFilter): boolean {
  const said = { 'missing-alt': Object.values(alt).join(''), 'missing-credit': credit, 'missing-licence': licence }
  return kindOf(mime) === 'image' && said[what as keyof typeof said].trim() === ''
}

function says(row: Row, words: string[]): boolean {
  if (words.length === 0) return true
  const texts = [row.alt, row.title, row.caption].flatMap((said) => Object.values(said))
  const said = fold([row.filename, ...texts, row.credit].join(' '))
  return words.every((word) => said.includes(word))
}
