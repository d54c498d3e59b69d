/** Mails members about readers' messages on accessibility: who gets one, how many are sent, and what they say. */
import { and, eq, isNull, ne } from 'drizzle-orm'
import { absolute, env, isAddress } from '#lib/env.ts'
import { languageName } from '#lib/format.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { db, type Writer } from '../client.ts'
import { presented } from '../live/visible.ts'
import { feedback, statements } from '../schema/newsroom.ts'
import { people } from '../schema/people.ts'
import { users } from '../schema/users.ts'
import { getSettings } from '../settings.ts'
import type { AccessibilityStatement } from '../types.ts'
import { countQueued, queueDelivery } from './deliveries.ts'

/** The most mails in an hour. What readers write beyond that is kept for the studio like everything else. */
export const maxMails = 30
const maxContacts = 10

/**
 * Queues mail about a message, as part of the change that stores it. Without a mail server, or beyond the hour's limit,
 * it queues nothing.
 */
export async function queueFeedbackMail(tx: Writer, feedbackId: string, now: Date): Promise<void> {
  if (!env.mailServer) return
  const recipients = await recipientsOf(tx, now)
  const sent = await countQueued(tx, 'feedback', new Date(now.getTime() - 3_600_000))
  if (sent + recipients.length > maxMails) return
  for (const recipient of recipients) {
    await queueDelivery(tx, { kind: 'feedback', recipient, subjectId: feedbackId, now })
  }
}

/**
 * Returns the addresses that the statement promises: its own, else the press desk's. Without either those of the press
 * contacts that readers see, else the owners'.
 */
async function recipientsOf(tx: Writer, now: Date): Promise<string[]> {
  const statement = await tx.query.statements.findFirst({ where: eq(statements.kind, 'accessibility') })
  const settings = await tx.query.settings.findFirst()
  const contacts = () =>
    tx
      .select({ email: people.email })
      .from(people)
      .where(and(eq(people.pressContact, true), ne(people.email, ''), presented(now)))
      .limit(maxContacts)
  const owners = () =>
    tx
      .select({ email: users.email })
      .from(users)
      .where(and(eq(users.role, 'owner'), isNull(users.removedAt)))
      .limit(maxContacts)
  const named = (statement?.content as AccessibilityStatement | undefined)?.feedbackEmail || settings?.pressEmail
  const choices = [async () => [{ email: named ?? '' }], contacts, owners]
  for (const choice of choices) {
    const addresses = (await choice()).map(({ email }) => email.toLowerCase()).filter(isAddress)
    if (addresses.length) return [...new Set(addresses)]
  }
  return []
}

/** Returns the mail about a message, in the newsroom's first language. Undefined when the message has been deleted. */
export async function feedbackMail(feedbackId: string, to: string): Promise<MailMessage | undefined> {
  const message = await db.query.feedback.findFirst({ where: eq(feedback.id, feedbackId) })
  if (!message) return undefined
  const settings = await getSettings()
  const language = settings?.languages[0] ?? rootLanguage
  const t = translator(language, 'mail')
  const name = settings?.name ?? ''
  const facts = [
    message.page && t('page', { page: oneLine(message.page) }),
    message.name && t('name', { name: oneLine(message.name) }),
    message.email ? t('email', { email: message.email }) : t('no-email'),
    message.language !== language && t('language', { language: languageName(message.language, language) }),
  ].filter(Boolean)
  const text = [
    t('feedback-intro', { newsroom: name }),
    facts.join('\n'),
    quoted(message.text),
    t(message.email ? 'feedback-answer' : 'feedback-no-answer'),
    `${t('feedback-all')}\n${absolute('/studio/feedback')}`,
    t('feedback-kept'),
  ].join('\n\n')
  return {
    to,
    from: name,
    replyTo: message.email,
    subject: t('feedback-subject', { newsroom: name }),
    text: `${text}\n`,
  }
}
