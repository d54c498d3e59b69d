/**
 * Limits how often somebody can try something. Attempts are counted in the database, so that a restart forgets nothing.
 */
import { eq, inArray, lt, sql } from 'drizzle-orm'
import { clientNetwork } from '#lib/http/client-network.ts'
import { Refusal } from '#lib/refusal.ts'
import type { Writer } from './client.ts'
import { atLeast } from './dialect.ts'
import { attempts } from './schema/users.ts'

const windowMinutes = 15

/** Returns the key under which attempts at `what` from an address are counted: for each network it can speak for. */
export const addressKey = (what: string, address: string): string => `${what}:${clientNetwork(address)}`

/**
 * Counts one more attempt by `key` inside a change under way, and returns how many there have been within a quarter of an
 * hour. Refuses more than `max` (`too-many-attempts`, or by another code), and says in how many seconds it will not; what is
 * refused is not counted.
 */
export async function countAttempt(
  tx: Writer,
  key: string,
  { max, now, code = 'too-many-attempts' }: { max: number; now: Date; code?: string },
): Promise<number> {
  // What nobody asks about again is forgotten here too, so that made-up keys do not pile up.
  await tx.delete(attempts).where(lt(attempts.windowStart, new Date(now.getTime() - windowMinutes * 60_000)))
  const [row] = await tx
    .insert(attempts)
    .values({ key, count: 1, windowStart: now })
    .onConflictDoUpdate({ target: attempts.key, set: { count: sql`${attempts.count} + 1` } })
    .returning({ count: attempts.count, windowStart: attempts.windowStart })
  if (!row) throw new Error('the attempt was not counted')
  if (row.count > max) {
    const end = row.windowStart.getTime() + windowMinutes * 60_000
    const seconds = Math.max(1, Math.ceil((end - now.getTime()) / 1_000))
    throw new Refusal(code, { details: { seconds, minutes: Math.ceil(seconds / 60) } })
  }
  return row.count
}

/** Forgets the attempts by `key`, which have turned out well, and takes as many off the `others` that counted them too. */
export async function forgetAttempts(tx: Writer, key: string, others: string[]): Promise<void> {
  const [row] = await tx.delete(attempts).where(eq(attempts.key, key)).returning({ count: attempts.count })
  if (!row) return
  const count = atLeast(0, sql`${attempts.count} - ${row.count}`)
  await tx.update(attempts).set({ count }).where(inArray(attempts.key, others))
}
