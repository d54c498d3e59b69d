/** Takes questions from the press: those that come by the form, and those that a member writes down after a call. */
import { and, eq, gt, max } from 'drizzle-orm'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { momentAt, momentSchema } from '../calendar/moment.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { accountEmail, comparableEmail, email, line, requiredLine } from '../inputs.ts'
import { live } from '../live/visible.ts'
import { countQueued, queueDelivery } from '../outbox/deliveries.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { questions } from '../schema/questions.ts'
import { releases } from '../schema/releases.ts'
import { hashOf } from '../users/tokens.ts'
import { tellOfQuestion } from './tell.ts'

const wordsSchema = momentSchema.extend({
  language: z.enum(languages),
  /** The slug of a live text; whatever else is sent is about something else. */
  about: z.string().max(200).catch(''),
  text: requiredLine(5_000),
  name: requiredLine(200),
  outlet: line(200).default(''),
  phone: line(50).default(''),
})
const askedSchema = wordsSchema.extend({ email: z.string().trim().min(1, { error: 'required' }).pipe(accountEmail) })
const calledSchema = wordsSchema
  .extend({ email: z.string().default('').transform(comparableEmail).pipe(email) })
  .refine((called) => called.email || called.phone, { path: ['phone'], error: 'called-unreachable' })

const perAddress = 5
/** So that nobody is written to by the form again and again who has never asked anything. */
const perEmail = 5
const maxAtOnce = 60
/** The most receipts in an hour; a question beyond them is kept like any other. */
const maxReceipts = 100
/** A question that comes twice within so long has been sent twice. */
const twiceWithin = 15 * 60_000

/**
 * Stores a question from the form, queues its receipt, tells whoever is on duty, and returns its id. The same question from
 * the same address within a quarter of an hour is the one that is there. Refuses when the newsroom takes none, more than
 * five from an address or to one, or sixty from all, within a quarter of an hour, and a deadline that is no moment to come.
 */
export async function askQuestion(input: unknown, from: { address: string; now: Date }): Promise<string> {
  const { date, time, which, about, ...asked } = askedSchema.parse(input)
  const { now } = from
  return write(async (tx) => {
    const settings = await tx.query.settings.findFirst({ columns: { questions: true } })
    if (!settings?.questions.isOpen) throw new Refusal('questions-closed')
    const deadline = await momentAt(tx, { date, time, which }, now)
    const known = await askedBefore(tx, asked, now)
    if (known) return known
    await countAttempt(tx, 'question', { max: maxAtOnce, now, code: 'too-many-questions' })
    const perPerson = { now, code: 'too-many-questions' }
    await countAttempt(tx, addressKey('question', from.address), { max: perAddress, ...perPerson })
    await countAttempt(tx, `question-from:${hashOf(asked.email)}`, { max: perEmail, ...perPerson })
    const question = await insertQuestion(tx, { ...asked, about, deadline, now })
    // Who asked is said by the question, for as long as it is kept. The log is kept for good.
    const actor = { guest: { name: '', from: '' } }
    await recordEvent(tx, { actor, verb: 'ask', noun: 'question', targetId: question.id, now })
    if (env.mailServer) await queueReceipt(tx, question, now)
    await tellOfQuestion(tx, question.id, now)
    return question.id
  })
}

/**
 * Stores what was asked by telephone, under the member who has written it down and answers it, and returns its id. Refuses
 * somebody who cannot be reached, and a deadline that is no moment to come.
 */
export async function enterQuestion(input: unknown, by: { actor: Actor; now: Date }): Promise<string> {
  const { date, time, which, about, ...called } = calledSchema.parse(input)
  const { actor, now } = by
  return write(async (tx) => {
    const deadline = await momentAt(tx, { date, time, which }, now)
    const held = { enteredBy: actor.id, heldBy: actor.id, heldSince: now }
    const question = await insertQuestion(tx, {
      ...called,
      ...held,
      about,
      deadline,
      now,
    })
    await recordEvent(tx, { actor, verb: 'enter', noun: 'question', targetId: question.id, now })
    return question.id
  })
}

async function askedBefore(tx: Writer, asked: { email: string; text: string }, now: Date): Promise<string | undefined> {
  const since = new Date(now.getTime() - twiceWithin)
  const [row] = await tx
    .select({ id: questions.id })
    .from(questions)
    .where(and(eq(questions.email, asked.email), eq(questions.text, asked.text), gt(questions.createdAt, since)))
    .limit(1)
  return row?.id
}

type Inserted = Pick<
  typeof questions.$inferInsert,
  'text' | 'name' | 'outlet' | 'email' | 'phone' | 'deadline' | 'enteredBy' | 'heldBy' | 'heldSince'
> & { language: Language; about: string; now: Date }

async function insertQuestion(tx: Writer, { about, now, ...asked }: Inserted) {
  const [latest] = await tx.select({ number: max(questions.number) }).from(questions)
  const number = (latest?.number ?? 0) + 1
  const releaseId = about ? await liveRelease(tx, about, asked.language, now) : null
  const [row] = await tx
    .insert(questions)
    .values({ ...asked, number, releaseId, createdAt: now })
    .returning()
  if (!row) throw new Error('the question was not written')
  return row
}

async function liveRelease(tx: Writer, slug: string, language: Language, now: Date): Promise<string | null> {
  const [row] = await tx
    .select({ id: releases.id })
    .from(releases)
    .where(and(live(now), eq(releases.language, language), eq(releases.slug, slug)))
  return row?.id ?? null
}

/** Queues the mail that says the question has come, unless there have been many within the hour. */
async function queueReceipt(tx: Writer, { id, email: recipient }: { id: string; email: string }, now: Date) {
  const sent = await countQueued(tx, 'question-receipt', new Date(now.getTime() - 3_600_000))
  if (sent < maxReceipts) await queueDelivery(tx, { kind: 'question-receipt', recipient, subjectId: id, now })
}
