/**
 * Reads an OpenDocument text as HTML, as Word files are read: whatever is not known is a wrapper, what is left out is
 * counted, and so are the letters that should have come.
 */

import { readLetters, symbolFontIn } from '../foreign/symbol-letters.ts'
import { countWords, lettersOf } from '../line.ts'
import { escaped, LineHtml } from '../line-html.ts'
import { childOf, childrenOf, numberOf, type XmlElement } from '../word/xml.ts'
import { contents, isHiddenSection, shapes, wordless } from './elements.ts'
import { ListCounts } from './list-counts.ts'
import type { OpenDocumentLook, OpenDocumentStyles } from './styles.ts'
import { rowsOf } from './tables.ts'
import { wordsWithin, wrapped } from './words.ts'

const kinds = ['note', 'comment', 'change', 'image', 'box', 'equation', 'shape', 'contents', 'place'] as const

export interface OpenDocumentParts {
  styles: OpenDocumentStyles
  /** Whether the file has a part of that name. */
  has(name: string): boolean
  /** The objects in the file that are formulas, by their names. */
  formulas: ReadonlySet<string>
}

export class OpenDocumentReading {
  readonly omitted = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<(typeof kinds)[number], number>
  readonly pictures: string[] = []
  /** How many letters and digits should come. */
  letters = 0
  private readonly parts: OpenDocumentParts
  private readonly counts: ListCounts
  private line = new LineHtml()
  /** What stands beside a paragraph and follows it here. */
  private after: string[] = []
  private look: OpenDocumentLook = {}
  private href: string | undefined
  private isParagraph = false
  private hiddenWords = ''
  private struckWords = ''

  constructor(parts: OpenDocumentParts) {
    this.parts = parts
    this.counts = new ListCounts(parts.styles)
  }

  read(body: XmlElement): string {
    this.letters = lettersOf(wordsWithin(body))
    return this.blocks(body)
  }

  get hidden(): number {
    return countWords(this.hiddenWords)
  }

  get struck(): number {
    return countWords(this.struckWords)
  }

  /** Reads what stands in an element as blocks. */
  private blocks(element: XmlElement): string {
    return childrenOf(element)
      .map((child) => this.block(child))
      .join('')
  }

