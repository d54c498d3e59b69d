/** Writes a table anew from plain words: its caption, and each row on a line with strokes between the cells. */
import { cellsIn, cellWords, hasShortRows, rowWords } from '#lib/document/block-words.ts'
import type { Inline, Table } from '#lib/document/rich-text.ts'
import { lettersWithin } from '#lib/graphemes.ts'
import { linesGiven, rewritten } from './rewrite-words.ts'

type Row = Table['content'][number]
type Cell = Row['content'][number]

const maxCaption = 1_000

/**
 * Returns the table in other words. A line more is a row more, and one that is left out goes; where cells reach over
 * several rows or columns the rows stay, so that no cell is left without its place.
 */
export function rewrittenTable(table: Table, words: string): Table {
  const caption = table.attrs.caption.trim() ? [table.attrs.caption] : []
  const rows = hasShortRows(table) ? table.content.filter((row) => isWritten(rowWords(row))) : []
  const given = linesGiven([...caption, ...rows.map(rowWords)], words)
  const said = caption.length ? captionOf(given) : table.attrs.caption
  const hasSpans = table.content.some(({ content }) =>
    content.some(({ attrs }) => attrs.colspan > 1 || attrs.rowspan > 1),
  )
  const anew = (row: Row): Row[] => {
    const place = rows.indexOf(row)
    if (place < 0) return [row]
    const lines = given[place] ?? []
    if (hasSpans) return [rewrittenRow(row, lines.join(' '))]
    const own = Math.max(0, lines.indexOf(rowWords(row)))
    return lines.map((line, at) => rewrittenRow(at === own ? row : emptyRow(table), line))
  }
  const content = table.content.flatMap(anew)
  return {
    ...table,
    attrs: { ...table.attrs, caption: lettersWithin(said, maxCaption) },
    content: content.length ? content : [emptyRow(table)],
  }
}

/** Takes the caption off the lines that are given. It is one line: what stands below it is a row. */
function captionOf(given: string[][]): string {
  const [said = '', ...below] = given.shift() ?? []
  given[0]?.unshift(...below)
  return said
}

const isWritten = (line: string): boolean => /[^\s|]/.test(line)

/** Each cell has its words in turn; what is more than there are cells for stands in the last. */
function rewrittenRow(row: Row, line: string): Row {
  const words = cellsIn(line)
  const last = row.content.length - 1
  const content = row.content.map((cell, at) =>
    rewrittenCell(cell, at < last ? (words[at] ?? '') : words.slice(last).join(' | ')),
  )
  return { ...row, content }
}

function rewrittenCell(cell: Cell, words: string): Cell {
  if (words === cellWords(cell)) return cell
  const inLine = cell.content.flatMap(({ content = [] }, at): Inline[] =>
    at > 0 ? [{ type: 'text', text: ' ' }, ...content] : content,
  )
  const content = rewritten(inLine, words)
  return { ...cell, content: [{ type: 'paragraph', ...(content.length && { content }) }] }
}

/** Returns a row for a line that is new, like the first below the head. */
function emptyRow({ content: [head, first = head] }: Table): Row {
  const cells = first?.content ?? []
  return { type: 'tableRow', content: cells.map((cell) => ({ ...cell, content: [{ type: 'paragraph' }] })) }
}
