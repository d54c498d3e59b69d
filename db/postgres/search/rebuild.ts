/** Rebuilds the search index where what is marked is not all that has to be entered. */
import { sql } from 'drizzle-orm'
import type pg from 'pg'
import { languages } from '#lib/locale.ts'
import { foldingVersion } from '#lib/search/fold.ts'
import { alone, db, write } from '../../client.ts'
import { onConnection, writeLock } from '../connections.ts'
import { enterAll, raiseEdition, type SearchMark } from './enter.ts'
import { replaceTables } from './replace-tables.ts'

/** The tables, and what they are looked up by. */
const looked = {
  search_entries: 'id, noun, target_id, release_id, language',
  search_vocabulary: 'language, word, entries',
  search_documents: 'target_id, language',
}

const madeForThis = { languages: languages.join(' '), folding: foldingVersion }

/**
 * Rebuilds the index when it was made by another folding than this version's, or for other languages. Otherwise enters
 * what another program has changed meanwhile. It runs as the newsroom is opened, before anybody can search. Of nodes that
 * start together one rebuilds, and one that is stopped meanwhile leaves everything as it was.
 */
export async function renewSearch(): Promise<void> {
  if (!(await isMadeForThis())) await alone('search', renew)
  await write(async () => {})
}

async function isMadeForThis(): Promise<boolean> {
  const [made] = await db.all<typeof madeForThis>(sql`SELECT languages, folding FROM search_made_for`)
  return made?.languages === madeForThis.languages && made.folding === madeForThis.folding
}

async function renew(): Promise<void> {
  if (await isMadeForThis()) return
  // While the server enters texts of the one, this process makes the words of the other.
  await Promise.all([rebuildSearch(), rebuildDraftSearch()])
  await write(async (tx) => {
    await tx.all(sql`DELETE FROM search_made_for`)
    await tx.all(
      sql`INSERT INTO search_made_for (languages, folding) VALUES (${madeForThis.languages}, ${madeForThis.folding})`,
    )
  })
}

/** Rebuilds the readers' index. Returns how much there is. */
export async function rebuildSearch(): Promise<{ entries: number; words: number }> {
  await inBulk(['search_entries', 'search_vocabulary'], async (client) => {
    await enterStored(
      client,
      `SELECT 'release' AS noun, id FROM releases WHERE live_revision_id IS NOT NULL
       UNION ALL SELECT 'person', id FROM people ORDER BY id`,
    )
    await client.query(`DELETE FROM search_dirty WHERE noun <> 'draft'`)
    await raiseEdition(client)
  })
  const [counted] = await db.all<{ entries: number; words: number }>(sql`
    SELECT (SELECT count(*) FROM search_entries) AS entries, (SELECT count(*) FROM search_vocabulary) AS words`)
  return counted ?? { entries: 0, words: 0 }
}

/** Indexes every draft anew for the studio's search. */
export const rebuildDraftSearch = (): Promise<void> =>
  inBulk(['search_documents'], async (client) => {
    await enterStored(client, `SELECT 'draft' AS noun, id FROM releases ORDER BY id`)
    await client.query(`DELETE FROM search_dirty WHERE noun = 'draft'`)
  })

async function enterStored(client: pg.ClientBase, which: string): Promise<void> {
  const { rows } = await client.query<SearchMark>(which)
  await enterAll(client, rows)
}

/**
 * Makes tables anew with everything in them, while nobody changes anything. The lock is shared, so that two such may run beside
 * each other.
 */
async function inBulk(tables: (keyof typeof looked)[], fill: (client: pg.ClientBase) => Promise<void>): Promise<void> {
  await onConnection(async (client) => {
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock_shared(${writeLock})`)
    await client.query(`
      SELECT set_config('maintenance_work_mem', '64MB', true),
        -- A table that fills up is still taken for an empty one, which would be read from end to end.
        set_config('enable_seqscan', 'off', true)`)
    await replaceTables(client, tables, () => fill(client))
    await client.query('COMMIT')
    // The planner is told what there is now, which no transaction may do. Of long texts and their words it need not know.
    for (const table of tables) await client.query(`VACUUM (ANALYZE) ${table} (${looked[table]})`)
  })
}
