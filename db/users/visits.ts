/**
 * Notes when members were last here. A request changes nothing: it is noted in memory, and written now and then by the
 * clock.
 */
import { eq, inArray } from 'drizzle-orm'
import { write } from '../client.ts'
import { sessions, users } from '../schema/users.ts'

/** What is written is this old at most, in milliseconds, and no more exact: nobody's hours are kept. */
export const visitEvery = 5 * 60_000

interface Visits {
  /** When each session was seen and not written yet. */
  seen: Map<string, Date>
  /** When each was last written. */
  written: Map<string, number>
}

/** Next bundles this module more than once, and what is noted in one copy is written by another. */
const processWide = globalThis as { [visitsKey]?: Visits }
const visitsKey = Symbol.for('pressrum.visits')

function visits(): Visits {
  processWide[visitsKey] ??= { seen: new Map(), written: new Map() }
  return processWide[visitsKey]
}

/** Notes that the session with this id is in use. */
export function noteVisit(sessionId: string, now: Date): void {
  const { seen, written } = visits()
  if (now.getTime() - (written.get(sessionId) ?? 0) >= visitEvery) seen.set(sessionId, now)
}

/** Writes when sessions and their members were last seen, each at most every five minutes. */
export async function writeVisits(): Promise<void> {
  const { seen, written } = visits()
  if (seen.size === 0) return
  const noted = [...seen]
  seen.clear()
  await write(async (tx) => {
    const ids = noted.map(([id]) => id)
    const held = new Map(
      (await tx.select().from(sessions).where(inArray(sessions.id, ids))).map(({ id, userId }) => [id, userId]),
    )
    for (const [id, at] of noted) {
      const userId = held.get(id)
      if (!userId) continue
      await tx.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.id, id))
      await tx.update(users).set({ lastSeenAt: at }).where(eq(users.id, userId))
    }
  })
  for (const [id, at] of noted) written.set(id, at.getTime())
  const long = Math.max(...noted.map(([, at]) => at.getTime())) - visitEvery
  for (const [id, at] of written) if (at < long) written.delete(id)
}
