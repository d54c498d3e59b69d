/** The pictures of the example newsroom, made from their drawings and added as an upload would be. */
import { readFile } from 'node:fs/promises'
import sharp from 'sharp'
import type { Actor } from '../events.ts'
import { addMedia } from '../media.ts'
import { scenes } from './pictures/scenes.ts'
import { drawingOf, pictures } from './pictures.ts'

/** A little more than the largest size a page shows it in: every size more costs half a second. */
const widthOf = (key: string): number => {
  if (key === 'hero') return 2_400
  return key in scenes ? 1_400 : 1_000
}

async function rasterise(key: string, width: number): Promise<Buffer> {
  const drawing = await readFile(drawingOf(key))
  const { width: drawn } = await sharp(drawing).metadata()
  return sharp(drawing, { density: (72 * width) / drawn })
    .resize({ width })
    .png({ compressionLevel: 6 })
    .toBuffer()
}

/** Adds every picture and returns their ids by key. `width` makes all of them small, for tests that never look at them. */
export async function addPictures(by: { actor: Actor; now: Date }, width?: number): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const [key, { alt, caption, credit, licence, focus }] of Object.entries(pictures)) {
    const bytes = await rasterise(key, width ?? widthOf(key))
    const [x, y] = focus
    const said = { alt, caption, credit, licence, digitalSourceType: 'digitalCreation' as const }
    const about = { filename: `${key}.png`, ...said, focal: { x, y } }
    const added = await addMedia({ bytes, ...about, effort: 1 }, by)
    ids.set(key, added.id)
  }
  return ids
}
