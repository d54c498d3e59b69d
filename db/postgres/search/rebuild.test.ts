import { expect, test } from 'vitest'
import { searchNewsroom } from '../../live/search.ts'
import { addRelease, visit } from '../../testing/newsroom.ts'
import { connections, onConnection } from '../connections.ts'
import { rebuildSearch, renewSearch } from './rebuild.ts'
import { replaceTables } from './replace-tables.ts'

const server = process.env.TEST_DATABASE_URL ?? ''

const rowsOf = async (query: string) => (await connections().reading.query<Record<string, unknown>>(query)).rows

/** All that a search table is besides its rows. */
const shapes = () =>
  rowsOf(`
    SELECT relname AS table, reloptions AS options,
      (SELECT json_agg(json_build_array(attname, attstorage, attcollation, attnotnull) ORDER BY attnum)
       FROM pg_attribute WHERE attrelid = pg_class.oid AND attnum > 0) AS columns,
      (SELECT json_agg(pg_get_indexdef(indexrelid) ORDER BY indexrelid::regclass::text)
       FROM pg_index WHERE indrelid = pg_class.oid) AS indexes,
      (SELECT json_agg(conname || pg_get_constraintdef(oid) ORDER BY conname) FROM pg_constraint
       WHERE conrelid = pg_class.oid) AS constraints
    FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname LIKE 'search%' ORDER BY 1`)

test.runIf(server)('a table that is made anew is as it was', async () => {
  const before = await shapes()
  await rebuildSearch()
  expect(await shapes()).toEqual(before)
  expect(await rowsOf(`SELECT nspname FROM pg_namespace WHERE nspname LIKE 'pressrum\\_%'`)).toEqual([])
})

test.runIf(server)('what is stopped halfway leaves everything as it was', async () => {
  await addRelease('Sutare i dammen')
  const stopped = onConnection(async (client) => {
    await client.query('BEGIN')
    await replaceTables(client, ['search_entries', 'search_vocabulary'], async () => {
      await client.query('DELETE FROM search_entries')
      throw new Error('stopped')
    })
  })
  await expect(stopped).rejects.toThrow('stopped')
  expect((await searchNewsroom('sutare', { visit }))?.total).toBe(1)
})

test.runIf(server)('of nodes that start together one makes the search anew', async () => {
  await addRelease('Karp i kanalen')
  await onConnection((client) => client.query('DELETE FROM search_made_for; DELETE FROM search_entries'))
  const [before] = await rowsOf('SELECT number FROM edition')
  await Promise.all([renewSearch(), renewSearch(), renewSearch()])
  const [after] = await rowsOf('SELECT number FROM edition')
  expect(Number(after?.number) - Number(before?.number)).toBe(1)
  expect((await searchNewsroom('karp', { visit }))?.total).toBe(1)
})
