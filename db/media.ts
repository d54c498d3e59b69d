/** The library: images stored once by content, with what is said about each wherever it is used. */
import { stat } from 'node:fs/promises'
import { join, parse } from 'node:path'
import { desc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { inTurn } from '#lib/images/image-process.ts'
import { type ImageType, imageTypeOf, imageTypes, renditionTypes } from '#lib/images/image-type.ts'
import {
  hashOfFile,
  mediaDirectory,
  receiveFile,
  remakeFaces,
  removeFile,
  storeImage,
} from '#lib/images/media-files.ts'
import type { LibraryItem } from '#lib/library-item.ts'
import { type Localized, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { fold } from '#lib/search-terms.ts'
import { db, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { listUsedMedia, usesOf } from './media-uses.ts'
import { type Media, media, type User, users } from './schema.ts'
import { licences } from './types.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too-long' })
const perLanguage = (most: number) => z.partialRecord(z.enum(languages), line(most))
const percent = z.coerce.number({ error: 'percent' }).int({ error: 'percent' }).min(0, { error: 'percent' }).max(100, {
  error: 'percent',
})

/** What is said about an image. The alt text and caption are suggestions: each use decides for itself. */
export const mediaSchema = z.object({
  alt: perLanguage(1_000),
  caption: perLanguage(1_000),
  credit: line(200),
  licence: z.union([z.literal(''), z.enum(licences)], { error: 'licence' }),
  focalX: percent,
  focalY: percent,
})
export type MediaInput = z.infer<typeof mediaSchema>

type Source = { bytes: Buffer } | { path: string }
interface About {
  filename: string
  alt?: Localized
  caption?: Localized
  credit?: string
  licence?: MediaInput['licence']
  focal?: { x: number; y: number }
  /** How long to look for a smaller AVIF, 0 to 9. */
  effort?: number
}

/**
 * Adds an image and makes its sizes; the same bytes again give the image that is already there. Refuses an empty file,
 * more than 50 MB or 100 megapixels, what is not a JPEG, PNG, WebP or AVIF whatever its name says, and a broken image.
 */
export async function addMedia(file: Source & About, by: { actor: Actor | null; now: Date }): Promise<Media> {
  if ('path' in file) return addFile(file.path, file, by)
  const path = await receiveFile([file.bytes])
  try {
    return await addFile(path, file, by)
  } finally {
    await removeFile(path)
  }
}

async function addFile(path: string, said: About, by: { actor: Actor | null; now: Date }): Promise<Media> {
  const focal = said.focal ?? { x: 50, y: 50 }
  const { alt = {}, caption = {}, credit = '', licence = '' } = said
  const about = mediaSchema.parse({ alt, caption, credit, licence, focalX: focal.x, focalY: focal.y })
  const hash = await hashOfFile(path)
  return inTurn(async () => {
    const known = await db.query.media.findFirst({ where: eq(media.hash, hash) })
    if (known) return known
    const { type, width, height, bytes, sizes } = await storeImage(path, hash, focal, said.effort)
    return write(async (tx) => {
      const [row] = await tx
        .insert(media)
        .values({
          ...about,
          hash,
          filename: tidyFilename(said.filename, type),
          mime: imageTypes[type],
          bytes,
          width,
          height,
          renditions: sizes,
          createdAt: by.now,
          createdBy: by.actor?.id ?? null,
        })
        .onConflictDoNothing()
        .returning()
      const added = row ?? (await tx.query.media.findFirst({ where: eq(media.hash, hash) }))
      if (!added) throw new Error('the image was not written')
      if (row) await recordEvent(tx, { actor: by.actor, verb: 'add', noun: 'media', targetId: row.id, now: by.now })
      return added
    })
  })
}

/** The name without directories, control characters and a wrong ending. */
function tidyFilename(filename: string, type: ImageType): string {
  const base = filename.split(/[/\\]/).at(-1) ?? ''
  const { name } = parse(
    base
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  return `${name.slice(0, 150) || 'bild'}.${type}`
}

export async function getMedia(id: string): Promise<Media | undefined> {
  return db.query.media.findFirst({ where: eq(media.id, id) })
}

export const mediaFilters = ['all', 'unused', 'missing-alt', 'missing-credit'] as const
export type MediaFilter = (typeof mediaFilters)[number]
export const mediaPageSize = 24

/** A page of the library, latest first. `search` looks in names, alt texts, captions and credits, å as a. */
export async function listMedia(
  question: { search?: string; filter?: MediaFilter; page?: number } = {},
): Promise<{ items: Media[]; total: number; page: number; pages: number }> {
  const rows = await db
    .select({ id: media.id, filename: media.filename, alt: media.alt, caption: media.caption, credit: media.credit })
    .from(media)
    .orderBy(desc(media.createdAt), desc(media.id))
  const used = question.filter === 'unused' ? await listUsedMedia() : new Set<string>()
  const words = fold(question.search ?? '')
    .split(/\s+/)
    .filter(Boolean)
  const found = rows.filter((row) => {
    if (question.filter === 'unused' && used.has(row.id)) return false
    if (question.filter === 'missing-alt' && Object.values(row.alt).some((text) => text.trim())) return false
    if (question.filter === 'missing-credit' && row.credit.trim()) return false
    const said = fold([row.filename, ...Object.values(row.alt), ...Object.values(row.caption), row.credit].join(' '))
    return words.every((word) => said.includes(word))
  })
  const pages = Math.max(1, Math.ceil(found.length / mediaPageSize))
  const page = Math.min(Math.max(1, question.page ?? 1), pages)
  const ids = found.slice((page - 1) * mediaPageSize, page * mediaPageSize).map((row) => row.id)
  const items = ids.length ? await db.query.media.findMany({ where: inArray(media.id, ids) }) : []
  items.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
  return { items, total: found.length, page, pages }
}

/**
 * Saves what is said about an image and returns its new version; a moved focal point makes its faces again. Refuses a
 * stale version.
 */
export async function saveMedia(
  id: string,
  input: z.input<typeof mediaSchema>,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = mediaSchema.parse(input)
  const moved = await write(async (tx) => {
    const current = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!current) throw new Refusal('unknown-media')
    if (current.version !== by.baseVersion) throw new Refusal('stale', { details: { version: current.version } })
    await tx
      .update(media)
      .set({ ...values, version: current.version + 1 })
      .where(eq(media.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'media', targetId: id, now: by.now })
    return current.focalX !== values.focalX || current.focalY !== values.focalY
  })
  if (moved) await followFocalPoint(id)
  return by.baseVersion + 1
}

/** Moves the focal point and makes the faces again. Refuses a stale version. */
export async function setFocalPoint(
  id: string,
  focal: { x: number; y: number },
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<void> {
  const current = await getMedia(id)
  if (!current) throw new Refusal('unknown-media')
  const { alt, caption, credit, licence } = current
  const said = mediaSchema.pick({ licence: true }).parse({ licence })
  await saveMedia(id, { alt, caption, credit, ...said, focalX: focal.x, focalY: focal.y }, by)
}

/** Reads the point when its turn comes, so that of two moves the later one is what the faces show. */
async function followFocalPoint(id: string): Promise<void> {
  await inTurn(async () => {
    const row = await getMedia(id)
    if (row) await remakeFaces(row.hash, row.renditions, { x: row.focalX, y: row.focalY })
  })
}

/** Removes an image and its files. Refuses one that something uses (`media-in-use`), older versions of texts included. */
export async function deleteMedia(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  const removed = await write(async (tx) => {
    const current = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!current) throw new Refusal('unknown-media')
    const uses = await usesOf(id, tx)
    if (uses.length) throw new Refusal('media-in-use', { details: { count: uses.length } })
    await tx.delete(media).where(eq(media.id, id))
    const details = { filename: current.filename }
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'media', targetId: id, details, now: by.now })
    return current
  })
  await inTurn(async () => {
    const again = await db.query.media.findFirst({ where: eq(media.hash, removed.hash) })
    if (!again) await removeFile(mediaDirectory(removed.hash))
  })
}

