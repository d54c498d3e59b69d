/** Finds the paragraphs that go on with a point of a list, and puts them into it. */
import type { ListPoint } from '../lists.ts'
import type { Piece, TextLine } from './piece.ts'

/** How far apart, in points, two indents may be that are meant to be one. */
const tolerance = 6
/** How far each level is indented where nothing says otherwise. */
export const levelIndent = 36
/** Between two points of inner lists there are no more paragraphs than this. */
const mostBetween = 3

/** Returns the pieces with such paragraphs as parts of their points, by their indents and by what follows. */
export function continuedPoints(pieces: Piece[]): Piece[] {
  let open: ListPoint[] = []
  return pieces.map((piece, index): Piece => {
    if (piece.type === 'point') {
      open = [...open.filter(({ level }) => level < piece.level || piece.more), ...(piece.more ? [] : [piece])]
      return piece
    }
    const point =
      piece.type === 'line' ? pointOf(piece, open, pieces.slice(index + 1, index + 1 + mostBetween)) : undefined
    if (piece.type !== 'line' || !point) {
      open = []
      return piece
    }
    open = open.slice(0, open.indexOf(point) + 1)
    return { ...point, more: true, content: [{ type: 'paragraph', content: piece.content }] }
  })
}

function pointOf({ left, isListed }: TextLine, open: ListPoint[], following: Piece[]): ListPoint | undefined {
  const here = open.find((point) => Math.abs((point.left ?? 0) - left) <= tolerance)
  if (left > 0 && here) return here
  if (isListed) return open.at(-1)
  // A list begins with its outermost point: an inner one that comes next belongs to the list before.
  const next = following.find((piece) => piece.type !== 'line')
  const isInside =
    next?.type === 'point' && !next.more && next.level > 1 && open.some(({ level }) => level >= next.level - 1)
  return isInside ? open.at(-1) : undefined
}
