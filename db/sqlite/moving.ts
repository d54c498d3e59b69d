/** The SQLite side of moving a newsroom from one database to the other. */
import type Database from 'better-sqlite3'
import { isMoved, type MovedRow, quotedName, rowsAtOnce, type TableShape } from '../engine/moving-rows.ts'

/** Returns the names of the newsroom's tables and columns, each as `table.column`. */
export const movedColumns = (connection: Database.Database): string[] =>
  connection
    .prepare<[], { table: string; column: string }>(
      `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE m.type = 'table'`,
    )
    .all()
    .filter(({ table }) => isMoved(table))
    .map(({ table, column }) => `${table}.${column}`)
    .sort()

/** Reads all rows of a table by its key, some at a time. */
export function* readMoved(connection: Database.Database, shape: TableShape): Generator<MovedRow[]> {
  const rows = connection
    .prepare<[], MovedRow>(
      `SELECT ${shape.columns.map(({ name }) => quotedName(name))} FROM ${quotedName(shape.name)}
       ORDER BY ${shape.key.map(quotedName)}`,
    )
    .raw()
  let some: MovedRow[] = []
  for (const row of rows.iterate()) {
    some.push(row)
    if (some.length < rowsAtOnce) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

/** Writes rows into a table. */
export function writeMoved(connection: Database.Database, { name, columns }: TableShape, rows: MovedRow[]): void {
  const insert = connection.prepare<MovedRow>(
    `INSERT INTO ${quotedName(name)} (${columns.map((column) => quotedName(column.name))})
     VALUES (${columns.map(() => '?')})`,
  )
  for (const row of rows) insert.run(...row)
}

/** Returns the highest place that a link of the audit log has ever had. */
export const chainHeight = (connection: Database.Database): number =>
  connection.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'event_chain'").pluck().get() ?? 0

/**
 * Empties a new file of what it begins with, and takes its triggers away, so that nothing follows from writing rows. Returns
 * what makes them anew, and keeps how high the audit log has been.
 */
export function loosen(connection: Database.Database, shapes: TableShape[]): (chainHeight: number) => void {
  const triggers = connection
    .prepare<[], { name: string; sql: string }>("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    .all()
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${quotedName(name)}`)
  for (const { name } of shapes) connection.exec(`DELETE FROM ${quotedName(name)}`)
  return (height) => {
    for (const { sql } of triggers) connection.exec(sql)
    connection.prepare("DELETE FROM sqlite_sequence WHERE name = 'event_chain'").run()
    connection.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('event_chain', ?)").run(height)
  }
}
