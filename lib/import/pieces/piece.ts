/** What a foreign text is read as first: its blocks, with paragraphs and list items still as the lines they stood in. */
import type { Block, Inline } from '../../document/rich-text.ts'
import type { Heading } from '../headings.ts'
import type { ListPoint } from '../lists.ts'

/** A plain paragraph of the text, before it is known what it is. */
export interface TextLine {
  type: 'line'
  content: Inline[]
  /** How far it is indented, in points. */
  left: number
  /** Whether its style is one of lists, though it has no marker. */
  isListed?: boolean
}

export type Piece = Exclude<Block, { type: 'heading' }> | ListPoint | Heading | TextLine

/** Makes a line of plain words. */
export const lineOf = (content: Inline[]): TextLine => ({ type: 'line', content, left: 0 })
