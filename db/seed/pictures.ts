import { join } from 'node:path'
import { details } from './pictures/details.ts'
import { portraits } from './pictures/portraits.ts'
import { scenes } from './pictures/scenes.ts'
import type { PictureSeed } from './types.ts'

const folders = { portraits, scenes, details }

/** The library, by key: `bottles` is drawn in `pictures/scenes/bottles.svg`. */
export const pictures: Record<string, PictureSeed> = { ...portraits, ...scenes, ...details }

/** The file a picture is drawn in. */
export function drawingOf(key: string): string {
  const folder = Object.entries(folders).find(([, held]) => key in held)?.[0] ?? ''
  return join(import.meta.dirname, 'pictures', folder, `${key}.svg`)
}
