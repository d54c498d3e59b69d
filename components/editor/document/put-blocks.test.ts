import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import type { Block, Inline } from '#lib/document/rich-text.ts'
import { documentSchema } from '#lib/document/schema.ts'
import { importedId } from '#lib/import/foreign/imported-blocks.ts'

import { documentExtensions } from './extensions.ts'
import { putBlocks } from './put-blocks.ts'
import { toDocument } from './to-document.ts'

const schema = getSchema(documentExtensions)
const words = (text: string): Inline[] => [{ type: 'text', text }]
const paragraph = (text: string): Block => ({ type: 'paragraph', content: text ? words(text) : undefined })
const heading: Block = { type: 'heading', attrs: { level: 2 }, content: words('Rubrik') }
const list: Block = {
  type: 'bulletList',
  content: [{ type: 'listItem', content: [{ type: 'paragraph', content: words('punkt') }] }],
}
const cell = { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [paragraph('cell')] }
const table = {
  type: 'table',
  attrs: { caption: '', totals: false },
  content: [{ type: 'tableRow', content: [cell] }],
} as Block
const image = (index: number): Block => ({
  type: 'image',
  attrs: { mediaId: importedId(index), altDecision: null, alt: '', caption: '' },
})

/** A text with the caret behind these words. */
function at(after: string, ...blocks: Block[]): EditorState {
  const doc = Node.fromJSON(schema, { type: 'doc', content: blocks })
  let place = 0
  doc.descendants((node, pos) => {
    if (node.isTextblock && node.textContent.includes(after))
      place ||= pos + 1 + node.textContent.indexOf(after) + after.length
  })
  const state = EditorState.create({ doc })
  return state.apply(state.tr.setSelection(TextSelection.create(doc, place || 1)))
}

function put(state: EditorState, ...blocks: Block[]) {
  const { tr, expected } = putBlocks(state, blocks)
  const document = documentSchema.parse(toDocument(tr.doc))
  return {
    shape: document.content.map((block) =>
      `${block.type} ${tr.doc.child(document.content.indexOf(block)).textContent}`.trim(),
    ),
    /** What each picture will stand before. */
    before: expected.map(({ pos }) => tr.doc.resolve(pos).nodeAfter?.textContent ?? 'the end'),
  }
}

test('a single paragraph runs into the one with the caret; blocks divide it', () => {
  expect(put(at('före ', paragraph('före efter')), paragraph('och ')).shape).toEqual(['paragraph före och efter'])
  expect(put(at('före ', paragraph('före efter')), heading, paragraph('text ')).shape).toEqual([
    'paragraph före',
    'heading Rubrik',
    'paragraph text efter',
  ])
  expect(put(at('', paragraph('')), heading, list).shape).toEqual(['heading Rubrik', 'bulletList punkt'])
})

test('a cell and a point get what they can hold', () => {
  expect(put(at('cell', table), heading, list).shape).toEqual(['table cellRubrikpunkt'])
  expect(put(at('punkt', list), heading, paragraph('mer')).shape).toEqual(['bulletList punktRubrikmer'])
})

test('pictures stand where they stood among the blocks, and alone below the paragraph with the caret', () => {
  expect(put(at('', paragraph('')), paragraph('ett'), image(0), paragraph('två'), image(1))).toEqual({
    shape: ['paragraph ett', 'paragraph två'],
    before: ['två', 'the end'],
  })
  expect(put(at('ett', paragraph('ett'), paragraph('två')), image(0)).before).toEqual(['två'])
  expect(put(at('', paragraph('')), image(0)).before).toEqual([''])
})
