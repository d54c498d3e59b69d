/**
 * Limits what is imported to what a draft has room for, before the blocks are put in: a sentence now instead of a save
 * that fails.
 */
import { type Block, walk } from '../document/rich-text.ts'

export type TooMuch = 'blocks' | 'paragraph' | 'list' | 'table' | 'bytes'

export const maxBlocks = 2_000
/** How many paragraphs a text has at least to be read as a whole. */
export const leastParagraphs = 3
/** A draft is sent whole with every save, and a save may be 2 MB. */
const maxBytes = 1_600_000

const maxDepth: Record<string, [TooMuch, number]> = {
  bulletList: ['list', 500],
  orderedList: ['list', 500],
  listItem: ['list', 50],
  tableRow: ['table', 20],
  table: ['table', 300],
}
const maxInlines = 2_000
const maxWords = 50_000

/** Returns what there is too much of, or undefined when a draft has room for all the blocks. */
export function tooMuchIn(blocks: Block[]): TooMuch | undefined {
  if (blocks.length > maxBlocks) return 'blocks'
  for (const node of walk({ type: 'doc', content: blocks })) {
    if (node.text && node.text.length > maxWords) return 'paragraph'
    const children = node.content?.length ?? 0
    const [what, most] = maxDepth[node.type] ?? ['paragraph', maxInlines]
    if (node.type !== 'doc' && children > most) return what
  }
  return new TextEncoder().encode(JSON.stringify(blocks)).length > maxBytes ? 'bytes' : undefined
}
