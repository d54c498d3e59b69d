/** Keeps readers' messages about the newsroom's accessibility for the members who answer them, for a year at most. */
import { and, count, desc, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { email, line, requiredLine } from '../inputs.ts'
import { dropDeliveriesAbout, listDeliveries } from '../outbox/deliveries.ts'
import { queueFeedbackMail } from '../outbox/feedback-mail.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { type Feedback, feedback } from '../schema/newsroom.ts'
import type { Delivery } from '../schema/outbox.ts'
import { users } from '../schema/users.ts'

const feedbackSchema = z.object({
  language: z.enum(languages),
  text: requiredLine(5_000),
  page: line(500).default(''),
  name: line(200).default(''),
  email: email.default(''),
})

export interface ListedFeedback extends Feedback {
  handledByName: string | null
  /** The mails about the message, sent or queued. */
  mails: Delivery[]
}

const perAddress = 5
const maxAtOnce = 60
const keptMonths = 12

const oldest = (now: Date): Date => {
  const from = new Date(now)
  from.setUTCMonth(from.getUTCMonth() - keptMonths)
  return from
}

/**
 * Stores a message from a reader, queues mail about it, and returns its id. Refuses more than five from an address, or
 * sixty from all, within a quarter of an hour.
 */
export async function addFeedback(input: unknown, from: { address: string; now: Date }): Promise<string> {
  const values = feedbackSchema.parse(input)
  return write(async (tx) => {
    await countAttempt(tx, 'feedback', { max: maxAtOnce, now: from.now })
    await countAttempt(tx, addressKey('feedback', from.address), { max: perAddress, now: from.now })
    const [row] = await tx
      .insert(feedback)
      .values({ ...values, createdAt: from.now })
      .returning({ id: feedback.id })
    if (!row) throw new Error('the message was not written')
    await queueFeedbackMail(tx, row.id, from.now)
    return row.id
  })
}

/** Returns all messages, latest first. */
export async function listFeedback(now: Date): Promise<ListedFeedback[]> {
  const rows = await db
    .select({ message: feedback, handledByName: users.name })
    .from(feedback)
    .leftJoin(users, eq(users.id, feedback.handledBy))
    .where(gt(feedback.createdAt, oldest(now)))
    .orderBy(desc(feedback.createdAt), desc(feedback.id))
  const mails = Map.groupBy(await listDeliveries('feedback'), ({ subjectId }) => subjectId)
  return rows.map(({ message, handledByName }) => ({ ...message, handledByName, mails: mails.get(message.id) ?? [] }))
}

/** Returns how many messages wait for an answer. */
export const countUnhandled = async (now: Date): Promise<number> =>
  (await unhandled().execute({ oldest: oldest(now) }))[0]?.total ?? 0

const unhandled = prepared((reader) =>
  reader
    .select({ total: count() })
    .from(feedback)
    .where(
      and(isNull(feedback.handledAt), gt(feedback.createdAt, sql.param(sql.placeholder('oldest'), feedback.createdAt))),
    )
    .prepare(),
)

/** Marks a message as handled, or as waiting again. Refuses an unknown one. */
export async function handleFeedback(id: string, by: { actor: Actor; isHandled: boolean; now: Date }): Promise<void> {
  await write(async (tx) => {
    await found(tx, id)
    const handled = by.isHandled ? { handledAt: by.now, handledBy: by.actor.id } : { handledAt: null, handledBy: null }
    await tx.update(feedback).set(handled).where(eq(feedback.id, id))
    await recordEvent(tx, {
      actor: by.actor,
      verb: by.isHandled ? 'resolve' : 'reopen',
      noun: 'feedback',
      targetId: id,
      now: by.now,
    })
  })
}

/** Deletes a message for good. Refuses an unknown one. */
export async function deleteFeedback(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    await found(tx, id)
    await dropFeedback(tx, [id])
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'feedback', targetId: id, now: by.now })
  })
}

async function found(tx: Writer, id: string): Promise<void> {
  if (!(await tx.query.feedback.findFirst({ where: eq(feedback.id, id) }))) throw new Refusal('unknown-feedback')
}

/** Deletes messages that are older than a year. */
export async function pruneFeedback(now: Date): Promise<void> {
  const old = await db
    .select({ id: feedback.id })
    .from(feedback)
    .where(lt(feedback.createdAt, oldest(now)))
    .limit(500)
  const ids = old.map(({ id }) => id)
  if (ids.length) await write((tx) => dropFeedback(tx, ids))
}

async function dropFeedback(tx: Writer, ids: string[]): Promise<void> {
  await dropDeliveriesAbout(tx, ids)
  await tx.delete(feedback).where(inArray(feedback.id, ids))
}
