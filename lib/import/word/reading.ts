/**
 * Reads the text of a Word file as HTML. Whatever it does not know is a wrapper, and its words are read; what is left
 * out is counted, and so are the letters that should have come.
 */

import { signAt } from '../foreign/symbol-letters.ts'
import { escaped } from '../line-html.ts'
import { type FieldEnd, leadsNowhere, withPlace } from './fields.ts'
import { GatheredWords, type Story, storyOf } from './gathered-words.ts'
import type { Numbering } from './numbering.ts'
import type { WordPackage } from './package.ts'
import { isEndHidden, leftOf, numberingOf, outlineOf, type ParagraphStyle, type Styles } from './styles.ts'
import { isDeletedRow, isHiddenRow, laidOut, rowsIn } from './tables.ts'
import { inOneVersion, isPicture } from './versions.ts'
import { childOf, childrenOf, elementsIn, isText, lettersIn, valueIn, type XmlElement } from './xml.ts'

export interface WordText {
  html: string
  /** The parts of the file that hold its pictures; `kept:0` in the HTML is the first. */
  pictures: string[]
  words: Pick<GatheredWords, 'omitted' | 'hidden' | 'struck' | 'letters'>
}

const deleted = /^w:(del|moveFrom)$/
/** Elements that say how others are; those of a shape may hold its picture. */
const properties = /(?<!:sp)Pr$|^v:shapetype$/
const shapes = /^(wps:wsp|v:(shape|rect|roundrect|line|oval|polyline|curve|arc))$/
const otherDrawings = /^(c:chart|cx:chart|dgm:relIds|o:OLEObject|w:control|w14:contentPart)$/

/** Whether a run holds the sign of a note that its writer has chosen, which would stand alone in the text. */
const isOwnMark = (run: XmlElement): boolean =>
  childrenOf(run).some(({ attributes }) => /^(1|true|on)$/.test(attributes['w:customMarkFollows'] ?? ''))

export class WordReading {
  private readonly file: WordPackage
  private readonly styles: Styles
  private readonly numbering: Numbering
  private readonly body: XmlElement
  private readonly words: GatheredWords
  private readonly pictures: string[] = []
  private alt = ''

  constructor(file: WordPackage, styles: Styles, numbering: Numbering) {
    this.file = file
    this.styles = styles
    this.numbering = numbering
    this.body = inOneVersion(childOf(file.document, 'w:body') ?? file.document)
    this.words = new GatheredWords(storyOf(this.body), styles, lettersIn(this.body))
  }

  read(): WordText {
    const html = this.story(this.body, this.words.here)
    return { html, pictures: this.pictures, words: this.words }
  }

  private story(element: XmlElement, story: Story): string {
    this.words.gather(story, () => {
      this.children(element)
      this.endParagraph(this.styles.paragraph())
    })
    return story.outline.end()
  }

  private children(element: XmlElement) {
    for (const child of element.children) if (typeof child === 'object') this.element(child)
  }

