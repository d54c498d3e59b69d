/** Lists the library: searched, filtered, sorted, and a page at a time. */

import { desc, inArray } from 'drizzle-orm'
import { collatorFor } from '#lib/intl.ts'
import { localeOf, rootLanguage } from '#lib/locale.ts'
import { kindOf, type MediaKind } from '#lib/media/library-item.ts'
import { correctAmong, type Meant } from '#lib/search/correct.ts'
import { matcherOf } from '#lib/search/terms.ts'
import { db } from '../client.ts'
import { type Media, media } from '../schema/library.ts'
import { notInTrash } from '../trash/in-trash.ts'
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
  /** Portraits of this person, and the images of texts with the person's card or quotes. */
  personId?: string
  sort?: MediaSort
  page?: number
}

export interface MediaPage {
  /** The files, each with the number of texts, people and organisations that use it. */
  items: (Media & { uses: number })[]
  total: number
  /** How many files there are, whatever the question. */
  all: number
  page: number
  pages: number
  /** How many files another kind or filter would show, all else being the same. */
  kinds: Record<MediaKind | 'all', number>
  filters: Record<MediaFilter, number>
}

type Row = Pick<Media, 'id' | 'filename' | 'mime' | 'bytes' | 'alt' | 'title' | 'caption' | 'credit' | 'licence'>

/** Returns the ids of all files that a question finds, at most a thousand. */
export async function listMediaIds(question: MediaQuestion): Promise<string[]> {
  const { found } = await findMedia(question)
  return found.slice(0, 1_000).map((row) => row.id)
}

/** Returns a page of the library. `search` looks in names, alternative texts, titles, captions and credits, å as a. */
export async function listMedia(question: MediaQuestion = {}): Promise<MediaPage> {
  const { all, found, ofKind, ofFilter, passes, uses } = await findMedia(question)
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
    all,
    page,
    pages,
    kinds: { all: ofFilter.length, image: images, document: ofFilter.length - images },
    filters: Object.fromEntries(
      mediaFilters.map((by) => [by, ofKind.filter((row) => passes(row, by)).length]),
    ) as MediaPage['filters'],
  }
}

/** Reads the library, and finds what the question asks for. */
async function findMedia(question: MediaQuestion) {
  const rows = await readRows()
  const uses = await countMediaUses()
  const withPerson = question.personId ? await listMediaWith(question.personId) : undefined
  const matches = matcherOf(question.search ?? '')
  const matching = rows.filter((row) => (withPerson?.has(row.id) ?? true) && matches(wordsOf(row)))
  const { kind, filter = 'all', sort = 'latest' } = question
  const passes = (row: Row, by: MediaFilter) => by === 'all' || (by === 'unused' ? !uses.has(row.id) : lacks(row, by))
  const ofKind = matching.filter((row) => !kind || kindOf(row.mime) === kind)
  const ofFilter = matching.filter((row) => passes(row, filter))
  const found = ofKind.filter((row) => passes(row, filter)).sort(orders[sort])
  return { all: rows.length, found, ofKind, ofFilter, passes, uses }
}

function readRows(): Promise<Row[]> {
  const { id, filename, mime, bytes, alt, title, caption, credit, licence } = media
  return db
    .select({ id, filename, mime, bytes, alt, title, caption, credit, licence })
    .from(media)
    .where(notInTrash('media', media.id))
    .orderBy(desc(media.createdAt), desc(media.id))
}

/** The query returns the latest first. */
const orders: Record<MediaSort, (a: Row, b: Row) => number> = {
  latest: () => 0,
  name: (a, b) => collatorFor(localeOf(rootLanguage), { numeric: true }).compare(a.filename, b.filename),
  size: (a, b) => b.bytes - a.bytes,
}

/** Whether an image lacks what it ought to have. A document lacks nothing. */
function lacks({ mime, alt, credit, licence }: Row, what: MediaFilter): boolean {
  const said = { 'missing-alt': Object.values(alt).join(''), 'missing-credit': credit, 'missing-licence': licence }
  return kindOf(mime) === 'image' && said[what as keyof typeof said].trim() === ''
}

const wordsOf = ({ filename, alt, title, caption, credit }: Row): string =>
  [filename, ...[alt, title, caption].flatMap((said) => Object.values(said)), credit].join(' ')

/** Returns what may have been meant by a search that finds nothing, all else of the question being the same. */
export const suggestMediaSearch = async (question: MediaQuestion): Promise<Meant | undefined> =>
  correctAmong(
    question.search ?? '',
    (await readRows()).map(wordsOf),
    async (search) => (await listMediaIds({ ...question, search })).length,
  )
