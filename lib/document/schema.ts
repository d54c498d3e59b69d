/**
 * Decides what may be stored as the text of a release, checked on every way in. ProseMirror's own check lets hostile
 * attributes through, so this schema and not the editor's decides.
 */
import { z } from 'zod'
import { isSafeHref } from './links.ts'

const shortText = z.string().max(1_000)
const id = z.string().max(64)

const mark = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('bold') }),
  z.strictObject({ type: z.literal('italic') }),
  z.strictObject({ type: z.literal('superscript') }),
  z.strictObject({ type: z.literal('subscript') }),
  z.strictObject({
    type: z.literal('link'),
    attrs: z.strictObject({ href: z.string().max(2_000).refine(isSafeHref, { error: 'unsafe-link' }) }),
  }),
])

const textNode = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1).max(50_000),
  marks: z
    .array(mark)
    .max(4)
    .refine((marks) => marks.filter(({ type }) => type === 'superscript' || type === 'subscript').length < 2, {
      error: 'two-scripts',
    })
    .optional(),
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

// By their types, and not tried in turn: a list that is tried as two kinds is read twice, and so is each list in it.
const listItem = z.strictObject({
  type: z.literal('listItem'),
  get content(): z.ZodType<(Paragraph | List)[]> {
    return z
      .array(z.discriminatedUnion('type', [paragraph, bulletList, orderedList]))
      .min(1)
      .max(50)
  },
})
const bulletList = z.strictObject({
  type: z.literal('bulletList'),
  content: z.array(listItem).min(1).max(500),
})
const orderedList = z.strictObject({
  type: z.literal('orderedList'),
  attrs: z.strictObject({ start: z.int().min(0).max(100_000) }),
  content: z.array(listItem).min(1).max(500),
})

/**
 * How the page names the speaker: the place, the verb and the words. It is set around the quote (`attribution.ts`);
 * without it the quote stands alone, and any name in it was written by the writer.
 */
const attribution = z.strictObject({
  place: z.enum(['after', 'before']),
  verb: z.string().max(60),
  named: z.string().max(200),
})

/** A quote. Its words stand exactly as written, with only a link to a person added; nothing is parsed out of them. */
const quote = z.strictObject({
  type: z.literal('quote'),
  attrs: z.strictObject({ personId: id.nullable(), attribution: attribution.optional() }),
  content: inlines,
})

/** One use of an image. `altDecision` is the writer's explicit choice for it; null means not decided yet. */
export const imageUseSchema = z.strictObject({
  mediaId: id,
  altDecision: z.enum(['describe', 'decorative']).nullable(),
  alt: shortText,
  caption: shortText,
})
const image = z.strictObject({ type: z.literal('image'), attrs: imageUseSchema })
/** Several images shown together, each a use of its own. */
const gallery = z.strictObject({ type: z.literal('gallery'), content: z.array(image).min(1).max(60) })

const factRow = z.strictObject({
  type: z.literal('factRow'),
  attrs: z.strictObject({ term: z.string().max(200) }),
  content: inlines,
})
const factBox = z.strictObject({
  type: z.literal('factBox'),
  attrs: z.strictObject({ title: z.string().max(200) }),
  content: z
    .array(z.discriminatedUnion('type', [paragraph, factRow, bulletList, orderedList]))
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
/** A table. `totals` says that the last row sums up the others. */
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

/** A document of the library to download, under the title it has in this text. */
const download = z.strictObject({
  type: z.literal('download'),
  attrs: z.strictObject({ mediaId: id, title: z.string().max(200) }),
})

const block = z.discriminatedUnion('type', [
  paragraph,
  heading,
  bulletList,
  orderedList,
  quote,
  image,
  gallery,
  factBox,
  table,
  divider,
  embed,
  download,
])

export const documentSchema = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block).min(1).max(2_000),
})

export type Mark = z.infer<typeof mark>
export type Inline = z.infer<typeof inline>
export type Paragraph = z.infer<typeof paragraph>
export type Attribution = z.infer<typeof attribution>
export type Quote = z.infer<typeof quote>
export type Image = z.infer<typeof image>
export type Gallery = z.infer<typeof gallery>
export type FactBox = z.infer<typeof factBox>
export type Table = z.infer<typeof table>
export type Embed = z.infer<typeof embed>
export type Download = z.infer<typeof download>
export type Block = z.infer<typeof block>
export type Document = z.infer<typeof documentSchema>
