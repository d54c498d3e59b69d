/** Finds the files behind the library's public addresses. */
import { faceSizes, type ImageType, imageTypes, renditionTypes } from '#lib/images/image-type.ts'
import type { FoundFile } from '#lib/media/file-store.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import { findRendition } from '#lib/media/store.ts'
import type { Media } from '../schema/library.ts'

type Stored = Pick<Media, 'hash' | 'mime' | 'renditions' | 'fileVersion'>

export interface MediaFile extends FoundFile {
  mime: string
  isOriginal: boolean
  /** Whether the name states a version: what it names then never changes. */
  isVersioned: boolean
}

/**
 * Returns the file behind a public name (`960-2.avif`, `face.webp`, `original.pdf`), or undefined for every other name.
 * A document has only its original.
 */
export async function mediaFile(image: Stored, name: string): Promise<MediaFile | undefined> {
  const { stem, type, asked, wanted } = partsOf(name)
  const version = image.fileVersion
  if (standInFor(image, stem, type) !== wanted || (asked ?? version) !== version) return undefined
  const found = await findRendition(image.hash, wanted, version)
  const isOriginal = stem === 'original'
  const mime = isOriginal ? image.mime : imageTypes[type as ImageType]
  return found && { ...found, mime, isOriginal, isVersioned: asked !== undefined }
}

/** Returns the present name for one that was good in an earlier version. */
export function movedName(image: Stored, name: string): string | undefined {
  const { stem, type, asked, wanted } = partsOf(name)
  const version = image.fileVersion
  const now = standInFor(image, stem, type)
  const isEarlier = asked === undefined ? now !== wanted && version > 1 : asked < version
  return now && isEarlier ? now.replace('.', `-${version}.`) : undefined
}

function partsOf(name: string) {
  const [, stem = '', number, type = ''] =
    /^(original|face(?:48|96)?|[1-9]\d{0,4})(?:-([1-9]\d{0,8}))?\.(\w+)$/.exec(name) ?? []
  return { stem, type, asked: number === undefined ? undefined : Number(number), wanted: `${stem}.${type}` }
}

/** Returns the name of the file that is most like the one asked for. */
function standInFor({ mime, renditions }: Stored, stem: string, type: string): string | undefined {
  if (stem === 'original') return `original.${fileTypeOf(mime)}`
  if (!stem || renditions.length === 0 || !renditionTypes.some((known) => known === type)) return undefined
  if (stem in faceSizes) return `${stem}.${type}`
  const size = renditions.find(({ width }) => width >= Number(stem)) ?? renditions.at(-1)
  return `${size?.width}.${type}`
}
