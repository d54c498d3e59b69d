/**
 * Tells the holders of links what becomes of an embargo: that it is lifted, moved or cancelled. It happens in the change
 * that does it, whoever makes that; their pages say it at once, and the mail a minute later, when nothing can be taken back.
 */
import { and, eq, inArray, isNotNull } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import type { Writer } from '../client.ts'
import { line } from '../inputs.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { statusOf } from '../releases.ts'
import { type EmbargoLink, embargoLinks } from '../schema/embargoes.ts'
import { deliveries } from '../schema/outbox.ts'
import { type Release, releases } from '../schema/releases.ts'
import { isHeld } from './links.ts'

const greetingSchema = line(1_000)

interface Told {
  /** Words to the holders. */
  greeting?: string | undefined
  now: Date
}

/**
 * Follows what a change has made of a text: call it last in the change, with the text as it was. Nothing happens where the
 * time is the same. What had not been mailed yet is not mailed, and a time that is back where they knew it is no news.
 */
export async function followEmbargo(tx: Writer, before: Release, { greeting = '', now }: Told): Promise<void> {
  const holders = await tx
    .select()
    .from(embargoLinks)
    .where(and(eq(embargoLinks.releaseId, before.id), isHeld(now)))
  const after = holders.length && (await tx.query.releases.findFirst({ where: eq(releases.id, before.id) }))
  if (!after) return
  const said = greetingSchema.parse(greeting)
  const [was, is] = [statusOf(before, now), statusOf(after, now)]
  if (was === is && (is !== 'scheduled' || isAt(before.publishAt, after.publishAt))) return
  const unsent = await dropUnsent(tx, holders)
  for (const link of holders) {
    const known = was === 'live' || unsent.has(link.id) ? link.formerAt : before.publishAt
    // Whoever lifts it and takes that back has not moved it.
    const isNoNews = is === 'scheduled' && (was === 'live' ? !known : isAt(known, after.publishAt))
    const moved = isNoNews ? { formerAt: null, greeting: '' } : { formerAt: known, greeting: said }
    if (is === 'scheduled' && was !== 'live') await change(tx, link, moved)
    if (is === 'draft') await change(tx, link, { cancelledAt: now, greeting: said })
    if (is === 'live') await change(tx, link, { greeting: said })
    if (isNoNews) continue
    if (!link.email || !env.mailServer) continue
    const about = { kind: 'embargo-news', recipient: link.email, subjectId: link.id } as const
    // A schedule that is cancelled cannot be taken back, and somebody may be about to print it.
    const due = is === 'draft' ? now : new Date(now.getTime() + takeBackWithin)
    await queueDelivery(tx, { ...about, now: due }, { again: true })
  }
}

const isAt = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()

const change = (tx: Writer, { id }: EmbargoLink, values: Partial<EmbargoLink>) =>
  tx.update(embargoLinks).set(values).where(eq(embargoLinks.id, id))

/** Drops the news that nobody has been sent, and returns whom it was for. */
async function dropUnsent(tx: Writer, holders: EmbargoLink[]): Promise<Set<string>> {
  const ids = holders.map(({ id }) => id)
  const unsent = and(
    eq(deliveries.kind, 'embargo-news'),
    inArray(deliveries.subjectId, ids),
    isNotNull(deliveries.nextAttemptAt),
  )
  const dropped = await tx.delete(deliveries).where(unsent).returning({ id: deliveries.subjectId })
  return new Set(dropped.map(({ id }) => id))
}
