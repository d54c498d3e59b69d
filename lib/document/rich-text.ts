/**
 * Defines the text of a release: a closed set of blocks, stored as JSON in ProseMirror's shape, so that the editor and
 * the database share it. `schema.ts` decides what may be stored; this file reads it.
 */

import type { Language } from '../locale.ts'
import { setQuote } from './attribution.ts'
import type {
  Attribution,
  Block,
  Document,
  Download,
  Embed,
  FactBox,
  Gallery,
  Image,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Quote,
  Table,
} from './schema.ts'
import { scriptLetters } from './script-letters.ts'

export type {
  Attribution,
  Block,
  Document,
  Download,
  Embed,
  FactBox,
  Gallery,
  Image,
  Inline,
  List,
  ListItem,
  Mark,
  Paragraph,
  Quote,
  Table,
}

export const emptyDocument: Document = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The most letters of a release's summary. */
export const maxSummaryLength = 500

/** Returns the words of some inline content, line breaks as spaces, superscript and subscript as letters: `10⁶`. */
export function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? plainWords(node.text, node.marks) : ' ')).join('')
}

/** Returns marked words as plain text has them. */
export function plainWords(text: string, marks: Mark[] = []): string {
  const script = marks.map(({ type }) => type).find((type) => type === 'superscript' || type === 'subscript')
  return script ? scriptLetters(text, script) : text
}

interface AnyNode {
  type: string
  text?: string
  attrs?: object
  content?: AnyNode[]
}

/** Yields every node of the document, parents before children, in reading order. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const child of node.content ?? []) yield* walk(child)
}

/**
 * Returns the document as plain text, one line per paragraph: for search, word counts and "copy text". Without a
 * language, a quote that was written without marks gets none.
 */
export function documentText(document: Document, language?: Language): string {
  const lines: string[] = []
  for (const node of walk(document)) {
    if (node.type === 'factBox') lines.push((node.attrs as FactBox['attrs']).title)
    if (node.type === 'download') lines.push((node.attrs as Download['attrs']).title)
    if (node.type === 'table') lines.push((node.attrs as Table['attrs']).caption)
    if (node.type === 'image') lines.push((node.attrs as Image['attrs']).caption)
    const first = node.content?.[0]
    if (first && (first.type === 'text' || first.type === 'hardBreak')) {
      const term = node.type === 'factRow' ? `${(node.attrs as { term: string }).term}: ` : ''
      const content = node.type === 'quote' ? setQuote(node as Quote, language) : (node.content as Inline[])
      lines.push(term + inlineText(content))
    }
  }
  return lines.filter(Boolean).join('\n')
}

/** Returns the quotes of the document with their speakers, in reading order. */
export function quotesIn(document: Document): { personId: string | null; text: string }[] {
  return document.content
    .filter((node): node is Quote => node.type === 'quote')
    .map((node) => ({ personId: node.attrs.personId, text: inlineText(node.content) }))
}

/** Returns the images of the document, those in galleries too, in reading order. */
export function imagesIn(document: Document): Image['attrs'][] {
  return document.content.flatMap((node) => {
    if (node.type === 'gallery') return node.content.map((image) => image.attrs)
    return node.type === 'image' ? [node.attrs] : []
  })
}

/** Returns the ids of all media that the document shows or offers, in whatever block, each once. */
export function mediaIdsIn(document: Document): string[] {
  const ids = [...walk(document)].map((node) => (node.attrs as { mediaId?: unknown } | undefined)?.mediaId)
  return [...new Set(ids.filter((id) => typeof id === 'string'))]
}

/** Returns the documents that readers can download from the text, in reading order. */
export function downloadsIn(document: Document): Download['attrs'][] {
  return document.content.filter((node): node is Download => node.type === 'download').map((node) => node.attrs)
}
