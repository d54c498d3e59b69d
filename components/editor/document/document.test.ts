import { getSchema, getText, getTextBetween, getTextSerializersFromSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { describe, expect, test } from 'vitest'
import { type Document, emptyDocument } from '#lib/document/rich-text.ts'
import { documentSchema } from '#lib/document/schema.ts'
import { filmAt } from './embed.ts'
import { documentExtensions } from './extensions.ts'
import { completeHref } from './link.ts'
import { toDocument } from './to-document.ts'

const schema = getSchema(documentExtensions)
const text = (words: string, ...marks: object[]) =>
  ({ type: 'text', text: words, ...(marks.length ? { marks } : {}) }) as never
const paragraph = (words: string) => ({ type: 'paragraph' as const, content: [text(words)] })
const cell = (type: 'tableHeader' | 'tableCell', words: string, colspan = 1) => ({
  type,
  attrs: { colspan, rowspan: 1, colwidth: null },
  content: [paragraph(words)],
})

const everyBlock: Document = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        text('Nio '),
        text('bryggerier', { type: 'bold' }),
        { type: 'hardBreak' },
        text('och', { type: 'italic' }),
        text('10'),
        text('6', { type: 'superscript' }),
        text('CO'),
        text('2', { type: 'bold' }, { type: 'subscript' }),
        text(' mejerier', { type: 'link', attrs: { href: '/nyheter/nio' } }, { type: 'bold' }, { type: 'italic' }),
      ],
    },
    { type: 'paragraph' },
    ...([2, 3, 4] as const).map((level) => ({ type: 'heading' as const, attrs: { level }, content: [text('Rubrik')] })),
    {
      type: 'bulletList',
      content: [
        {
          type: 'listItem',
          content: [
            paragraph('Första'),
            { type: 'orderedList', attrs: { start: 3 }, content: [{ type: 'listItem', content: [paragraph('Inre')] }] },
          ],
        },
      ],
    },
    { type: 'quote', attrs: { personId: 'p1' }, content: [text('– Reningen klarar det redan.')] },
    { type: 'quote', attrs: { personId: null } },
    {
      type: 'quote',
      attrs: { personId: 'p1', attribution: { place: 'after', verb: 'säger', named: 'Ingrid Ölvestad, programchef' } },
      content: [text('– Reningen klarar det redan.'), { type: 'hardBreak' }],
    },
    { type: 'image', attrs: { mediaId: 'm1', altDecision: null, alt: '', caption: '' } },
    { type: 'image', attrs: { mediaId: 'm2', altDecision: 'describe', alt: 'En flaska.', caption: 'Flaskan' } },
    {
      type: 'gallery',
      content: [
        { type: 'image', attrs: { mediaId: 'm2', altDecision: 'describe', alt: 'En flaska.', caption: 'Flaskan' } },
        { type: 'image', attrs: { mediaId: 'm3', altDecision: 'decorative', alt: '', caption: '' } },
      ],
    },
    {
      type: 'factBox',
      attrs: { title: 'Om utlysningen' },
      content: [
        { type: 'factRow', attrs: { term: 'Stöd' }, content: [text('27 miljoner kronor')] },
        paragraph('Nästa öppnar i augusti.'),
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('En sak')] }] },
      ],
    },
    {
      type: 'table',
      attrs: { caption: 'Vattenåtgång', totals: true },
      content: [
        { type: 'tableRow', content: [cell('tableHeader', 'Anläggning'), cell('tableHeader', 'm³')] },
        { type: 'tableRow', content: [cell('tableCell', 'Hela', 2)] },
      ],
    },
    { type: 'horizontalRule' },
    { type: 'embed', attrs: { provider: 'vimeo', videoId: '76979871', title: 'Film' } },
    { type: 'download', attrs: { mediaId: 'm4', title: 'Slutrapporten' } },
  ],
}

describe('the editor and the stored document speak of the same thing', () => {
  test('every block kind goes in and comes out unchanged', () => {
    const stored = documentSchema.parse(everyBlock)
    const node = Node.fromJSON(schema, stored)
    node.check()
    expect(toDocument(node)).toEqual(stored)
    expect(documentSchema.parse(toDocument(node))).toEqual(stored)
  })

  test('the sets of blocks and marks are the same', () => {
    const kinds = new Set<string>()
    const marks = new Set<string>()
    const visit = (node: { type: string; content?: unknown[]; marks?: { type: string }[] }) => {
      kinds.add(node.type)
      for (const mark of node.marks ?? []) marks.add(mark.type)
      for (const child of node.content ?? []) visit(child as never)
    }
    visit(everyBlock)
    expect(Object.keys(schema.nodes).sort()).toEqual([...kinds].sort())
    expect(Object.keys(schema.marks).sort()).toEqual([...marks].sort())
  })

  test('each block as the editor makes it from nothing may be stored', () => {
    for (const type of Object.values(schema.nodes)) {
      if (!type.isInGroup('block')) continue
      const node = type.createAndFill()
      expect(node, type.name).not.toBeNull()
      const made = toDocument(schema.topNodeType.create(null, node as Node)) as Document
      // A picture and a film are nothing until one has been chosen.
      if (type.name === 'embed') continue
      expect(documentSchema.safeParse(made).error?.issues, type.name).toBeUndefined()
    }
  })

  test('an empty text is the empty document', () => {
    expect(toDocument(schema.topNodeType.createAndFill() as Node)).toEqual(emptyDocument)
  })

  test('superscript and subscript are copied as plain letters where there is only plain text', () => {
    const node = Node.fromJSON(schema, everyBlock)
    const options = { blockSeparator: '\n', textSerializers: getTextSerializersFromSchema(schema) }
    expect(getText(node, options)).toContain('10⁶CO₂ mejerier')
    const at = 'Nio bryggerier och10'.length
    expect(getTextBetween(node, { from: at, to: at + 3 }, options)).toBe('0⁶C')
  })

  test('a bold line break is stored as a line break', () => {
    const node = schema.node('doc', null, [
      schema.node('paragraph', null, [
        schema.text('a'),
        schema.node('hardBreak', null, undefined, [schema.mark('bold')]),
      ]),
    ])
    expect(documentSchema.safeParse(toDocument(node)).success).toBe(true)
  })
})

test.each([
  ['andravattnet.se', 'https://andravattnet.se'],
  ['andravattnet.se/nyheter?a=1', 'https://andravattnet.se/nyheter?a=1'],
  ['press@andravattnet.se', 'mailto:press@andravattnet.se'],
  ['tel:+46701740612', 'tel:+46701740612'],
  ['/nyheter/nio', '/nyheter/nio'],
  ['javascript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['//evil.example', undefined],
  ['nio bryggerier', undefined],
])('the address %s is understood as %s', (typed, href) => {
  expect(completeHref(typed)).toBe(href)
})

test.each([
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3', { provider: 'youtube', videoId: 'dQw4w9WgXcQ' }],
  ['youtu.be/dQw4w9WgXcQ', { provider: 'youtube', videoId: 'dQw4w9WgXcQ' }],
  ['https://m.youtube.com/shorts/dQw4w9WgXcQ', { provider: 'youtube', videoId: 'dQw4w9WgXcQ' }],
  ['https://vimeo.com/channels/staff/76979871', { provider: 'vimeo', videoId: '76979871' }],
  ['https://player.vimeo.com/video/76979871', { provider: 'vimeo', videoId: '76979871' }],
  ['https://youtube.com.evil.example/watch?v=dQw4w9WgXcQ', undefined],
  ['https://example.org/', undefined],
])('the film at %s', (address, film) => {
  expect(filmAt(address)).toEqual(film)
})
