/**
 * The mails about a question from the press. The receipt repeats nothing that was written in the form: it goes to an address
 * that anybody can have typed, and is not to carry a stranger's words there.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { absolute } from '#lib/env.ts'
import { excerpt } from '#lib/graphemes.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { formatPhone } from '#lib/phone.ts'
import { formatMomentInZone } from '#lib/time/format.ts'
import { whenText } from '#lib/time/phrases.ts'
import { db } from '../client.ts'
import { alias } from '../dialect.ts'
import type { Delivery } from '../schema/outbox.ts'
import { type Question, questionEntries, questions } from '../schema/questions.ts'
import { users } from '../schema/users.ts'
import { getSettings } from '../settings.ts'
import { choicesOf } from '../users/mail-choices.ts'
import { unsubscribeToken } from '../users/unsubscribe.ts'

const maxQuoted = 2_000
const holders = alias(users, 'holders')

async function said(question: Question) {
  const settings = await getSettings()
  const { language } = question
  const timeZone = settings?.timeZone ?? 'UTC'
  return {
    settings,
    newsroom: settings?.name ?? '',
    t: translator(language, 'ask'),
    // A mail has lines of its own.
    moment: (at: Date) => formatMomentInZone(at, { language, timeZone }).replaceAll('\u00a0', ' '),
    phone: settings?.pressPhone ? formatPhone(settings.pressPhone, language, timeZone) : '',
  }
}

/** Says that a question has come, and what to do when no answer does. Undefined when it has been erased. */
export async function questionReceipt(id: string): Promise<MailMessage | undefined> {
  const question = await db.query.questions.findFirst({ where: and(eq(questions.id, id), isNull(questions.erasedAt)) })
  if (!question?.email) return undefined
  const { settings, newsroom, t, moment, phone } = await said(question)
  const { number } = question
  const parts = [
    t('receipt-intro', { newsroom, number }),
    t('receipt-until', { when: moment(question.deadline) }),
    phone && t('receipt-phone', { phone }),
    t('receipt-not-you'),
    t('kept', { days: settings?.questions.keptDays ?? 90 }),
  ]
  return {
    to: question.email,
    from: newsroom,
    replyTo: settings?.pressEmail ?? '',
    subject: t('receipt-subject', { newsroom, number }),
    text: `${parts.filter(Boolean).join('\n\n')}\n`,
  }
}

/**
 * Takes an answer along, with the question under it, in the thread of the receipt. What is answered to it goes where the
 * newsroom has set. Undefined when it has been erased.
 */
export async function questionAnswer(entryId: string): Promise<MailMessage | undefined> {
  const [found] = await db
    .select({ question: questions, entry: questionEntries, author: users })
    .from(questionEntries)
    .innerJoin(questions, eq(questions.id, questionEntries.questionId))
    .innerJoin(users, eq(users.id, questionEntries.authorId))
    .where(eq(questionEntries.id, entryId))
  if (!found?.question.email) return undefined
  const { question, entry, author } = found
  const { settings, newsroom, t, moment, phone } = await said(question)
  const own = author.removedAt ? '' : author.email
  const replyTo = settings?.questions.replyTo === 'member' ? own : settings?.pressEmail || own
  const parts = [
    entry.text,
    [author.name, newsroom, phone].filter(Boolean).map(oneLine).join('\n'),
    t('answer-asked', { when: moment(question.createdAt), number: question.number }),
    quoted(excerpt(question.text, maxQuoted)),
  ]
  return {
    to: question.email,
    from: newsroom,
    replyTo,
    subject: t('answer-subject', { newsroom, number: question.number }),
    text: `${parts.join('\n\n')}\n`,
    isWritten: true,
    ...(await receiptOf(question.id)),
  }
}

async function receiptOf(id: string): Promise<{ follows?: string }> {
  const receipt = await db.query.deliveries.findFirst({
    where: (row, { and: all, eq: is }) => all(is(row.kind, 'question-receipt'), is(row.subjectId, id)),
  })
  return receipt ? { follows: receipt.id } : {}
}

/**
 * Tells a member that a question waits for them, or that somebody has taken theirs over, in their language. Undefined when
 * it no longer is so: it is closed, somebody else has taken it, or the member is gone or wants no such mail any more.
 */
export async function questionTold(delivery: Delivery, now: Date): Promise<MailMessage | undefined> {
  const { subjectId, recipient, createdAt } = delivery
  const [found] = await db
    .select({ question: questions, holder: holders.name })
    .from(questions)
    .leftJoin(holders, eq(holders.id, questions.heldBy))
    .where(and(eq(questions.id, subjectId), isNull(questions.closedAt)))
  const member = await db.query.users.findFirst({ where: and(eq(users.email, recipient), isNull(users.removedAt)) })
  if (!found || !member || choicesOf(member).questions === 'never') return undefined
  const { question, holder } = found
  const step = !question.heldBy ? 'new' : question.heldBy === member.id ? 'yours' : 'over'
  // Who was told of a new one need not hear who has taken it.
  if (step === 'over' && question.heldSince && createdAt < question.heldSince) return undefined
  const settings = await getSettings()
  const { language } = member
  const t = translator(language, 'questions')
  const nt = translator(language, 'notifications')
  const newsroom = settings?.name ?? ''
  const when = whenText(question.deadline, { language, timeZone: settings?.timeZone ?? 'UTC' }, now)
  const who = [question.name, question.outlet].map(oneLine).filter(Boolean).join(', ')
  const about = { who, when, name: oneLine(holder ?? '') }
  const unsubscribe = unsubscribeToken(member.id)
  const parts = [
    t(`told-${step}`, about),
    quoted(excerpt(question.text, maxQuoted)),
    absolute(`/studio/questions?question=${question.id}`),
    [
      '-- ',
      nt('why', { newsroom }),
      `${nt('change')} ${absolute('/studio/profile#notifications')}`,
      `${nt('end')} ${absolute(`/account/unsubscribe/${unsubscribe}`)}`,
    ].join('\n'),
  ]
  return {
    to: member.email,
    from: newsroom,
    replyTo: '',
    subject: t(`told-subject-${step}`, about),
    text: `${parts.join('\n\n')}\n`,
    unsubscribe: absolute(`/api/unsubscribe/${unsubscribe}`),
  }
}
