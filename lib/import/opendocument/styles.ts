/** Knows the styles of an OpenDocument text: how words look, what a paragraph is, and how its lists count. */
import type { Script } from '../../document/script-letters.ts'
import { childOf, childrenOf, elementsIn, numberOf, type XmlElement } from '../word/xml.ts'

export interface OpenDocumentLook {
  bold?: boolean
  italic?: boolean
  struck?: boolean
  hidden?: boolean
  script?: Script | 'none'
  font?: string
}

interface Style {
  /** The name people see: `Title`, `Quotations`. */
  name: string
  family: string
  parent: string | undefined
  listStyle: string | undefined
  outlineLevel: number | undefined
  look: OpenDocumentLook
}

export interface ListLevel {
  isNumbered: boolean
  start: number
}

const deepest = 20

export class OpenDocumentStyles {
  private readonly byName = new Map<string, Style>()
  private readonly lists = new Map<string, Map<number, ListLevel>>()
  private readonly fonts = new Map<string, string>()

  /** Takes the styles of the whole file and those that the text has for itself. */
  constructor(...roots: (XmlElement | undefined)[]) {
    for (const root of roots) {
      for (const element of root ? elementsIn(root) : []) {
        if (element.name === 'style:font-face') this.addFont(element.attributes)
        else if (element.name === 'style:style') this.add(element)
        else if (element.name === 'text:list-style') this.addList(element)
      }
    }
  }

  /** Returns how words look by a style and all it is based on. */
  look(family: 'text' | 'paragraph', name: string | undefined): OpenDocumentLook {
    const styles = this.chain(family, name).toReversed()
    return Object.assign({}, ...styles.map(({ look }) => look))
  }

  /** Returns what a paragraph is by its style; its looks emphasise nothing where it is more than a paragraph. */
  kind(name: string | undefined): 'title' | 'quote' | { heading: number } | undefined {
    for (const style of this.chain('paragraph', name)) {
      const plain = style.name.toLowerCase().replace(/_20_|[\s_]/g, '')
      if (/^(title|rubrik|titel)$/.test(plain)) return 'title'
      if (/^(quotations?|citat)$/.test(plain)) return 'quote'
      const level = /^(?:heading|rubrik)(\d)$/.exec(plain)?.[1] ?? style.outlineLevel
      if (level) return { heading: Number(level) }
    }
    return undefined
  }

  /** Returns the list style that a paragraph style brings along. */
  listStyleOf(name: string | undefined): string | undefined {
    return this.chain('paragraph', name).find(({ listStyle }) => listStyle)?.listStyle
  }

  level(list: string | undefined, level: number): ListLevel {
    return this.lists.get(list ?? '')?.get(level) ?? { isNumbered: false, start: 1 }
  }

  /** Returns the name that a font has everywhere: a file may call it something else. */
  fontOf(name: string | undefined): string | undefined {
    return this.fonts.get(name ?? '') ?? name
  }

  private chain(family: string, name: string | undefined): Style[] {
    const chain: Style[] = []
    for (let next = name; next && chain.length < deepest; next = chain.at(-1)?.parent) {
      const found = this.byName.get(`${family} ${next}`)
      if (!found) break
      chain.push(found)
    }
    return chain
  }

  private add(element: XmlElement) {
    const { attributes } = element
    const name = attributes['style:name'] ?? ''
    const family = attributes['style:family'] ?? ''
    this.byName.set(`${family} ${name}`, {
      name: attributes['style:display-name'] ?? name,
      family,
      parent: attributes['style:parent-style-name'],
      listStyle: attributes['style:list-style-name'],
      outlineLevel: numberOf(attributes['style:default-outline-level']),
      look: lookOf(childOf(element, 'style:text-properties')?.attributes ?? {}),
    })
  }

  private addFont({ 'style:name': name = '', 'svg:font-family': family }: XmlElement['attributes']) {
    if (family) this.fonts.set(name, family)
  }

  private addList(element: XmlElement) {
    const levels = new Map<number, ListLevel>()
    for (const { name, attributes } of childrenOf(element)) {
      const level = numberOf(attributes['text:level'])
      // A number without a format is one that nobody sees.
      const isNumbered = name === 'text:list-level-style-number' && attributes['style:num-format'] !== ''
      if (level) levels.set(level, { isNumbered, start: numberOf(attributes['text:start-value']) ?? 1 })
    }
    this.lists.set(element.attributes['style:name'] ?? '', levels)
  }
}

function lookOf(attributes: XmlElement['attributes']): OpenDocumentLook {
  const weight = attributes['fo:font-weight']
  const slant = attributes['fo:font-style']
  const line = attributes['style:text-line-through-style'] ?? attributes['style:text-line-through-type']
  const position = attributes['style:text-position']
  const display = attributes['text:display']
  const font = attributes['style:font-name'] ?? attributes['fo:font-family']
  return {
    ...(weight ? { bold: weight === 'bold' || Number(weight) >= 600 } : {}),
    ...(slant ? { italic: slant !== 'normal' } : {}),
    ...(line ? { struck: line !== 'none' } : {}),
    ...(display ? { hidden: display === 'none' } : {}),
    ...(position ? { script: scriptOf(position) } : {}),
    ...(font ? { font } : {}),
  }
}

function scriptOf(position: string): Script | 'none' {
  const [raised = ''] = position.split(' ')
  if (raised === 'super' || Number.parseFloat(raised) > 0) return 'superscript'
  return raised === 'sub' || Number.parseFloat(raised) < 0 ? 'subscript' : 'none'
}
