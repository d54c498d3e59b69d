/** The column kinds that the schema is built from, as SQLite has them, named for what they hold. */
import { type AnySQLiteColumn, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { v7 } from 'uuid'

export {
  type AnySQLiteColumn as AnyColumn,
  alias,
  index,
  primaryKey,
  type SQLiteTable as AnyTable,
  unionAll,
  unique,
} from 'drizzle-orm/sqlite-core'

export const table = sqliteTable
export { integer, text }

/** A text key that sorts by creation time (UUIDv7). */
export const id = () => text().primaryKey().$defaultFn(v7)

/** A moment in UTC, to the millisecond, as a Date. */
export const instant = () => integer({ mode: 'timestamp_ms' })

export const flag = () => integer({ mode: 'boolean' })

/** A value stored as JSON text. The noun's schema checks it before it is written. */
export const json = <T>() => text({ mode: 'json' }).$type<T>()

/** The key of a row in another table, which must exist. */
export const reference = (column: () => AnySQLiteColumn) => text().notNull().references(column)
