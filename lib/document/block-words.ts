/** The words of a part of a text as they can be written anew by somebody who has no editor: plain text, in lines. */
import type { Anchor } from './comment-anchor.ts'
import type { Block, Image, Inline, List, Table } from './rich-text.ts'

/** The most letters of a block that is written anew. */
export const maxBlockWords = 5_000

/** Returns inline content as it was typed, and as the editor counts it: a line break is one letter. */
export const typedWords = (content: Inline[] | undefined): string =>
  (content ?? []).map((node) => (node.type === 'text' ? node.text : '\n')).join('')

export const isList = (block: Block): block is List => block.type === 'bulletList' || block.type === 'orderedList'

interface AnyNode {
  type: string
  attrs?: Record<string, unknown>
  content?: AnyNode[]
}

/** The attributes that hold words, and how long they may be. What a picture shows (alt) is nothing that is read in the text. */
const wordAttrs: Record<string, { name: string; max: number }> = {
  image: { name: 'caption', max: 1_000 },
  factBox: { name: 'title', max: 200 },
  factRow: { name: 'term', max: 200 },
  embed: { name: 'title', max: 200 },
  download: { name: 'title', max: 200 },
}
const withInlines = ['paragraph', 'heading', 'quote', 'factRow']

interface Texts {
  inlines: (content: Inline[]) => Inline[]
  plain: (text: string, max: number) => string
}

/** Returns a block with each of its texts replaced, in reading order, those in lists, fact boxes and galleries too. */
export const mapTexts = (block: Block, texts: Texts): Block => mapNode(block as AnyNode, texts) as Block

function mapNode(node: AnyNode, texts: Texts): AnyNode {
  const words = wordAttrs[node.type]
  const mapped = { ...node }
  if (words) {
    const said = texts.plain(String(node.attrs?.[words.name] ?? ''), words.max)
    mapped.attrs = { ...node.attrs, [words.name]: said }
  }
  if (withInlines.includes(node.type)) return withContent(mapped, texts.inlines((node.content ?? []) as Inline[]))
  if (!node.content) return mapped
  const children = node.content.map((child) => ({ child: mapNode(child, texts), had: hasWords(child) }))
  // What has lost all its words goes with them, but for the last; a point begins with a paragraph.
  const isKept = (place: number) => node.type === 'listItem' && place === 0
  const left = children.filter(({ child, had }, place) => !had || hasWords(child) || isKept(place))
  return { ...mapped, content: (left.length ? left : children.slice(0, 1)).map(({ child }) => child) }
}

/** An empty block has no content at all. */
const withContent = ({ content: _, ...node }: AnyNode, content: Inline[]): AnyNode =>
  content.length ? { ...node, content: content as AnyNode[] } : node

const hasWords = ({ attrs, content = [], type, ...node }: AnyNode): boolean => {
  if (type === 'image') return true
  const words = wordAttrs[type]
  if ('text' in node || (words && String(attrs?.[words.name] ?? '').trim() !== '')) return true
  return content.some(hasWords)
}

/** Returns the texts of a block that there are any words in, in reading order. */
export function textsIn(block: Block): string[] {
  const found: string[] = []
  mapTexts(block, {
    inlines: (content) => {
      found.push(typedWords(content))
      return content
    },
    plain: (text) => {
      found.push(text)
      return text
    },
  })
  return found.filter((text) => text.trim() !== '')
}

type TableRow = Table['content'][number]

/** Returns what stands in a cell as one line. */
export const cellWords = ({ content }: TableRow['content'][number]): string =>
  content
    .map((paragraph) => typedWords(paragraph.content))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Returns a row as one line, with a stroke between its cells: a cell's words mean nothing without its row and column. */
export const rowWords = ({ content }: TableRow): string => content.map(cellWords).join(' | ').trim()

/** Returns the words of the cells of a line. One at either end may be empty, and its space lost. */
export const cellsIn = (line: string): string[] => line.split(/(?:^| )\|(?: |$)/).map((words) => words.trim())

/** Whether the rows of a table are few enough to be written anew; of a longer one only the caption is. */
export const hasShortRows = ({ attrs: { caption }, content }: Table): boolean =>
  content.reduce((letters, row) => letters + rowWords(row).length + 1, caption.length) <= maxBlockWords

function tableWords(table: Table): string | undefined {
  const rows = hasShortRows(table) ? table.content.map(rowWords) : []
  const lines = [table.attrs.caption, ...rows].filter((line) => /[^\s|]/.test(line))
  return lines.length ? lines.join('\n') : undefined
}

/** Returns the words of a block, each text in it on lines of its own. Undefined where there are none to write anew. */
export function blockWords(block: Block | undefined): string | undefined {
  if (!block) return undefined
  if (block.type === 'table') return tableWords(block)
  if (block.type === 'paragraph' || block.type === 'heading' || block.type === 'quote') return typedWords(block.content)
  const texts = textsIn(block)
  return texts.length ? texts.join('\n') : undefined
}

/** The text of which a part is written anew. */
interface Rewritten {
  title: string
  lead: string[]
  hero: Image['attrs'] | null
  body: { content: Block[] }
}

/** Returns the words of a part of a text: the headline with the lead below it, the caption of the picture on top, or a block. */
export function wordsAt(
  { title, lead, hero, body }: Rewritten,
  { place, index }: Pick<Anchor, 'place' | 'index'>,
): string | undefined {
  if (place === 'head') return [title, ...lead.filter((point) => point.trim())].join('\n')
  if (place === 'hero') return hero?.caption.trim() ? hero.caption : undefined
  return blockWords(body.content[index])
}

/** Whether words about the head are about the headline alone: of a text that had no lead when they were written. */
export const isHeadline = (place: Anchor['place'], before: string): boolean =>
  place === 'head' && !before.includes('\n')
