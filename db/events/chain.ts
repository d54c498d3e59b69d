/**
 * The chain over the audit log. Each link holds the hash of the link before it and of its own event, so that a change, a
 * removal or a change of order anywhere shows. What is personal in an event is hashed by itself, with salt: the hash
 * stays in the chain when the words are blanked, and nobody can find out by guessing what they were.
 */
import { createHash } from 'node:crypto'
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { db, type Reader, type Writer, write } from '../client.ts'
import { type ChainLink, type Event, eventChain, events } from '../schema/events.ts'

const digest = (parts: unknown[]): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex')

export const contentsHash = ({ salt, name, details, changes }: Event): string => digest([salt, name, details, changes])
export const originHash = ({ originSalt, actorName, address }: Event): string =>
  digest([originSalt, actorName, address])

/** Returns the hash of a link: over the link before, its place, and what is never blanked of its event. */
export function linkHash(previous: string, link: Omit<ChainLink, 'hash' | 'eventId'>, event: Event): string {
  const { id, at, actorKind, actorId, verb, noun, targetId } = event
  const facts = [id, at.getTime(), actorKind, actorId, verb, noun, targetId]
  return digest([previous, link.position, ...facts, link.contentsHash, link.originHash])
}

/** Adds an event that has just been written as the last link, inside the change that wrote it. */
export async function addLink(tx: Writer, event: Event): Promise<void> {
  await tx.insert(eventChain).values(nextLink(await lastLink(tx), event))
}

/** Returns the last link of the chain, or undefined before there is one. */
export async function lastLink(from: Reader): Promise<ChainLink | undefined> {
  return (await from.select().from(eventChain).orderBy(desc(eventChain.position)).limit(1))[0]
}

function nextLink(last: ChainLink | undefined, event: Event): ChainLink {
  const link = {
    position: (last?.position ?? 0) + 1,
    contentsHash: contentsHash(event),
    originHash: originHash(event),
  }
  return { ...link, eventId: event.id, hash: linkHash(last?.hash ?? '', link, event) }
}

const atOnce = 1_000

/**
 * Chains what was recorded before there was a chain, in the order in which it was written, a thousand events at a time.
 * Once an event of this version is in the chain nothing is added to it here: what stands outside it then was smuggled in.
 */
export async function chainEarlierEvents(): Promise<void> {
  const [later] = await db
    .select({ position: eventChain.position })
    .from(eventChain)
    .innerJoin(events, eq(events.id, eventChain.eventId))
    .where(sql`${events.salt} IS NOT NULL OR ${events.erasedAt} IS NOT NULL`)
    .limit(1)
  if (later) return
  let after: number | undefined = 0
  while (after !== undefined) after = await chainSome(after)
}

/** Chains events that stand after a row, and returns after which to go on; undefined when there are no more. */
const chainSome = (after: number): Promise<number | undefined> =>
  write(async (tx) => {
    const row = sql<number>`${events}.rowid`
    const some = await tx
      .select({ event: events, row })
      .from(events)
      .leftJoin(eventChain, eq(eventChain.eventId, events.id))
      .where(and(isNull(eventChain.position), gt(row, after)))
      .orderBy(row)
      .limit(atOnce)
    const links: ChainLink[] = []
    const last = await lastLink(tx)
    for (const { event } of some) links.push(nextLink(links.at(-1) ?? last, event))
    if (links.length) await tx.insert(eventChain).values(links)
    return some.length === atOnce ? some.at(-1)?.row : undefined
  })
