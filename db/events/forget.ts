/** Forgets somebody in the audit log: what is personal is blanked, and the chain over the log stays whole. */
import { and, eq, inArray, or } from 'drizzle-orm'
import { db, write } from '../client.ts'
import { type AnyActor, recordEvent } from '../events.ts'
import { eventChain, events } from '../schema/events.ts'

/** What the log can forget: what is a person, or was said by one. What a text went through is no secret of anybody. */
const forgettable = ['person', 'user', 'preview-link', 'comment', 'feedback'] as const

export interface LoggedPerson {
  noun: string
  id: string
}

/** Returns whom the log knows by an id or by a name as it was written. */
export async function findLogged(nameOrId: string): Promise<LoggedPerson[]> {
  return db
    .selectDistinct({ noun: events.noun, id: events.targetId })
    .from(events)
    .where(and(inArray(events.noun, [...forgettable]), or(eq(events.targetId, nameOrId), eq(events.name, nameOrId))))
}

/**
 * Blanks what the log says of somebody, and from where they came when they did something themselves. That something was
 * done, when and by which account stays. Which posts were blanked is told by a new one. Returns how many.
 */
export async function forgetInLog({ noun, id }: LoggedPerson, by: { actor: AnyActor; now: Date }): Promise<number> {
  return write(async (tx) => {
    const about = and(eq(events.noun, noun), eq(events.targetId, id))
    const from = noun === 'user' ? eq(events.actorId, id) : noun === 'comment' ? about : undefined
    const found = await tx
      .select({ post: eventChain.position, id: events.id })
      .from(events)
      .innerJoin(eventChain, eq(eventChain.eventId, events.id))
      .where(or(about, from))
      .orderBy(eventChain.position)
    if (found.length === 0) return 0
    const blank = { salt: null, name: null, details: null, changes: null, erasedAt: by.now }
    await tx.update(events).set(blank).where(about)
    if (from)
      await tx.update(events).set({ originSalt: null, actorName: null, address: null, erasedAt: by.now }).where(from)
    const details = { posts: found.map(({ post }) => post).join(',') }
    await recordEvent(tx, { ...by, verb: 'forget', noun: 'log', targetId: id, details })
    return found.length
  })
}
