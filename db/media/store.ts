/**
 * Stores the files of the library: inspects what comes, stores it, and makes the derived files again when they have to
 * show or say something else.
 */
import { parse } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { imageTypeOf, imageTypes } from '#lib/images/image-type.ts'
import type { Marks } from '#lib/images/rights-metadata.ts'
import { type Language, languages } from '#lib/locale.ts'
import {
  type DocumentType,
  documentTypes,
  fileTypeOf,
  isDocumentType,
  type MediaKind,
} from '#lib/media/library-item.ts'
import { licenceName, licenceUrls } from '#lib/media/licence.ts'
import { sniffDocument } from '#lib/media/sniff-document.ts'
import { changeMediaFiles, hashOfFile, type MediaFiles } from '#lib/media/store.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { type Media, media } from '../schema/library.ts'

/** Returns the rights metadata for the copy that is downloaded. */
function marksOf({ credit, terms = '', licence }: { credit: string; terms?: string; licence: string }): Marks {
  const words = (language: Language) => licenceName(licence, language).replaceAll('\u00a0', ' ')
  return {
    credit,
    terms,
    licence: licence ? Object.fromEntries(languages.map((language) => [language, words(language)])) : {},
    licenceUrl: licenceUrls[licence] ?? '',
  }
}

/**
 * Makes the faces and the copy for download again from what is said about the image now, under new addresses. After two
 * changes at once they show the later one: the row is read when the job's turn comes.
 */
export async function renewFiles(id: string): Promise<void> {
  await changeMediaFiles(async (files) => {
    const row = await db.query.media.findFirst({ where: eq(media.id, id) })
    const type = row && imageTypeOf(row.mime)
    if (!row || !type) return
    const { hash, renditions, fileVersion, focalX, focalY } = row
    const version = fileVersion + 1
    const bytes = await files.renewImage(
      { hash, type, sizes: renditions, version: fileVersion },
      { focal: { x: focalX, y: focalY }, marks: marksOf(row), version },
    )
    await write(async (tx) => {
      await tx
        .update(media)
        .set({ bytes, fileVersion: version })
        .where(and(eq(media.id, id), eq(media.hash, hash)))
    })
    await files.removeOtherVersions(hash, version)
  })
}

/** Returns the hash of a file, and its type if it is a document. Refuses with `code` what is not of the wanted kind. */
export async function examineFile(path: string, kind: MediaKind | undefined, code: string) {
  const hash = await hashOfFile(path)
  const documentType = await sniffDocument(path)
  if (kind && (kind === 'document') !== Boolean(documentType)) throw new Refusal(code)
  return { hash, documentType }
}

/** Stores a file with everything made from it, and returns the columns that describe them. */
export async function storeFile(
  files: MediaFiles,
  path: string,
  hash: string,
  wanted: Pick<Media, 'credit' | 'licence' | 'focalX' | 'focalY'> & {
    terms?: string
    documentType: DocumentType | undefined
    effort?: number
    version: number
  },
) {
  const { documentType, focalX, focalY, effort, version } = wanted
  const { type, sizes, ...measures } = documentType
    ? await files.storeDocument(path, hash, documentType, version)
    : await files.storeImage(path, hash, { focal: { x: focalX, y: focalY }, marks: marksOf(wanted), effort, version })
  const mime = isDocumentType(type) ? documentTypes[type] : imageTypes[type]
  return { ...measures, hash, mime, renditions: sizes, fileVersion: version }
}

/** Returns a file name without directories, control characters and a wrong ending. */
export function tidyFilename(filename: string, mime: string): string {
  const type = fileTypeOf(mime)
  const base = filename.split(/[/\\]/).at(-1) ?? ''
  const { name } = parse(
    base
      .replace(/\p{Cc}/gu, '')
      .normalize('NFC')
      .trim(),
  )
  return `${name.slice(0, 150) || (isDocumentType(type) ? 'dokument' : 'bild')}.${type}`
}
