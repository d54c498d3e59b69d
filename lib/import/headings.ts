/** Finds the headline of a text among its headings, and gives the others the levels that a text has here. */
import { type Inline, inlineText } from '../document/rich-text.ts'

export interface Heading {
  type: 'heading'
  /** The level it has where it comes from, from 1. */
  raw: number
  content: Inline[]
}

export const maxTitleLength = 300
const levels = [2, 3, 4] as const

/**
 * Takes the first heading out of the text as its headline, also below a line or two, and returns its words; none where
 * the text begins without one.
 */
export function takeHeadline(pieces: (Heading | { type: string })[]): string {
  let blocks = 0
  for (const [at, piece] of pieces.entries()) {
    if (isHeading(piece)) {
      const title = inlineText(piece.content).replace(/\s+/g, ' ').trim()
      if (title.length > maxTitleLength) return ''
      pieces.splice(at, 1)
      return title
    }
    // The points of a list are one block.
    if (piece.type !== 'point' || pieces[at - 1]?.type !== 'point') blocks++
    if (blocks >= 3) return ''
  }
  return ''
}

const isHeading = (piece: Heading | { type: string }): piece is Heading => piece.type === 'heading'

/**
 * Returns the level here for each level there. The headline is the page's only h1, so a text with headings of the first
 * level begins at the second, and so does one whose headline has just been taken. Where there are more levels than a
 * text has, levels that nothing stands on are left out.
 */
export function levelsFor(raws: number[], { isHeaded }: { isHeaded: boolean }): (raw: number) => 2 | 3 | 4 {
  const used = [...new Set(raws)].sort((a, b) => a - b)
  const [first = 2] = used
  const top = isHeaded ? 2 : Math.max(first, 2)
  const shift = top - first
  const isTooDeep = (used.at(-1) ?? 0) + shift > 4
  return (raw) => {
    const level = isTooDeep ? top + used.indexOf(raw) : raw + shift
    return levels.find((one) => one >= level) ?? 4
  }
}
