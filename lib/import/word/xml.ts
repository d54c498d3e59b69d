/**
 * Parses the XML of a Word file or an OpenDocument text into elements. A name has the prefix that the format itself gives
 * its namespace, whatever the file calls it; what is text to nobody is not kept.
 */
import { Parser } from 'htmlparser2'
import { Refusal } from '../../refusal.ts'
import { lettersOf } from '../line.ts'

export interface XmlElement {
  name: string
  attributes: Readonly<Record<string, string>>
  children: (XmlElement | string)[]
}

const maxElements = 500_000
const deepest = 500

const prefixes: [RegExp, string][] = [
  [/wordprocessingml(\/2006)?\/main$/, 'w'],
  [/officeDocument(\/2006)?\/relationships$/, 'r'],
  [/officeDocument(\/2006)?\/math$/, 'm'],
  [/drawingml(\/2006)?\/wordprocessingDrawing$/, 'wp'],
  [/drawingml(\/2006)?\/main$/, 'a'],
  [/drawingml(\/2006)?\/picture$/, 'pic'],
  [/drawingml(\/2006)?\/chart$/, 'c'],
  [/drawingml(\/2006)?\/diagram$/, 'dgm'],
  [/markup-compatibility\/2006$/, 'mc'],
  [/word\/2010\/wordprocessingShape$/, 'wps'],
  [/schemas-microsoft-com:vml$/, 'v'],
  [/schemas-microsoft-com:office:office$/, 'o'],
  [/opendocument:xmlns:office:1\.0$/, 'office'],
  [/opendocument:xmlns:text:1\.0$/, 'text'],
  [/opendocument:xmlns:style:1\.0$/, 'style'],
  [/opendocument:xmlns:table:1\.0$/, 'table'],
  [/opendocument:xmlns:drawing:1\.0$/, 'draw'],
  [/opendocument:xmlns:xsl-fo-compatible:1\.0$/, 'fo'],
  [/opendocument:xmlns:svg-compatible:1\.0$/, 'svg'],
  [/opendocument:xmlns:manifest:1\.0$/, 'manifest'],
  [/www\.w3\.org\/1999\/xlink$/, 'xlink'],
]

/** The prefixes of a file, and those that Word would have used. */
type Scope = ReadonlyMap<string, string>

/** The elements whose words a Word file shows. */
const wordText = /(^|:)(t|instrText)$/

/**
 * Parses a part, with the words that stand right in the elements that `hasWords` names. Refuses one that ends too early,
 * and one with more elements, or more of them nested, than texts have.
 */
export function parseXml(xml: string, hasWords = wordText): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: { element: XmlElement; scope: Scope }[] = [{ element: root, scope: new Map() }]
  let elements = 0
  const parser = new Parser(
    {
      onopentag(tag, written) {
        if (++elements > maxElements) throw new Refusal('import-too-large')
        if (open.length > deepest) throw new Refusal('import-broken')
        const parent = open.at(-1)
        const scope = scopeWithin(parent?.scope ?? new Map(), written)
        const element = { name: nameIn(scope, tag), attributes: attributesIn(scope, written), children: [] }
        parent?.element.children.push(element)
        open.push({ element, scope })
      },
      ontext(text) {
        const element = open.at(-1)?.element
        if (element && hasWords.test(element.name)) element.children.push(text)
      },
      onclosetag(_, isImplied) {
        const closed = open.pop()
        // An element that closes itself is said to be implied too, but nothing is in it.
        if (isImplied && closed?.element.children.length) throw new Refusal('import-broken')
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  const [first] = root.children
  if (typeof first !== 'object') throw new Refusal('import-broken')
  return first
}

function scopeWithin(outer: Scope, written: Record<string, string>): Scope {
  let scope: Map<string, string> | undefined
  for (const [name, uri] of Object.entries(written)) {
    if (!/^xmlns(:|$)/.test(name)) continue
    const prefix = name.slice('xmlns:'.length)
    const known = prefixes.find(([pattern]) => pattern.test(uri))?.[1]
    // Only what differs is remembered: most files call everything as Word does.
    if ((known ?? prefix) === (outer.get(prefix) ?? prefix)) continue
    scope ??= new Map(outer)
    scope.set(prefix, known ?? prefix)
  }
  return scope ?? outer
}

function nameIn(scope: Scope, written: string): string {
  if (scope.size === 0) return written
  const colon = written.indexOf(':')
  const prefix = colon < 0 ? '' : written.slice(0, colon)
  const known = scope.get(prefix)
  if (known === undefined || known === '') return written
  return `${known}:${written.slice(colon + 1)}`
}

const none = {}

function attributesIn(scope: Scope, written: Record<string, string>): XmlElement['attributes'] {
  const names = Object.keys(written)
  if (names.length === 0) return none
  if (scope.size === 0) return written
  return Object.fromEntries(names.map((name) => [name.includes(':') ? nameIn(scope, name) : name, written[name] ?? '']))
}

/** Returns the first child of that name, or what the names after it lead to. */
export function childOf(element: XmlElement | undefined, ...names: string[]): XmlElement | undefined {
  let found = element
  for (const name of names) {
    found = found?.children.find((child): child is XmlElement => typeof child === 'object' && child.name === name)
  }
  return found
}

export const childrenOf = (element: XmlElement | undefined, name?: string): XmlElement[] =>
  (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child === 'object' && (name === undefined || child.name === name),
  )

/** Returns the `w:val` of a child: most of what Word says about an element is written so. */
export const valueIn = (element: XmlElement | undefined, ...names: string[]): string | undefined =>
  childOf(element, ...names)?.attributes['w:val']

/** Returns a whole number, or undefined for what is none. */
export function numberOf(value: string | undefined): number | undefined {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isNaN(number) ? undefined : number
}

/** Whether a property that is on or off is on; undefined where it is not mentioned. */
export const isOn = (element: XmlElement | undefined, name: string): boolean | undefined => {
  const property = childOf(element, name)
  return property && !/^(0|false|off|none)$/.test(property.attributes['w:val'] ?? '')
}

/** Goes through an element and everything in it, but not into what is to be passed over. */
export function* elementsIn(element: XmlElement, passOver?: RegExp): Generator<XmlElement> {
  const waiting = [element]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index]
      if (typeof child === 'object' && !passOver?.test(child.name)) waiting.push(child)
    }
  }
}

/** Returns all words in an element, in whatever it is that they stand. */
export function textWithin(element: XmlElement): string {
  let text = ''
  for (const { name, children } of elementsIn(element)) {
    if (isText(name)) text += children.filter((child) => typeof child === 'string').join('')
    else if (name === 'w:p') text += ' '
  }
  return text
}

/** Whether an element holds words, as `w:t`, `a:t` and `m:t` do. */
export const isText = (name: string): boolean => name === 't' || name.endsWith(':t')

export const lettersIn = (element: XmlElement): number => lettersOf(textWithin(element))
