/** What the newsroom's queries say in SQLite's own words, named for what they mean. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { AnyTable } from './columns.ts'

/**
 * The value of a column, as something no index is on: where the rows are known by their ids, SQLite would else go through
 * everything with that value to find them.
 */
export const unindexed = (column: SQLWrapper): SQL => sql`${column} || ''`

/**
 * A table that is read through one of its indexes, which has all that is asked for: SQLite would else look each row up by its
 * id, and read it whole.
 */
export const through = (rows: AnyTable, name: string): SQL => sql`${rows} INDEXED BY ${sql.identifier(name)}`

/** The text under a key of a column that holds JSON. */
export const jsonText = (column: SQLWrapper, key: string): SQL<string | null> =>
  sql<string | null>`json_extract(${column}, ${`$.${key}`}) || ''`

/** A column that holds JSON, as the text it was written as. */
export const jsonWhole = (column: SQLWrapper): SQL => sql`${column}`

/** The moment so many milliseconds after that in a column. */
export const later = (column: SQLWrapper, milliseconds: number): SQL => sql`${column} + ${milliseconds}`

/** The number, or `least` where it is smaller. */
export const atLeast = (least: number, number: SQL): SQL => sql`max(${least}, ${number})`
