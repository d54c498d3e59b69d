/** Divides a text that begins with its headline into what belongs where. */
import { type Block, inlineText, type List, walk } from '../document/rich-text.ts'

export interface HeadedText {
  title: string
  /** The points of the list that follows the headline, if one does. */
  lead: string[]
  rest: Block[]
}

/** Returns the words of each paragraph, heading, quote and list item, a line each. */
export function linesOf(blocks: Block[]): string[] {
  return [...walk({ type: 'doc', content: blocks })]
    .filter((node) => node.content?.[0]?.type === 'text' || node.content?.[0]?.type === 'hardBreak')
    .map((node) => inlineText(node.content as Parameters<typeof inlineText>[0]).trim())
    .filter(Boolean)
}

/**
 * Returns what is the headline, the lead and the body; undefined where there is only one paragraph, or where the first
 * has more than `maxTitle` letters. A list with more than `maxPoints` items is no lead.
 */
export function headedText(
  blocks: Block[],
  { maxTitle, maxPoints }: { maxTitle: number; maxPoints: number },
): HeadedText | undefined {
  const [first, second, ...others] = blocks
  if (!first || !second || !(first.type === 'paragraph' || first.type === 'heading')) return undefined
  const title = inlineText(first.content).replace(/\s+/g, ' ').trim()
  if (!title || title.length > maxTitle) return undefined
  const lead = second.type === 'bulletList' ? pointsOf(second) : undefined
  if (!lead || lead.length > maxPoints) return { title, lead: [], rest: [second, ...others] }
  return { title, lead, rest: others }
}

/** Returns the items of a list as points; undefined for a list with others inside it. */
function pointsOf({ content }: List): string[] | undefined {
  const isPlain = content.every((item) => item.content.length === 1 && item.content[0]?.type === 'paragraph')
  return isPlain ? content.map((item) => linesOf(item.content as Block[]).join(' ')).filter(Boolean) : undefined
}
