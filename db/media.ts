/** The library stores each image and document once, by its content, with the texts and rights that go with it. */
import { isDeepStrictEqual } from 'node:util'
import { eq, sql } from 'drizzle-orm'
import { isTiff, sniffImage } from '#lib/images/image-type.ts'
import { tidyFilename } from '#lib/media/filename.ts'
import {
  fileTypeOf,
  isDocumentType,
  kindOf,
  type LibraryFile,
  type LibraryItem,
  type MediaKind,
} from '#lib/media/library-item.ts'
import { headOf, sniffDocument } from '#lib/media/sniff-document.ts'
import { type Bytes, type ReceivedFile, withReceived } from '#lib/media/store.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, write } from './client.ts'
import { among } from './dialect.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, recordEvent } from './events.ts'
import { type About, aboutOf, mediaSchema } from './media/about.ts'
import { captionsInFiles, spoken } from './media/captions.ts'
import { changeFiles } from './media/files.ts'
import { renewFiles } from './media/renew.ts'
import { tidyFiles, writeStored } from './media/tidy.ts'
import { usesOf } from './media/uses.ts'
import { type Member, may } from './permissions.ts'
import { type Media, media } from './schema/library.ts'
import { users } from './schema/users.ts'
import { refuseTrashed, takeFromTrash, trashedSince } from './trash/in-trash.ts'
import { restoreTrashed } from './trash.ts'
import { requireVersion } from './versions.ts'

/**
 * Adds an image and makes its sizes, or adds a document; the same bytes again return what is already there. Refuses an
 * empty file, more than 50 MB or 100 megapixels, a broken file, any type but JPEG, PNG, WebP, AVIF, TIFF, PDF, DOCX and ZIP
 * (whatever its name says), and a kind that was not asked for.
 */
export async function addMedia(
  { bytes, ...said }: About & { bytes: Buffer },
  by: { actor: Actor | null; now: Date },
): Promise<Media> {
  return (await receiveMedia({ ...said, body: [bytes] }, by)).file
}

/**
 * Does the same from a stream, and tells whether the file is new to the library. One that lies in the trash is taken back.
 */
export async function receiveMedia(
  { body, ...said }: About & { body: Bytes },
  by: { actor: Actor | null; now: Date },
): Promise<{ file: Media; isNew: boolean }> {
  return withReceived(body, async (received) => {
    const documentType = await documentTypeOf(received, said.kind, `${said.kind}-wanted`)
    return changeFiles(async (files) => {
      const isThis = eq(media.hash, received.hash)
      const known = await db.query.media.findFirst({ where: isThis })
      if (known) {
        await takeBackFile(known.id, by)
        return { file: known, isNew: false }
      }
      const about = await aboutOf(said, documentType ? undefined : await files.readRemarks(received))
      const stored = await files.store(received, { ...about, documentType, effort: said.effort, version: 1 })
      const added = await writeStored(files, stored, async (tx) => {
        const filename = tidyFilename(said.filename, stored.mime)
        const [row] = await tx
          .insert(media)
          .values({
            ...about,
            ...stored,
            filename,
            writtenCaption: spoken(about.caption),
            createdAt: by.now,
            createdBy: by.actor?.id ?? null,
          })
          .onConflictDoNothing()
          .returning()
        if (row) await recordEvent(tx, { actor: by.actor, verb: 'add', noun: 'media', targetId: row.id, now: by.now })
        return row
      })
      // Another process may have stored it first.
      const file = added ?? (await db.query.media.findFirst({ where: isThis }))
      if (!file) throw new Error('the file was not written')
      return { file, isNew: added !== undefined }
    })
  })
}

/** Takes a file back from the trash when somebody adds it again. */
async function takeBackFile(id: string, by: { actor: Actor | null; now: Date }) {
  const lying = await trashedSince('media', id)
  if (lying) await write((tx) => restoreTrashed(tx, 'media', id, { ...by, since: lying.at }))
}

/** Returns the type of a document, or undefined for an image. Refuses with `code` what is not of the wanted kind. */
async function documentTypeOf({ path }: ReceivedFile, kind: MediaKind | undefined, code: string) {
  const type = await sniffDocument(path)
  const isOther = kind && (kind === 'document') !== Boolean(type)
  if (!isOther) return type
  const head = await headOf(path)
  // What is no document need not be an image, and is refused for what it is.
  if (!type && !isTiff(head)) sniffImage(head)
  throw new Refusal(code)
}

/**
 * Replaces a file: whatever uses it shows the new one, under new addresses, and its texts stay. Refuses an image for a
 * document and the other way round (`replace-kind`), a file that the library has already (`media-exists`), and
 * contributors where others have uploaded it (`media-of-others`) or readers may see it (`media-shown`).
 */
