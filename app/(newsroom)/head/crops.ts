/** The addresses of pictures cut to the shapes that search engines show. */
import type { LiveImage } from '#db/live/media.ts'
import { type CropShape, cropOf, cropShapes } from '#lib/images/crop.ts'

/** Returns the address of an image in a shape, which changes when the image or its focal point does. */
export const cropPath = ({ id, fileVersion }: Pick<LiveImage, 'id' | 'fileVersion'>, shape: CropShape): string =>
  `/crops/${id}/${shape}-${fileVersion}.jpg`

/** Returns the shape that a file is named for, or undefined. */
export function cropShapeIn(file: string): CropShape | undefined {
  const [, shape = ''] = /^(\w+)-[1-9]\d{0,8}\.jpg$/.exec(file) ?? []
  return Object.hasOwn(cropShapes, shape) ? (shape as CropShape) : undefined
}

/** Returns an image in every shape, with its address and size. */
export function cropsOf(image: LiveImage): { path: string; width: number; height: number }[] {
  const largest = image.renditions.at(-1)
  if (!largest) return []
  return (Object.keys(cropShapes) as CropShape[]).map((shape) => ({
    path: cropPath(image, shape),
    ...cropOf(largest, { x: image.focalX, y: image.focalY }, shape).size,
  }))
}
