/** The library: images and documents stored once by content, with what is said about each wherever it is used. */
import { parse } from 'node:path'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { inTurn } from '#lib/images/image-process.ts'
import { imageTypes } from '#lib/images/image-type.ts'
import {
  hashOfFile,
  mediaDirectory,
  receiveFile,
  remakeFaces,
  removeFile,
  storeDocument,
  storeImage,
} from '#lib/images/media-files.ts'
import { sniffDocument } from '#lib/library-document.ts'
import {
  documentTypes,
  fileTypeOf,
  isDocumentType,
  type LibraryFile,
  type LibraryItem,
  type MediaKind,
} from '#lib/library-item.ts'
import { type Localized, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { isDay } from '#lib/when.ts'
import { db, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { usesOf } from './media-uses.ts'
import { type Media, media, type User, users } from './schema.ts'
import { licences } from './types.ts'

const line = (most: number) => z.string().trim().max(most, { error: 'too-long' })
const perLanguage = (most: number) => z.partialRecord(z.enum(languages), line(most))
const percent = z.coerce.number({ error: 'percent' }).int({ error: 'percent' }).min(0, { error: 'percent' }).max(100, {
  error: 'percent',
})

/**
 * What is said about an image or a document. The alt text and caption are suggestions: each use decides for itself. What is
 * left out stays as it is.
 */
export const mediaSchema = z.object({
  alt: perLanguage(1_000).optional(),
  title: perLanguage(300).optional(),
  caption: perLanguage(1_000),
  credit: line(200),
  licence: z.union([z.literal(''), z.enum(licences)], { error: 'licence' }),
  terms: line(1_000).optional(),
  takenAt: z
    .string()
    .trim()
    .refine((day) => !day || isDay(day), { error: 'date' })
    .transform((day) => day || null)
    .optional(),
  focalX: percent.optional(),
  focalY: percent.optional(),
})
export type MediaInput = z.input<typeof mediaSchema>

type Source = { bytes: Buffer } | { path: string }
interface About {
  filename: string
  alt?: Localized
  title?: Localized
  caption?: Localized
  credit?: string
  licence?: MediaInput['licence']
  focal?: { x: number; y: number }
  /** How long to look for a smaller AVIF, 0 to 9. */
  effort?: number
  /** The only kind that can be used where it is wanted. */
  kind?: MediaKind
}

/**
 * Adds an image and makes its sizes, or a document; the same bytes again give what is already there. Refuses an empty file,
 * more than 50 MB or 100 megapixels, what is not a JPEG, PNG, WebP, AVIF, PDF, DOCX or ZIP whatever its name says, a broken
 * one, and a kind that was not asked for.
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
  const { alt = {}, title = {}, caption = {}, credit = '', licence = '' } = said
  const about = mediaSchema.parse({ alt, title, caption, credit, licence, focalX: focal.x, focalY: focal.y })
  const hash = await hashOfFile(path)
  const documentType = await sniffDocument(path)
  const kind = documentType ? 'document' : 'image'
  if (said.kind && said.kind !== kind) throw new Refusal(`${said.kind}-wanted`)
  return inTurn(async () => {
    const known = await db.query.media.findFirst({ where: eq(media.hash, hash) })
    if (known) return known
    const { type, sizes, ...facts } = documentType
      ? await storeDocument(path, hash, documentType)
      : await storeImage(path, hash, focal, said.effort)
    return write(async (tx) => {
      const [row] = await tx
        .insert(media)
        .values({
          ...about,
          ...facts,
          alt: about.alt ?? {},
          hash,
          filename: tidyFilename(said.filename, type),
          mime: isDocumentType(type) ? documentTypes[type] : imageTypes[type],
          renditions: sizes,
          createdAt: by.now,
          createdBy: by.actor?.id ?? null,
        })
        .onConflictDoNothing()
        .returning()
      const added = row ?? (await tx.query.media.findFirst({ where: eq(media.hash, hash) }))
      if (!added) throw new Error('the file was not written')
      if (row) await recordEvent(tx, { actor: by.actor, verb: 'add', noun: 'media', targetId: row.id, now: by.now })
      return added
    })
  })
}

/** The name without directories, control characters and a wrong ending. */
function tidyFilename(filename: string, type: ReturnType<typeof fileTypeOf>): string {
  const base = filename.split(/[/\\]/).at(-1) ?? ''
  const { name } = parse(
    base
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  return `${name.slice(0, 150) || (isDocumentType(type) ? 'dokument' : 'bild')}.${type}`
}

export async function getMedia(id: string): Promise<Media | undefined> {
  return db.query.media.findFirst({ where: eq(media.id, id) })
}

/**
 * Saves what is said about an image or a document and returns its new version; a moved focal point makes the faces again.
 * Refuses a stale version.
 */
export async function saveMedia(
  id: string,
  input: MediaInput,
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
    const { focalX = current.focalX, focalY = current.focalY } = values
    return current.renditions.length > 0 && (current.focalX !== focalX || current.focalY !== focalY)
  })
  if (moved) await followFocalPoint(id)
  return by.baseVersion + 1
}

/** Reads the point when its turn comes, so that of two moves the later one is what the faces show. */
async function followFocalPoint(id: string): Promise<void> {
  await inTurn(async () => {
    const row = await getMedia(id)
    if (row) await remakeFaces(row.hash, row.renditions, { x: row.focalX, y: row.focalY })
  })
}

/** Removes an image or a document and its files. Refuses one that something uses (`media-in-use`), older versions of texts included. */
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
  return { kind: 'image', id, filename, width, height, renditions, alt, caption, credit, licence, focalX, focalY }
}

/** What choosers get to know about an image or a document. */
export function libraryFile(file: Media): LibraryFile {
  const type = fileTypeOf(file.mime)
  if (!isDocumentType(type)) return libraryItem(file)
  const { id, filename, bytes, title, caption, credit, licence } = file
  return { kind: 'document', id, filename, type, bytes, title, caption, credit, licence }
}

/** Editors may change everything in the library, contributors what they have added. */
export const mayChangeMedia = (user: Pick<User, 'id' | 'role'>, image: Pick<Media, 'createdBy'>): boolean =>
  user.role !== 'contributor' || image.createdBy === user.id
