import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { documentText } from '#lib/document/rich-text.ts'
import { documentExtensions } from './extensions.ts'
import { moveBlock } from './move-block.ts'
import { toDocument } from './to-document.ts'

const schema = getSchema(documentExtensions)
const paragraph = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const item = (text: string) => ({ type: 'listItem', content: [paragraph(text)] })
const document = {
  type: 'doc',
  content: [
    paragraph('ett'),
    { type: 'bulletList', content: [item('a'), item('b')] },
    { type: 'image', attrs: { mediaId: 'm', altDecision: null, alt: '', caption: 'bild' } },
    { type: 'factBox', attrs: { title: 'ruta' }, content: [paragraph('x'), paragraph('y')] },
  ],
}
const doc = Node.fromJSON(schema, document)

function caretIn(words: string): EditorState {
  let at = -1
  doc.descendants((node, pos) => {
    if (node.text === words) at = pos
  })
  return EditorState.create({ doc, selection: TextSelection.create(doc, at + 1) })
}
const textAfter = (state: EditorState, direction: -1 | 1, nearest: boolean) => {
  const moved = moveBlock(state, direction, nearest)
  moved?.doc.check()
  return moved && documentText(toDocument(moved.doc)).replaceAll('\n', ' ')
}

test('a block moves past its neighbour with the caret in it', () => {
  const state = caretIn('ett')
  expect(textAfter(state, 1, true)).toBe('a b ett bild ruta x y')
  expect(moveBlock(state, 1, true)?.selection.$from.parent.textContent).toBe('ett')
})

test('a list item moves in its list, and the list as a whole from the handle', () => {
  expect(textAfter(caretIn('b'), -1, true)).toBe('ett b a bild ruta x y')
  expect(textAfter(caretIn('b'), -1, false)).toBe('a b ett bild ruta x y')
})

test('a row of a fact box stays in the box', () => {
  expect(textAfter(caretIn('x'), 1, true)).toBe('ett a b bild ruta y x')
  expect(textAfter(caretIn('x'), -1, true)).toBeUndefined()
})

test('a picture moves and stays chosen', () => {
  let at = 0
  doc.forEach((node, offset) => {
    if (node.type.name === 'image') at = offset
  })
  const state = EditorState.create({ doc, selection: NodeSelection.create(doc, at) })
  expect(textAfter(state, 1, true)).toBe('ett a b ruta x y bild')
  const { selection } = moveBlock(state, 1, true) ?? {}
  expect(selection instanceof NodeSelection && selection.node.type.name).toBe('image')
})

test('what stands first or last stays', () => {
  expect(textAfter(caretIn('ett'), -1, true)).toBeUndefined()
  expect(textAfter(caretIn('y'), 1, false)).toBeUndefined()
})
