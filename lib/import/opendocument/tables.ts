/** Reads the rows of a table in an OpenDocument text. */
import { childrenOf, type XmlElement } from '../word/xml.ts'

interface Row {
  isHeader: boolean
  /** Its cells, with those that others cover. */
  cells: XmlElement[]
}

/** Returns the rows of a table, in whatever group they stand. */
export function rowsOf(table: XmlElement, isHeader = false): Row[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'table:table-header-rows') return rowsOf(child, true)
    if (/^table:table-(rows|row-group)$/.test(child.name)) return rowsOf(child, isHeader)
    if (child.name !== 'table:table-row') return []
    return [{ isHeader, cells: childrenOf(child).filter(({ name }) => /^table:(covered-)?table-cell$/.test(name)) }]
  })
}
