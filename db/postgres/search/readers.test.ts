import { expect, test } from 'vitest'
import { write } from '../../client.ts'
import { searchNewsroom } from '../../live/search.ts'
import { addPerson, addRelease, visit } from '../../testing/newsroom.ts'
import { connections } from '../connections.ts'
import { onConnection } from '../migrate.ts'
import { rebuildSearch } from './rebuild.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const [texts, people] = [
  [-1_000_000_000, 9_007_199_254_740_991],
  [-9_007_199_254_740_991, -8_000_000_000_000_000],
] as const

/** Fills the index: words that all, most, a fifth, a few and two of 3,000 texts have, and 400 people with the first. */
async function fill(): Promise<void> {
  await onConnection(async (client) => {
    await client.query(`
      INSERT INTO search_entries (id, noun, target_id, language, title, lead, body, marks, tokens)
      SELECT -number, 'release', number::text, 'sv', '', '', '', 'k:news', (
        $$'sv:alla':1 'k:news':9$$ ||
        CASE WHEN number % 10 < 7 THEN $$ 'sv:flesta':2$$ ELSE '' END ||
        CASE WHEN number % 5 = 0 THEN $$ 'sv:femte':3$$ ELSE '' END ||
        CASE WHEN number % 97 = 0 THEN $$ 'sv:få':4$$ ELSE '' END ||
        CASE WHEN number IN (7, 2500) THEN $$ 'sv:två':5$$ ELSE '' END)::tsvector
      FROM generate_series(1, 3000) AS number`)
    await client.query(`
      INSERT INTO search_entries (id, noun, target_id, language, title, lead, body, marks, tokens)
      SELECT -9000000000000000 + number, 'person', number::text, '', '', '', '', 'k:person', $$'sv:alla':1 'k:person':2$$::tsvector
      FROM generate_series(1, 400) AS number`)
    await client.query('ANALYZE search_entries')
  })
}

const asked = async (from: string, values: unknown[]): Promise<number[]> =>
  (await connections().reading.query<{ id: number }>(`SELECT id FROM ${from}`, values)).rows.map(({ id }) => id)

test.runIf(server)('whatever is searched for and however many have it, the newest that have it are found', async () => {
  await fill()
  const expressions = ['alla', 'flesta', 'femte', 'få', 'två', 'inga'].map((word) => `'sv:${word}'`)
  expressions.push(
    `'sv:alla' <-> 'sv:flesta'`,
    `'sv:flesta' <-> 'sv:femte'`,
    `'sv:alla' & !'sv:flesta'`,
    `'sv:två' | 'sv:få'`,
  )
  for (const expression of expressions) {
    for (const [first, last] of [texts, people, [-2_600, -2_400], [-150, -101]]) {
      for (const most of [1, 10, 500, 2_001]) {
        const values = [expression, first, last, most]
        const found = await asked('matching_entries($1::tsquery, $2, $3, $4) AS id', values)
        const all = await asked(
          'search_entries WHERE tokens @@ $1::tsquery AND id BETWEEN $2 AND $3 ORDER BY id LIMIT $4',
          values,
        )
        expect(found, values.join(' ')).toEqual(all)
      }
    }
  }
})

test.runIf(server)('entered all at once, the index is as it was entered one by one', async () => {
  await addPerson('Nora Fisk')
  for (const title of ['Braxen i sjön', 'Braxen i ån', 'Gäddan i sjön']) await addRelease(title)
  await rebuildSearch()
  const everything = () =>
    onConnection(async (client) => [
      (await client.query('SELECT id, noun, target_id, title, marks, tokens FROM search_entries ORDER BY id')).rows,
      (await client.query('SELECT language, word, written, entries FROM search_vocabulary ORDER BY 1, 2')).rows,
    ])
  const before = await everything()
  await onConnection(async (client) => {
    for (const table of ['search_entries', 'search_vocabulary']) await client.query(`DELETE FROM ${table}`)
  })
  const { rows } = await onConnection((client) =>
    client.query<{ noun: string; id: string }>(`
      SELECT 'release' AS noun, id FROM releases WHERE live_revision_id IS NOT NULL
      UNION ALL SELECT 'person', id FROM people ORDER BY 2`),
  )
  for (const { noun, id } of rows) {
    await onConnection((client) => client.query('INSERT INTO search_dirty VALUES ($1, $2)', [noun, id]))
    await write(async () => {})
  }
  expect(await everything()).toEqual(before)
})

test.runIf(server)(
  'of many that are entered at once, one that cannot be read keeps no other from being found',
  async () => {
    const ids: string[] = []
    for (const title of ['Harr', 'Öring', 'Röding']) ids.push(await addRelease(title))
    await onConnection(async (client) => {
      await client.query(`SET session_replication_role = replica`)
      await client.query(
        `UPDATE revisions SET lead = '{}' WHERE id = (SELECT live_revision_id FROM releases WHERE id = $1)`,
        [ids[1]],
      )
      await client.query(`SET session_replication_role = DEFAULT`)
    })
    await rebuildSearch()
    const totals: (number | undefined)[] = []
    for (const typed of ['harr', 'öring', 'röding']) totals.push((await searchNewsroom(typed, { visit }))?.total)
    expect(totals).toEqual([1, 0, 1])
  },
)
