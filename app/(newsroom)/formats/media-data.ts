/** Turns images and files into open data. */
import type { z } from 'zod'
import { altOf } from '#components/rich-text/figure.tsx'
import type { LiveImage } from '#db/live/media.ts'
import type { LiveRelease } from '#db/live/release.ts'
import { downloadsIn, type Image, imagesIn } from '#lib/document/rich-text.ts'
import { absolute } from '#lib/env.ts'
import { digitalSourceUri } from '#lib/images/digital-source-type.ts'
import { fileTypeOf } from '#lib/media/library-item.ts'
import type * as shapes from '#lib/open-data/shapes.ts'
import { fileUrl } from '#lib/urls.ts'

type ImageData = z.input<typeof shapes.imageShape>

export const imageData = (image: LiveImage, said: { alt: string; caption?: string }): ImageData => ({
  id: image.id,
  alt: said.alt,
  caption: said.caption || image.caption,
  credit: image.credit,
  licence: image.licence,
  digitalSourceType: digitalSourceUri(image.digitalSourceType),
  original: {
    url: absolute(fileUrl(image, `original.${fileTypeOf(image.mime)}`)),
    type: image.mime,
    width: image.width,
    height: image.height,
    bytes: image.bytes,
  },
  sizes: image.renditions.map(({ width, height }) => ({
    url: absolute(fileUrl(image, `${width}.jpg`)),
    type: 'image/jpeg',
    width,
    height,
  })),
})

/** Returns an image with the alternative text and caption of one use. */
export const usedImage = (image: LiveImage, use: Image['attrs']): ImageData =>
  imageData(image, { alt: altOf(use), caption: use.caption })

/** Returns every image and file of a release, each once, the hero first. */
export function mediaData({ hero, body, images, documents }: LiveRelease): z.input<typeof shapes.mediaShape> {
  const uses = new Map([...(hero ? [hero] : []), ...imagesIn(body)].toReversed().map((use) => [use.mediaId, use]))
  const files = new Map(downloadsIn(body).map((use) => [use.mediaId, use]))
  return {
    images: [...uses.values()].toReversed().flatMap((use) => {
      const image = images.get(use.mediaId)
      return image ? [usedImage(image, use)] : []
    }),
    files: [...files.values()].flatMap((use) => {
      const found = documents.get(use.mediaId)
      if (!found) return []
      const { id, title, type, bytes, caption, credit, licence } = found
      const url = absolute(fileUrl(found, `original.${type}`))
      return [{ id, title: use.title.trim() || title, url, type, bytes, caption, credit, licence }]
    }),
  }
}
