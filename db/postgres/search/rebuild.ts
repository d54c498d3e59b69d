/** Rebuilds the search index where what is marked is not all that has to be entered. */
import { sql } from 'drizzle-orm'
import { languages } from '#lib/locale.ts'
import { foldingVersion } from '#lib/search/fold.ts'
import { db, type Writer, write } from '../../client.ts'
import { connections } from '../connections.ts'

/**
 * Rebuilds the index when it was made by another folding than this version's, or for other languages. Otherwise enters
 * what another program has changed meanwhile. It runs as the newsroom is opened, before anybody can search.
 */
export async function renewSearch(): Promise<void> {
  const now = { languages: languages.join(' '), folding: foldingVersion }
  const [made] = await db.all<typeof now>(sql`SELECT languages, folding FROM search_made_for`)
  if (made?.languages === now.languages && made.folding === now.folding) return write(async () => {})
  await rebuildSearch()
  await rebuildDraftSearch()
  await write(async (tx) => {
    await tx.all(sql`DELETE FROM search_made_for`)
    await tx.all(sql`INSERT INTO search_made_for (languages, folding) VALUES (${now.languages}, ${now.folding})`)
  })
}

/** Rebuilds the readers' index. Returns how much there is. */
export async function rebuildSearch(): Promise<{ entries: number; words: number }> {
  await inBulk('search_entries_tokens', async (tx) => {
    // TRUNCATE would keep readers from searching until all is entered again.
    await tx.all(sql`DELETE FROM search_entries`)
    await tx.all(sql`DELETE FROM search_vocabulary`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE live_revision_id IS NOT NULL`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'person', id FROM people`)
    await tx.all(sql`UPDATE edition SET number = number + 1`)
  })
  await tidy('search_entries', 'search_vocabulary')
  const [counted] = await db.all<{ entries: number; words: number }>(sql`
    SELECT (SELECT count(*) FROM search_entries) AS entries, (SELECT count(*) FROM search_vocabulary) AS words`)
  return counted ?? { entries: 0, words: 0 }
}

/** Indexes every draft anew for the studio's search. */
export async function rebuildDraftSearch(): Promise<void> {
  await inBulk('search_documents_tokens', async (tx) => {
    await tx.all(sql`DELETE FROM search_documents`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'draft', id FROM releases`)
  })
  await tidy('search_documents')
}

/**
 * Runs a change that enters everything. What is new gathers beside the index and is sorted into it in large parts, which
 * takes a tenth of the time; otherwise a search would have to look through what has gathered.
 */
async function inBulk(index: string, change: (tx: Writer) => Promise<void>): Promise<void> {
  await write(async (tx) => {
    await tx.all(sql.raw(`ALTER INDEX ${index} SET (fastupdate = on)`))
    await tx.all(sql`
      SELECT set_config('gin_pending_list_limit', '64MB', true), set_config('maintenance_work_mem', '128MB', true),
        -- A table that fills up is still taken for an empty one, which would be read from end to end.
        set_config('enable_seqscan', 'off', true)`)
    await change(tx)
  })
  await write(async (tx) => {
    await tx.all(sql.raw(`ALTER INDEX ${index} SET (fastupdate = off)`))
    await tx.all(sql`SELECT gin_clean_pending_list(${index}::regclass)`)
  })
}

/** Takes away what is no longer there, and lets the planner know what is. No transaction may do that. */
async function tidy(...tables: string[]): Promise<void> {
  for (const table of tables) await connections().writing.query(`VACUUM (ANALYZE) ${table}`)
}
