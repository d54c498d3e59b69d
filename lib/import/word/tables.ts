/** Reads how the cells of a Word table lie: which go over several rows or columns, and which rows are headers. */
import type { Styles } from './styles.ts'
import { childOf, childrenOf, isOn, numberOf, valueIn, type XmlElement } from './xml.ts'

interface WordCell {
  element: XmlElement
  colspan: number
  rowspan: number
}

export interface WordRow {
  element: XmlElement
  isHeader: boolean
  cells: WordCell[]
  /** Cells that another covers. Word shows nothing of what is in them. */
  covered: XmlElement[]
}

export const isDeletedRow = (row: XmlElement): boolean => childOf(row, 'w:trPr', 'w:del') !== undefined
export const isHiddenRow = (row: XmlElement): boolean => isOn(childOf(row, 'w:trPr'), 'w:hidden') === true

/** Returns the rows of a table, also those that stand in something else. */
export const rowsIn = (table: XmlElement): XmlElement[] => innermost(table, 'w:tr')

/** Lays the cells of the rows out. */
export function laidOut(table: XmlElement, rows: XmlElement[], styles: Styles): WordRow[] {
  const above = new Map<number, WordCell>()
  const properties = childOf(table, 'w:tblPr')
  const isFirstSetOff = setsFirstRowOff(properties) && styles.hasHeaderRow(valueIn(properties, 'w:tblStyle'))
  let isHead = true
  return rows.map((element, index) => {
    const isHeader: boolean = isOn(childOf(element, 'w:trPr'), 'w:tblHeader') === true || (index === 0 && isFirstSetOff)
    isHead &&= isHeader
    const row: WordRow = { element, isHeader: isHead, cells: [], covered: [] }
    let column = numberOf(valueIn(element, 'w:trPr', 'w:gridBefore')) ?? 0
    for (const cell of innermost(element, 'w:tc')) {
      const own = childOf(cell, 'w:tcPr')
      const colspan = Math.min(Math.max(numberOf(valueIn(own, 'w:gridSpan')) ?? 1, 1), 1_000)
      const last = row.cells.at(-1)
      const over = isContinued(own, 'w:vMerge') ? above.get(column) : undefined
      if (over) over.rowspan++
      else if (isContinued(own, 'w:hMerge') && last) last.colspan += colspan
      else {
        const placed = { element: cell, colspan, rowspan: 1 }
        row.cells.push(placed)
        above.set(column, placed)
        column += colspan
        continue
      }
      row.covered.push(cell)
      column += colspan
    }
    return row
  })
}

function isContinued(properties: XmlElement | undefined, name: string): boolean {
  const merged = childOf(properties, name)
  return merged !== undefined && (merged.attributes['w:val'] ?? 'continue') === 'continue'
}

function setsFirstRowOff(properties: XmlElement | undefined): boolean {
  const look = childOf(properties, 'w:tblLook')?.attributes ?? {}
  if (look['w:firstRow'] !== undefined) return /^(1|true|on)$/.test(look['w:firstRow'])
  return (Number.parseInt(look['w:val'] ?? '0', 16) & 0x20) !== 0
}

/** Returns the elements of a name, and not those within them. */
function innermost(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => (child.name === name ? [child] : innermost(child, name)))
}
