/** The tables of a text as spreadsheets read them. */
import { type Document, inlineText, type Table } from '#lib/document/rich-text.ts'
import { csvText } from '#lib/formats/csv.ts'
import { type Cell, gridOf } from '../../rich-text/table-grid.ts'

export interface TableFile {
  /** Its place among the tables of the text, from 1. */
  number: number
  /** The first line of its caption; empty where it has none. */
  title: string
  csv: string
}

/** Returns every table of a text that has figures or words in it, as CSV. */
export function tableFiles({ content }: Document): TableFile[] {
  const tables = content.filter((block) => block.type === 'table')
  return tables.flatMap((table, index) => {
    const rows = rowsOf(table)
    const title = table.attrs.caption.split('\n')[0]?.trim() ?? ''
    return rows.flat().some(Boolean) ? [{ number: index + 1, title, csv: csvText(rows) }] : []
  })
}

/** Returns the cells by row and column. A cell that spans several stands in the first of them, and the rest are empty. */
function rowsOf(table: Table): string[][] {
  const { columns, numeric } = gridOf(table)
  const width = Math.max(
    ...table.content.flatMap((row, y) =>
      row.content.map(({ attrs: { colspan } }, index) => (columns[y]?.[index] ?? 0) + colspan),
    ),
  )
  return table.content.map((row, y) => {
    const cells = Array.from({ length: width }, () => '')
    for (const [index, cell] of row.content.entries()) {
      const column = columns[y]?.[index] ?? 0
      const text = textOf(cell)
      cells[column] = numeric.has(column) && cell.type === 'tableCell' ? asNumber(text) : text
    }
    return cells
  })
}

const textOf = ({ content }: Cell): string =>
  content
    .map((paragraph) => inlineText(paragraph.content))
    .join('\n')
    .trim()

/** Returns a number as programs read it: without the spaces between thousands, and with the minus of a keyboard. */
const asNumber = (text: string): string =>
  text.replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))/g, '').replace(/^[−–](?=\d)/, '-')
