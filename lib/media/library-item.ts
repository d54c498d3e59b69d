/** Describes a media file as the studio's pickers show it: an image or a document. */
import { type ImageType, imageTypeOf } from '../images/image-type.ts'
import type { Localized } from '../locale.ts'
import { fileUrl } from '../urls.ts'

export const documentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
} as const
export type DocumentType = keyof typeof documentTypes

/** The largest file the library takes. */
export const maxFileMegabytes = 50

export const mediaKinds = ['image', 'document'] as const
export type MediaKind = (typeof mediaKinds)[number]

/** Returns the type of a file by the MIME type it was stored under. It is also the ending of the file's name. */
export function fileTypeOf(mime: string): ImageType | DocumentType {
  const document = (Object.keys(documentTypes) as DocumentType[]).find((type) => documentTypes[type] === mime)
  return document ?? imageTypeOf(mime) ?? 'jpg'
}

export const isDocumentType = (type: string): type is DocumentType => type in documentTypes

export const kindOf = (mime: string): MediaKind => (isDocumentType(fileTypeOf(mime)) ? 'document' : 'image')

/** What stands between several names in one field, as EXIF has it. */
export const manyNames = '; '

/** An image of the library. */
export interface LibraryItem {
  kind: 'image'
  id: string
  fileVersion: number
  filename: string
  width: number
  height: number
  renditions: { width: number; height: number }[]
  alt: Localized
  caption: Localized
  credit: string
  /** Who took it by the file's own account, and the field that says so. */
  fileCredit: string
  fileCreditField: string
  licence: string
  digitalSourceType: string
  focalX: number
  focalY: number
}

export interface LibraryDocument {
  kind: 'document'
  id: string
  fileVersion: number
  filename: string
  type: DocumentType
  bytes: number
  /** The title that readers see. */
  title: Localized
  caption: Localized
  credit: string
  licence: string
}

export type LibraryFile = LibraryItem | LibraryDocument

export interface LibraryPage {
  items: LibraryFile[]
  total: number
  page: number
  pages: number
  /** What may have been meant by a search that finds nothing. */
  suggestion?: string
}

/** Returns the address of the smallest size that is at least this wide, else of the largest there is. */
export function sizeFor(item: Pick<LibraryItem, 'id' | 'fileVersion' | 'renditions'>, width: number): string {
  const size = item.renditions.find((rendition) => rendition.width >= width) ?? item.renditions.at(-1)
  return fileUrl(item, `${size?.width}.webp`)
}
