/**
 * The text of a release: a closed set of blocks, stored as JSON and checked on every way in.
 * The shape is ProseMirror's, so the editor and the database speak of the same thing; ProseMirror's own check lets
 * hostile attributes through, so this schema, not the editor's, decides what may be stored.
 */
import { z } from 'zod'

/** Links may lead to the web, to mail, to the telephone, or to a place in this newsroom. Never to a script. */
export function isSafeHref(href: string): boolean {
  if (/^(#|\/(?![/\\]))/.test(href)) return !/[\s\\]/.test(href)
  try {
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}

const shortText = z.string().max(1_000)
const id = z.string().max(64)

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().max(2_000).refine(isSafeHref, { error: 'unsafe-link' }) }),
  }),
])

const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(50_000),
  marks: z.array(mark).max(3).optional(),
})
const inline = z.discriminatedUnion('type', [textNode, z.strictObject({ type: z.literal('hardBreak') })])
const inlines = z.array(inline).max(2_000).optional()

const paragraph = z.strictObject({ type: z.literal('paragraph'), content: inlines })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
})

export interface ListItem {
  type: 'listItem'
  content: (Paragraph | List)[]
}
export type List =
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs: { start: number }; content: ListItem[] }

const listItem: z.ZodType<ListItem> = z.strictObject({
  type: z.literal('listItem'),
  content: z
    .array(z.lazy(() => z.union([paragraph, list])))
    .min(1)
    .max(50),
})
const list: z.ZodType<List> = z.union([
  z.strictObject({ type: z.literal('bulletList'), content: z.array(listItem).min(1).max(500) }),
  z.strictObject({
    type: z.literal('orderedList'),
    attrs: z.strictObject({ start: z.int().min(0).max(100_000) }),
    content: z.array(listItem).min(1).max(500),
  }),
])

/** The words stand exactly as written; only the link to a person is added. Nothing is parsed out of them. */
const quote = z.strictObject({
  type: z.literal('quote'),
  attrs: z.strictObject({ personId: id.nullable() }),
  content: inlines,
})

/** `altDecision` is the writer's explicit choice for this use of the image; null means not decided yet. */
const image = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({
    mediaId: id,
    altDecision: z.enum(['describe', 'decorative']).nullable(),
    alt: shortText,
    caption: shortText,
  }),
})

const factRow = z.strictObject({
  type: z.literal('factRow'),
  attrs: z.strictObject({ term: z.string().max(200) }),
  content: inlines,
})
const factBox = z.strictObject({
  type: z.literal('factBox'),
  attrs: z.strictObject({ title: z.string().max(200) }),
  content: z
    .array(z.union([paragraph, factRow, list]))
    .min(1)
    .max(200),
})

const cellAttrs = z.strictObject({
  colspan: z.int().min(1).max(20),
  rowspan: z.int().min(1).max(100),
  colwidth: z.array(z.int()).nullable(),
})
const cell = z.strictObject({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: cellAttrs,
  content: z.array(paragraph).min(1).max(20),
})
const tableRow = z.strictObject({ type: z.literal('tableRow'), content: z.array(cell).min(1).max(20) })
/** `totals` says that the last row sums up the others. */
const table = z.strictObject({
  type: z.literal('table'),
  attrs: z.strictObject({ caption: shortText, totals: z.boolean() }),
  content: z.array(tableRow).min(1).max(300),
})

const divider = z.strictObject({ type: z.literal('horizontalRule') })

/** A film at YouTube or Vimeo. Nothing is fetched from there until the reader asks for it. */
const embed = z.strictObject({
  type: z.literal('embed'),
  attrs: z.strictObject({
    provider: z.enum(['youtube', 'vimeo']),
    videoId: z.string().regex(/^[\w-]{1,20}$/),
    title: z.string().max(200),
  }),
})

const block = z.union([paragraph, heading, list, quote, image, factBox, table, divider, embed])

export const documentSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block).min(1).max(2_000),
})

export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>
export type Paragraph = z.infer<typeof paragraph>
export type Quote = z.infer<typeof quote>
export type Image = z.infer<typeof image>
export type FactBox = z.infer<typeof factBox>
export type Table = z.infer<typeof table>
export type Embed = z.infer<typeof embed>
export type Block = z.infer<typeof block>
export type Document = z.infer<typeof documentSchema>

export const emptyDocument: Document = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The words of some inline content, line breaks as spaces. */
export function inlineText(content: Inline[] | undefined): string {
  return (content ?? []).map((node) => (node.type === 'text' ? node.text : ' ')).join('')
}

interface AnyNode {
  type: string
  text?: string
  attrs?: object
  content?: AnyNode[]
}

/** Every node of the document, parents before children, in reading order. */
export function* walk(node: AnyNode): Generator<AnyNode> {
  yield node
  for (const child of node.content ?? []) yield* walk(child)
}

/** The document as plain text, one line per paragraph: for search, word counts and "copy text". */
export function documentText(document: Document): string {
  const lines: string[] = []
  for (const node of walk(document)) {
    if (node.type === 'factBox') lines.push((node.attrs as FactBox['attrs']).title)
    if (node.type === 'table') lines.push((node.attrs as Table['attrs']).caption)
    if (node.type === 'image') lines.push((node.attrs as Image['attrs']).caption)
    const first = node.content?.[0]
    if (first && (first.type === 'text' || first.type === 'hardBreak')) {
      const term = node.type === 'factRow' ? `${(node.attrs as { term: string }).term}: ` : ''
      lines.push(term + inlineText(node.content as Inline[]))
    }
  }
  return lines.filter(Boolean).join('\n')
}

/** The quotes of the document with their speakers, in reading order. */
export function quotesIn(document: Document): { personId: string | null; text: string }[] {
  return document.content
    .filter((node): node is Quote => node.type === 'quote')
    .map((node) => ({ personId: node.attrs.personId, text: inlineText(node.content) }))
}

/** The images of the document, in reading order. */
export function imagesIn(document: Document): Image['attrs'][] {
  return document.content.filter((node): node is Image => node.type === 'image').map((node) => node.attrs)
}
