/**
 * The outbox. What is to be sent is a row, written in the change that causes it; the clock claims it, sends it outside any
 * transaction and settles it. A claim holds for a while: two processes never send the same row, and what a killed
 * process had claimed is sent when its claim has run out.
 */
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, notInArray, sql } from 'drizzle-orm'
import { db, prepared, type Writer, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { type Actor, recordEvent } from '../events.ts'
import { type Delivery, deliveries } from '../schema/outbox.ts'
import type { DeliveryKind } from '../types.ts'

/** The pause after each failed attempt, in minutes. After the last pause there is one more attempt and no other. */
const pauses = [1, 5, 30, 120, 720]
const maxAttempts = pauses.length + 1
/** How many minutes a claim holds: longer than sending takes, which is soon over where no mail server has to be talked to. */
const claimMinutes = (kind: DeliveryKind): number => (['hub', 'indexnow', 'purge'].includes(kind) ? 0.5 : 5)
const keptDays = 30

const after = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

/**
 * Queues a delivery as part of a change under way. One that is queued already, or has been sent, stays as it is; with
 * `again` it is sent once more. `at` is when it is sent, where that is later.
 */
export async function queueDelivery(
  tx: Writer,
  { now, ...delivery }: Pick<Delivery, 'kind' | 'recipient' | 'subjectId'> & { now: Date },
  { again = false, at = now } = {},
): Promise<void> {
  const anew = { createdAt: now, nextAttemptAt: at, attempts: 0, lastError: '', deliveredAt: null, givenUpAt: null }
  const insert = tx.insert(deliveries).values({ ...delivery, ...anew })
  const target = [deliveries.kind, deliveries.recipient, deliveries.subjectId]
  await (again ? insert.onConflictDoUpdate({ target, set: anew }) : insert.onConflictDoNothing({ target }))
}

/** Returns how many deliveries of a kind have been queued since `since`. */
export async function countQueued(tx: Writer, kind: DeliveryKind, since: Date): Promise<number> {
  const where = and(eq(deliveries.kind, kind), gt(deliveries.createdAt, since))
  return (await tx.select({ total: count() }).from(deliveries).where(where))[0]?.total ?? 0
}

const firstDue = prepared((reader) =>
  reader
    .select({ id: deliveries.id })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.kind, sql.placeholder('kind')),
        lte(deliveries.nextAttemptAt, sql.param(sql.placeholder('now'), deliveries.nextAttemptAt)),
      ),
    )
    .limit(atMost(1))
    .prepare(),
)

/** Claims the delivery of a kind that has waited longest, or returns undefined when none is due. */
export const claimDelivery = async (kind: DeliveryKind, now: Date): Promise<Delivery | undefined> =>
  (await claimDeliveries(kind, now, 1))[0]

/** Claims the delivery of a kind that has waited longest and others to the same recipient, so many at most. */
export async function claimDeliveries(kind: DeliveryKind, now: Date, most: number): Promise<Delivery[]> {
  if (!(await firstDue().execute({ kind, now })).length) return []
  return write(async (tx) => {
    const isDue = and(eq(deliveries.kind, kind), lte(deliveries.nextAttemptAt, now))
    // The process that made the last attempt was killed in the midst of it.
    await tx
      .update(deliveries)
      .set({ nextAttemptAt: null, givenUpAt: now })
      .where(and(isDue, gt(deliveries.attempts, maxAttempts - 1)))
    const due = await tx.select().from(deliveries).where(isDue).orderBy(asc(deliveries.nextAttemptAt)).limit(most)
    const nextAttemptAt = after(now, claimMinutes(kind))
    const claimed = due
      .filter(({ recipient }) => recipient === due[0]?.recipient)
      .map((one) => ({ ...one, attempts: one.attempts + 1, nextAttemptAt }))
    const ids = claimed.map(({ id }) => id)
    await tx
      .update(deliveries)
      .set({ attempts: sql`${deliveries.attempts} + 1`, nextAttemptAt })
      .where(inArray(deliveries.id, ids))
    return claimed
  })
}

