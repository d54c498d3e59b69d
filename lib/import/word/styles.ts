/** Knows the styles of a Word file: what a paragraph is, and how words look, by its style and all it is based on. */
import type { Script } from '../../document/script-letters.ts'
import { childOf, childrenOf, isOn, numberOf, valueIn, type XmlElement } from './xml.ts'

/** How words look; what is undefined is left to the style behind. */
export interface Look {
  bold?: boolean
  italic?: boolean
  hidden?: boolean
  struck?: boolean
  script?: Script | 'none'
  /** The font, as the file calls it. */
  font?: string
}

export interface ParagraphStyle {
  /** The style and those it is based on, nearest first. */
  ids: string[]
  kind?: 'title' | 'quote' | 'contents'
  /** The level of a heading. */
  level?: number
  /** A heading, title, quote or caption is set off by itself: its bold and italic emphasise nothing. */
  isSetOff?: boolean
  numberingId?: string
  numberingLevel?: number
  /** A list that Word has by name, such as “List Bullet 2”. */
  list?: { kind: 'bullet' | 'number' | 'continue' | 'paragraph'; level: number }
  /** The indent, in twentieths of a point. */
  left?: number
  look: Look
}

interface Style {
  id: string
  name: string
  type: string
  basedOn: string | undefined
  element: XmlElement | undefined
}

const deepest = 20

export class Styles {
  private readonly byId = new Map<string, Style>()
  private readonly normal: string | undefined
  private readonly defaults: Look
  private readonly paragraphs = new Map<string | undefined, ParagraphStyle>()
  private readonly characters = new Map<string, Look>()

