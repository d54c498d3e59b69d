/**
 * Erases what was written in questions from the press: by the clock once they have been closed for as long as the newsroom
 * has promised, by a member before that, and where somebody is to be forgotten. That there was a question stays.
 */
import { and, asc, eq, inArray, isNull, lt, or } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader, type Writer, write } from '../client.ts'
import { type AnyActor, recordEvent } from '../events.ts'
import { comparableEmail } from '../inputs.ts'
import { dropDeliveriesAbout } from '../outbox/deliveries.ts'
import { type Member, may } from '../permissions.ts'
import { questionEntries, questions } from '../schema/questions.ts'

const atOnce = 200
const day = 86_400_000

/** Erases the questions that have been closed for longer than they are kept, some at a time. */
export async function eraseOldQuestions(now: Date): Promise<void> {
  const settings = await db.query.settings.findFirst({ columns: { questions: true } })
  if (!settings) return
  const before = new Date(now.getTime() - settings.questions.keptDays * day)
  const old = await db
    .select({ id: questions.id })
    .from(questions)
    .where(and(isNull(questions.erasedAt), lt(questions.closedAt, before)))
    .orderBy(asc(questions.closedAt))
    .limit(atOnce)
  if (old.length === 0) return
  await write(async (tx) => {
    for (const { id } of old) await eraseQuestion(tx, id, { actor: null, now })
  })
}

/**
 * Erases one question now, and closes it where it is open: spam, or on the wish of whoever asked. Refuses an unknown one, one
 * that has been erased, and contributors.
 */
export async function eraseQuestionNow(id: string, by: { actor: Member; now: Date }): Promise<void> {
  if (!may(by.actor, 'keep-questions')) throw new Refusal('question-of-others')
  await write(async (tx) => {
    const question = await tx.query.questions.findFirst({ where: eq(questions.id, id) })
    if (!question) throw new Refusal('unknown-question')
    if (question.erasedAt) throw new Refusal('question-erased')
    await eraseQuestion(tx, id, by)
  })
}

/** Blanks everything that was written in a question, and its mail, inside a change under way. */
export async function eraseQuestion(tx: Writer, id: string, by: { actor: AnyActor; now: Date }): Promise<void> {
  const { now } = by
  const entries = await tx
    .delete(questionEntries)
    .where(eq(questionEntries.questionId, id))
    .returning({ id: questionEntries.id })
  await dropDeliveriesAbout(tx, [id, ...entries.map((entry) => entry.id)])
  const blank = { text: '', name: '', outlet: '', email: '', phone: '', closingReason: '' }
  await tx
    .update(questions)
    .set({ ...blank, erasedAt: now })
    .where(eq(questions.id, id))
  const open = and(eq(questions.id, id), isNull(questions.closedAt))
  await tx.update(questions).set({ closedAt: now, closing: 'unanswered' }).where(open)
  await recordEvent(tx, { ...by, verb: 'erase', noun: 'question', targetId: id })
}

/** Returns the questions of whoever has a name or an e-mail address, and the one that has an id. */
export async function questionsOf(nameEmailOrId: string, from: Reader = db): Promise<string[]> {
  const email = comparableEmail(nameEmailOrId)
  const isTheirs = or(
    eq(questions.id, nameEmailOrId),
    eq(questions.name, nameEmailOrId),
    email ? eq(questions.email, email) : undefined,
  )
  const rows = await from
    .select({ id: questions.id })
    .from(questions)
    .where(and(isTheirs, isNull(questions.erasedAt)))
  return rows.map(({ id }) => id)
}

/** Returns the e-mail addresses that some questions came from. */
export async function emailsOf(tx: Reader, ids: string[]): Promise<string[]> {
  const rows = await tx.select({ email: questions.email }).from(questions).where(inArray(questions.id, ids))
  return [...new Set(rows.map(({ email }) => email).filter(Boolean))]
}
