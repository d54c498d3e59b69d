import { expect, test } from 'vitest'
import { write } from '../../client.ts'
import { searchNewsroom } from '../../live/search.ts'
import type { Span } from '../../search/entries.ts'
import { addPerson, addRelease, visit } from '../../testing/newsroom.ts'
import { connections, onConnection } from '../connections.ts'
import { periodOf } from './periods.ts'
import { matchingIn } from './readers.ts'
import { rebuildSearch } from './rebuild.ts'
import { neighboursIn, placeless, syntax, vectorOf } from './vectors.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const people = [-9_007_199_254_740_991, -8_000_000_000_000_000] as const
/** How far apart the texts are below: 32 of them are in a period. */
const apart = 2 ** 40

/** Fills the index: words that all, most, a fifth, a few and two of 3,000 texts have, and 400 people with the first. */
async function fill(): Promise<void> {
  const texts = Array.from({ length: 3_000 }, (_, number) => ({
    id: -(number + 1) * apart,
    words: [
      'sv:alla',
      number % 10 < 7 && 'sv:flesta',
      number % 5 === 0 && 'sv:femte',
      number % 97 === 0 && 'sv:få',
      [7, 2_500].includes(number) && "sv:två's",
    ],
  }))
  const everybody = Array.from({ length: 400 }, (_, number) => ({
    id: -9_000_000_000_000_000 + number,
    words: ['sv:alla'],
  }))
  const entries = [...texts, ...everybody].map(({ id, words }) => {
    const text = words.filter(Boolean).join(' ')
    return {
      id,
      plain: vectorOf([text]),
      tokens: `${vectorOf([text], periodOf(id))} ${placeless(neighboursIn(text), periodOf(id))}`,
    }
  })
  await onConnection((client) =>
    client.query(
      `INSERT INTO search_entries (id, noun, target_id, language, title, lead, body, marks, tokens)
       SELECT id, 'release', id::text, 'sv', '', '', plain, '', tokens::tsvector
       FROM unnest($1::bigint[], $2::text[], $3::text[]) AS entry (id, plain, tokens)`,
      [entries.map(({ id }) => id), entries.map(({ plain }) => plain), entries.map(({ tokens }) => tokens)],
    ),
  )
}

test.runIf(server)('whatever is searched for and however many have it, the newest that have it are found', async () => {
  await fill()
  const { reading } = connections()
  const words = ['alla', 'flesta', 'femte', 'få', "två''s", 'inga'].map((word) => `'sv:${word}'`)
  words.push(`('sv:alla' & !'sv:flesta')`, `('sv:två''s' | 'sv:få')`, `'sv:f':*`)
  const asked = words.map((expression) => ({ expression, plain: expression }))
  for (const typed of [
    'alla flesta',
    'flesta alla',
    'flesta få',
    "femte två's",
    'alla flesta femte',
    'flesta alla femte',
  ]) {
    const row = typed.split(' ').map((word) => `sv:${word}`)
    const plain = `(${row.map((word) => `'${word.replace("'", "''")}'`).join(' <-> ')})`
    asked.push({ expression: syntax.row(row, false), plain }, { expression: plain, plain })
    asked.push({ expression: syntax.row(row, true), plain: plain.replace(')', ':*)') })
    asked.push({ expression: `('sv:femte' & !${syntax.row(row, false)})`, plain: `('sv:femte' & !${plain})` })
  }
  const spans: Span[] = [[-4_000 * apart, 9_007_199_254_740_991], [...people], [-2_600 * apart, -2_401 * apart + 7]]
  for (const { expression, plain } of asked) {
    for (const [first, last] of [...spans, [-apart, -1] satisfies Span]) {
      for (const most of [1, 10, 500, 2_001]) {
        const all = await reading.query<{ id: number }>(
          `SELECT id FROM search_entries WHERE body::tsvector @@ $1::tsquery AND id BETWEEN $2 AND $3 ORDER BY id LIMIT $4`,
          [plain, first, last, most],
        )
        const found = await matchingIn(reading)(expression, [first, last], most)
        expect(found, [expression, first, last, most].join(' ')).toEqual(all.rows.map(({ id }) => id))
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