/** The name of whoever added the image, unless it was the newsroom itself. */
export async function uploaderOf(image: Pick<Media, 'createdBy'>): Promise<string | undefined> {
  if (!image.createdBy) return undefined
  return (await db.query.users.findFirst({ where: eq(users.id, image.createdBy) }))?.name
}

/** What choosers get to know about an image. */
export function libraryItem(image: Media): LibraryItem {
  const { id, filename, width, height, renditions, alt, caption, credit, licence, focalX, focalY } = image
  return { id, filename, width, height, renditions, alt, caption, credit, licence, focalX, focalY }
}

/** Editors may change every image, contributors those they have added. */
export const mayChangeMedia = (user: Pick<User, 'id' | 'role'>, image: Pick<Media, 'createdBy'>): boolean =>
  user.role !== 'contributor' || image.createdBy === user.id

/** The file behind a public name (`960.avif`, `face.webp`, `original.jpg`), or undefined for every other name. */
export async function mediaFile(
  image: Pick<Media, 'hash' | 'mime' | 'renditions'>,
  name: string,
): Promise<{ path: string; mime: string; size: number } | undefined> {
  const originalType = imageTypeOf(image.mime)
  const [stem, type] = name.split('.', 2)
  const isOriginal = originalType !== undefined && name === `original.${originalType}`
  const isMade =
    renditionTypes.some((known) => known === type) &&
    (name === `face.${type}` || image.renditions.some(({ width }) => name === `${width}.${type}`))
  if (!stem || !(isOriginal || isMade)) return undefined
  const path = join(mediaDirectory(image.hash), name)
  const found = await stat(path).catch(() => undefined)
  return found && { path, mime: imageTypes[type as ImageType], size: found.size }
}
