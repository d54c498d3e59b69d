/** Knows where on a foreign page one reads: in which kind of block, in which point of which list, and how words look. */

import type { Inline, Paragraph } from '../../document/rich-text.ts'
import type { TextStyle } from '../line.ts'
import { cleanHref } from '../links.ts'
import { type ListPoint, numbersOf, wordPoint } from '../lists.ts'
import { levelIndent } from '../pieces/continued-points.ts'
import type { Piece } from '../pieces/piece.ts'
import { classOf, fontsOf, headingLevel, indentOf, levelFrom, styleOf, textStyleOf } from '../style.ts'
import { withoutBold } from '../tables.ts'
import { symbolFontIn } from './symbol-letters.ts'

type Kind = 'paragraph' | 'quote' | { heading: number }

export interface Place extends TextStyle {
  kind: Kind
  /** Where the words stand: in a table cell or a list item they are paragraphs, whatever they are elsewhere. */
  inside: 'text' | 'point' | 'cell'
  point?: Omit<ListPoint, 'type' | 'content'> | undefined
  lists: number
  /** How far it is indented, in points. */
  left: number
  /** Whether the style is one of lists, with a marker or without. */
  isListed: boolean
  /** Whether it is a point that has been ticked off: programs strike its words, which hold all the same. */
  isDone: boolean
  /** The font of its words, where it draws signs in the place of letters. */
  symbolFont?: string | undefined
  pre: boolean
  depth: number
}

export const startOfPage: Place = {
  bold: false,
  italic: false,
  href: null,
  kind: 'paragraph',
  inside: 'text',
  lists: 0,
  left: 0,
  isListed: false,
  isDone: false,
  pre: false,
  depth: 0,
}

/** Returns the place inside an element. */
export function placeWithin(element: Element, tag: string, place: Place): Place {
  const inner: Place = { ...place, ...textStyleOf(element, place), left: place.left + (indentOf(element) ?? 0) }
  const fonts = fontsOf(element, tag)
  if (fonts) inner.symbolFont = symbolFontIn(fonts)
  const space = styleOf(element, 'white-space')
  if (tag === 'a') inner.href = cleanHref(element.getAttribute('href')) ?? place.href
  if (tag === 'pre' || space) inner.pre = tag === 'pre' || /^(pre|pre-wrap|pre-line|break-spaces)\b/.test(space)
  const isQuote = tag === 'blockquote' && !styleOf(element, 'margin')
  if (isQuote || /\bMso(Intense)?Quote\b/.test(classOf(element))) inner.kind = 'quote'
  inner.isListed ||= /\bMsoList(Paragraph|Continue)/.test(classOf(element))
  const level = headingLevel(element)
  if (level && place.inside === 'text') inner.kind = { heading: level }
  const point = place.inside === 'cell' || level ? undefined : wordPoint(element)
  if (point) {
    const left = indentOf(element) === undefined ? place.left + point.level * levelIndent : inner.left
    Object.assign(inner, { point: { ...point, left }, inside: 'point', kind: 'paragraph' })
  } else if (element.getAttribute('role') === 'listitem' && tag !== 'li' && place.inside !== 'cell')
    beginPoint(element, inner, place.lists || 1)
  return inner
}

/** Makes the place inside an element that of a list item. What follows its first paragraph belongs to the same item. */
export function beginPoint(element: Element, inner: Place, lists: number, numbers?: number[]): void {
  const asked = element.getAttribute('data-aria-level') ?? element.getAttribute('aria-level')
  const counted = Number.parseInt(element.getAttribute('data-aria-posinset') ?? '', 10)
  const ordered =
    numbers !== undefined || numbersOf((element.getAttribute('data-leveltext') ?? '').replace(/%\d/g, '1')).length > 0
  const level = levelFrom(asked) ?? lists
  inner.inside = 'point'
  inner.point = {
    level,
    left: inner.left + level * levelIndent,
    ordered,
    ...(ordered ? { numbers: counted >= 0 ? [counted] : (numbers ?? [1]) } : {}),
  }
}

/** Returns a line of words as the kind of block that its place makes it. */
export function pieceAt(content: Inline[], { kind, inside, point, left, isListed }: Place): Piece {
  const paragraph: Paragraph = { type: 'paragraph', content }
  if (inside === 'cell') return paragraph
  if (point) {
    const piece: ListPoint = { ...point, type: 'point', content: [paragraph] }
    point.more = true
    return piece
  }
  if (typeof kind === 'object') return { ...withoutBold({ content }), type: 'heading', raw: kind.heading }
  return kind === 'quote'
    ? { type: 'quote', attrs: { personId: null }, content }
    : { type: 'line', content, left, isListed }
}