  constructor(root: XmlElement | undefined) {
    this.defaults = lookOf(childOf(root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr'))
    for (const element of childrenOf(root, 'w:style')) {
      const id = element.attributes['w:styleId'] ?? ''
      const type = element.attributes['w:type'] ?? 'paragraph'
      // A style of a name that is taken does not count.
      if (this.byId.has(`${type} ${id}`)) continue
      const name = plain(valueIn(element, 'w:name') ?? id)
      this.byId.set(`${type} ${id}`, { id, name, type, basedOn: valueIn(element, 'w:basedOn'), element })
      if (type === 'paragraph' && /^(1|true|on)$/.test(element.attributes['w:default'] ?? '')) this.normal ??= id
    }
  }

  /** Returns what a paragraph of that style is; without a style it is one of the file's normal paragraphs. */
  paragraph(id = this.normal): ParagraphStyle {
    const known = this.paragraphs.get(id)
    if (known) return known
    const chain = this.chain('paragraph', id)
    const style: ParagraphStyle = { ids: chain.map((one) => one.id), look: {} }
    for (const one of chain.toReversed()) addParagraphStyle(style, one)
    this.paragraphs.set(id, style)
    return style
  }

  /** Returns how words look, by what is said of them, of their own style and of their paragraph's. */
  look(properties: XmlElement | undefined, paragraph: ParagraphStyle): Look {
    const direct = lookOf(properties)
    const character = this.character(valueIn(properties, 'w:rStyle'))
    const behind = paragraph.isSetOff ? { ...paragraph.look, bold: false, italic: false } : paragraph.look
    // Two styles that both make a word bold cancel each other out, as they do in Word.
    const toggled = (name: 'bold' | 'italic' | 'hidden' | 'struck') =>
      direct[name] ?? (this.defaults[name] || (behind[name] ?? false) !== (character[name] ?? false))
    return {
      bold: toggled('bold'),
      italic: toggled('italic'),
      hidden: toggled('hidden'),
      struck: toggled('struck'),
      script: direct.script ?? character.script ?? behind.script,
      font: direct.font ?? character.font ?? behind.font,
    }
  }

  /** Returns the list that a list style stands for. */
  numberingOf(id: string): string | undefined {
    return valueIn(this.byId.get(`numbering ${id}`)?.element, 'w:pPr', 'w:numPr', 'w:numId')
  }

  /** Whether a table's style sets its first row off. */
  hasHeaderRow(id: string | undefined): boolean {
    return this.chain('table', id).some(({ element }) =>
      childrenOf(element, 'w:tblStylePr').some(
        (part) => part.attributes['w:type'] === 'firstRow' && isOn(childOf(part, 'w:rPr'), 'w:b'),
      ),
    )
  }

  private character(id: string | undefined): Look {
    if (!id) return {}
    const known = this.characters.get(id)
    if (known) return known
    const look: Look = {}
    for (const { name, element } of this.chain('character', id).toReversed()) {
      if (/^(strong|stark)$/.test(name)) look.bold = true
      if (/^((subtle|intense)?emphasis|betoning)$/.test(name)) look.italic = true
      Object.assign(look, lookOf(childOf(element, 'w:rPr')))
    }
    this.characters.set(id, look)
    return look
  }

  private chain(type: string, id: string | undefined): Style[] {
    const chain: Style[] = []
    for (let next = id; next && chain.length < deepest; ) {
      // A style that the file forgot to bring is known by its id, which most programs make of its name.
      const style = this.byId.get(`${type} ${next}`) ?? {
        id: next,
        name: plain(next),
        type,
        basedOn: undefined,
        element: undefined,
      }
      chain.push(style)
      next = style.basedOn
    }
    return chain
  }
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, '')

/** Adds what a style says to what the styles it is based on have said. */
function addParagraphStyle(style: ParagraphStyle, { name, element }: Style) {
  const heading = /^(?:heading|rubrik)([1-9])$/.exec(name)
  const list = /^list(bullet|number|continue|paragraph)([2-9])?$/.exec(name)
  if (name === 'title') Object.assign(style, { kind: 'title', isSetOff: true })
  else if (/^((intense)?quote|quotations)$/.test(name)) Object.assign(style, { kind: 'quote', isSetOff: true })
  else if (/^(toc[1-9]|tocheading|tableof(figures|authorities)|index[1-9])$/.test(name)) style.kind = 'contents'
  else if (/^(caption|subtitle)$/.test(name)) style.isSetOff = true
  else if (heading) Object.assign(style, { level: Number(heading[1]), isSetOff: true })
  if (list) style.list = { kind: list[1] as 'bullet', level: Number(list[2] ?? 1) }
  const properties = childOf(element, 'w:pPr')
  Object.assign(style, outlineOf(properties), numberingOf(properties))
  style.left = leftOf(properties) ?? style.left
  style.look = { ...style.look, ...lookOf(childOf(element, 'w:rPr')) }
}

/** Returns the level of a heading that properties give; the tenth is for words that are none. */
export function outlineOf(properties: XmlElement | undefined): Pick<ParagraphStyle, 'level' | 'isSetOff'> {
  const outline = numberOf(valueIn(properties, 'w:outlineLvl'))
  if (outline === undefined) return {}
  return outline >= 0 && outline <= 8 ? { level: outline + 1, isSetOff: true } : { level: undefined }
}

/** Returns the list and the level that properties give. */
export function numberingOf(
  properties: XmlElement | undefined,
): Pick<ParagraphStyle, 'numberingId' | 'numberingLevel'> {
  const numbering = childOf(properties, 'w:numPr')
  const id = valueIn(numbering, 'w:numId')
  const level = numberOf(valueIn(numbering, 'w:ilvl'))
  return { ...(id === undefined ? {} : { numberingId: id }), ...(level === undefined ? {} : { numberingLevel: level }) }
}

export function leftOf(properties: XmlElement | undefined): number | undefined {
  const indent = childOf(properties, 'w:ind')?.attributes
  return numberOf(indent?.['w:start'] ?? indent?.['w:left'])
}

function lookOf(properties: XmlElement | undefined): Look {
  if (!properties) return {}
  const strokes = [isOn(properties, 'w:strike'), isOn(properties, 'w:dstrike')].filter((stroke) => stroke !== undefined)
  const look: Look = {
    bold: isOn(properties, 'w:b'),
    italic: isOn(properties, 'w:i'),
    hidden: isOn(properties, 'w:vanish'),
    struck: strokes.length ? strokes.includes(true) : undefined,
    script: scriptOf(properties),
    font: fontOf(properties),
  }
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined))
}

/** Returns the font of Latin letters; one of the file's theme draws no signs. */
function fontOf(properties: XmlElement): string | undefined {
  const fonts = childOf(properties, 'w:rFonts')?.attributes
  if (fonts?.['w:asciiTheme'] ?? fonts?.['w:hAnsiTheme']) return ''
  return fonts?.['w:ascii'] ?? fonts?.['w:hAnsi']
}

function scriptOf(properties: XmlElement): Look['script'] {
  const aligned = valueIn(properties, 'w:vertAlign')
  // LibreOffice writes raised words as words that have been moved.
  const moved = numberOf(valueIn(properties, 'w:position')) ?? 0
  if (aligned) return aligned === 'superscript' || aligned === 'subscript' ? aligned : 'none'
  return moved ? (moved > 0 ? 'superscript' : 'subscript') : undefined
}

/** Whether the end of a paragraph is hidden, other than to set a heading and its text on one line. */
export const isEndHidden = (mark: XmlElement | undefined): boolean =>
  isOn(mark, 'w:vanish') === true && isOn(mark, 'w:specVanish') !== true
