/** Reads the tables of other programs: the cells in their rows, and which rows are headers. */
import type { Inline, Paragraph, Table } from '../document/rich-text.ts'
import { columnsOf } from '../document/table-columns.ts'
import { asideOf, tagOf } from './style.ts'

type Row = Table['content'][number]
type Cell = Row['content'][number]

const maxParagraphs = 20

/** Returns the rows of a table without those of tables inside its cells. */
function tableRows(table: Element): Element[] {
  return [...table.children].flatMap((child) => {
    if (asideOf(child)) return []
    if (tagOf(child) === 'tr') return [child]
    return /^(thead|tbody|tfoot)$/.test(tagOf(child)) ? tableRows(child) : []
  })
}

/** Returns the rows, and groups of rows, that are no part of the table. */
export const asideRows = (table: Element): Element[] =>
  [...table.children].flatMap((child) => {
    if (asideOf(child)) return [child]
    return /^(thead|tbody|tfoot)$/.test(tagOf(child)) ? asideRows(child) : []
  })

export const captionsOf = (table: Element): Element[] =>
  [...table.children].filter((child) => tagOf(child) === 'caption').slice(0, 1)

/** Returns the cells of a row. One whose words are struck stays, and is empty. */
const cellsOf = (row: Element): Element[] =>
  [...row.children].filter((child) => /^t[dh]$/.test(tagOf(child)) && /^(struck)?$/.test(asideOf(child) ?? ''))

/** Whether a table only places things on a page: its cells are then read as text. */
export const isForLayout = (table: Element): boolean =>
  /^(presentation|none)$/.test(table.getAttribute('role') ?? '') ||
  tableRows(table).flatMap(cellsOf).filter(hasContent).length <= 1

const hasContent = (cell: Element): boolean =>
  (cell.textContent ?? '').trim() !== '' || cell.querySelector('img') !== null

/**
 * Makes a table of cells that have been read. Its first row is the header where the page says so, or where it alone is
 * bold.
 */
export function tableOf(table: Element, read: (cell: Element) => Paragraph[]): Table | undefined {
  const rows = tableRows(table)
  const content = rows.map((row, index): Row => {
    const isHead = tagOf(row.parentElement ?? row) === 'thead'
    const cells = cellsOf(row).map((cell): Cell => {
      const spans = {
        colspan: span(cell, 'colspan', 20),
        rowspan: Math.min(span(cell, 'rowspan', 100), rows.length - index),
        colwidth: null,
      }
      const type = isHead || tagOf(cell) === 'th' ? 'tableHeader' : 'tableCell'
      return { type, attrs: spans, content: within(read(cell)) }
    })
    return { type: 'tableRow', content: cells }
  })
  const filled = content.filter((row) => row.content.length > 0)
  if (filled.length === 0) return undefined
  holdToColumns(filled)
  markHeader(filled)
  const caption = captionsOf(table)[0]?.textContent ?? ''
  return {
    type: 'table',
    attrs: { caption: caption.replace(/\s+/g, ' ').trim().slice(0, 1_000), totals: false },
    content: filled,
  }
}

function span(cell: Element, name: string, most: number): number {
  const asked = Number.parseInt(cell.getAttribute(name) ?? '', 10)
  return asked >= 1 ? Math.min(asked, most) : 1
}

/** Cuts spans to the columns there are: one in which no cell begins is not a column. */
function holdToColumns(rows: Row[]) {
  const starts = columnsOf(rows)
  const real = [...new Set(starts.flat())]
  for (const [y, row] of rows.entries()) {
    for (const [index, { attrs }] of row.content.entries()) {
      const start = starts[y]?.[index] ?? 0
      attrs.colspan = real.filter((column) => column >= start && column < start + attrs.colspan).length
    }
  }
}

function within(paragraphs: Paragraph[]): Paragraph[] {
  if (paragraphs.length === 0) return [{ type: 'paragraph' }]
  if (paragraphs.length <= maxParagraphs) return paragraphs
  const rest = paragraphs.slice(maxParagraphs - 1)
  const joined = rest.flatMap((one): Inline[] => [{ type: 'hardBreak' }, ...(one.content ?? [])]).slice(1)
  return [...paragraphs.slice(0, maxParagraphs - 1), { type: 'paragraph', content: joined }]
}

function markHeader([first, ...rest]: Row[]) {
  if (!first) return
  const isHeader =
    first.content.every((cell) => cell.type === 'tableHeader') ||
    (rest.length > 0 && isBold(first) && !rest.every(isBold))
  if (isHeader) for (const cell of first.content) cell.type = 'tableHeader'
  for (const cell of [first, ...rest].flatMap((row) => row.content)) {
    if (cell.type === 'tableHeader') cell.content = cell.content.map(withoutBold)
  }
}

const wordsOf = (row: Row): Inline[] =>
  row.content.flatMap((cell) => cell.content.flatMap((paragraph) => paragraph.content ?? []))

function isBold(row: Row): boolean {
  const words = wordsOf(row).filter((node) => node.type === 'text')
  return words.length > 0 && words.every((node) => node.marks?.some((mark) => mark.type === 'bold'))
}

/** Removes bold from a header cell, which is bold by being one. */
export function withoutBold<Block extends { content?: Inline[] }>(block: Block): Block {
  const content = block.content?.map((node): Inline => {
    if (node.type !== 'text' || !node.marks) return node
    const marks = node.marks.filter((mark) => mark.type !== 'bold')
    return marks.length ? { ...node, marks } : { type: 'text', text: node.text }
  })
  return content ? { ...block, content } : block
}
