/**
 * Tells the holders of links what becomes of an embargo: that it is lifted, moved or cancelled. It happens in the change
 * that does it, whoever makes that; their pages say it at once, and the mail a minute later, when nothing can be taken back.
 */
import { and, eq, inArray } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import type { Writer } from '../client.ts'
import { line } from '../inputs.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { statusOf } from '../releases.ts'
import { type EmbargoLink, embargoLinks } from '../schema/embargoes.ts'
import { deliveries } from '../schema/outbox.ts'
import { type Release, releases } from '../schema/releases.ts'
import { hears } from './held.ts'

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
    .where(and(eq(embargoLinks.releaseId, before.id), hears(now)))
  const after = holders.length && (await tx.query.releases.findFirst({ where: eq(releases.id, before.id) }))
  if (!after) return
  const said = greetingSchema.parse(greeting)
  const [was, is] = [statusOf(before, now), statusOf(after, now)]
  if (was === is && (is !== 'scheduled' || isAt(before.publishAt, after.publishAt))) return
  const unsent = await dropUnsent(tx, holders)
  const later = new Date(now.getTime() + takeBackWithin)
  for (const link of holders) {
    const known = unsent.has(link.id) ? link.formerAt : before.publishAt
    const { page, mailAt } = newsTo(link, { known, after, isTakenBack: was === 'live', said, now, later })
    if (page) await tx.update(embargoLinks).set(page).where(eq(embargoLinks.id, link.id))
    if (!mailAt || !link.email || !env.mailServer) continue
    const about = { kind: 'embargo-news', recipient: link.email, subjectId: link.id } as const
    await queueDelivery(tx, { ...about, now: mailAt }, { again: true })
  }
}

interface News {
  /** The time that the holder has been told. */
  known: Date | null
  after: Release
  /** Whether it was lifted, and that has been taken back. */
  isTakenBack: boolean
  said: string
  now: Date
  later: Date
}

/** Returns what a holder's page says from now on, and when they are mailed, where there is news. */
function newsTo(
  { formerAt }: EmbargoLink,
  { known, after, isTakenBack, said: greeting, now, later }: News,
): { page?: Partial<EmbargoLink>; mailAt?: Date | null } {
  const is = statusOf(after, now)
  // It cannot be taken back, and somebody may be about to print.
  if (is === 'draft') return { page: { cancelledAt: now, greeting }, mailAt: now }
  if (is !== 'scheduled') return { page: { greeting }, mailAt: later }
  // What stood on the page before stands there again.
  if (isTakenBack) return { mailAt: formerAt && later }
  if (isAt(known, after.publishAt)) return { page: { formerAt: null, greeting: '' } }
  return { page: { formerAt: known, greeting }, mailAt: later }
}

const isAt = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime()

/** Drops the news that nobody is being sent yet, and returns whom it was for. */
async function dropUnsent(tx: Writer, holders: EmbargoLink[]): Promise<Set<string>> {
  const ids = holders.map(({ id }) => id)
  const unsent = and(
    eq(deliveries.kind, 'embargo-news'),
    inArray(deliveries.subjectId, ids),
    eq(deliveries.attempts, 0),
  )
  const dropped = await tx.delete(deliveries).where(unsent).returning({ id: deliveries.subjectId })
  return new Set(dropped.map(({ id }) => id))
}
