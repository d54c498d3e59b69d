/** Makes blocks of what has been read: lines become paragraphs, quotes and points, and points lists. */
import type { Block, Inline } from '../../document/rich-text.ts'
import { bulletedLines } from '../bulleted-lines.ts'
import { levelsFor } from '../headings.ts'
import { bulletPoint, type ListPoint, nested } from '../lists.ts'
import { spokenParagraph } from '../spoken-paragraph.ts'
import { continuedPoints } from './continued-points.ts'
import { typedPoints } from './dashed-lines.ts'
import { dividedLines, withFirstLetters } from './divided-lines.ts'
import type { Piece, TextLine } from './piece.ts'

export type ReadPiece = Exclude<Piece, TextLine>

/** Returns the pieces with every line as what it is. */
export function withoutLines(pieces: Piece[]): ReadPiece[] {
  const found: ReadPiece[] = []
  let lines: Inline[][] = []
  const endLines = () => {
    found.push(...readLines(lines))
    lines = []
  }
  for (const piece of continuedPoints(pieces)) {
    if (piece.type === 'line') lines.push(piece.content)
    else {
      endLines()
      found.push(piece)
    }
  }
  endLines()
  return found
}

/** Reads paragraphs that follow each other: as points where they have bullets, as quotes where they open with a dash. */
function readLines(paragraphs: Inline[][]): ReadPiece[] {
  const lines = withFirstLetters(paragraphs.flatMap(dividedLines))
  const found: ReadPiece[] = []
  for (let at = 0; at < lines.length; at++) {
    const content = lines[at] ?? []
    const points = typedPoints(lines, at)
    const items = bulletedLines(content)
    if (points.length > 0) {
      found.push(...points)
      at += points.length - 1
    } else if (items) found.push(...items.map(bulletPoint))
    else found.push(paragraphOf(content))
  }
  return found
}

function paragraphOf(content: Inline[]): ReadPiece {
  const said = spokenParagraph(content)
  return said ? { type: 'quote', attrs: { personId: null }, content: said } : { type: 'paragraph', content }
}

/** Gathers list items into lists, and gives headings their levels. */
export function gathered(pieces: ReadPiece[], isHeaded = false): Block[] {
  const raws = pieces.flatMap((piece) => (piece.type === 'heading' ? [piece.raw] : []))
  const levelOf = levelsFor(raws, { isHeaded })
  const found: Block[] = []
  let points: ListPoint[] = []
  const endList = () => {
    found.push(...nested(points))
    points = []
  }
  for (const piece of pieces) {
    if (piece.type === 'point') {
      points.push(piece)
      continue
    }
    endList()
    if (piece.type !== 'heading') found.push(piece)
    else found.push({ type: 'heading', attrs: { level: levelOf(piece.raw) }, content: piece.content })
  }
  endList()
  return found
}
