/** Rules about how a text is built: its headline, headings and tables, repetitions and what has been left empty. */
import { isEmptyBlock, isEmptyItem, isWordless } from '../document/for-readers.ts'
import { countGraphemes, excerpt } from '../graphemes.ts'
import { allWords, blocksOf } from './reading.ts'
import type { Finding, Text } from './rule.ts'

export const withoutTitle = (text: Pick<Text, 'title'>): Finding[] =>
  text.title.trim() ? [] : [{ place: { part: 'title' } }]

/** Longer headlines are cut in search results, lists and shared links. */
const maxTitleLength = 110

export function longTitle({ title }: Text): Finding[] {
  const count = countGraphemes(title.trim())
  return count > maxTitleLength ? [{ place: { part: 'title' }, values: { count } }] : []
}

export const withoutTopic = (text: Text): Finding[] => (text.topicIds.length > 0 ? [] : [{ place: { part: 'topics' } }])

export const hasHeadings = (text: Text): boolean => blocksOf(text, 'heading').length > 0

/** Finds headings that step down more than one level at a time, counted from the headline. */
export function skippedLevels(text: Text): Finding[] {
  let above = 1
  return blocksOf(text, 'heading').flatMap(({ block, place }): Finding[] => {
    const { level } = block.attrs
    const expected = above + 1
    above = level
    if (level <= expected) return []
    return [{ place, values: { level, expected }, fix: { act: 'level', level: expected as 2 | 3 } }]
  })
}

export const hasTables = (text: Text): boolean => blocksOf(text, 'table').length > 0

/** Finds tables whose first row does not name the columns. */
export function tablesWithoutHeader(text: Text): Finding[] {
  return blocksOf(text, 'table').flatMap(({ block, place }, index): Finding[] => {
    const cells = block.content[0]?.content ?? []
    if (cells.every(({ type }) => type === 'tableHeader')) return []
    return [{ place, values: { number: index + 1 }, fix: { act: 'header-row' } }]
  })
}

/** Shorter repetitions may be intended: a refrain, a repeated line in a fact box. */
const shortestDuplicate = 25

export function duplicates(text: Text): Finding[] {
  const seen = new Set<string>()
  return allWords(text).flatMap(({ text: words, kind, place }): Finding[] => {
    const plain = words
      .toLocaleLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
    if (kind === 'title' || plain.length < shortestDuplicate) return []
    const isSecond = seen.has(plain)
    seen.add(plain)
    return isSecond ? [{ place, values: { words: openingWords(words) } }] : []
  })
}

/** Returns the first words of a paragraph, by which a writer recognises it. */
export function openingWords(words: string, most = 40): string {
  const plain = words.replace(/\s+/g, ' ').trim()
  return excerpt(plain, most)
}

/**
 * Finds points of the lead, blocks and list items without words, and lone bullets. Readers do not get them. An empty
 * paragraph at the end is where the writer goes on.
 */
export function emptyParts({ lead, body }: Text): Finding[] {
  const points = lead.flatMap((words, point): Finding[] =>
    isWordless(words)
      ? [{ place: { part: 'lead', point }, fix: { act: 'change', change: { lead: lead.toSpliced(point, 1) } } }]
      : [],
  )
  const last = body.content.length - 1
  const paths = body.content.flatMap((block, index): number[][] => {
    if (isEmptyBlock(block)) return index === last && block.type === 'paragraph' && !block.content ? [] : [[index]]
    if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
    return block.content.flatMap((item, at) => (isEmptyItem(item) ? [[index, at]] : []))
  })
  return [...points, ...paths.map((path): Finding => ({ place: { part: 'body', path }, fix: { act: 'remove' } }))]
}
