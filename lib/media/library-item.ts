/** A file of the library as the studio's choosers know it: an image or a document. */
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

/** What a file of the library is, by the type it was found to have. Also the ending of its name. */
export function fileTypeOf(mime: string): ImageType | DocumentType {
  const document = (Object.keys(documentTypes) as DocumentType[]).find((type) => documentTypes[type] === mime)
  return document ?? imageTypeOf(mime) ?? 'jpg'
}

export const isDocumentType = (type: string): type is DocumentType => type in documentTypes

export const kindOf = (mime: string): MediaKind => (isDocumentType(fileTypeOf(mime)) ? 'document' : 'image')

/** An image. */
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
  licence: string
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
  /** What readers see it called. */
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
}

/** The smallest size at least this wide, else the largest there is. */
export function sizeFor(item: Pick<LibraryItem, 'id' | 'fileVersion' | 'renditions'>, width: number): string {
  const size = item.renditions.find((rendition) => rendition.width >= width) ?? item.renditions.at(-1)
  return fileUrl(item, `${size?.width}.webp`)
}
