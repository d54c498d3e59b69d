/**
 * Reads an RTF file as HTML, as Word files are read: groups that are not known are passed over only where the file says
 * that they may be, and what is left out is counted.
 */

import { countWords, lettersOf } from '../line.ts'
import { escaped, LineHtml } from '../line-html.ts'
import { numbersOf } from '../lists.ts'
import { buttonWords, leadsNowhere, linkOf, signOf } from '../word/fields.ts'
import { Outline } from '../word/outline.ts'
import type { ParagraphStyle } from '../word/styles.ts'
import { Fonts } from './fonts.ts'
import { formatAfter, plainFormat } from './format.ts'
import { formWords } from './forms.ts'
import { drawnWords, pictureIn } from './pictures.ts'
import { PlainWords } from './plain-words.ts'
import { type Style, stylesOf } from './styles.ts'
import { RtfTable } from './table.ts'
import { type Control, destinationOf, type Group, groupIn, isGroup, type RtfNode } from './tree.ts'
import { breaks, counted, margins, read, signs, silent } from './words.ts'

const kinds = ['note', 'comment', 'change', 'image', 'box', 'equation', 'shape', 'contents', 'place', 'margin'] as const

/** Paragraphs that stand by themselves: the text, or a text box. */
interface Story {
  outline: Outline
  line: LineHtml
  cell: Outline
  table: RtfTable
  after: string[]
  marker: string
}

const newStory = (): Story => ({
  outline: new Outline(false),
  line: new LineHtml(),
  cell: new Outline(true),
  table: new RtfTable(),
  after: [],
  marker: '',
})

export class RtfReading {
  readonly omitted = Object.fromEntries(kinds.map((kind) => [kind, 0])) as Record<(typeof kinds)[number], number>
  readonly pictures: Buffer[] = []
  /** How many letters and digits should come. */
  letters = 0
  private readonly root: Group
  private readonly fonts: Fonts
  private readonly styleOf: (number: number | undefined) => Style
  private story = newStory()
  private format = plainFormat
  private href: string | undefined
  /** Bytes that have not been decoded: some letters take two. */
  private bytes = ''
  private standIns = 0
  private hiddenWords = ''
  private struckWords = ''

  constructor(root: Group) {
    this.root = root
    this.fonts = new Fonts(root)
    this.styleOf = stylesOf(root)
  }

  read(): string {
    this.nodes(this.root.nodes)
    return this.endStory()
  }

  get hidden(): number {
    return countWords(this.hiddenWords)
  }

  get struck(): number {
    return countWords(this.struckWords)
  }

  private nodes(nodes: RtfNode[]) {
    for (const node of nodes) {
      if (typeof node === 'string') this.words(node)
      else if (isGroup(node)) this.group(node)
      else if (node.name === "'") this.words(String.fromCharCode(node.value ?? 0))
      else this.control(node)
    }
    this.flush()
  }

  private group(group: Group) {
    this.flush()
    const { format, href } = this
    const { name, isOptional } = destinationOf(group)
    const kind = counted[name]
    if (kind) this.omitted[kind]++
    else if (margins.test(name)) this.omitted.margin += this.hasWords(group) ? 1 : 0
    else if (name === 'field') this.field(group)
    else if (name === 'pict') this.picture(group)
    else if (name === 'shp' || name === 'do') this.shape(group)
    else if (name === 'listtext' || name === 'pntext') this.story.marker = this.plainText(group)
    else if (name === 'upr') this.nodes(groupIn(group, 'ud')?.nodes ?? [])
    else if (name === 'object') this.nodes(groupIn(group, 'result')?.nodes ?? [])
    else if (!silent.test(name) && (!isOptional || read.test(name))) this.nodes(group.nodes)
    this.format = format
    this.href = href
    this.standIns = 0
  }

  private control({ name, value }: Control) {
    this.flush()
    const format = formatAfter(this.format, name, value)
    if (format) {
      if (/^(deleted|mvf)$/.test(name) && value !== 0) this.omitted.change++
      this.format = format
    } else if (name === 'u') {
      this.sayLetters(this.fonts.read(String.fromCharCode((value ?? 0) & 0xffff), this.format.font))
      this.standIns = this.format.standIns
    } else if (signs[name] !== undefined) this.say(signs[name])
    else if (breaks[name] !== undefined) this.story.line.addMarkup(breaks[name])
    else if (/^(revised|mvt)$/.test(name) && value !== 0) this.omitted.change++
    else if (/^(par|sect|\r|\n)$/.test(name)) this.endParagraph()
    else if (/^(cell|nestcell)$/.test(name)) this.endCell(name)
    else if (name === 'row') this.story.table.row()
    else this.story.table.define(name)
  }

  /** Takes bytes, but not those that stand in for a sign that has come already. */
  private words(bytes: string) {
    const dropped = Math.min(this.standIns, bytes.length)
    this.standIns -= dropped
    this.bytes += bytes.slice(dropped)
  }

