/**
 * Reads the HTML of other programs as our blocks: what people copy out of Word, Google Docs, LibreOffice, Outlook and
 * the web, and what a Word file becomes on its way in. Structure and words are kept; looks are not. Works on any DOM.
 */
import { type Block, type Image, type Inline, inlineText, type Paragraph } from '../document/rich-text.ts'
import { bulletedLines } from './bulleted-lines.ts'
import { type Heading, levelsFor, maxTitleLength, takeHeadline } from './headings.ts'
import { Line, type TextStyle } from './line.ts'
import { cleanHref } from './links.ts'
import { bulletPoint, isWordMark, type ListPoint, nested, numbersOf, wordPoint } from './lists.ts'
import { spokenParagraph } from './spoken-paragraph.ts'
import { type Aside, asideOf, headingLevel, isTitle, levelFrom, styleOf, tagOf, textStyleOf } from './style.ts'
import { isForLayout, tableOf, withoutBold } from './tables.ts'

/** How many things were left out, by kind. */
export type OmittedParts = Record<Exclude<Aside, 'unseen'> | 'image', number>

export interface ImportedBlocks {
  blocks: Block[]
  /**
   * The images that came along, as `data:` or the importer's own addresses. A block's `mediaId` is its place here:
   * `carried:0`.
   */
  pictures: { src: string; alt: string }[]
  omitted: OmittedParts
  /** The words of the paragraph styled as the title, else of the first heading. They are not among the blocks. */
  title: string
}

export const importedId = (index: number): string => `carried:${index}`
export const importedIndex = (mediaId: string): number | undefined =>
  mediaId.startsWith('carried:') ? Number(mediaId.slice('carried:'.length)) : undefined

type Piece = Exclude<Block, { type: 'heading' }> | ListPoint | Heading
type Kind = 'paragraph' | 'quote' | { heading: number }

interface ReadingState extends TextStyle {
  kind: Kind
  /** Where the words stand: in a table cell or a list item they are paragraphs, whatever they are elsewhere. */
  inside: 'text' | 'point' | 'cell'
  point?: Omit<ListPoint, 'type' | 'content'>
  lists: number
  pre: boolean
  depth: number
}

const blocks =
  /^(address|article|aside|blockquote|body|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|header|html|li|main|nav|p|pre|section|summary|td|th|tr|tbody|thead|tfoot)$/
const deepest = 200

/**
 * Reads a foreign page, or a part of one. With `takeTitle` its title is returned beside the blocks instead of among
 * them.
 */
export function importHtml(
  root: ParentNode,
  options: { takeTitle?: boolean; ownPictures?: RegExp } = {},
): ImportedBlocks {
  return new Reading(options).read(root)
}

class Reading {
  private readonly options: { takeTitle?: boolean; ownPictures?: RegExp }
  private pieces: Piece[] = []
  private line = new Line()
  private waiting: Piece[] = []
  private pictures: ImportedBlocks['pictures'] = []
  private omitted: OmittedParts = { note: 0, comment: 0, change: 0, image: 0 }
  private title = ''

  constructor(options: { takeTitle?: boolean; ownPictures?: RegExp }) {
    this.options = options
  }

  read(root: ParentNode): ImportedBlocks {
    const start: ReadingState = {
      bold: false,
      italic: false,
      href: null,
      kind: 'paragraph',
      inside: 'text',
      lists: 0,
      pre: false,
      depth: 0,
    }
    this.walk(root as unknown as Node, start)
    this.end(start)
    const headline = this.options.takeTitle && !this.title ? takeHeadline(this.pieces) : ''
    return {
      blocks: gathered(this.pieces, headline !== ''),
      pictures: this.pictures,
      omitted: this.omitted,
      title: this.title || headline,
    }
  }

  private walk(parent: Node, place: ReadingState) {
    for (const node of parent.childNodes) {
      if (node.nodeType === 3) this.line.add(node.nodeValue ?? '', place, place.pre)
      else if (node.nodeType === 1) this.element(node as Element, { ...place, depth: place.depth + 1 })
    }
  }