  private element(element: XmlElement) {
    const { name } = element
    if (isText(name)) return this.words.sayInFont(element.children.join(''))
    if (properties.test(name)) return
    if (deleted.test(name)) {
      this.words.omitted.change++
      return this.words.leave(element)
    }
    if (shapes.test(name) && this.isBareShape(element)) return
    if (otherDrawings.test(name)) this.words.omitted.shape++
    switch (name) {
      case 'w:p':
        return this.wordParagraph(element)
      case 'w:r':
        return this.run(element)
      case 'w:tbl':
        return this.table(element)
      case 'w:sdt':
        return this.control(element)
      case 'w:hyperlink':
        return this.link(element)
      case 'w:fldSimple':
        return this.simpleField(element)
      case 'w:fldChar':
        return this.fieldEnded(this.words.here.fields.sign(element))
      case 'w:instrText':
        return this.words.here.fields.instruct(element.children.join(''))
      case 'w:txbxContent':
        return this.box(element)
      case 'w:ruby':
        return this.ruby(element)
      case 'w:ins':
      case 'w:moveTo':
        this.words.omitted.change++
        return this.children(element)
      case 'wp:inline':
      case 'wp:anchor':
        return this.drawing(element, childOf(element, 'wp:docPr'))
      case 'pic:pic':
        return this.drawing(element, childOf(element, 'pic:nvPicPr', 'pic:cNvPr'))
      case 'a:blip':
        return this.picture(element.attributes['r:embed'], this.alt)
      case 'v:imagedata':
        return this.picture(element.attributes['r:id'] ?? element.attributes['o:relid'], element.attributes['o:title'])
      case 'a:p':
        this.children(element)
        return this.words.break('<br>')
      case 'm:oMath':
        this.words.omitted.equation++
        return this.words.leave(element)
      case 'w:altChunk':
      case 'w:subDoc':
        this.words.omitted.part++
        return
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        this.words.omitted.note++
        return
      case 'w:commentReference':
        this.words.omitted.comment++
        return
      case 'w:br':
        return this.words.break(/^(page|column)$/.test(element.attributes['w:type'] ?? '') ? '<br><br>' : '<br>')
      case 'w:cr':
        return this.words.break('<br>')
      case 'w:tab':
      case 'w:ptab':
        return this.words.say(' ')
      case 'w:noBreakHyphen':
        return this.words.say('\u2011')
      case 'w:sym':
        return this.symbol(element)
      default:
        return this.children(element)
    }
  }

  private symbol({ attributes }: XmlElement) {
    const sign = signAt(attributes['w:font'], Number.parseInt(attributes['w:char'] ?? '', 16))
    if (sign !== undefined) this.words.sayAlso(sign)
    else if (!this.words.isSilent) this.words.omitted.shape++
  }

  private run(element: XmlElement) {
    if (isOwnMark(element)) {
      this.words.omitted.note++
      return this.words.leave(element)
    }
    const { look } = this.words
    this.words.look = this.styles.look(childOf(element, 'w:rPr'), this.words.paragraph)
    this.children(element)
    this.words.look = look
  }

  private wordParagraph(element: XmlElement) {
    const own = childOf(element, 'w:pPr')
    const mark = childOf(own, 'w:rPr')
    const style = this.styles.paragraph(valueIn(own, 'w:pStyle'))
    this.words.paragraph = { ...style, ...outlineOf(own), ...numberingOf(own) }
    this.words.look = this.styles.look(undefined, this.words.paragraph)
    this.children(element)
    const isDeleted = childOf(mark, 'w:del') !== undefined
    if (isDeleted || childOf(mark, 'w:ins')) this.words.omitted.change++
    // Its words go on in the next paragraph: its end was deleted or is hidden, or it is the large letter that the next
    // begins with.
    if (
      isDeleted ||
      isEndHidden(mark) ||
      /^(drop|margin)$/.test(childOf(own, 'w:framePr')?.attributes['w:dropCap'] ?? '')
    )
      return
    this.endParagraph(this.words.paragraph, own)
  }

  private endParagraph(style: ParagraphStyle, own?: XmlElement) {
    const { outline, line, after } = this.words.here
    const words = line.take()
    this.words.hidden += ' '
    this.words.struck += ' '
    const asked = leftOf(own)
    const isMarkHidden = this.styles.look(childOf(own, 'w:rPr'), style).hidden
    const numbered = isMarkHidden ? undefined : this.numbering.of(style)
    if (numbered && !style.level && style.kind !== 'title') {
      const left = asked ?? (childOf(own, 'w:numPr') ? numbered.left : style.left) ?? numbered.left ?? style.left
      outline.point(words, { level: numbered.level, left: left ?? numbered.level * 720 }, numbered.number)
    } else outline.paragraph(words, style, asked ?? style.left)
    for (const html of after.splice(0)) outline.block(html)
  }

  private link(element: XmlElement) {
    const { href } = this.words
    const { 'r:id': id = '', 'w:anchor': place, 'w:docLocation': location } = element.attributes
    this.words.href = withPlace(this.file.relations.get(id)?.target ?? '', place ?? location)
    if (leadsNowhere(this.words.href) && !this.words.isSilent) this.words.omitted.place++
    this.children(element)
    this.words.href = href
  }

