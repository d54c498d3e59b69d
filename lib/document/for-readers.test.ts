import { describe, expect, test } from 'vitest'
import { documentForReaders, leadForReaders } from './for-readers.ts'
import type { Block, List } from './rich-text.ts'
import { doc, paragraph as p } from './testing.ts'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const list = (...items: string[]): List => ({
  type: 'bulletList',
  content: items.map((words) => ({ type: 'listItem', content: [words ? p(words) : { type: 'paragraph' }] })),
})
const shown = (...blocks: Block[]) => documentForReaders(doc(...blocks)).content
const nothing = { type: 'paragraph' }

test('a lead has the points that say something, without bullets of their own', () => {
  expect(leadForReaders(['• Nio får stöd.', ' ', '•', '·', 'Nästa steg', '•Utan mellanrum'])).toEqual([
    'Nio får stöd.',
    'Nästa steg',
    'Utan mellanrum',
  ])
  expect(leadForReaders(['3 · 4', '–'])).toEqual(['3 · 4', '–'])
})

describe('a block without words is an empty paragraph, which is not shown', () => {
  test.each<[string, Block]>([
    ['spaces', p(' \u00a0 ')],
    ['a lone bullet', p('•')],
    ['a heading', { type: 'heading', attrs: { level: 2 } }],
    ['a quote', { type: 'quote', attrs: { personId: 'a' }, content: text(' ') }],
    ['a quote of which only the dash was typed', { type: 'quote', attrs: { personId: null }, content: text('– ') }],
    ['a quote between whose marks nothing stands', { type: 'quote', attrs: { personId: null }, content: text('“”') }],
    ['what cannot be seen', p('\u00ad\u2060\u200d\ufeff')],
    ['a list', list('', '•')],
    ['a fact box', { type: 'factBox', attrs: { title: '' }, content: [{ type: 'paragraph' }, list('')] }],
  ])('%s', (_, block) => expect(shown(block, p('Ord.'))).toEqual([nothing, p('Ord.')]))
})

test('items without words are left out of lists, and what says something stays as it is', () => {
  expect(shown(list('Ett', '', 'Två', '•'))).toEqual([list('Ett', 'Två')])
  const whole: Block[] = [p('Ord.'), { type: 'horizontalRule' }, list('Ett'), p('• Ett')]
  expect(shown(...whole)).toEqual(whole)
})
