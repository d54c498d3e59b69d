/**
 * Limits what is imported to what a draft has room for, before the blocks are put in: a sentence now instead of a save
 * that fails.
 */
import { type Block, walk } from '../document/rich-text.ts'

export type TooMuch = 'blocks' | 'paragraph' | 'list' | 'table' | 'bytes'

export const mostBlocks = 2_000
/** A draft is sent whole with every save, and a save may be 2 MB. */
const mostBytes = 1_600_000

const mostWithin: Record<string, [TooMuch, number]> = {
  bulletList: ['list', 500],
  orderedList: ['list', 500],
  listItem: ['list', 50],
  tableRow: ['table', 20],
  table: ['table', 300],
}
const mostInlines = 2_000
const mostWords = 50_000

/** Returns what there is too much of, or undefined when a draft has room for all the blocks. */
export function tooMuchIn(blocks: Block[]): TooMuch | undefined {
  if (blocks.length > mostBlocks) return 'blocks'
  for (const node of walk({ type: 'doc', content: blocks })) {
    if (node.text && node.text.length > mostWords) return 'paragraph'
    const children = node.content?.length ?? 0
    const [what, most] = mostWithin[node.type] ?? ['paragraph', mostInlines]
    if (node.type !== 'doc' && children > most) return what
  }
  return new TextEncoder().encode(JSON.stringify(blocks)).length > mostBytes ? 'bytes' : undefined
}
