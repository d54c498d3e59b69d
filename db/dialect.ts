/**
 * The column kinds the schema is built from, named for what they hold. Only this file says that they are SQLite's:
 * a PostgreSQL build of the newsroom swaps these builders and keeps the schema, the queries and the verbs.
 */
import { type AnySQLiteColumn, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { v7 } from 'uuid'

export { alias, index, primaryKey, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'

export const table = sqliteTable
export { integer, text }

/** A text key that sorts by creation time (UUIDv7). */
export const id = () => text().primaryKey().$defaultFn(v7)

/** A moment in UTC, to the millisecond, as a Date. */
export const instant = () => integer({ mode: 'timestamp_ms' })

export const flag = () => integer({ mode: 'boolean' })

/** A value kept as JSON text. What it holds is checked by the noun's schema before it is written. */
export const json = <T>() => text({ mode: 'json' }).$type<T>()

/** The key of a row in another table, which must be there. */
export const reference = (column: () => AnySQLiteColumn) => text().notNull().references(column)
