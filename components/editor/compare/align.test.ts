import { expect, test } from 'vitest'
import type { Draft } from '#db/revisions.ts'
import { type Block, inlineText } from '#lib/rich-text.ts'
import { alignBlocks, differingFields } from './align.ts'

const block = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const rows = (mine: string, theirs: string) =>
  alignBlocks([...mine].map(block), [...theirs].map(block)).map((row) => {
    const said = (blocks: Block[]) =>
      blocks.map((one) => (one.type === 'paragraph' ? inlineText(one.content) : '')).join('')
    return row.same ? said(row.mine) : [said(row.mine), said(row.theirs)]
  })

test('equal blocks pair up and the rest stand against each other', () => {
  expect(rows('abcd', 'abcd')).toEqual(['abcd'])
  expect(rows('abxd', 'abyd')).toEqual(['ab', ['x', 'y'], 'd'])
  expect(rows('abd', 'abcd')).toEqual(['ab', ['', 'c'], 'd'])
  expect(rows('', 'a')).toEqual([['', 'a']])
  expect(rows('xabc', 'abcy')).toEqual([['x', ''], 'abc', ['', 'y']])
})

test('fields that differ are named, whatever order they were written down in', () => {
  const draft = { title: 'A', hero: { mediaId: 'm', alt: '' }, lead: ['x'] } as unknown as Draft
  const other = { title: 'B', hero: { alt: '', mediaId: 'm' }, lead: ['x'] } as unknown as Draft
  expect(differingFields(draft, other)).toEqual(['title'])
})
