/** What the newsroom's queries say in PostgreSQL's own words, under the names that SQLite's have. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { AnyTable } from '../sqlite/columns.ts'

/** The value of a column, as something no index is on. */
export const unindexed = (column: SQLWrapper): SQL => sql`(${column} || '')`

/** A table that is read through one of its indexes: PostgreSQL chooses them itself. */
export const through = (rows: AnyTable, _name: string): SQL => sql`${rows}`

/** The text under a key of a column that holds JSON. */
export const jsonText = (column: SQLWrapper, key: string): SQL<string | null> =>
  sql<string | null>`(${column} ->> ${key})`

/** A column that holds JSON, as the text it was written as. */
export const jsonWhole = (column: SQLWrapper): SQL => sql`${column}::text`

/** The moment so many milliseconds after that in a column. */
export const later = (column: SQLWrapper, milliseconds: number): SQL =>
  sql`(${column} + ${milliseconds}::integer * interval '1 millisecond')`

/** The number, or `least` where it is smaller. */
export const atLeast = (least: number, number: SQL): SQL => sql`greatest(${least}::integer, ${number})`
