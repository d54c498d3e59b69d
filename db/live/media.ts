/** Images and documents as readers get them, and the files a stranger may fetch. */
import { and, eq, exists, or, sql } from 'drizzle-orm'
import { type Language, textIn } from '#lib/locale.ts'
import { type DocumentType, fileTypeOf, isDocumentType } from '#lib/media/library-item.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { type MediaFile, mediaFile } from '../media/public-file.ts'
import { type Media, media, organisations } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import { publishedVersions } from '../schema/published.ts'
import { releases, revisionMedia } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { asked, dayOf, live, portraitShown, presented, readable, type Visit } from './visible.ts'

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

export interface LiveDocument extends Pick<Media, 'id' | 'fileVersion' | 'filename' | 'bytes' | 'credit' | 'licence'> {
  type: DocumentType
  /** The title that readers see, or the name of the file. */
  title: string
  caption: string
  /** The languages of title and caption, where they are not the reader's. */
  titleIn: Language | undefined
  captionIn: Language | undefined
}

/**
 * Returns the images and documents with these ids, without regard to who may see them: pass ids that a live release
 * names.
 */
export async function mediaById(
  ids: string[],
  language: Language,
): Promise<{ images: Map<string, LiveImage>; documents: Map<string, LiveDocument> }> {
  const images = new Map<string, LiveImage>()
  const documents = new Map<string, LiveDocument>()
  const rows = ids.length ? await mediaQuery().execute({ ids: [...new Set(ids)] }) : []
  for (const { title, ...row } of rows) {
    if (row.width > 0) images.set(row.id, imageFrom(row, language))
    const document = documentFrom({ ...row, title }, language)
    if (document) documents.set(row.id, document)
  }
  return { images, documents }
}

/** Returns the images with these ids, without regard to who may see them: pass ids that a live release names. */
export const imagesById = async (ids: string[], language: Language): Promise<Map<string, LiveImage>> =>
  (await mediaById(ids, language)).images

/** Returns the documents with these ids, without regard to who may see them: pass ids that a live release names. */
export const documentsById = async (ids: string[], language: Language): Promise<Map<string, LiveDocument>> =>
  (await mediaById(ids, language)).documents

const mediaQuery = prepared((reader) =>
  reader
    .select({ ...imageColumns, title: media.title })
    .from(media)
    .where(and(among(media.id, sql.placeholder('ids')), notInTrash('media', media.id)))
    .prepare(),
)

function documentFrom(
  row: Pick<Media, 'id' | 'fileVersion' | 'filename' | 'mime' | 'bytes' | 'title' | 'caption' | 'credit' | 'licence'>,
  language: Language,
): LiveDocument | undefined {
  const type = fileTypeOf(row.mime)
  if (!isDocumentType(type)) return undefined
  const { id, fileVersion, filename, bytes, credit, licence } = row
  const [named, about] = [textIn(row.title, language), textIn(row.caption, language)]
  const said = { title: named.text.trim() || filename, caption: about.text }
  return {
    id,
    fileVersion,
    filename,
    bytes,
    credit,
    licence,
    type,
    ...said,
    titleIn: named.lang,
    captionIn: about.lang,
  }
}

/**
 * Returns the file behind a public name (`original.pdf`) of an image or a document, or undefined, without regard to who
 * may see it: pass ids that a live release names.
 */
export async function getLiveFile(id: string, name: string): Promise<MediaFile | undefined> {
  const [stored] = await fileQuery().execute({ id })
  return stored && mediaFile(stored, name)
}

const fileQuery = prepared((reader) => {
  const { hash, mime, renditions, fileVersion } = media
  return reader
    .select({ hash, mime, renditions, fileVersion })
    .from(media)
    .where(and(eq(media.id, sql.placeholder('id')), notInTrash('media', media.id)))
    .prepare()
})

/**
 * Whether a stranger may fetch the file now: a live release or an earlier version of one shows it, it is a portrait that may be shown, or a logo.
 */
export const isLiveMedia = async (id: string, visit: Pick<Visit, 'now' | 'timeZone'>): Promise<boolean> =>
  (await isLiveQuery().execute({ id, now: visit.now, ...dayOf(visit) })).length > 0

const isLiveQuery = prepared((reader) => {
  const inRelease = reader
    .select({ id: revisionMedia.mediaId })
    .from(revisionMedia)
    .innerJoin(releases, eq(releases.liveRevisionId, revisionMedia.revisionId))
    .where(and(eq(revisionMedia.mediaId, media.id), live(asked.now)))
  const inVersion = reader
    .select({ id: revisionMedia.mediaId })
    .from(revisionMedia)
    .innerJoin(publishedVersions, eq(publishedVersions.revisionId, revisionMedia.revisionId))
    .innerJoin(releases, eq(releases.id, publishedVersions.releaseId))
    .where(and(eq(revisionMedia.mediaId, media.id), readable(asked.now)))
  const asPortrait = reader
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.portraitMediaId, media.id), portraitShown(asked.today), presented(asked.now)))
  const asLogo = reader
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(eq(organisations.logoMediaId, media.id), notInTrash('organisation', organisations.id)))
  return reader
    .select({ id: media.id })
    .from(media)
    .where(
      and(
        eq(media.id, sql.placeholder('id')),
        notInTrash('media', media.id),
        or(exists(inRelease), exists(inVersion), exists(asPortrait), exists(asLogo)),
      ),
    )
    .prepare()
})
