/** The files behind the library's public addresses. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type ImageType, imageTypes, renditionTypes } from '#lib/images/image-type.ts'
import { mediaDirectory } from '#lib/images/media-files.ts'
import { fileTypeOf } from '#lib/library-item.ts'
import type { Media } from './schema.ts'

/**
 * The file behind a public name (`960.avif`, `face.webp`, `original.jpg`, `original.pdf`), or undefined for every other
 * name. A document is its original and nothing else.
 */
export async function mediaFile(
  image: Pick<Media, 'hash' | 'mime' | 'renditions'>,
  name: string,
): Promise<{ path: string; mime: string; size: number } | undefined> {
  const [stem, type] = name.split('.', 2)
  const isOriginal = name === `original.${fileTypeOf(image.mime)}`
  const isMade =
    image.renditions.length > 0 &&
    renditionTypes.some((known) => known === type) &&
    (name === `face.${type}` || image.renditions.some(({ width }) => name === `${width}.${type}`))
  if (!stem || !(isOriginal || isMade)) return undefined
  const path = join(mediaDirectory(image.hash), name)
  const found = await stat(path).catch(() => undefined)
  return found && { path, mime: isOriginal ? image.mime : imageTypes[type as ImageType], size: found.size }
}
