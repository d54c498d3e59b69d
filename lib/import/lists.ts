/** Turns lists as other programs write them into nested ones. */
import type { Inline, List, ListItem, Paragraph } from '../document/rich-text.ts'
import { levelFrom, styleOf } from './style.ts'

/** A list item with its level; `more` continues the item before it. */
export interface ListPoint {
  type: 'point'
  level: number
  ordered: boolean
  /** The numbers its marker can stand for: “i.” is both the first and the ninth. */
  numbers?: number[]
  more?: boolean
  /** How many digits of the text have become its number. */
  typed?: number
  /** Where its words begin, in points. */
  left?: number
  content: Paragraph[]
}

/** Makes an item of the outermost list, with a bullet. */
export const bulletPoint = (content: Inline[]): ListPoint => ({
  type: 'point',
  level: 1,
  ordered: false,
  content: [{ type: 'paragraph', content }],
})

const deepest = 9

/** Nests items by level. A number that does not follow the one before starts a new list. */
export function nested(points: ListPoint[]): List[] {
  const roots: List[] = []
  const open: { list: List; next: number }[] = []
  for (const point of points) {
    const level = Math.max(1, Math.min(point.level, open.length + 1, deepest))
    if (point.more && open[level - 1]) {
      open[level - 1]?.list.content.at(-1)?.content.push(...point.content)
      open.length = level
      continue
    }
    open.length = Math.min(open.length, level)
    let here = open[level - 1]
    const fits = here && (here.list.type === 'orderedList') === point.ordered
    const goesOn = !point.ordered || !point.numbers || point.numbers.includes(here?.next ?? 0)
    if (!here || !fits || !goesOn) {
      const start = Math.min(Math.max(point.numbers?.[0] ?? 1, 0), 100_000)
      const list: List = point.ordered
        ? { type: 'orderedList', attrs: { start }, content: [] }
        : { type: 'bulletList', content: [] }
      here = { list, next: start }
      const parent = open[level - 2]?.list.content.at(-1)?.content
      if (parent) parent.push(list)
      else roots.push(list)
      open.length = level - 1
      open.push(here)
    }
    const item: ListItem = { type: 'listItem', content: point.content }
    here.list.content.push(item)
    here.next++
  }
  return roots
}

/** Returns the level of a paragraph that Word has made a list item, and its marker; undefined for other paragraphs. */
export function wordPoint(element: Element): Pick<ListPoint, 'level' | 'ordered' | 'numbers'> | undefined {
  const list = /^\S+\s+level(\d)/.exec(styleOf(element, 'mso-list'))
  if (!list) return undefined
  const mark = markText(element)
  const numbers = numbersOf(mark)
  // “List Bullet 2” is a list of its own to Word, and stands inside another to whoever reads it.
  const named = Number(/\bMsoList(?:Bullet|Number)(\d)\b/.exec(element.getAttribute('class') ?? '')?.[1] ?? 1)
  const level = Math.max(levelFrom(list[1] ?? '') ?? 1, named)
  return { level, ordered: numbers.length > 0, ...(numbers.length ? { numbers } : {}) }
}

/** Whether an element holds the marker of a list item, which Word writes as text and asks others to ignore. */
export const isWordMark = (element: Element): boolean => styleOf(element, 'mso-list') === 'ignore'

function markText(element: Element): string {
  for (const child of element.children) {
    const mark = isWordMark(child) ? (child.textContent ?? '') : markText(child)
    if (mark) return mark.replace(/[\s\u00a0]+/g, '')
  }
  return ''
}

/** Returns the numbers that “3.”, “1.3.”, “c)” and “iii.” can stand for; none for a bullet. */
export function numbersOf(mark: string): number[] {
  const last = /^\(?(?:[\dA-Za-z]+[.)])*?(\d+|[a-z]|[ivxlc]+)[.)]?$/i.exec(mark)?.[1]?.toLowerCase()
  if (!last || !/[\d.)]/.test(mark)) return []
  if (/^\d+$/.test(last)) return [Number(last)]
  const roman = /^[ivxlc]+$/.test(last) ? romanNumber(last) : undefined
  const letter = last.length === 1 ? last.charCodeAt(0) - 96 : undefined
  const both = last === 'i' ? [roman, letter] : [letter, roman]
  return both.filter((number) => number !== undefined)
}

function romanNumber(roman: string): number {
  const values: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  const each = [...roman].map((sign) => values[sign] ?? 0)
  return each.reduce((sum, value, index) => sum + (value < (each[index + 1] ?? 0) ? -value : value), 0)
}