  private element(element: Element, place: ReadingState) {
    if (place.depth > deepest) return this.line.add(element.textContent ?? '', place)
    const tag = tagOf(element)
    if (tag === 'img') return this.picture(element)
    const aside = asideOf(element)
    if (aside) {
      if (aside !== 'unseen') this.omitted[aside]++
      return
    }
    if (isWordMark(element)) return
    if (tag === 'br') return this.line.break()
    if (tag === 'hr') return this.divider(place)
    if (tag === 'ul' || tag === 'ol') return this.list(element, place)
    if (tag === 'table' && place.inside !== 'cell' && !isForLayout(element)) return this.table(element, place)
    const inner = this.placeWithin(element, tag, place)
    const opens = blocks.test(tag) || inner.kind !== place.kind || inner.point !== place.point
    if (opens) this.end(place)
    this.walk(element, inner)
    if (typeof inner.kind === 'object' && this.options.takeTitle && !this.title && isTitle(element))
      this.takeTitle(inner)
    if (opens) this.end(inner)
  }

  /** Takes the line being gathered as the title, if there is room for it. */
  private takeTitle(place: ReadingState) {
    const lines = this.line.take()
    const title = lines.map(inlineText).join(' ').replace(/\s+/g, ' ')
    if (title.length <= maxTitleLength) this.title = title
    else for (const line of lines) this.pieces.push(this.pieceOf(line, place))
  }

  private placeWithin(element: Element, tag: string, place: ReadingState): ReadingState {
    const inner: ReadingState = { ...place, ...textStyleOf(element, place) }
    if (tag === 'a') inner.href = cleanHref(element.getAttribute('href')) ?? place.href
    if (tag === 'pre') inner.pre = true
    if (tag === 'blockquote' && !styleOf(element, 'margin')) inner.kind = 'quote'
    const level = headingLevel(element)
    if (level && place.inside === 'text') inner.kind = { heading: level }
    const point = place.inside === 'cell' || level ? undefined : wordPoint(element)
    if (point) Object.assign(inner, { point, inside: 'point', kind: 'paragraph' })
    else if (element.getAttribute('role') === 'listitem' && tag !== 'li' && place.inside !== 'cell')
      this.point(element, inner, place.lists || 1)
    return inner
  }

  private list(list: Element, place: ReadingState) {
    this.end(place)
    let number = Number.parseInt(list.getAttribute('start') ?? '', 10)
    if (!(number >= 0)) number = 1
    const lists = place.lists + 1
    for (const child of list.children) {
      const tag = tagOf(child)
      if (asideOf(child)) continue
      const value = Number.parseInt(child.getAttribute('value') ?? '', 10)
      if (value >= 0) number = value
      const inner = {
        ...place,
        ...textStyleOf(child, place),
        lists,
        depth: place.depth + 1,
        kind: 'paragraph' as const,
      }
      if (place.depth > deepest) this.line.add(child.textContent ?? '', place)
      else if (tag === 'ul' || tag === 'ol') this.list(child, inner)
      else if (place.inside === 'cell') this.element(child, inner)
      else {
        this.point(child, inner, lists, tagOf(list) === 'ol' ? [number++] : undefined)
        this.walk(child, inner)
        this.end(inner)
      }
    }
  }

  /** Reads an element as a list item. What follows its first paragraph belongs to the same item. */
  private point(element: Element, inner: ReadingState, lists: number, numbers?: number[]) {
    const asked = element.getAttribute('data-aria-level') ?? element.getAttribute('aria-level')
    const counted = Number.parseInt(element.getAttribute('data-aria-posinset') ?? '', 10)
    const ordered =
      numbers !== undefined || numbersOf((element.getAttribute('data-leveltext') ?? '').replace(/%\d/g, '1')).length > 0
    inner.inside = 'point'
    inner.point = {
      level: levelFrom(asked) ?? lists,
      ordered,
      ...(ordered ? { numbers: counted >= 0 ? [counted] : (numbers ?? [1]) } : {}),
    }
  }

