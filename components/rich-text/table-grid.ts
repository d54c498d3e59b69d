/** Works out what a table means from its cells: which rows head it or sum it up, and which columns are numbers. */
import { inlineText, type Table } from '#lib/document/rich-text.ts'
import { columnsOf } from '#lib/document/table-columns.ts'

type Row = Table['content'][number]
export type Cell = Row['content'][number]

const cellText = (cell: Cell): string => cell.content.map((paragraph) => inlineText(paragraph.content)).join(' ')

/** Numbers as people write them: spaces or commas between thousands, a sign, a share, a range, or a dash for none. */
const isNumber = (text: string) => /^(?=.*\d|[–—-]$)[+−–-]?[\d\s.,:]*([–-][\d\s.,]+)?\s*[%‰]?$/.test(text)

export interface Grid {
  head: Row[]
  body: Row[]
  foot: Row[]
  /** The column in which each cell begins, by row of the whole table. */
  columns: number[][]
  /** Columns that hold numbers and nothing else, apart from their headings. */
  numeric: Set<number>
}

export function gridOf({ attrs, content: rows }: Table): Grid {
  const columns = columnsOf(rows)
  const isHead = (row: Row | undefined) => row?.content.every((cell) => cell.type === 'tableHeader') ?? false
  // A heading cell with a rowspan takes the rows it spans into the head: a span cannot leave it.
  const reach = Math.max(...(rows[0]?.content.map((cell) => cell.attrs.rowspan) ?? [1]))
  const heads = isHead(rows[0]) ? Math.min(reach, rows.length - 1) : 0
  const feet = attrs.totals && rows.length - heads > 1 ? 1 : 0
  const texts = new Map<number, string[]>()
  for (const [y, row] of rows.entries()) {
    if (y < heads) continue
    for (const [index, cell] of row.content.entries()) {
      const column = columns[y]?.[index] ?? 0
      const text = cellText(cell).trim()
      if (cell.attrs.colspan === 1 && text) texts.set(column, [...(texts.get(column) ?? []), text])
    }
  }
  const numeric = new Set([...texts].filter(([, column]) => column.every(isNumber)).map(([column]) => column))
  return {
    head: rows.slice(0, heads),
    body: rows.slice(heads, rows.length - feet),
    foot: rows.slice(rows.length - feet),
    columns,
    numeric,
  }
}
