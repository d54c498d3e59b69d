/**
 * Reads the HTML of other programs as our blocks: what people copy out of Word, Google Docs, LibreOffice, Outlook and
 * the web, and what a Word file becomes on its way in. Structure and words are kept; looks are not. Works on any DOM.
 */
import { type Image, inlineText, type Paragraph } from '../document/rich-text.ts'
import { applyClassStyles } from './foreign/class-styles.ts'
import { type ImportedBlocks, importedId, noneOmitted, type OmittedParts } from './foreign/imported-blocks.ts'
import { breaksBefore, isBesidePoints, isBlock } from './foreign/layout.ts'
import { markNotes } from './foreign/notes.ts'
import { beginPoint, type Place, pieceAt, placeWithin, startOfPage } from './foreign/place.ts'
import { emojiOf, isFirstLetter, isTickPicture, marksAround, proposedAlt, ticked, tickOf } from './foreign/signs.ts'
import { readLetters } from './foreign/symbol-letters.ts'
import { boxWords, isSaidElsewhere, textBoxesIn } from './foreign/text-boxes.ts'
import { maxTitleLength, takeHeadline } from './headings.ts'
import { countWords, Line, lettersInNode, lettersOf } from './line.ts'
import { isWordMark } from './lists.ts'
import { gathered, withoutLines } from './pieces/gathered.ts'
import { lineOf, type Piece } from './pieces/piece.ts'
import { type Aside, asideOf, isTitle, tagOf, textStyleOf } from './style.ts'
import { asideRows, captionsOf, isForLayout, tableOf } from './tables.ts'

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
  private omitted: OmittedParts = noneOmitted()
  private title = ''
  /** What stands before the next words: a large first letter, or the tick of a point. */
  private opening = ''
  /** Whether the words that follow have been ticked off. */
  private isDone = false
  private hasSigns = false
  /** How many letters and digits are still to be read. */
  private unread = 0
  private root: Node | undefined
  /** The shapes whose words have been read, so that pictures of them are not missed. */
  private readonly readShapes = new Set<string>()

  constructor(options: { takeTitle?: boolean; ownPictures?: RegExp }) {
    this.options = options
  }

  read(root: ParentNode): ImportedBlocks {
    applyClassStyles(root)
    markNotes(root)
    this.root = root as unknown as Node
    this.unread = lettersInNode(this.root)
    this.walk(this.root, startOfPage)
    this.line.add(this.opening, startOfPage)
    this.end(startOfPage)
    const pieces = withoutLines(this.pieces)
    const headline = this.options.takeTitle && !this.title ? takeHeadline(pieces) : ''
    return {
      blocks: gathered(pieces, headline !== ''),
      pictures: this.pictures,
      omitted: this.omitted,
      hasSigns: this.hasSigns,
      unread: this.unread,
      typed: pieces.reduce((sum, piece) => sum + ((piece.type === 'point' && piece.typed) || 0), 0),
      title: this.title || headline,
    }
  }

  private walk(parent: Node, place: Place) {
    for (const node of parent.childNodes) this.node(node, place)
  }

  private node(node: Node, place: Place) {
    if (node.nodeType === 3) this.say(node.nodeValue ?? '', place)
    else if (node.nodeType === 8) this.comment(node, place)
    else if (node.nodeType === 1) this.element(node as Element, { ...place, depth: place.depth + 1 })
  }

  private say(written: string, place: Place) {
    this.unread -= lettersOf(written)
    const { text: words, unknown } = readLetters(place.symbolFont, written)
    this.omitted.shape += unknown
    if (words !== written) this.hasSigns = true
    const opening = words.trim() ? this.opening : ''
    if (opening) this.opening = ''
    this.line.add(opening ? opening + words.replace(/^[\t\r\n]\s*/, '') : words, place, place.pre)
  }

  private element(element: Element, place: Place) {
    if (place.depth > deepest) return this.say(element.textContent ?? '', place)
    const tag = tagOf(element)
    if (tag === 'img') return this.picture(element, place)
    const tick = tickOf(element)
    if (tick) {
      this.opening = tick
      this.isDone = tick === ticked
    }
    const aside = asideOf(element)
    if (aside && !(aside === 'struck' && (place.isDone || this.isDone))) return this.leave(element, aside)
    if (isWordMark(element)) return this.leave(element, 'unseen')
    if (tag === 'br') return this.breakLine(element)
    if (tag === 'hr') return this.divider(place)
    if (tag === 'ul' || tag === 'ol') return this.list(element, place)
    if (tag === 'table' && place.inside !== 'cell' && !isForLayout(element)) return this.table(element, place)
    if (isBlock(element, tag) && isFirstLetter(element)) {
      this.end(place)
      this.opening = element.textContent?.trim() ?? ''
      this.unread -= lettersInNode(element)
      return
    }
    if (element.hasAttribute('v:shape')) return this.box(element, place)
    const inner = placeWithin(element, tag, place)
    const opens = isBlock(element, tag) || inner.kind !== place.kind || inner.point !== place.point
    if (opens) this.end(place)
    else if (breaksBefore(element)) this.breakLine(element)
    const marks = marksAround(element, tag)
    if (marks) this.say(marks.open, inner)
    this.walk(element, inner)
    if (marks) this.say(marks.close, inner)
    if (typeof inner.kind === 'object' && this.options.takeTitle && !this.title && isTitle(element))
      this.takeTitle(inner)
    if (opens) this.end(inner)
  }

  private leave(element: Element, aside: Aside) {
    this.unread -= lettersInNode(element)
    if (aside === 'struck' || aside === 'hidden') this.omitted[aside] += countWords(element.textContent ?? '')
    else if (aside === 'contents') this.omitted.contents = 1
    else if (aside !== 'unseen') this.omitted[aside]++
  }

  /** Ends a line, and with a page or a column the paragraph. */
  private breakLine(element: Element) {
    this.line.break()
    if (breaksBefore(element)) this.line.break()
  }

  /** Reads the text boxes that a comment holds, if nothing else on the page has their words. */
  private comment(node: Node, place: Place) {
    const { boxes, shapes } = textBoxesIn(node)
    for (const shape of shapes) this.readShapes.add(shape)
    for (const box of boxes) {
      if (!this.root || isSaidElsewhere(box, this.root)) continue
      this.unread += lettersInNode(box)
      this.box(box, place)
    }
  }

  /** Reads what stands beside a paragraph: it follows it here. */
  private box(element: Element, place: Place) {
    const { pieces, line } = this
    this.pieces = []
    this.line = new Line()
    const inner: Place = { ...place, kind: 'paragraph', inside: 'text', point: undefined, lists: 0 }
    this.walk(element, inner)
    this.end(inner)
    this.waiting.push(...this.pieces)
    this.pieces = pieces
    this.line = line
  }

  /** Takes the line being gathered as the title, if there is room for it. */
  private takeTitle(place: Place) {
    const lines = this.line.take()
    const title = lines.map(inlineText).join(' ').replace(/\s+/g, ' ')
    if (title.length <= maxTitleLength) this.title = title
    else for (const line of lines) this.pieces.push(pieceAt(line, place))
  }

  private list(list: Element, place: Place) {
    this.end(place)
    const step = list.hasAttribute('reversed') ? -1 : 1
    let number = Number.parseInt(list.getAttribute('start') ?? '', 10)
    if (!(number >= 0)) number = step > 0 ? 1 : [...list.children].filter((child) => tagOf(child) === 'li').length
    const lists = place.lists + 1
    for (const node of list.childNodes) {
      if (node.nodeType !== 1 || isBesidePoints(node as Element)) {
        // Words between the points belong to none of them.
        this.node(node, place)
        continue
      }
      this.end(place)
      const child = node as Element
      const tag = tagOf(child)
      const tick = tickOf(child)
      const aside = asideOf(child)
      if (aside && !tick) {
        this.leave(child, aside)
        continue
      }
      const value = Number.parseInt(child.getAttribute('value') ?? '', 10)
      if (value >= 0) number = value
      const inner = {
        ...place,
        ...textStyleOf(child, place),
        lists,
        depth: place.depth + 1,
        kind: 'paragraph' as const,
      }
      if (place.depth > deepest) this.say(child.textContent ?? '', place)
      else if (tag === 'ul' || tag === 'ol') this.list(child, inner)
      else if (place.inside === 'cell') this.element(child, inner)
      else {
        beginPoint(child, inner, lists, tagOf(list) === 'ol' ? [number] : undefined)
        number += step
        this.opening = tick ?? ''
        this.isDone = false
        this.walk(child, { ...inner, isDone: tick === ticked })
        this.end(inner)
        this.opening = ''
      }
    }
    this.end(place)
  }

  private table(table: Element, place: Place) {
    this.end(place)
    for (const row of asideRows(table)) this.leave(row, asideOf(row) ?? 'unseen')
    for (const caption of captionsOf(table)) this.unread -= lettersInNode(caption)
    const imported = tableOf(table, (cell) => this.cell(cell, place))
    if (imported) this.pieces.push(imported)
    this.pieces.push(...this.waiting.splice(0))
  }

  private cell(cell: Element, place: Place): Paragraph[] {
    const aside = asideOf(cell)
    if (aside) {
      this.leave(cell, aside)
      return []
    }
    const outer = this.pieces
    this.pieces = []
    const inner: Place = {
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

  private divider(place: Place) {
    this.end(place)
    if (place.inside === 'text') this.pieces.push({ type: 'horizontalRule' })
  }

  /** Reads an image. It stands after the paragraph it was in, since here it is a block of its own. */
  private picture(element: Element, place: Place) {
    const sign = emojiOf(element)
    if (sign) return this.say(sign, place)
    if (isTickPicture(element) || this.readShapes.has(element.getAttribute('v:shapes') ?? '')) return
    const src = element.getAttribute('src') ?? ''
    const asked = [element.getAttribute('width'), element.getAttribute('height')].map((size) =>
      Number.parseInt(size ?? '', 10),
    )
    // An invisible image counts readers, and is left out.
    if (asked.some((size) => size <= 2) || asideOf(element)) return
    const isOwn = /^data:image\//i.test(src) || this.options.ownPictures?.test(src)
    if (!isOwn) {
      const words = boxWords(element.getAttribute('alt') ?? '')
      if (words) this.waiting.push(lineOf([{ type: 'text', text: words.replace(/\s+/g, ' ') }]))
      else this.omitted.image++
      return
    }
    const alt = proposedAlt(element.getAttribute('alt') ?? '')
    const attrs: Image['attrs'] = { mediaId: importedId(this.pictures.length), altDecision: null, alt, caption: '' }
    this.pictures.push({ src, alt })
    this.waiting.push({ type: 'image', attrs })
  }

  /** Ends the line being gathered, as the kind of block that its place makes it. */
  private end(place: Place) {
    const lines = this.line.take()
    for (const content of lines) this.pieces.push(pieceAt(content, place))
    if (lines.length > 0) this.isDone = false
    if (place.inside !== 'cell') this.pieces.push(...this.waiting.splice(0))
  }
}
