/** Recognises list items whose bullet is written as a letter: what a list becomes when it is copied as plain words. */
import type { Inline } from '../document/rich-text.ts'

const bullet = /^(?:[•‣▪●◦⁃∙➢❖]\s*|·\s+)/u

/**
 * Returns the items without their bullets, one for each line of the paragraph; undefined for a paragraph with a line
 * that has no bullet. A bullet without words is no item.
 */
export function bulletedLines(content: Inline[]): Inline[][] | undefined {
  const lines: Inline[][] = [[]]
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push([])
    else lines.at(-1)?.push(node)
  }
  const items: Inline[][] = []
  for (const [first, ...rest] of lines) {
    if (first?.type !== 'text' || !bullet.test(first.text)) return undefined
    const text = first.text.replace(bullet, '')
    const item = text ? [{ ...first, text }, ...rest] : rest
    if (item.length > 0) items.push(item)
  }
  return items
}
