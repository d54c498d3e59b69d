/** How lists and limits are handed to a query that is built once, however many values there are. */
import { type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core'

/** A list is one parameter. As text it can be logged with the query and compared later. */
const asJson = { mapToDriverValue: (list: unknown): string => JSON.stringify(list) }

/** The predicate for a column whose value is in a list. The list is one parameter, however long it is. */
export const among = (column: AnySQLiteColumn | SQL, list: Placeholder | readonly (string | number)[]): SQL =>
  sql`${column} in (select value from json_each(${sql.param(list, asJson)}))`

/**
 * A list of rows as a table: `number` is the place of each in the list, `value(1)` its second value,
 * and `moment(1)` that value as a moment, given in milliseconds since 1970.
 */
export const rowsGiven = (list: Placeholder) => ({
  table: sql`json_each(${sql.param(list, asJson)}) as given`,
  number: sql<number>`given.key`,
  value: <Value>(place: number) => sql<Value>`given.value ->> ${sql.raw(String(place))}`,
  moment: (place: number) => sql`given.value ->> ${sql.raw(String(place))}`,
})

/** A limit for a query. SQLite plans by a limit it is given as a parameter, and plans anew each time it is given one. */
export const atMost = (limit: number | Placeholder): Placeholder =>
  (typeof limit === 'number' ? sql.raw(String(limit)) : sql`cast(${limit} as integer)`) as unknown as Placeholder
