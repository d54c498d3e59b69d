/** Writes a part of a text anew from plain words. What is untouched keeps its form. */
import type { Draft } from '#db/releases/revisions.ts'
import { blockWords, isHeadline, isList, mapTexts, textsIn, typedWords } from '#lib/document/block-words.ts'
import { longestCommonSubsequence } from '#lib/document/compare/longest-common.ts'
import type { Block, Inline, List, ListItem, Paragraph } from '#lib/document/rich-text.ts'
import { lettersWithin } from '#lib/graphemes.ts'
import { rewrittenTable } from './rewrite-table.ts'
import { linesGiven, rewritten } from './rewrite-words.ts'

/** Returns the block with other words. Undefined for a block that has none. */
export function rewrittenBlock(block: Block, words: string): Block | undefined {
  if (blockWords(block) === undefined) return undefined
  if (block.type === 'table') return rewrittenTable(block, words)
  if (isList(block) && isFlat(block)) return { ...block, content: rewrittenPoints(block.content, words) }
  if (block.type === 'heading') return withContent(block, rewritten(block.content, words.replace(/\s*\n\s*/g, ' ')))
  if (block.type === 'paragraph' || block.type === 'quote') return withContent(block, rewritten(block.content, words))
  return rewrittenTexts(block, words)
}

/** An empty block has no content at all. */
function withContent<B extends { content?: Inline[] | undefined }>({ content: _, ...block }: B, content: Inline[]): B {
  return (content.length ? { ...block, content } : block) as B
}

/**
 * Returns the headline and the lead in other words: the first line is the headline, each other one a point, or all of them
 * the lead where that runs on. Words that were about the headline alone leave the lead as it is.
 */
export function rewrittenHead(
  { before }: { before: string },
  words: string,
  { leadForm }: Pick<Draft, 'leadForm'>,
): Partial<Pick<Draft, 'title' | 'lead'>> {
  const lines = words.split('\n').map((line) => line.trim())
  const inOne = (parts: string[], max: number) => lettersWithin(parts.filter(Boolean).join(' '), max)
  if (isHeadline('head', before)) return { title: inOne(lines, maxTitle) }
  const [title = '', ...rest] = lines.filter(Boolean)
  const points = leadForm === 'points' ? rest : [rest.join(' ')]
  const lead = [...points.slice(0, maxPoints - 1), inOne(points.slice(maxPoints - 1), maxPoint)].filter(Boolean)
  return { title: inOne([title], maxTitle), lead: lead.map((point) => lettersWithin(point, maxPoint)) }
}

/** Returns the picture on top with another caption. */
export const rewrittenHero = (words: string, { hero }: Pick<Draft, 'hero'>): Pick<Draft, 'hero'> => ({
  hero: hero && { ...hero, caption: lettersWithin(words.replace(/\s*\n\s*/g, ' '), maxPoint) },
})

const [maxTitle, maxPoint, maxPoints] = [300, 1_000, 10]

/** Whether each point is one line, so that a line more is a point more. */
const isFlat = ({ content }: List): boolean =>
  content.every(({ content: [first, ...rest] }) => {
    return first?.type === 'paragraph' && rest.length === 0 && !typedWords(first.content).includes('\n')
  })

/** Gives each text of a block its lines. */
function rewrittenTexts(block: Block, words: string): Block {
  const texts = textsIn(block)
  const given = linesGiven(texts, words)
  let next = 0
  const linesOf = (text: string) => (text.trim() ? (given[next++] ?? []) : [])
  return mapTexts(block, {
    inlines: (content) => rewritten(content, linesOf(typedWords(content)).join('\n')),
    plain: (text, max) => lettersWithin(linesOf(text).join(' '), max),
  })
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
