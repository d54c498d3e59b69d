/** Looks at the tables themselves, for tests of what no verb tells, whichever database holds them. */
import { getTableName, is, Table } from 'drizzle-orm'
import { db } from '../client.ts'
import type { AnyTable } from '../dialect.ts'
import { schema } from '../schema/all.ts'

const tables = new Map(
  Object.values(schema)
    .filter((value): value is AnyTable & typeof value => is(value, Table))
    .map((table) => [getTableName(table), table] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1)),
)

/** Returns every row of every table but those named, by the table's name. */
export async function everyRow({ but }: { but: string[] }): Promise<[table: string, rows: unknown[]][]> {
  const wanted = [...tables].filter(([name]) => !but.includes(name))
  return Promise.all(
    wanted.map(async ([name, table]): Promise<[string, unknown[]]> => [name, await db.select().from(table)]),
  )
}

/** Returns the id of a row of a table, or undefined where there is no such table, or nothing in it. */
export async function anyId(name: string): Promise<string | undefined> {
  const table = tables.get(name)
  if (!table) return undefined
  const [row] = (await db.select().from(table).limit(1)) as { id?: string }[]
  return row?.id
}