  private table(table: Element, place: ReadingState) {
    this.end(place)
    const imported = tableOf(table, (cell) => this.cell(cell, place))
    if (imported) this.pieces.push(imported)
    this.pieces.push(...this.waiting.splice(0))
  }

  private cell(cell: Element, place: ReadingState): Paragraph[] {
    const outer = this.pieces
    this.pieces = []
    const inner: ReadingState = {
      ...place,
      ...textStyleOf(cell, place),
      kind: 'paragraph',
      inside: 'cell',
      point: undefined,
    }
    this.walk(cell, inner)
    this.end(inner)
    const paragraphs = this.pieces.filter((piece) => piece.type === 'paragraph')
    this.pieces = outer
    return paragraphs
  }

  private divider(place: ReadingState) {
    this.end(place)
    if (place.inside === 'text') this.pieces.push({ type: 'horizontalRule' })
  }

  /** Reads an image. It stands after the paragraph it was in, since here it is a block of its own. */
  private picture(element: Element) {
    const src = element.getAttribute('src') ?? ''
    const asked = [element.getAttribute('width'), element.getAttribute('height')].map((size) =>
      Number.parseInt(size ?? '', 10),
    )
    // An invisible image counts readers, and is left out.
    if (asked.some((size) => size <= 2) || asideOf(element)) return
    const isOwn = /^data:image\//i.test(src) || this.options.ownPictures?.test(src)
    if (!isOwn) {
      this.omitted.image++
      return
    }
    const alt = proposedAlt(element.getAttribute('alt') ?? '')
    const attrs: Image['attrs'] = { mediaId: importedId(this.pictures.length), altDecision: null, alt, caption: '' }
    this.pictures.push({ src, alt })
    this.waiting.push({ type: 'image', attrs })
  }

  /** Ends the line being gathered, as the kind of block that its place makes it. */
  private end(place: ReadingState) {
    for (const content of this.line.take()) this.pieces.push(...this.piecesOf(content, place))
    if (place.inside !== 'cell') this.pieces.push(...this.waiting.splice(0))
  }

  private piecesOf(content: Inline[], place: ReadingState): Piece[] {
    const items = place.kind === 'paragraph' && place.inside === 'text' ? bulletedLines(content) : undefined
    return items ? items.map(bulletPoint) : [this.pieceOf(content, place)]
  }

  private pieceOf(content: Inline[], { kind, inside, point }: ReadingState): Piece {
    const paragraph: Paragraph = { type: 'paragraph', content }
    if (inside === 'cell') return paragraph
    if (point) {
      const piece: ListPoint = { ...point, type: 'point', content: [paragraph] }
      point.more = true
      return piece
    }
    if (typeof kind === 'object') return { ...withoutBold({ content }), type: 'heading', raw: kind.heading }
    const said = kind === 'quote' ? content : spokenParagraph(content)
    return said ? { type: 'quote', attrs: { personId: null }, content: said } : paragraph
  }
}

/** Gathers list items into lists, and gives headings their levels. */
function gathered(pieces: Piece[], isHeaded: boolean): Block[] {
  const raws = pieces.flatMap((piece) => (piece.type === 'heading' ? [piece.raw] : []))
  const levelOf = levelsFor(raws, { isHeaded })
  const found: Block[] = []
  let points: ListPoint[] = []
  const endList = () => {
    found.push(...nested(points))
    points = []
  }
  for (const piece of pieces) {
    if (piece.type === 'point') {
      points.push(piece)
      continue
    }
    endList()
    if (piece.type !== 'heading') found.push(piece)
    else found.push({ type: 'heading', attrs: { level: levelOf(piece.raw) }, content: piece.content })
  }
  endList()
  return found
}

/** Returns an alternative text worth proposing: not one that a machine has guessed, and not a file name. */
function proposedAlt(alt: string): string {
  const text = alt.replace(/\s+/g, ' ').trim().slice(0, 1_000)
  return /automatiskt genererad|automatically generated|^\S+\.(jpe?g|png|gif|webp|avif|emf|wmf)$/i.test(text)
    ? ''
    : text
}
