import { expect, test } from 'vitest'
import type { Table } from '#lib/document/rich-text.ts'
import { gridOf } from './table-grid.ts'

type Span = [text: string, colspan: number, rowspan: number]
const cell = (type: 'tableHeader' | 'tableCell', [text, colspan, rowspan]: Span) => ({
  type,
  attrs: { colspan, rowspan, colwidth: null },
  content: [{ type: 'paragraph' as const, content: text ? [{ type: 'text' as const, text }] : [] }],
})
const row = (type: 'tableHeader' | 'tableCell', ...cells: (string | Span)[]) => ({
  type: 'tableRow' as const,
  content: cells.map((one) => cell(type, typeof one === 'string' ? [one, 1, 1] : one)),
})
const table = (totals: boolean, ...content: Table['content']): Table => ({
  type: 'table',
  attrs: { caption: '', totals },
  content,
})

test('columns of numbers are told from columns of words, whatever their headings say', () => {
  const grid = gridOf(
    table(
      true,
      row('tableHeader', 'Ort', 'Stöd', 'Andel', 'I drift', 'Tomt'),
      row('tableCell', 'Tallmora', '7,5', '12 %', 'mars 2027', ''),
      row('tableCell', 'Högfors', '1 450 000', '−3', '2028', ''),
      row('tableCell', 'Summa', '', '–', '', ''),
    ),
  )
  expect([...grid.numeric]).toEqual([1, 2])
  expect([grid.head.length, grid.body.length, grid.foot.length]).toEqual([1, 2, 1])
})

test('spans push the cells after them, on their own row and below', () => {
  const grid = gridOf(
    table(
      false,
      row('tableHeader', 'A', ['B', 2, 1], 'C'),
      row('tableCell', ['ord', 1, 2], '1', '2', 'x'),
      row('tableCell', '3', '4', 'y'),
    ),
  )
  expect(grid.columns).toEqual([
    [0, 1, 3],
    [0, 1, 2, 3],
    [1, 2, 3],
  ])
  expect([...grid.numeric].sort()).toEqual([1, 2])
  expect(grid.foot).toEqual([])
})

test('a heading over two rows keeps both in the head', () => {
  const grid = gridOf(
    table(false, row('tableHeader', ['A', 1, 2], 'B'), row('tableCell', '1'), row('tableCell', 'x', '2')),
  )
  expect([grid.head.length, grid.body.length]).toEqual([2, 1])
})

test('a table of one row has no head to speak of, and none is all sum', () => {
  const grid = gridOf(table(true, row('tableHeader', 'Ensam')))
  expect([grid.head.length, grid.body.length, grid.foot.length]).toEqual([0, 1, 0])
})
