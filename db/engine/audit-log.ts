/** What only the database itself remembers of the audit log. */
import { sql } from 'drizzle-orm'
import { db } from '../client.ts'
import { isPostgres } from './chosen.ts'

/** Returns the highest place that a link of the chain has ever had, also when the link is gone. */
export async function highestLink(): Promise<number> {
  const [row] = await db.all<{ highest: number }>(
    isPostgres
      ? sql`SELECT highest FROM event_chain_height`
      : sql`SELECT seq AS highest FROM sqlite_sequence WHERE name = 'event_chain'`,
  )
  return row?.highest ?? 0
}
