/** An image of the library as the studio's choosers know it. */
import type { Localized } from './locale.ts'
import { fileUrl } from './urls.ts'

export interface LibraryItem {
  id: string
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

export interface LibraryPage {
  items: LibraryItem[]
  total: number
  page: number
  pages: number
}

/** The smallest size at least this wide, else the largest there is. */
export function sizeFor(item: Pick<LibraryItem, 'id' | 'renditions'>, width: number): string {
  const size = item.renditions.find((rendition) => rendition.width >= width) ?? item.renditions.at(-1)
  return fileUrl(item.id, `${size?.width}.webp`)
}
