import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { documentExtensions } from '../document/extensions.ts'
import { findMatches, type Query } from './find-matches.ts'

const schema = getSchema(documentExtensions)
const text = (words: string, ...marks: string[]) => ({
  type: 'text',
  text: words,
  marks: marks.map((type) => ({ type })),
})
const paragraph = (...content: object[]) => ({ type: 'paragraph', content })
const docOf = (...content: object[]) => Node.fromJSON(schema, { type: 'doc', content })
const query = (words: string, more: Partial<Query> = {}): Query => ({
  text: words,
  matchCase: false,
  foldLetters: false,
  ...more,
})

/** What is found, as it stands in the document. */
const found = (doc: Node, asked: Query) =>
  findMatches(doc, asked).map(({ from, to, field }) =>
    field ? String(doc.nodeAt(from)?.attrs[field.name]).slice(field.start, field.end) : doc.textBetween(from, to),
  )

test('words are found in every kind of block, in reading order, also across bold', () => {
  const doc = docOf(
    { type: 'heading', attrs: { level: 2 }, content: [text('Vattnet först')] },
    paragraph(text('allt vat'), text('tnet', 'bold'), text(' rinner')),
    { type: 'quote', attrs: { personId: null }, content: [text('– VATTNET, sa hon.')] },
    {
      type: 'factBox',
      attrs: { title: 'Om vattnet' },
      content: [{ type: 'factRow', attrs: { term: 'Vattnets väg' }, content: [text('hit')] }],
    },
    {
      type: 'table',
      content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(text('vattnet'))] }] }],
    },
  )
  expect(found(doc, query('vattnet'))).toEqual(['Vattnet', 'vattnet', 'VATTNET', 'vattnet', 'Vattnet', 'vattnet'])
  expect(found(doc, query('vattnet', { matchCase: true }))).toHaveLength(3)
  expect(found(doc, query('VATTNET', { matchCase: true }))).toEqual(['VATTNET'])
})

test('å is not a unless it is asked for', () => {
  const doc = docOf(paragraph(text('Ådalen är långt från a till ö, en idé.')))
  expect(found(doc, query('a'))).toEqual(['a', 'a'])
  expect(found(doc, query('å'))).toEqual(['Å', 'å', 'å'])
  expect(found(doc, query('adalen'))).toEqual([])
  expect(found(doc, query('adalen', { foldLetters: true }))).toEqual(['Ådalen'])
  expect(found(doc, query('idé.', { foldLetters: true }))).toEqual(['idé.'])
})

test('letters without width are passed over, and those that only look like others count as them where that is asked for', () => {
  const doc = docOf(paragraph(text('Pro\u00adcess\u200bvatten, sa Łukasz i ﬁnalen.')))
  expect(found(doc, query('processvatten'))).toEqual(['Pro\u00adcess\u200bvatten'])
  expect(found(doc, query('lukasz'))).toEqual([])
  expect(found(doc, query('lukasz', { foldLetters: true }))).toEqual(['Łukasz'])
  expect(found(doc, query('Lukasz', { foldLetters: true, matchCase: true }))).toEqual(['Łukasz'])
  expect(found(doc, query('ﬁnal', { foldLetters: true }))).toEqual(['ﬁnal'])
  expect(found(doc, query('final', { foldLetters: true }))).toEqual(['ﬁnal'])
  expect(found(doc, query('\u200b'))).toEqual([])
})

test('a space finds the space that does not break, and letters that grow when small are still where they are', () => {
  expect(found(docOf(paragraph(text('27 000 kronor'))), query('27 000'))).toEqual(['27 000'])
  expect(found(docOf(paragraph(text('İstanbul och mer'))), query('och'))).toEqual(['och'])
})

test('what is found does not overlap, nor reach from one paragraph into the next', () => {
  expect(found(docOf(paragraph(text('aaaa')), paragraph(text('aa'))), query('aaa'))).toEqual(['aaa'])
  expect(found(docOf(paragraph(text('a'), { type: 'hardBreak' }, text('b'))), query('ab'))).toEqual([])
  expect(findMatches(docOf(paragraph(text('a'))), query(''))).toEqual([])
})
