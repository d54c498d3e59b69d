/** The words of one block as they can be written anew by somebody who has no editor: plain text, a line for each break. */
import type { Block, Inline, List } from './rich-text.ts'

/** The most letters of a block that is written anew. */
export const maxBlockWords = 5_000

/** Returns inline content as it was typed, and as the editor counts it: a line break is one letter. */
export const typedWords = (content: Inline[] | undefined): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')

export const isList = (block: Block): block is List => block.type === 'bulletList' || block.type === 'orderedList'

/** Returns the words of a paragraph, a heading or a quote, or the points of a list without levels, one on each line. */
export function blockWords(block: Block | undefined): string | undefined {
  if (!block) return undefined
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') return typedWords(block.content)
  if (!isList(block)) return undefined
  const points = block.content.map(({ content: [first, ...rest] }) =>
    first?.type === 'paragraph' && rest.length === 0 ? typedWords(first.content) : '\n',
  )
  // A point with a break in it, or with more than one paragraph, cannot be told from two points.
  return points.some((point) => point.includes('\n')) ? undefined : points.join('\n')
}
