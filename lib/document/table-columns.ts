/** Computes where the cells of a table stand when spans are counted. */
import type { Table } from './rich-text.ts'

/** Returns the column in which each cell of each row begins, with spans counted. */
export function columnsOf(rows: Table['content']): number[][] {
  const busy = rows.map(() => new Set<number>())
  return rows.map((row, y) => {
    let x = 0
    return row.content.map(({ attrs }) => {
      while (busy[y]?.has(x)) x++
      const start = x
      for (let dy = 0; dy < attrs.rowspan; dy++) {
        for (let dx = 0; dx < attrs.colspan; dx++) busy[y + dy]?.add(start + dx)
      }
      x += attrs.colspan
      return start
    })
  })
}