export async function replaceMedia(
  id: string,
  { body, filename }: { body: Bytes; filename: string },
  by: { actor: Member; now: Date },
): Promise<Media> {
  return withReceived(body, async (received) => {
    const current = await getChangeable(id, by.actor)
    await refuseTrashed(db, 'media', id)
    const isShown = (await usesOf(id)).some((use) => use.noun !== 'release' || use.in.includes('live'))
    if (isShown && !may(by.actor, 'replace-shown-media', current)) throw new Refusal('media-shown')
    const documentType = await documentTypeOf(received, kindOf(current.mime), 'replace-kind')
    return changeFiles(async (files) => {
      const known = await db.query.media.findFirst({ where: eq(media.hash, received.hash) })
      if (known && known.id !== id) throw new Refusal('media-exists', { details: { name: known.filename } })
      const before = await getMedia(id)
      if (!before) throw new Refusal('unknown-media')
      if (known) return before
      // How it was made is a fact of the file and not of what is said about it.
      const made = documentType ? '' : (await files.readRemarks(received)).digitalSourceType
      const digitalSourceType = made || before.digitalSourceType
      const writtenCaption = await captionsInFiles(before, by.now)
      const said = { ...before, digitalSourceType, caption: writtenCaption }
      const stored = await files.store(received, { ...said, documentType, version: before.fileVersion + 1 })
      const after = await writeStored(files, stored, async (tx) => {
        const told = await fieldsOf(tx, 'media', id)
        const [row] = await tx
          .update(media)
          .set({ ...stored, digitalSourceType, writtenCaption, filename: tidyFilename(filename, stored.mime) })
          .where(eq(media.id, id))
          .returning()
        const about = { noun: 'media', targetId: id, before: told, details: { before: before.filename } }
        if (row) await recordEvent(tx, { actor: by.actor, verb: 'replace', ...about, now: by.now })
        return row
      })
      await tidyFiles(files, after ? before.hash : received.hash)
      if (!after) throw new Refusal('unknown-media')
      return after
    })
  })
}

export async function getMedia(id: string): Promise<Media | undefined> {
  return (await listFiles([id]))[0]
}

/** Returns the files with these ids, in no particular order. */
export async function listFiles(ids: string[]): Promise<Media[]> {
  return ids.length ? mediaQuery().execute({ ids }) : []
}

const mediaQuery = prepared((reader) =>
  reader
    .select()
    .from(media)
    .where(among(media.id, sql.placeholder('ids')))
    .prepare(),
)

/**
 * Saves what is said about an image or a document and returns its new version. An image's files follow: faces are cut
 * round the focal point, and the copy for download carries the credit. Refuses a stale version.
 */
export async function saveMedia(
  id: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<number> {
  const values = mediaSchema.parse(input)
  const changed = await write(async (tx) => {
    const row = await tx.query.media.findFirst({ where: eq(media.id, id) })
    const current = requireVersion(row, by.baseVersion, 'unknown-media')
    await refuseTrashed(tx, 'media', id)
    const before = await fieldsOf(tx, 'media', id)
    await tx
      .update(media)
      .set({ ...values, version: current.version + 1 })
      .where(eq(media.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'media', targetId: id, before, now: by.now })
    const isOtherwise = (name: 'focalX' | 'focalY' | 'credit' | 'licence' | 'terms' | 'digitalSourceType') =>
      values[name] !== undefined && values[name] !== current[name]
    return {
      isRefocused: isOtherwise('focalX') || isOtherwise('focalY'),
      isRecaptioned: !isDeepStrictEqual(spoken(values.caption), spoken(current.caption)),
      isRemarked: (['credit', 'licence', 'terms', 'digitalSourceType'] as const).some(isOtherwise),
    }
  })
  if (Object.values(changed).some(Boolean)) await renewFiles(id, by.now, changed)
  return by.baseVersion + 1
}

/** Removes an image or a document and its files. Refuses one that something uses (`media-in-use`), older versions of texts included. */
export async function deleteMedia(id: string, by: { actor: Actor | null; now: Date }): Promise<void> {
  const removed = await write(async (tx) => {
    const current = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!current) throw new Refusal('unknown-media')
    const uses = await usesOf(id, tx)
    if (uses.length) throw new Refusal('media-in-use', { details: { count: uses.length } })
    await takeFromTrash(tx, 'media', id)
    await tx.delete(media).where(eq(media.id, id))
    const details = { filename: current.filename }
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'media', targetId: id, details, now: by.now })
    return current
  })
  await changeFiles((files) => tidyFiles(files, removed.hash))
}

/** Returns the name of whoever added the image, unless the newsroom itself did. */
export async function uploaderOf(image: Pick<Media, 'createdBy'>): Promise<string | undefined> {
  if (!image.createdBy) return undefined
  return (await db.query.users.findFirst({ where: eq(users.id, image.createdBy) }))?.name
}

/** Returns an image as the studio's pickers show it. */
export function libraryItem(image: Media): LibraryItem {
  const { id, fileVersion, filename, width, height, renditions, alt, caption, credit, licence, focalX, focalY } = image
  const { fileCredit, fileCreditField, digitalSourceType } = image
  return {
    kind: 'image',
    id,
    fileVersion,
    filename,
    width,
    height,
    renditions,
    alt,
    caption,
    credit,
    fileCredit,
    fileCreditField,
    licence,
    digitalSourceType,
    focalX,
    focalY,
  }
}

/** Returns an image or a document as the studio's pickers show it. */
export function libraryFile(file: Media): LibraryFile {
  const type = fileTypeOf(file.mime)
  if (!isDocumentType(type)) return libraryItem(file)
  const { id, fileVersion, filename, bytes, title, caption, credit, licence } = file
  return { kind: 'document', id, fileVersion, filename, type, bytes, title, caption, credit, licence }
}

/** Returns a file that is about to be changed. Refuses contributors what others have added (`media-of-others`). */
export async function getChangeable(id: string, user: Member): Promise<Media> {
  const file = await getMedia(id)
  if (!file) throw new Refusal('unknown-media')
  if (!may(user, 'edit-media', file)) throw new Refusal('media-of-others')
  return file
}
