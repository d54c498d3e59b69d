import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { EditorState, NodeSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { moveTo, passedBy } from './drop-block.ts'
import { documentExtensions } from './extensions.ts'

const words = ['ett', 'två', 'tre']
const doc = Node.fromJSON(getSchema(documentExtensions), {
  type: 'doc',
  content: words.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})
function moved(index: number, gap: number) {
  const { tr } = EditorState.create({ doc })
  const at = (place: number) => doc.resolve(0).posAtIndex(place, 0)
  return moveTo(tr, NodeSelection.create(doc, at(index)), at(gap))
}
const order = (index: number, gap: number) =>
  moved(index, gap)
    .doc.children.map((block) => block.textContent)
    .join(' ')

test('the upper half of a block of one line is before it, and the lower half after it', () => {
  const lines = [0, 30, 60].map((top) => ({ top, bottom: top + 20, left: 0, right: 100 }))
  expect([0, 9, 11, 25, 39, 41, 69, 71, 500].map((y) => passedBy(y, lines))).toEqual([0, 0, 1, 1, 1, 2, 2, 3, 3])
})

test('a block lands in its gap, forwards and back, and beside itself stays where it is', () => {
  expect([0, 1, 2, 3].map((gap) => order(0, gap))).toEqual(['ett två tre', 'ett två tre', 'två ett tre', 'två tre ett'])
  expect([0, 1, 2, 3].map((gap) => order(2, gap))).toEqual(['tre ett två', 'ett tre två', 'ett två tre', 'ett två tre'])
  for (const gap of [0, 1, 2, 3]) {
    const { selection } = moved(1, gap)
    expect(selection instanceof NodeSelection && selection.node.textContent).toBe('två')
  }
})
