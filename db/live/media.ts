/** Images and documents as readers get them, and the files a stranger may fetch. */
import { and, eq, exists, gt, inArray, or } from 'drizzle-orm'
import { type Language, textIn } from '#lib/locale.ts'
import { type DocumentType, fileTypeOf, isDocumentType } from '#lib/media/library-item.ts'
import { db } from '../client.ts'
import { type MediaFile, mediaFile } from '../media/public-file.ts'
import { type Media, media, organisations } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import { releases, revisionMedia } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { live, portraitShown, type Visit } from './visible.ts'

export interface LiveImage
  extends Pick<
    Media,
    | 'id'
    | 'fileVersion'
    | 'width'
    | 'height'
    | 'renditions'
    | 'focalX'
    | 'focalY'
    | 'credit'
    | 'licence'
    | 'digitalSourceType'
    | 'mime'
    | 'bytes'
    | 'filename'
  > {
  /** The caption from the library; each use has an alternative text and a caption of its own. */
  caption: string
  /** The language of the caption, where it is not the reader's. */
  captionIn: Language | undefined
  /** The library's alternative text in the reader's language, for places that are no use of their own. */
  alt: string
}

/** The columns to select where a query joins the library. */
export const imageColumns = {
  id: media.id,
  fileVersion: media.fileVersion,
  width: media.width,
  height: media.height,
  renditions: media.renditions,
  focalX: media.focalX,
  focalY: media.focalY,
  credit: media.credit,
  licence: media.licence,
  digitalSourceType: media.digitalSourceType,
  mime: media.mime,
  bytes: media.bytes,
  filename: media.filename,
  caption: media.caption,
  alt: media.alt,
}

export function imageFrom(
  row: Omit<LiveImage, 'caption' | 'captionIn' | 'alt'> & Pick<Media, 'caption' | 'alt'>,
  language: Language,
): LiveImage {
  const { text, lang } = textIn(row.caption, language)
  return { ...row, caption: text, captionIn: lang, alt: row.alt[language] ?? '' }
}

/** Returns the images with these ids, without regard to who may see them: pass ids that a live release names. */
export async function imagesById(ids: string[], language: Language): Promise<Map<string, LiveImage>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select(imageColumns)
    .from(media)
    .where(and(inArray(media.id, ids), gt(media.width, 0), notInTrash('media', media.id)))
  return new Map(rows.map((row) => [row.id, imageFrom(row, language)]))
}

export interface LiveDocument extends Pick<Media, 'id' | 'fileVersion' | 'filename' | 'bytes' | 'credit' | 'licence'> {
  type: DocumentType
  /** The title that readers see, or the name of the file. */
  title: string
  caption: string
  /** The languages of title and caption, where they are not the reader's. */
  titleIn: Language | undefined
  captionIn: Language | undefined
}

/** Returns the documents with these ids, without regard to who may see them: pass ids that a live release names. */
export async function documentsById(ids: string[], language: Language): Promise<Map<string, LiveDocument>> {
  if (ids.length === 0) return new Map()
  const { id, fileVersion, filename, mime, bytes, title, caption, credit, licence } = media
  const rows = await db
    .select({ id, fileVersion, filename, mime, bytes, title, caption, credit, licence })
    .from(media)
    .where(and(inArray(media.id, ids), notInTrash('media', media.id)))
  const documents = rows.flatMap(({ mime: found, ...row }): LiveDocument[] => {
    const type = fileTypeOf(found)
    if (!isDocumentType(type)) return []
    const [named, about] = [textIn(row.title, language), textIn(row.caption, language)]
    const said = { title: named.text.trim() || row.filename, caption: about.text }
    return [{ ...row, type, ...said, titleIn: named.lang, captionIn: about.lang }]
  })
  return new Map(documents.map((document) => [document.id, document]))
}

/**
 * Returns the file behind a public name (`original.pdf`) of an image or a document, or undefined, without regard to who
 * may see it: pass ids that a live release names.
 */
export async function getLiveFile(id: string, name: string): Promise<MediaFile | undefined> {
  const { hash, mime, renditions, fileVersion } = media
  const [stored] = await db
    .select({ hash, mime, renditions, fileVersion })
    .from(media)
    .where(and(eq(media.id, id), notInTrash('media', media.id)))
  return stored && mediaFile(stored, name)
}

/**
 * Whether a stranger may fetch the file now: a live release shows it, it is a portrait that may be shown, or a logo.
 */
export async function isLiveMedia(id: string, visit: Pick<Visit, 'now' | 'timeZone'>): Promise<boolean> {
  const inRelease = db
    .select({ id: revisionMedia.mediaId })
    .from(revisionMedia)
    .innerJoin(releases, eq(releases.liveRevisionId, revisionMedia.revisionId))
    .where(and(eq(revisionMedia.mediaId, media.id), live(visit.now)))
  const asPortrait = db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.portraitMediaId, media.id), portraitShown(visit)))
  const asLogo = db
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.logoMediaId, media.id), notInTrash('organisation', organisations.id)))
  const rows = await db
    .select({ id: media.id })
    .from(media)
    .where(
      and(eq(media.id, id), notInTrash('media', media.id), or(exists(inRelease), exists(asPortrait), exists(asLogo))),
    )
  return rows.length > 0
}
