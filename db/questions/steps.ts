/** The steps in answering a question from the press: taken, handed over, noted, answered, closed and opened again. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { wallTimeOf } from '#lib/time/zone.ts'
import { type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { requiredLine, storedId } from '../inputs.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { requireMail } from '../outbox/require-mail.ts'
import { type Member, may } from '../permissions.ts'
import { type Question, questionEntries, questions } from '../schema/questions.ts'
import { type User, users } from '../schema/users.ts'
import { questionClosings } from '../types.ts'
import { membersOnDuty, tellMembers } from './tell.ts'

type By = { actor: Member; now: Date }

/**
 * Takes a question, so that the member answers it. Refuses one that somebody else has taken, and says who and when, one that
 * is closed, and a contributor who is not on press duty.
 */
export async function takeQuestion(id: string, by: By): Promise<void> {
  await change(id, 'take-on', by, async (tx, question) => {
    requireOpen(question)
    await requireFree(tx, question, by.actor)
    await requireAnswering(tx, by)
    return question.heldBy === by.actor.id ? undefined : { heldBy: by.actor.id, heldSince: by.now }
  })
}

/**
 * Hands a question to a member, who is told. Refuses a closed one, a member who is unknown, and whoever neither has the
 * question nor is an editor; somebody on press duty may take over themselves what is past its deadline.
 */
export async function handOverQuestion(id: string, input: unknown, by: By): Promise<void> {
  const to = storedId.min(1, { error: 'required' }).parse(input)
  await change(id, 'hand-over', by, async (tx, question) => {
    requireOpen(question)
    const takesOver = to === by.actor.id && question.deadline <= by.now && (await isOnDuty(tx, by))
    if (!takesOver && !may(by.actor, 'hand-over-question', question)) throw new Refusal('question-of-others')
    const member = await memberOf(tx, to)
    if (!member || member.removedAt) throw new Refusal('unknown-user', { field: 'to' })
    if (question.heldBy === to) return undefined
    const former = question.heldBy === null ? undefined : await memberOf(tx, question.heldBy)
    const told = [member, former].filter((one) => one !== undefined && one.id !== by.actor.id && !one.removedAt)
    await tellMembers(tx, id, told as User[], by.now)
    return { heldBy: to, heldSince: by.now }
  })
}

const answerSchema = z.object({ answer: requiredLine(10_000), closes: z.enum(['', 'yes']).default('') })

/**
 * Sends an answer by mail to whoever asked, keeps it in the thread, and closes the question where that is asked for. Whoever
 * answers what nobody has taken takes it. Refuses what somebody else has taken, a closed question, one without an address,
 * and an answer when there is no mail server.
 */
export async function answerQuestion(id: string, input: unknown, by: By): Promise<void> {
  const { answer: text, closes } = answerSchema.parse(input)
  await change(id, 'reply', by, async (tx, question) => {
    requireOpen(question)
    requireMail(question.email)
    await requireFree(tx, question, by.actor)
    await requireAnswering(tx, by, question)
    const entry = await addEntry(tx, question, { kind: 'answer', text }, by)
    const { email: recipient } = question
    await queueDelivery(tx, { kind: 'question-answer', recipient, subjectId: entry, now: by.now })
    return { ...heldFrom(question, by), ...(closes && closedNow('answered', by)) }
  })
}

const noteSchema = z.object({ note: requiredLine(5_000) })

/** Writes a note that only the newsroom reads. Refuses what has been erased. */
export async function noteInQuestion(id: string, input: unknown, by: By): Promise<void> {
  const { note: text } = noteSchema.parse(input)
  await change(id, 'note', by, async (tx, question) => {
    await addEntry(tx, question, { kind: 'note', text }, by)
    return undefined
  })
}

const closingSchema = z
  .object({
    closing: z.enum(questionClosings),
    reason: z.string().trim().max(1_000, { error: 'too-long' }).default(''),
  })
  .refine(({ closing, reason }) => closing !== 'unanswered' || reason, { path: ['reason'], error: 'required' })

/**
 * Closes a question: as answered, after a call, or without an answer for a reason that is written down. Refuses to call
 * answered what has no answer, what somebody else has taken, and what is closed.
 */
