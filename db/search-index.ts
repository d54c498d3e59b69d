/** Keeping the search's index whole where triggers cannot. It speaks SQLite's own language. */
import { sql } from 'drizzle-orm'
import { languages } from '#lib/locale.ts'
import { db, write } from './client.ts'

/** Names are words of every language: when there is another language than last time, people are entered anew. */
export async function nameEverybodyInEveryLanguage(): Promise<void> {
  const now = languages.join(' ')
  const [last] = db.all<{ languages: string }>(sql`SELECT languages FROM search_languages`)
  if (last?.languages === now) return
  await write(async (tx) => {
    tx.run(sql`INSERT INTO search_people SELECT id FROM people`)
    tx.run(sql`DELETE FROM search_languages`)
    tx.run(sql`INSERT INTO search_languages VALUES (${now})`)
  })
}
