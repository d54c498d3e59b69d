import { expect, it } from 'vitest'
import type { Block, Inline, ListItem, Table } from '../document/rich-text.ts'
import { documentSchema } from '../document/schema.ts'
import { tooMuchIn } from './limits.ts'

const words = (text: string): Inline => ({ type: 'text', text })
const paragraph = (...content: Inline[]) => ({ type: 'paragraph' as const, content })
const many = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
const item = (count = 1): ListItem => ({ type: 'listItem', content: many(count, paragraph(words('a'))) })
const list = (items: ListItem[]): Block => ({ type: 'bulletList', content: items })
const cell = {
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(words('a'))],
}
const table = (rows: number, cells: number): Table => ({
  type: 'table',
  attrs: { caption: '', totals: false },
  content: many(rows, { type: 'tableRow', content: many(cells, cell) }),
})

it.each<[string, string, Block[], Block[]]>([
  ['blocks', 'blocks', many(2_000, paragraph()), many(2_001, paragraph())],
  [
    'words in one paragraph',
    'paragraph',
    [paragraph(words('a'.repeat(50_000)))],
    [paragraph(words('a'.repeat(50_001)))],
  ],
  [
    'pieces of one paragraph',
    'paragraph',
    [paragraph(...many(2_000, words('a')))],
    [paragraph(...many(2_001, words('a')))],
  ],
  ['points of a list', 'list', [list(many(500, item()))], [list(many(501, item()))]],
  ['paragraphs of a point', 'list', [list([item(50)])], [list([item(51)])]],
  ['rows of a table', 'table', [table(300, 1)], [table(301, 1)]],
  ['columns of a table', 'table', [table(1, 20)], [table(1, 21)]],
])('%s: what is let through can be stored, and one more can not', (_, what, fits, tooMuch) => {
  const isStorable = (content: Block[]) => documentSchema.safeParse({ type: 'doc', content }).success
  expect([tooMuchIn(fits), isStorable(fits)]).toEqual([undefined, true])
  expect([tooMuchIn(tooMuch), isStorable(tooMuch)]).toEqual([what, false])
})

it('a text that no save could carry is too much', () => {
  expect(tooMuchIn(many(40, paragraph(words('å'.repeat(49_000)))))).toBe('bytes')
})
