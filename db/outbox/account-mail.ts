/** The mails that take a secret link along. The secret is made when the mail is, so that it is stored nowhere. */
import { absolute } from '#lib/env.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine } from '#lib/outbound/mail.ts'
import { momentText } from '#lib/time/phrases.ts'
import { db } from '../client.ts'
import { getSettings } from '../settings.ts'
import type { AccountMailKind } from '../types.ts'
import { issueAccountLink, passwordMinutes } from '../users/account-links.ts'
import { issueInvitation } from '../users/invitations.ts'

/** Returns the mail of a kind about something. Undefined when its link would open nothing, or for nobody. */
export const accountMail = (kind: AccountMailKind, subjectId: string, now: Date): Promise<MailMessage | undefined> =>
  ({ invitation: invitationMail, 'password-link': passwordMail, 'email-link': emailMail })[kind](subjectId, now)

async function invitationMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const issued = await issueInvitation(id, now)
  if (!issued?.row.email) return undefined
  const { row, token } = issued
  const { email } = issued.row
  const { newsroom, timeZone } = await about()
  const inviter = await db.query.users.findFirst({ where: (users, { eq }) => eq(users.id, row.createdBy) })
  const t = translator(row.language, 'mail')
  return message(email, newsroom, t('invitation-subject', { newsroom }), [
    t('invitation-intro', { name: oneLine(inviter?.name ?? newsroom), newsroom }),
    absolute(`/account/invitation/${token}`),
    t('invitation-until', { when: momentText(row.expiresAt, { language: row.language, timeZone }, now) }),
    t('invitation-not-you'),
  ])
}

async function passwordMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const issued = await issueAccountLink(id, now)
  if (!issued) return undefined
  const { user, token } = issued
  const { newsroom } = await about()
  const t = translator(user.language, 'mail')
  return message(user.email, newsroom, t('password-subject', { newsroom }), [
    t('password-intro', { newsroom }),
    absolute(`/account/password/${token}`),
    t('password-until', { minutes: passwordMinutes }),
    t('password-not-you'),
  ])
}

async function emailMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const issued = await issueAccountLink(id, now)
  if (!issued?.email) return undefined
  const { user, token, email } = issued
  const { newsroom } = await about()
  const t = translator(user.language, 'mail')
  return message(email, newsroom, t('email-subject', { newsroom }), [
    t('email-intro', { name: oneLine(user.name), newsroom }),
    absolute(`/account/email/${token}`),
    t('email-until'),
    t('email-not-you'),
  ])
}

async function about(): Promise<{ newsroom: string; timeZone: string }> {
  const settings = await getSettings()
  return { newsroom: settings?.name ?? '', timeZone: settings?.timeZone ?? 'UTC' }
}

const message = (to: string, from: string, subject: string, parts: string[]): MailMessage => ({
  to,
  from,
  replyTo: '',
  subject,
  text: `${parts.join('\n\n')}\n`,
})
