/** The audit log records who did what to what, and when. */
import { desc, eq } from 'drizzle-orm'
import { db, type Writer } from './client.ts'
import { events } from './schema/outbox.ts'
import { users } from './schema/users.ts'

export interface Actor {
  id: string
}

/**
 * Records a change as part of the transaction that makes it. `actor` is null for changes the newsroom makes by itself.
 */
export async function recordEvent(
  tx: Writer,
  event: {
    actor: Actor | null
    verb: string
    noun: string
    targetId: string
    details?: Record<string, string | number>
    now: Date
  },
): Promise<void> {
  await tx.insert(events).values({
    at: event.now,
    actorId: event.actor?.id ?? null,
    verb: event.verb,
    noun: event.noun,
    targetId: event.targetId,
    details: event.details ?? null,
  })
}

/** Returns the events of one thing, latest first. */
export async function listEvents(targetId: string) {
  return db
    .select({ at: events.at, verb: events.verb, details: events.details, actor: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(eq(events.targetId, targetId))
    .orderBy(desc(events.at), desc(events.id))
}
