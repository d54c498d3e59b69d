import { expect, test } from 'vitest'
import type { Document, Table } from '#lib/document/rich-text.ts'
import { tableFiles } from './table-csv.ts'

type Made = string | { text: string; colspan?: number; rowspan?: number }
const row = (type: 'tableHeader' | 'tableCell', cells: Made[]): Table['content'][number] => ({
  type: 'tableRow',
  content: cells.map((cell) => {
    const { text, colspan = 1, rowspan = 1 } = typeof cell === 'string' ? { text: cell } : cell
    return {
      type,
      attrs: { colspan, rowspan, colwidth: null },
      content: [{ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] }],
    }
  }),
})
const table = (caption: string, ...content: Table['content']): Table => ({
  type: 'table',
  attrs: { caption, totals: false },
  content,
})
const text = (...content: Document['content']): Document => ({ type: 'doc', content })

test('a table is rows and columns, its numbers as programs read them and its words as they stand', () => {
  const body = text(
    { type: 'paragraph' },
    table(
      'Stöd per ort\nMiljoner kronor',
      row('tableHeader', ['Ort', 'Stöd', 'Vatten', 'Ändring']),
      row('tableCell', ['Tallmora', '7,5', '1 450 000', '−3']),
      row('tableCell', ['=HYPERLINK("x")', '6', '820\u00a0000', '+4']),
    ),
  )
  expect(tableFiles(body)).toEqual([
    {
      number: 1,
      title: 'Stöd per ort',
      csv: ['\ufeffOrt,Stöd,Vatten,Ändring', 'Tallmora,"7,5",1450000,-3', '"\'=HYPERLINK(""x"")",6,820000,+4', ''].join(
        '\r\n',
      ),
    },
  ])
})

test('what spans several cells stands in the first, and an empty table is no file', () => {
  const body = text(
    table('', row('tableCell', ['', ''])),
    table(
      '',
      row('tableHeader', [
        { text: 'Ort', rowspan: 2 },
        { text: 'Stöd', colspan: 2 },
      ]),
      row('tableHeader', ['2025', '2026']),
      row('tableCell', ['Lövsele', '12 000', '13 000']),
    ),
  )
  expect(tableFiles(body)).toEqual([
    { number: 2, title: '', csv: '\ufeffOrt,Stöd,\r\n,2025,2026\r\nLövsele,12000,13000\r\n' },
  ])
})

test('years and other numbers of four digits are left as they are, and so is a range', () => {
  const [file] = tableFiles(
    text(
      table(
        '',
        row('tableHeader', ['År', 'Antal']),
        row('tableCell', ['2026', '10–20']),
        row('tableCell', ['2027', '–']),
      ),
    ),
  )
  expect(file?.csv).toBe('\ufeffÅr,Antal\r\n2026,10–20\r\n2027,–\r\n')
})
