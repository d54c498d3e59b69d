/** Lets the long words of a text break: in its blocks, its tables, its captions and the titles of its boxes. */
import type { Block } from '#lib/document/rich-text.ts'
import { hyphenateText, withSoftHyphens } from '#lib/hyphenate.ts'
import type { Language } from '#lib/locale.ts'

interface AnyNode {
  type: string
  text?: string
  attrs?: object
  content?: AnyNode[]
}

/** The attributes that are read on the page, by node. A description of an image is heard, and stays as it is. */
const shownAttributes: Record<string, string[]> = {
  image: ['caption'],
  table: ['caption'],
  factBox: ['title'],
  factRow: ['term'],
  download: ['title'],
  quote: ['named'],
}

/** Returns the blocks with soft hyphens: in headings and in the narrow places of a fact box earlier than in the text. */
export const blocksWithSoftHyphens = (blocks: Block[], language: Language): Block[] =>
  blocks.map((block) => withHyphens(block as AnyNode, language, hyphenateText) as Block)

type Hyphenate = typeof hyphenateText

function withHyphens(node: AnyNode, language: Language, given: Hyphenate): AnyNode {
  const isLarge = node.type === 'heading' || node.type === 'factBox' || node.type === 'factRow'
  const hyphenate: Hyphenate = isLarge ? (text) => withSoftHyphens(text, language) : given
  return {
    ...node,
    ...(node.text === undefined ? {} : { text: hyphenate(node.text, language) }),
    ...(node.attrs && node.type in shownAttributes ? { attrs: shownIn(node, hyphenate, language) } : {}),
    ...(node.content && { content: node.content.map((inner) => withHyphens(inner, language, hyphenate)) }),
  }
}

function shownIn({ type, attrs = {} }: AnyNode, hyphenate: Hyphenate, language: Language): object {
  const shown = shownAttributes[type] ?? []
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [
      name,
      typeof value === 'string' && shown.includes(name)
        ? hyphenate(value, language)
        : isRecord(value)
          ? shownIn({ type, attrs: value }, hyphenate, language)
          : value,
    ]),
  )
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
