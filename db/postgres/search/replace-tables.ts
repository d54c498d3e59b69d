/** Makes tables of the search anew beside those that are searched meanwhile, and puts them in their place at the end. */
import type pg from 'pg'

interface Index {
  definition: string
  /** The name and the definition of the key that it is of. */
  key: { name: string; definition: string } | null
  isInverted: boolean
}

/**
 * Fills new tables and replaces the old ones by them; nothing has changed if it throws. It must run in a transaction. Whoever
 * fills them finds them by their names. Their inverted indexes are made when all is in them: that takes a part of the time, and
 * less room, than to enter one text after another.
 */
export async function replaceTables(client: pg.ClientBase, tables: string[], fill: () => Promise<void>): Promise<void> {
  const schema = `pressrum_${tables[0]}`
  await client.query(`CREATE SCHEMA ${schema}`)
  const later: string[] = []
  for (const table of tables) {
    await client.query(
      `CREATE TABLE ${schema}.${table} (LIKE public.${table} INCLUDING STORAGE INCLUDING COMPRESSION INCLUDING DEFAULTS)`,
    )
    const options = await optionsOf(client, table)
    if (options.length) await client.query(`ALTER TABLE ${schema}.${table} SET (${options})`)
    for (const { key, definition, isInverted } of await indexesOf(client, table)) {
      const there = definition.replace(` ON public.${table} `, ` ON ${schema}.${table} `)
      if (isInverted) later.push(there)
      else if (!key) await client.query(there)
      else await client.query(`ALTER TABLE ${schema}.${table} ADD CONSTRAINT ${key.name} ${key.definition}`)
    }
  }
  await client.query(`SET LOCAL search_path = ${schema}, public, pressrum`)
  await fill()
  for (const definition of later) await client.query(definition)
  for (const table of tables) {
    await client.query(`DROP TABLE public.${table}; ALTER TABLE ${schema}.${table} SET SCHEMA public`)
  }
  await client.query(`DROP SCHEMA ${schema}`)
}

async function optionsOf(client: pg.ClientBase, table: string): Promise<string[]> {
  const { rows } = await client.query<{ options: string[] | null }>(
    'SELECT reloptions AS options FROM pg_class WHERE oid = $1::regclass',
    [`public.${table}`],
  )
  return rows[0]?.options ?? []
}

async function indexesOf(client: pg.ClientBase, table: string): Promise<Index[]> {
  const { rows } = await client.query<Index>(
    `SELECT pg_get_indexdef(indexrelid) AS definition, amname = 'gin' AS "isInverted",
       (SELECT json_build_object('name', quote_ident(conname), 'definition', pg_get_constraintdef(pg_constraint.oid))
        FROM pg_constraint WHERE conindid = indexrelid AND contype = 'p') AS key
     FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid JOIN pg_am ON pg_am.oid = relam
     WHERE indrelid = $1::regclass`,
    [`public.${table}`],
  )
  return rows
}