  private block(element: XmlElement): string {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.paragraph(element)
      case 'text:list':
        return this.list(element, 1)
      case 'table:table':
        return this.table(element)
      case 'text:section':
        return isHiddenSection(element) ? this.hide(element) : this.blocks(element)
      case 'draw:frame':
        return this.beside(() => this.frame(element))
      default:
        return this.leavesOut(element)
          ? ''
          : shapes.test(element.name)
            ? this.beside(() => this.shape(element))
            : this.blocks(element)
    }
  }

  private beside(read: () => void): string {
    const { after } = this
    this.after = []
    read()
    const html = this.after.join('') + wrapped('p', this.line.take())
    this.after = after
    return html
  }

  private paragraph(element: XmlElement): string {
    const { line, after, look, isParagraph } = this
    const { styles } = this.parts
    const name = element.attributes['text:style-name']
    const heading =
      element.name === 'text:h' ? { heading: numberOf(element.attributes['text:outline-level']) ?? 1 } : undefined
    const kind = styles.kind(name) === 'title' ? 'title' : (heading ?? styles.kind(name))
    const own = styles.look('paragraph', name)
    const isHidden = childrenOf(element).some(
      (child) => child.name === 'text:hidden-paragraph' && child.attributes['text:is-hidden'] === 'true',
    )
    this.line = new LineHtml()
    this.after = []
    this.isParagraph = true
    this.look = { ...(kind ? { ...own, bold: false, italic: false } : own), ...(isHidden ? { hidden: true } : {}) }
    this.children(element)
    this.hiddenWords += ' '
    this.struckWords += ' '
    const words = this.line.take()
    const html =
      kind === 'title'
        ? wrapped('h1', words, ' class="title"')
        : kind === 'quote'
          ? wrapped('blockquote', words)
          : wrapped(kind ? `h${Math.min(kind.heading, 6)}` : 'p', words)
    const read = html + this.after.join('')
    Object.assign(this, { line, after, look, isParagraph })
    return read
  }

  private children(element: XmlElement) {
    for (const child of element.children) {
      if (typeof child === 'string') this.say(child)
      else this.inline(child)
    }
  }

  private inline(element: XmlElement) {
    switch (element.name) {
      case 'text:span':
        return this.span(element)
      case 'text:a':
        return this.link(element)
      case 'text:s':
      case 'text:tab':
        return this.line.add(' ', this.shown)
      case 'text:line-break':
        return this.line.addMarkup('<br>')
      case 'text:ruby-text':
        this.say('(')
        this.children(element)
        return this.say(')')
      case 'text:hidden-text':
        return element.attributes['text:is-hidden'] === 'false' ? this.children(element) : this.hide(element)
      case 'draw:frame':
        return this.frame(element)
      case 'text:p':
      case 'text:h':
      case 'text:list':
      case 'table:table':
        this.after.push(this.block(element))
        return
      default:
        if (this.leavesOut(element)) return
        if (shapes.test(element.name)) this.shape(element)
        else this.children(element)
    }
  }

  /** Counts and passes over what has no place in a text. */
  private leavesOut(element: XmlElement): boolean {
    const { name } = element
    if (name === 'text:note') this.omitted.note++
    else if (name === 'office:annotation') this.omitted.comment++
    else if (name === 'text:tracked-changes') this.omitted.change += childrenOf(element, 'text:changed-region').length
    else if (contents.test(name)) this.omitted.contents = 1
    else if (!wordless.test(name)) return false
    this.leave(element)
    return true
  }

  private say(written: string) {
    const { hidden, struck, font } = this.look
    const { text, unknown } = readLetters(symbolFontIn(this.parts.styles.fontOf(font)), written)
    this.letters += lettersOf(text) - lettersOf(written)
    if (!hidden && this.isParagraph) this.omitted.shape += unknown
    if (hidden) this.hiddenWords += text
    else if (struck) this.struckWords += text
    if (hidden || struck || !this.isParagraph) this.letters -= lettersOf(text)
    else this.line.add(text, text.trim() ? this.shown : {}, this.href)
  }

  private get shown() {
    const { bold, italic, script } = this.look
    return { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}), script: script === 'none' ? undefined : script }
  }

  private leave(element: XmlElement) {
    this.letters -= lettersOf(wordsWithin(element))
  }

  private hide(element: XmlElement): '' {
    this.hiddenWords += ` ${wordsWithin(element)} `
    this.leave(element)
    return ''
  }

  private span(element: XmlElement) {
    const { look } = this
    this.look = { ...look, ...this.parts.styles.look('text', element.attributes['text:style-name']) }
    this.children(element)
    this.look = look
  }

  private link(element: XmlElement) {
    const { href } = this
    this.href = element.attributes['xlink:href']
    if (this.href?.startsWith('#')) this.omitted.place++
    this.children(element)
    this.href = href
  }

  private frame(element: XmlElement) {
    const said = ['svg:title', 'svg:desc'].map((name) => childOf(element, name)).filter((child) => child !== undefined)
    for (const child of said) this.leave(child)
    const alt = said.map(wordsWithin).find((text) => text.trim()) ?? ''
    const box = childOf(element, 'draw:text-box')
    const object = childrenOf(element).find(({ name }) =>
      /^draw:(object|object-ole|plugin|applet|floating-frame)$/.test(name),
    )
    if (box) this.box(box)
    else if (object) this.object(object)
    else this.picture(childrenOf(element, 'draw:image'), alt)
  }

  private object(element: XmlElement) {
    const name = (element.attributes['xlink:href'] ?? '').replace(/^\.\//, '')
    const isFormula = this.parts.formulas.has(name) || childOf(element, 'math:math') !== undefined
    this.omitted[isFormula ? 'equation' : 'shape']++
    this.leave(element)
  }

  /** Reads a picture, which a file may have in several formats. */
  private picture(images: XmlElement[], alt: string) {
    const names = images
      .map(({ attributes }) => (attributes['xlink:href'] ?? '').replace(/^\.\//, ''))
      .filter((name) => this.parts.has(name))
    const name = names.find((one) => /\.(png|jpe?g|webp|avif)$/i.test(one)) ?? names[0]
    if (name === undefined) this.omitted.image++
    else this.line.addMarkup(`<img src="kept:${this.pictures.push(name) - 1}" alt="${escaped(alt)}">`)
  }

  private shape(element: XmlElement) {
    if (lettersOf(wordsWithin(element)) > 0) this.box(element)
    else this.omitted.shape++
  }

  private box(element: XmlElement) {
    const html = this.blocks(element)
    if (!html) return
    this.after.push(html)
    this.omitted.box++
  }

  private list(element: XmlElement, level: number, style?: string): string {
    const counting = this.counts.begin(element, level, style)
    const tag = counting.isNumbered ? 'ol' : 'ul'
    const html: string[] = [`<${tag}>`]
    for (const item of childrenOf(element)) {
      const inside = childrenOf(item)
      if (inside.some(({ name }) => name === 'text:h')) {
        // A heading that has a number is a heading.
        html.push(`</${tag}>`, this.blocks(item), `<${tag}>`)
        continue
      }
      const hasWords = inside.some(({ name }) => name !== 'text:list')
      const value = counting.isNumbered && hasWords && item.name === 'text:list-item' ? counting.next(item) : undefined
      const words = inside
        .map((child) => (child.name === 'text:list' ? this.list(child, level + 1, counting.style) : this.block(child)))
        .join('')
      if (!hasWords) html.push(words)
      else if (words) html.push(`<li${value === undefined ? '' : ` value="${value}"`}>${words}</li>`)
    }
    html.push(`</${tag}>`)
    return html.join('').replaceAll(`<${tag}></${tag}>`, '')
  }

  private table(element: XmlElement): string {
    const rows = rowsOf(element).map(({ isHeader, cells }) => {
      const tag = isHeader ? 'th' : 'td'
      const html = cells.map((cell) => {
        if (cell.name === 'table:covered-table-cell') return this.hide(cell)
        const { 'table:number-columns-spanned': columns = '1', 'table:number-rows-spanned': lines = '1' } =
          cell.attributes
        return `<${tag} colspan="${Number(columns)}" rowspan="${Number(lines)}">${this.blocks(cell)}</${tag}>`
      })
      return `<tr>${html.join('')}</tr>`
    })
    return `<table>${rows.join('')}</table>`
  }
}
