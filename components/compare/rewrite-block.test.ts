import { expect, test } from 'vitest'
import type { Block, Inline } from '#lib/document/rich-text.ts'
import { rewritten, rewrittenBlock } from './rewrite-block.ts'

const bold = (text: string): Inline => ({ type: 'text', text, marks: [{ type: 'bold' }] })
const plain = (text: string): Inline => ({ type: 'text', text })

test('what is untouched keeps its form, and new words have none of their own', () => {
  const before = [plain('Vi sköljer '), bold('flaskorna'), plain(' på samma sätt i dag.')]
  expect(rewritten(before, 'Vi sköljer flaskorna på nästan samma sätt.')).toEqual([
    plain('Vi sköljer '),
    bold('flaskorna'),
    plain(' på nästan samma sätt.'),
  ])
})

test('a word in the midst of bold ones is bold, and a replaced one at its edge is not', () => {
  expect(rewritten([bold('nio små företag')], 'nio stora företag')).toEqual([bold('nio stora företag')])
  expect(rewritten([plain('I '), bold('mars'), plain('.')], 'I april.')).toEqual([plain('I april.')])
})

test('a line end is a break in a paragraph, and a space in a heading', () => {
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: [plain('En rubrik')] }
  expect(rewritten([plain('Ett')], 'Ett\nTvå')).toEqual([plain('Ett'), { type: 'hardBreak' }, plain('Två')])
  expect(rewrittenBlock(heading, 'En\nrubrik')).toEqual(heading)
})

test('a quote keeps its speaker', () => {
  const quote: Block = { type: 'quote', attrs: { personId: 'petter' }, content: [plain('– Det går.')] }
  expect(rewrittenBlock(quote, '– Det gick.')).toEqual({ ...quote, content: [plain('– Det gick.')] })
})

test('a list has a point for each line, and one that is the same keeps its form', () => {
  const item = (...content: Inline[]) => ({
    type: 'listItem' as const,
    content: [{ type: 'paragraph' as const, content }],
  })
  const list: Block = { type: 'bulletList', content: [item(plain('Ett')), item(bold('Två'))] }
  expect(rewrittenBlock(list, 'Noll\nTvå\nTre')).toEqual({
    type: 'bulletList',
    content: [item(plain('Noll')), item(bold('Två')), item(plain('Tre'))],
  })
})

test('a picture cannot be written anew', () => {
  expect(rewrittenBlock({ type: 'horizontalRule' }, 'Ord')).toBeUndefined()
})
