/** Writes a block anew from plain words. What is untouched keeps its form, and so does a word that is put in its midst. */
import { blockWords, isList, typedWords } from '#lib/document/block-words.ts'
import { joined, type Token, wordTokens } from '#lib/document/compare/compare-words.ts'
import { longestCommonSubsequence } from '#lib/document/compare/longest-common.ts'
import type { Block, Inline, ListItem, Mark, Paragraph } from '#lib/document/rich-text.ts'

/** Returns the block with other words. Undefined for a block that cannot be written anew from words alone. */
export function rewrittenBlock(block: Block, words: string): Block | undefined {
  if (blockWords(block) === undefined) return undefined
  if (isList(block)) return { ...block, content: rewrittenPoints(block.content, words) }
  if (block.type === 'heading') return withContent(block, rewritten(block.content, words.replace(/\s*\n\s*/g, ' ')))
  if (block.type === 'paragraph' || block.type === 'quote') return withContent(block, rewritten(block.content, words))
  return undefined
}

/** An empty block has no content at all. */
function withContent<B extends { content?: Inline[] | undefined }>({ content: _, ...block }: B, content: Inline[]): B {
  return (content.length ? { ...block, content } : block) as B
}

/** Each line is a point. One that is the same is found wherever it has been moved; the others are written anew in turn. */
function rewrittenPoints(points: ListItem[], words: string): ListItem[] {
  const lines = words.split('\n').filter((line) => line.trim())
  const contents = points.map(({ content: [first] }) => (first?.type === 'paragraph' ? (first.content ?? []) : []))
  const common = new Map(
    longestCommonSubsequence(
      contents.map((content) => typedWords(content)),
      lines,
    ).map(([point, line]) => [line, point] as const),
  )
  const taken = new Set(common.values())
  return lines.map((line, place) => {
    const same = common.get(place)
    const from = same ?? (taken.has(place) ? undefined : place)
    const content = rewritten(from === undefined ? [] : contents[from], line)
    const paragraph: Paragraph = { type: 'paragraph', ...(content.length && { content }) }
    return { type: 'listItem', content: [paragraph] }
  })
}

/** Returns the words with the form of those they were made from. */
export function rewritten(content: Inline[] = [], words: string): Inline[] {
  const before = wordTokens(content)
  const after = wordTokens(words ? [{ type: 'text', text: words }] : [])
  const common = longestCommonSubsequence(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const kept = new Map(common.map(([from, to]) => [to, before[from] as Token]))
  return joined(after.map((token, place) => kept.get(place) ?? fresh(token, formAround(kept, place, after.length))))
}

/** Returns the form on both sides of a new word, if it is one: a word in the midst of a link belongs to the link. */
function formAround(kept: Map<number, Token>, place: number, end: number): Mark[] {
  let [left, right] = [place - 1, place + 1]
  while (left >= 0 && !kept.has(left)) left--
  while (right < end && !kept.has(right)) right++
  const [before, after] = [marksOf(kept.get(left)?.nodes.at(-1)), marksOf(kept.get(right)?.nodes[0])]
  return JSON.stringify(before) === JSON.stringify(after) ? before : []
}

const marksOf = (node: Inline | undefined): Mark[] => (node?.type === 'text' ? (node.marks ?? []) : [])

function fresh({ text }: Token, marks: Mark[]): Token {
  if (text === '\n') return { text, nodes: [{ type: 'hardBreak' }] }
  return { text, nodes: [{ type: 'text', text, ...(marks.length && { marks }) }] }
}
