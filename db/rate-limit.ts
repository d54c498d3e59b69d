/**
 * Limits how often somebody can try something. Attempts are counted in the database, so that a restart forgets nothing.
 */
import { and, eq, lt, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import type { Writer } from './client.ts'
import { attempts } from './schema/users.ts'

const windowMinutes = 15

/** Counts one more attempt by `key` inside a change under way. Refuses more than `most` within a quarter of an hour. */
export async function countAttempt(tx: Writer, key: string, most: number, now: Date): Promise<void> {
  const windowStart = new Date(now.getTime() - windowMinutes * 60_000)
  await tx.delete(attempts).where(and(eq(attempts.key, key), lt(attempts.windowStart, windowStart)))
  const [row] = await tx
    .insert(attempts)
    .values({ key, count: 1, windowStart: now })
    .onConflictDoUpdate({ target: attempts.key, set: { count: sql`${attempts.count} + 1` } })
    .returning({ count: attempts.count })
  if (row && row.count > most) throw new Refusal('too-many-attempts', { details: { minutes: windowMinutes } })
}
