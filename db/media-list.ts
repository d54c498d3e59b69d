/** The library as it is looked through: searched, filtered and a page at a time. */
import { desc, inArray } from 'drizzle-orm'
import { kindOf, type MediaKind } from '#lib/library-item.ts'
import { fold } from '#lib/search-terms.ts'
import { db } from './client.ts'
import { listUsedMedia } from './media-uses.ts'
import { type Media, media } from './schema.ts'

export const mediaFilters = ['all', 'unused', 'missing-alt', 'missing-credit'] as const
export type MediaFilter = (typeof mediaFilters)[number]
export const mediaPageSize = 24

/** A page of the library, latest first. `search` looks in names, alt texts, titles, captions and credits, å as a. */
export async function listMedia(
  question: { search?: string; kind?: MediaKind; filter?: MediaFilter; page?: number } = {},
): Promise<{ items: Media[]; total: number; page: number; pages: number }> {
  const { id, filename, mime, alt, title, caption, credit } = media
  const rows = await db
    .select({ id, filename, mime, alt, title, caption, credit })
    .from(media)
    .orderBy(desc(media.createdAt), desc(media.id))
  const used = question.filter === 'unused' ? await listUsedMedia() : new Set<string>()
  const words = fold(question.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const found = rows.filter((row) => {
    const isImage = kindOf(row.mime) === 'image'
    if (question.kind && isImage !== (question.kind === 'image')) return false
    if (question.filter === 'unused' && used.has(row.id)) return false
    if (question.filter === 'missing-alt' && !(isImage && isEmpty(Object.values(row.alt).join('')))) return false
    if (question.filter === 'missing-credit' && !(isImage && isEmpty(row.credit))) return false
    const texts = [row.alt, row.title, row.caption].flatMap((said) => Object.values(said))
    const said = fold([row.filename, ...texts, row.credit].join(' '))
    return words.every((word) => said.includes(word))
  })
  const pages = Math.max(1, Math.ceil(found.length / mediaPageSize))
  const page = Math.min(Math.max(1, question.page ?? 1), pages)
  const ids = found.slice((page - 1) * mediaPageSize, page * mediaPageSize).map((row) => row.id)
  const items = ids.length ? await db.query.media.findMany({ where: inArray(media.id, ids) }) : []
  items.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { items, total: found.length, page, pages }
}

const isEmpty = (text: string) => text.trim() === ''
