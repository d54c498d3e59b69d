/** The audit log records who did what to what, when and from where, and what it changed. */
import { randomBytes } from 'node:crypto'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { shortAddress } from '#lib/http/client-network.ts'
import { db, type Writer } from './client.ts'
import { addLink } from './events/chain.ts'
import { changesBetween, fieldsOf, type ToldFields } from './events/fields.ts'
import { nameOf } from './events/names.ts'
import { events } from './schema/events.ts'
import { users } from './schema/users.ts'

/** A member, with the address they ask from where they come by the web. */
export interface Actor {
  id: string
  from?: string | undefined
}

/** Somebody outside, under the name they give where they give one. */
interface Guest {
  name: string
  from: string
}

/** Who does something: a member, the clock for one of them, a guest, the operator, or null for the newsroom by itself. */
export type AnyActor = (Actor & { byClock?: boolean }) | { guest: Guest } | 'operator' | null

interface Recorded {
  actor: AnyActor
  verb: string
  noun: string
  targetId: string
  details?: Record<string, string | number>
  /** The fields before the change, from `fieldsOf`: what differs now is recorded with them. */
  before?: ToldFields
  now: Date
}

/**
 * Records a change as part of the transaction that makes it, as the last link of the chain. Of an address no more than its
 * network is kept.
 */
export async function recordEvent(tx: Writer, event: Recorded): Promise<void> {
  const { verb, noun, targetId, details = null, before } = event
  const changes = before ? changesBetween(before, await fieldsOf(tx, noun, targetId)) : null
  const [row] = await tx
    .insert(events)
    .values({
      at: event.now,
      ...origin(event.actor),
      ...{ verb, noun, targetId, details },
      name: await nameFor(tx, event),
      changes: changes?.length ? changes : null,
      salt: newSalt(),
      originSalt: newSalt(),
    })
    .returning()
  if (!row) throw new Error('the event was not written')
  await addLink(tx, row)
}

const newSalt = () => randomBytes(16).toString('base64url')

function origin(actor: AnyActor): Pick<typeof events.$inferInsert, 'actorId' | 'actorKind' | 'actorName' | 'address'> {
  if (actor === null) return {}
  if (actor === 'operator') return { actorKind: 'operator' }
  if ('guest' in actor)
    return { actorKind: 'guest', actorName: actor.guest.name || null, address: shortAddress(actor.guest.from) }
  return { actorId: actor.id, actorKind: actor.byClock ? 'clock' : null, address: shortAddress(actor.from ?? '') }
}

const partsOfTexts = ['comment', 'revision', 'suggestion', 'meeting-sign-up']

/**
 * Returns what the thing is called, or was called when something was last done to it. What belongs to a text goes by the
 * text's title.
 */
async function nameFor(tx: Writer, { noun, targetId, details }: Recorded): Promise<string | null> {
  // Nobody's account: looking for an earlier name would read every miss there has been.
  if (noun === 'user' && targetId === 'unknown') return null
  if (noun === 'translation') return nameOf(tx, 'release', targetId)
  if (noun === 'meeting') return nameOf(tx, 'release', targetId)
  if (partsOfTexts.includes(noun)) return nameOf(tx, 'release', String(details?.release))
  const name = await nameOf(tx, noun, targetId)
  if (name !== null) return name
  const [last] = await tx
    .select({ name: events.name })
    .from(events)
    .where(and(eq(events.targetId, targetId), eq(events.noun, noun), isNotNull(events.name)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return last?.name ?? null
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
