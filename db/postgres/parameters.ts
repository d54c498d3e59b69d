/** How lists and limits are handed to a query that is built once, under the names that SQLite's have. */
import { type Placeholder, type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A list is one parameter, an array of whatever kind the column has. */
const asArray = { mapToDriverValue: (list: unknown): unknown => list }
const asJson = { mapToDriverValue: (list: unknown): string => JSON.stringify(list) }

/** The predicate for a column whose value is in a list. The list is one parameter, however long it is. */
export const among = (column: SQLWrapper, list: Placeholder | readonly (string | number)[]): SQL =>
  sql`${column} = any(${sql.param(list, asArray)})`

/** A list of rows as a table: `number` is the place of each, `value(1)` its second value and `moment(1)` that as a moment. */
export const rowsGiven = (list: Placeholder) => ({
  table: sql`json_array_elements(${sql.param(list, asJson)}::json) with ordinality as given(value, place)`,
  number: sql<number>`given.place - 1`,
  value: <Value>(place: number) => sql<Value>`(given.value ->> ${sql.raw(String(place))})`,
  moment: (place: number) => sql`to_timestamp((given.value ->> ${sql.raw(String(place))})::double precision / 1000)`,
})

/** A limit for a query. */
export const atMost = (limit: number | Placeholder): Placeholder =>
  (typeof limit === 'number' ? sql.raw(String(limit)) : sql`${limit}::integer`) as unknown as Placeholder

/** What is typed may hold a character that PostgreSQL's texts cannot. It is left out. */
export const writable = (values: unknown[] | undefined): unknown[] | undefined =>
  values?.map((value) => (typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : value))
