/** Looks at the blocks of a text as its reader needs them: by their words and lines. */
import { type Block, type Inline, inlineText } from '../../document/rich-text.ts'
import { linesOf } from '../headed-text.ts'
import type { ReadBlock } from './parts.ts'

/** Returns the words of each line of a paragraph. */
function linesWithin(content: Inline[] = []): string[] {
  const lines = ['']
  for (const node of content) {
    if (node.type === 'hardBreak') lines.push('')
    else lines.push((lines.pop() ?? '') + node.text)
  }
  return lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

export function readBlocks(blocks: Block[]): ReadBlock[] {
  return blocks.map((block, at) => {
    const isPlain = block.type === 'paragraph' || block.type === 'heading'
    const lines = isPlain || block.type === 'quote' ? linesWithin(block.content) : linesOf([block])
    return { at, block, words: lines.join(' '), lines, isPlain }
  })
}

/** Whether all the words of a paragraph are bold: how a lead without bullets is set. */
export function isBold({ block }: ReadBlock): boolean {
  if (block.type !== 'paragraph') return false
  const texts = (block.content ?? []).filter((node) => node.type === 'text' && node.text.trim())
  return (
    texts.length > 0 && texts.every((node) => node.type === 'text' && node.marks?.some(({ type }) => type === 'bold'))
  )
}

/** Returns the items of a list as points; undefined for a list with others inside it, or with several paragraphs. */
export function pointsOf({ block }: ReadBlock): string[] | undefined {
  if (block.type !== 'bulletList') return undefined
  const paragraphs = block.content.map(({ content }) => (content.length === 1 ? content[0] : undefined))
  const points = paragraphs.map((one) => (one?.type === 'paragraph' ? inlineText(one.content).trim() : undefined))
  return points.every((point) => point !== undefined) ? points.filter(Boolean) : undefined
}

/** Whether words are one sentence or several, and no line that names something. */
export const isSentence = (words: string): boolean => /[.!?…]["”’»)]*$/.test(words) && /\s/.test(words)

/** Returns the words as they are compared: their letters and digits, in lower case. */
export const plain = (words: string): string =>
  words
    .normalize('NFC')
    .toLocaleLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
