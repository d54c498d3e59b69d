/**
 * Follows the fields of a Word file. A field is written as instructions and then as the words that Word made of them,
 * with signs between; fields stand in fields, and go on over paragraphs.
 */
import { signAt } from '../foreign/symbol-letters.ts'
import { cleanHref } from '../links.ts'
import { childOf, childrenOf, elementsIn, isOn, numberOf, valueIn, type XmlElement } from './xml.ts'

interface Field {
  instructions: string
  /** The words of a field come after its instructions. */
  isResult: boolean
  form: XmlElement | undefined
  hasWords: boolean
  hasPicture: boolean
}

/** What a field shows without having been written out, or what it lacks. */
export interface FieldEnd {
  words?: string
  lacks?: 'image' | 'equation' | 'place' | 'shape'
}

export class Fields {
  private readonly open: Field[] = []
  private readonly stray: ReadonlySet<XmlElement>

  /**
   * Signs of fields that begin in `root` and never end are ignored: all the rest would else be instructions. So is what
   * lies in elements to pass over.
   */
  constructor(root: XmlElement, passOver: RegExp) {
    this.stray = strayBeginnings(root, passOver)
  }

  /** Follows the sign of a complex field, and returns how it ended if it did. */
  sign(sign: XmlElement): FieldEnd | undefined {
    if (this.stray.has(sign)) return undefined
    const kind = sign.attributes['w:fldCharType']
    if (kind === 'begin') this.begin('', childOf(sign, 'w:ffData'))
    else if (kind === 'separate') this.result()
    else if (kind === 'end') return this.end()
    return undefined
  }

  begin(instructions: string, form?: XmlElement): void {
    this.open.push({ instructions, form, isResult: false, hasWords: false, hasPicture: false })
  }

  result(): void {
    const field = this.open.at(-1)
    if (field) field.isResult = true
  }

  end(): FieldEnd | undefined {
    const field = this.open.pop()
    if (!field) return undefined
    const name = nameOf(field)
    if (field.form && !field.hasWords) return { words: formWords(field.form) }
    if (/^includepicture$/.test(name) && !field.hasPicture) return { lacks: 'image' }
    if (name === 'hyperlink' && leadsNowhere(linkOf(field.instructions))) return { lacks: 'place' }
    if (name === 'symbol' && !field.hasWords) {
      const words = signOf(field.instructions)
      return words === undefined ? { lacks: 'shape' } : { words }
    }
    if (field.isResult) return undefined
    if (name === 'eq') return { lacks: 'equation' }
    const words = buttonWords(field.instructions)
    return words ? { words } : undefined
  }

  /** Whether what comes now is instructions, and for nobody to read. */
  get isInstruction(): boolean {
    return this.open.some((field) => !field.isResult)
  }

  get isContents(): boolean {
    return this.open.some((field) => /^(toc|toa|index)$/.test(nameOf(field)))
  }

  instruct(text: string): void {
    const field = this.open.findLast(({ isResult }) => !isResult)
    if (field) field.instructions += text
  }

  noteWords(): void {
    for (const field of this.open) field.hasWords = true
  }

  notePicture(): void {
    for (const field of this.open) field.hasPicture = true
  }

  /** The address of the innermost link. */
  get href(): string | undefined {
    const link = this.open.findLast((field) => field.isResult && nameOf(field) === 'hyperlink')
    return link && linkOf(link.instructions)
  }
}

const nameOf = ({ instructions }: Field): string => /^\s*(\w+)/.exec(instructions)?.[1]?.toLowerCase() ?? ''

function strayBeginnings(root: XmlElement, passOver: RegExp): Set<XmlElement> {
  const open: XmlElement[] = []
  for (const element of elementsIn(root, passOver)) {
    const kind = element.name === 'w:fldChar' ? element.attributes['w:fldCharType'] : undefined
    if (kind === 'begin') open.push(element)
    else if (kind === 'end') open.pop()
  }
  return new Set(open)
}

/** Returns what the field of a form shows: a box with or without a tick, or the line that was chosen. */
function formWords(form: XmlElement): string {
  const box = childOf(form, 'w:checkBox')
  if (box) return (isOn(box, 'w:checked') ?? isOn(box, 'w:default')) ? '☒' : '☐'
  const list = childOf(form, 'w:ddList')
  const chosen = numberOf(valueIn(list, 'w:result') ?? valueIn(list, 'w:default')) ?? 0
  return childrenOf(list, 'w:listEntry')[chosen]?.attributes['w:val'] ?? ''
}

/** Returns the words of `MACROBUTTON None Write here`, which programs show in the text. */
export const buttonWords = (instructions: string): string | undefined =>
  /^\s*MACROBUTTON\s+\S+\s+(.*)$/is.exec(instructions)?.[1]

/** Returns the sign of `SYMBOL 109 \f "Symbol"`; undefined for one that only its font knows. */
export function signOf(instructions: string): string | undefined {
  const code = /^\s*SYMBOL\s+"?(0x[\da-f]+|\d+|[^\s"])/i.exec(instructions)?.[1] ?? ''
  const font = /\\f\s*(?:"([^"]*)"|(\S+))/i.exec(instructions)
  const place = /^\d/.test(code) ? Number(code) : code.codePointAt(0)
  return place === undefined ? undefined : signAt(font?.[1] ?? font?.[2], place)
}

/** Returns the address of `HYPERLINK "https://a.example/x" \l "place" \o "tip" \t "_blank"`. */
export function linkOf(instructions: string): string {
  let address = ''
  let place = ''
  let expects = ''
  for (const [token, quoted, typographic] of instructions.matchAll(
    /"((?:\\[\s\S]|[^"\\])*)"|[“”]([^“”]*)[“”]|\\\S|[^\s"“”]+/g,
  )) {
    const isQuoted = quoted !== undefined || typographic !== undefined
    const words = (quoted ?? typographic ?? token).replace(/\\(["\\])/g, '$1')
    if (!isQuoted && /^\\\S$/.test(token)) expects = /[lot]/i.test(token) ? token.toLowerCase() : ''
    else if (expects) {
      if (expects === '\\l') place = words
      expects = ''
    } else if (!address && (isQuoted || !/^HYPERLINK$/i.test(token))) address = words
  }
  return withPlace(address, place)
}

/** Whether an address is of use in the file, or on the machine it was written on, and nowhere else. */
export const leadsNowhere = (address: string): boolean => address !== '' && cleanHref(address) === null

/** Returns an address that leads to a place on its page. */
export const withPlace = (address: string, place: string | undefined): string =>
  place ? `${address.replace(/#.*$/s, '')}#${place}` : address
