/** The column kinds that the schema is built from, as PostgreSQL has them, with the names that SQLite's have. */
import { boolean, customType, json as jsonColumn, pgTable, timestamp } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'

export { alias, index, integer, primaryKey, unionAll, unique } from 'drizzle-orm/pg-core'

export const table = pgTable

/** Text is compared letter by letter, as in SQLite, whatever language the server speaks: ranges of ids depend on it. */
const collated = customType<{ data: string }>({ dataType: () => 'text collate "C"' })

export const text = (name = '') => collated(name)

/** A text key that sorts by creation time (UUIDv7). */
export const id = () => text().primaryKey().$defaultFn(v7)

/** A moment in UTC, to the millisecond, as a Date. */
export const instant = () => timestamp({ precision: 3, withTimezone: true, mode: 'date' })

export const flag = () => boolean()

/** A value stored as JSON. It stays as it was written, unlike `jsonb`, since the order of keys may count. */
export const json = <T>() => jsonColumn().$type<T>()

/** The key of a row in another table, which must exist. */
export const reference = (column: () => never) => text().notNull().references(column)