export async function closeQuestion(id: string, input: unknown, by: By): Promise<void> {
  const { closing, reason } = closingSchema.parse(input)
  await change(id, 'close', by, async (tx, question) => {
    requireOpen(question)
    await requireFree(tx, question, by.actor)
    await requireAnswering(tx, by, question)
    if (closing === 'answered' && !(await hasAnswer(tx, id))) throw new Refusal('question-unanswered')
    return { ...heldFrom(question, by), ...closedNow(closing, by), closingReason: reason }
  })
}

/** Opens a closed question again, for whoever had it. Refuses one that is open, and one that has been erased. */
export async function reopenQuestion(id: string, by: By): Promise<void> {
  await change(id, 'reopen', by, async (_tx, question) => {
    if (!question.closedAt) throw new Refusal('question-open')
    if (!may(by.actor, 'hand-over-question', question)) throw new Refusal('question-of-others')
    return { closedAt: null, closedBy: null, closing: null, closingReason: '' }
  })
}

/** Lets go of the questions of somebody who is removed, as part of that change: they wait for anybody again. */
export async function letGoOfQuestions(tx: Writer, member: Pick<User, 'id'>): Promise<void> {
  const held = and(eq(questions.heldBy, member.id), isNull(questions.closedAt))
  await tx.update(questions).set({ heldBy: null, heldSince: null }).where(held)
}

type Verb = 'take-on' | 'hand-over' | 'reply' | 'note' | 'close' | 'reopen'

/** Runs a step on a question as one change. Nothing is recorded of a step that changes nothing, but for what was written. */
async function change(
  id: string,
  verb: Verb,
  by: By,
  step: (tx: Writer, question: Question) => Promise<Partial<Question> | undefined>,
): Promise<void> {
  await write(async (tx) => {
    const question = await tx.query.questions.findFirst({ where: eq(questions.id, id) })
    if (!question) throw new Refusal('unknown-question')
    if (question.erasedAt) throw new Refusal('question-erased')
    const before = await fieldsOf(tx, 'question', id)
    const changed = await step(tx, question)
    if (!changed && verb !== 'note') return
    if (changed && Object.keys(changed).length) await tx.update(questions).set(changed).where(eq(questions.id, id))
    await recordEvent(tx, { actor: by.actor, verb, noun: 'question', targetId: id, before, now: by.now })
  })
}

const heldFrom = ({ heldBy }: Question, { actor, now }: By) => (heldBy ? {} : { heldBy: actor.id, heldSince: now })
const closedNow = (closing: Question['closing'], { actor, now }: By) => ({ closing, closedAt: now, closedBy: actor.id })

function requireOpen({ closedAt }: Question): void {
  if (closedAt) throw new Refusal('question-closed')
}

/** Refuses what somebody else has taken, and says who. */
async function requireFree(tx: Writer, { heldBy, heldSince }: Question, actor: Member): Promise<void> {
  if (!heldBy || heldBy === actor.id) return
  const name = (await memberOf(tx, heldBy))?.name ?? ''
  const settings = await tx.query.settings.findFirst({ columns: { timeZone: true } })
  const since = heldSince && wallTimeOf(heldSince, settings?.timeZone ?? 'UTC')
  throw new Refusal('question-taken', { details: { name, date: since?.date ?? '', time: since?.time ?? '' } })
}

/** Refuses whoever neither has the question nor may take one. */
async function requireAnswering(tx: Writer, by: By, question?: Question): Promise<void> {
  if (question?.heldBy === by.actor.id) return
  if (!may(by.actor, 'take-question', { isOnDuty: await isOnDuty(tx, by) })) throw new Refusal('question-not-on-duty')
}

const isOnDuty = async (tx: Writer, { actor, now }: By): Promise<boolean> =>
  (await membersOnDuty(tx, now)).some(({ id }) => id === actor.id)

const memberOf = (tx: Writer, id: string) => tx.query.users.findFirst({ where: eq(users.id, id) })

async function hasAnswer(tx: Writer, questionId: string): Promise<boolean> {
  const entries = await tx.query.questionEntries.findMany({ where: eq(questionEntries.questionId, questionId) })
  return entries.some(({ kind }) => kind === 'answer')
}

async function addEntry(
  tx: Writer,
  { id: questionId }: Question,
  entry: { kind: 'answer' | 'note'; text: string },
  { actor, now }: By,
): Promise<string> {
  const [row] = await tx
    .insert(questionEntries)
    .values({ ...entry, questionId, authorId: actor.id, createdAt: now })
    .returning({ id: questionEntries.id })
  if (!row) throw new Error('the entry was not written')
  return row.id
}
