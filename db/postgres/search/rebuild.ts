/** Rebuilds the search index where what is marked is not all that has to be entered. */
import { sql } from 'drizzle-orm'
import { languages } from '#lib/locale.ts'
import { foldingVersion } from '#lib/search/fold.ts'
import { db, write } from '../../client.ts'

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
  await write(async (tx) => {
    // TRUNCATE would keep readers from searching until all is entered again.
    await tx.all(sql`DELETE FROM search_entries`)
    await tx.all(sql`DELETE FROM search_vocabulary`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'release', id FROM releases WHERE live_revision_id IS NOT NULL`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'person', id FROM people`)
    await tx.all(sql`UPDATE edition SET number = number + 1`)
  })
  const [counted] = await db.all<{ entries: number; words: number }>(sql`
    SELECT (SELECT count(*) FROM search_entries) AS entries, (SELECT count(*) FROM search_vocabulary) AS words`)
  return counted ?? { entries: 0, words: 0 }
}

/** Indexes every draft anew for the studio's search. */
export async function rebuildDraftSearch(): Promise<void> {
  await write(async (tx) => {
    await tx.all(sql`DELETE FROM search_documents`)
    await tx.all(sql`INSERT INTO search_dirty SELECT 'draft', id FROM releases`)
  })
}