/** Settles claimed deliveries as arrived. A claim that has run out or been overtaken changes nothing. */
export async function settleArrived(claimed: Delivery[], now: Date): Promise<void> {
  const arrived = { deliveredAt: now, nextAttemptAt: null, lastError: '' }
  await write(async (tx) => {
    for (const one of claimed) await settle(tx, one, arrived)
  })
}

/** Settles a claimed delivery as failed, to be tried again after a pause. Returns whether it has been given up. */
export async function settleFailed(
  claimed: Delivery,
  { error, isFinal }: { error: string; isFinal: boolean },
  now: Date,
): Promise<boolean> {
  const pause = isFinal ? undefined : pauses[claimed.attempts - 1]
  const next = pause === undefined ? { nextAttemptAt: null, givenUpAt: now } : { nextAttemptAt: after(now, pause) }
  const isSettled = await write((tx) => settle(tx, claimed, { ...next, lastError: error }))
  return isSettled && pause === undefined
}

/** Writes the result if the claim still holds. A claim is identified by the moment it runs out. */
async function settle(tx: Writer, { id, nextAttemptAt }: Delivery, values: Partial<Delivery>): Promise<boolean> {
  const isMine = and(eq(deliveries.id, id), nextAttemptAt ? eq(deliveries.nextAttemptAt, nextAttemptAt) : undefined)
  const settled = await tx.update(deliveries).set(values).where(isMine).returning({ id: deliveries.id })
  return settled.length > 0
}

export interface GivenUp {
  kind: DeliveryKind
  recipient: string
  count: number
  lastError: string
}

/** Returns the deliveries that have been given up, by recipient, with the last error; the latest first. */
export async function listGivenUp(): Promise<GivenUp[]> {
  const rows = await givenUp().execute()
  const byRecipient = Map.groupBy(rows, ({ kind, recipient }) => `${kind} ${recipient}`)
  return [...byRecipient.values()].flatMap((alike) => {
    const [latest] = alike
    if (!latest) return []
    const { kind, recipient, lastError } = latest
    return [{ kind, recipient, lastError, count: alike.length }]
  })
}

const givenUp = prepared((reader) =>
  reader
    .select()
    .from(deliveries)
    .where(isNotNull(deliveries.givenUpAt))
    .orderBy(desc(deliveries.givenUpAt), desc(deliveries.id))
    .prepare(),
)

/** Queues all deliveries again that were given up for a recipient. */
export async function retryDeliveries(
  { kind, recipient }: { kind: string; recipient: string },
  by: { actor: Actor; now: Date },
): Promise<void> {
  await write(async (tx) => {
    const found = await tx
      .update(deliveries)
      .set({ givenUpAt: null, nextAttemptAt: by.now, attempts: 0 })
      .where(
        and(
          eq(deliveries.kind, kind as DeliveryKind),
          eq(deliveries.recipient, recipient),
          isNotNull(deliveries.givenUpAt),
        ),
      )
      .returning({ id: deliveries.id })
    if (found.length === 0) return
    const details = { kind, recipient, count: found.length }
    await recordEvent(tx, {
      actor: by.actor,
      verb: 'retry',
      noun: 'delivery',
      targetId: kind,
      details,
      now: by.now,
    })
  })
}

/** Returns all deliveries of a kind, in the order they were queued. */
export async function listDeliveries(kind: DeliveryKind): Promise<Delivery[]> {
  return db.select().from(deliveries).where(eq(deliveries.kind, kind)).orderBy(asc(deliveries.id))
}

/** Deletes the deliveries about some things, as part of the change that deletes those. */
export async function dropDeliveriesAbout(tx: Writer, subjectIds: string[]): Promise<void> {
  await tx.delete(deliveries).where(inArray(deliveries.subjectId, subjectIds))
}

/** Deletes deliveries that were settled a month ago. Mails about what readers have written stay as long as that. */
export async function pruneDeliveries(now: Date): Promise<void> {
  const old = and(
    notInArray(deliveries.kind, ['feedback', 'question-answer']),
    isNull(deliveries.nextAttemptAt),
    lt(deliveries.createdAt, after(now, -keptDays * 24 * 60)),
  )
  if (!(await db.select({ id: deliveries.id }).from(deliveries).where(old).limit(1)).length) return
  await write((tx) => tx.delete(deliveries).where(old))
}
