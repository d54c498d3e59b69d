/** Reads lines whose parts stand between tabs as a table: what a spreadsheet is when it is copied as plain words. */
import type { Table } from '../../document/rich-text.ts'

const marker = /^\s*(?:[•‣▪●◦⁃∙➢❖✓→·*–—-]|\d{1,3}[.)]|\p{L}[.)])$/u

/**
 * Returns the cells of the lines that are the rows of one table, from a place on; none where there are not two such
 * lines. Several tabs in a row are one where words are only aligned by them.
 */
export const tabbedRows = (lines: string[], from: number): string[][] =>
  rowsBetween(lines, from, /\t/) ?? rowsBetween(lines, from, /\t+/) ?? []

function rowsBetween(lines: string[], from: number, separator: RegExp): string[][] | undefined {
  const rows: string[][] = []
  for (const line of lines.slice(from)) {
    const cells = line.split(separator)
    if (cells.length < 2 || cells.length !== (rows[0] ?? cells).length || marker.test(cells[0] ?? '')) break
    rows.push(cells.map((cell) => cell.replace(/[\p{Cc}\s]+/gu, ' ').trim()))
  }
  // Lines that all begin with a tab are indented, and have no cells.
  return rows.length >= 2 && rows.some(([first]) => first) ? rows : undefined
}

/** Makes a table of rows. None of them is a header: tabs do not tell. */
export const tableOfRows = (rows: string[][]): Table => ({
  type: 'table',
  attrs: { caption: '', totals: false },
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((text) => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [{ type: 'paragraph', ...(text ? { content: [{ type: 'text', text }] } : {}) }],
    })),
  })),
})