  private simpleField(element: XmlElement) {
    const { fields } = this.words.here
    fields.begin(element.attributes['w:instr'] ?? '', childOf(element, 'w:ffData'))
    fields.result()
    this.children(element)
    this.fieldEnded(fields.end())
  }

  private fieldEnded(end: FieldEnd | undefined) {
    if (end?.words) this.words.sayAlso(end.words)
    if (end?.lacks && !this.words.isSilent) this.words.omitted[end.lacks]++
  }

  private control(element: XmlElement) {
    const isContents = /^table of/i.test(valueIn(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery') ?? '')
    if (!isContents) return this.children(element)
    this.words.omitted.contents = 1
    this.words.leave(element)
  }

  /** Writes how letters are spoken after them: it stands above them in Chinese and Japanese. */
  private ruby(element: XmlElement) {
    for (const base of childrenOf(element, 'w:rubyBase')) this.children(base)
    for (const spoken of childrenOf(element, 'w:rt')) {
      this.words.say('(')
      this.children(spoken)
      this.words.say(')')
    }
  }

  private box(element: XmlElement) {
    const html = this.story(element, storyOf(element, this.words.here.isCell))
    if (!html) return
    this.words.here.after.push(html)
    this.words.omitted.box++
  }

  private drawing(element: XmlElement, about: XmlElement | undefined) {
    const { alt } = this
    const { descr, title, hidden = '' } = about?.attributes ?? {}
    this.alt = [descr, title, alt].find((text) => text?.trim()) ?? ''
    if (/^(1|true)$/.test(hidden)) this.words.hide(element)
    else this.children(element)
    this.alt = alt
  }

  private picture(id: string | undefined, alt = '') {
    const { fields, line } = this.words.here
    fields.notePicture()
    if (this.words.look.hidden) this.words.omitted.shape++
    if (this.words.isSilent) return
    const relation = this.file.relations.get(id ?? '')
    if (!relation || relation.isExternal || !this.file.has(relation.target)) this.words.omitted.image++
    else line.addMarkup(`<img src="kept:${this.pictures.push(relation.target) - 1}" alt="${escaped(alt)}">`)
  }

  /** Reads a shape that is nothing but a shape; a line across the page is one between paragraphs. */
  private isBareShape(element: XmlElement): boolean {
    if (/visibility:\s*hidden/i.test(element.attributes.style ?? '')) this.words.hide(element)
    else if (/^(t|true|1)$/.test(element.attributes['o:hr'] ?? '')) this.words.here.after.push('<hr>')
    else {
      for (const { name } of elementsIn(element)) if (isText(name) || isPicture(name)) return false
      if (!this.words.isSilent) this.words.omitted.shape++
    }
    return true
  }

  private table(element: XmlElement) {
    this.endParagraph(this.styles.paragraph())
    const rows = rowsIn(element).filter((row) => {
      if (isDeletedRow(row)) {
        this.words.omitted.change++
        this.words.leave(row)
      } else if (isHiddenRow(row)) this.words.hide(row)
      else return true
      return false
    })
    const laid = laidOut(element, rows, this.styles)
    const [only, ...others] = laid.flatMap(({ cells }) => cells)
    const { fields, outline, isCell } = this.words.here
    // A frame around a text is no table.
    if (only && !others.length) return outline.block(this.story(only.element, storyOf(only.element, isCell, fields)))
    const html = laid.map((row) => {
      for (const cell of row.covered) this.words.hide(cell)
      const tag = row.isHeader ? 'th' : 'td'
      const cells = row.cells.map(({ element: cell, colspan, rowspan }) => {
        const words = this.story(cell, storyOf(cell, true, fields))
        return `<${tag} colspan="${colspan}" rowspan="${rowspan}">${words}</${tag}>`
      })
      return `<tr>${cells.join('')}</tr>`
    })
    outline.block(`<table>${html.join('')}</table>`)
  }
}