  private flush() {
    if (!this.bytes) return
    const letters = this.fonts.decoded(this.bytes, this.format.font)
    this.bytes = ''
    this.sayLetters(letters)
  }

  private sayLetters({ text, unknown }: { text: string; unknown: number }) {
    this.omitted.shape += unknown
    this.say(text)
  }

  private say(text: string) {
    const { bold, italic, struck, hidden, deleted, script } = this.format
    if (deleted) return
    if (this.style.kind === 'contents') this.omitted.contents = 1
    else if (hidden) this.hiddenWords += text
    else if (struck) this.struckWords += text
    else {
      const { style } = this
      const isSetOff = style.kind !== undefined || style.level !== undefined
      const look = { bold: bold && !(isSetOff && style.bold), italic: italic && !(isSetOff && style.italic) }
      this.letters += lettersOf(text)
      this.story.line.add(text, { ...look, script: text.trim() ? script : undefined }, this.href)
    }
  }

  private get style(): Style {
    return this.styleOf(this.format.style)
  }

  private endParagraph() {
    const { outline, line, table, after } = this.story
    const marker = this.story.marker.trim()
    this.story.marker = ''
    this.hiddenWords += ' '
    this.struckWords += ' '
    // A paragraph in a cell ends before the cell does.
    const isCell = this.format.isCell
    if (!isCell) this.endTable()
    const { kind, level = this.outlineLevel } = this.style
    const style: ParagraphStyle = {
      ids: [],
      look: {},
      ...(kind ? { kind } : {}),
      ...(level === undefined ? {} : { level }),
    }
    const words = line.take()
    const left = this.format.left
    const place = isCell ? this.story.cell : outline
    if (marker && !level && kind !== 'title') {
      const number = numbersOf(marker)[0]
      place.point(words, { level: this.format.level + 1, left: left ?? (this.format.level + 1) * 720 }, number)
    } else place.paragraph(words, style, left)
    for (const html of after.splice(0))
      if (table.isEmpty) outline.block(html)
      else this.story.after.push(html)
  }

  private get outlineLevel(): number | undefined {
    const { outline } = this.format
    return outline !== undefined && outline < 9 ? outline + 1 : undefined
  }

  private endCell(name: string) {
    this.format = { ...this.format, isCell: true }
    this.endParagraph()
    // The cells of a table inside a cell are paragraphs of that.
    if (name === 'nestcell') return
    this.story.table.cell(this.story.cell.end())
    this.story.cell = new Outline(true)
  }

  private endTable() {
    const { table, outline, after } = this.story
    if (table.isEmpty) return
    outline.block(table.html())
    this.story.table = new RtfTable()
    for (const html of after.splice(0)) outline.block(html)
  }

  private endStory(): string {
    this.flush()
    this.format = { ...this.format, isCell: false }
    this.endParagraph()
    return this.story.outline.end()
  }

  private field(group: Group) {
    const instructions = this.plainText(groupIn(group, 'fldinst') ?? { nodes: [] })
    const name = /^\s*(\w+)/.exec(instructions)?.[1]?.toLowerCase()
    const result = groupIn(group, 'fldrslt')
    if (name === 'toc' || name === 'index') {
      this.omitted.contents = 1
      return
    }
    if (name === 'hyperlink') {
      this.href = linkOf(instructions)
      if (leadsNowhere(this.href)) this.omitted.place++
    }
    if (result) this.nodes(result.nodes)
    if (result && /\S/.test(this.plainText(result))) return
    // Some fields show what is not written out.
    const shown =
      name === 'symbol'
        ? signOf(instructions)
        : (buttonWords(instructions) ?? formWords(group, (line) => this.plainText(line)))
    if (shown !== undefined) this.say(shown)
    else if (name === 'symbol') this.omitted.shape++
    else if (name === 'eq') this.omitted.equation++
  }

  private picture(group: Group) {
    const { bytes, alt } = pictureIn(group)
    if (bytes.length === 0) this.omitted.image++
    else this.story.line.addMarkup(`<img src="kept:${this.pictures.push(bytes) - 1}" alt="${escaped(alt)}">`)
  }

  /** Reads what stands in a shape: the words of a text box, else a picture. */
  private shape(group: Group) {
    const box = groupIn(group, 'shptxt') ?? groupIn(group, 'dptxbxtext') ?? drawnWords(group)
    const picture = groupIn(group, 'pict')
    if (box && this.hasWords(box)) this.box(box)
    else if (picture) this.picture(picture)
    else this.omitted.shape++
  }

  private box(group: Group) {
    const { story, format } = this
    this.story = newStory()
    this.format = { ...format, ...plainFormat, standIns: format.standIns }
    this.nodes(group.nodes)
    const html = this.endStory()
    this.story = story
    this.format = format
    if (!html) return
    story.after.push(html)
    this.omitted.box++
  }

  private hasWords(group: Group): boolean {
    return /\p{L}/u.test(this.plainText(group))
  }

  /** Returns the words of a group, whatever they look like. */
  private plainText(group: Group): string {
    return new PlainWords(this.fonts, this.format.standIns).of(group)
  }
}
