/**
 * The mails that take a link along: about accounts and press duty, and to those who are asked for a yes. Its secret is made when the mail
 * is, so that it is stored nowhere.
 */
import { absolute } from '#lib/env.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { momentText } from '#lib/time/phrases.ts'
import { db } from '../client.ts'
import { displayStatusOf } from '../releases/list.ts'
import { getDraft } from '../releases/revisions.ts'
import { getRelease } from '../releases.ts'
import { getSettings } from '../settings.ts'
import { issueSignOff } from '../sign-off/links.ts'
import type { AccountMailKind } from '../types.ts'
import { awaitedLink, issueAccountLink, passwordMinutes } from '../users/account-links.ts'
import { issueInvitation } from '../users/invitations.ts'
import { embargoMail, embargoNewsMail } from './embargo-mail.ts'
import { meetingMessageMail, meetingNewsMail, seatMail, signUpMail } from './meeting-mail.ts'
import { swapMail } from './swap-mail.ts'

const makers: Record<AccountMailKind, (id: string, now: Date, recipient: string) => Promise<MailMessage | undefined>> =
  {
    invitation: invitationMail,
    'password-link': passwordMail,
    'email-link': emailMail,
    'email-asked': emailAskedMail,
    'email-changed': emailChangedMail,
    'sign-off': (id, now) => signOffMail(id, now, 'sign-off'),
    'sign-off-reminder': (id, now) => signOffMail(id, now, 'sign-off-reminder'),
    embargo: embargoMail,
    'embargo-news': embargoNewsMail,
    'meeting-sign-up': signUpMail,
    'meeting-seat': seatMail,
    'meeting-news': meetingNewsMail,
    'meeting-message': meetingMessageMail,
    'duty-swap': (id, now, recipient) => swapMail(id, recipient, now),
  }

/** Returns the mail of a kind about something. Undefined when its link would open nothing, or for nobody. */
export const accountMail = (
  kind: AccountMailKind,
  { subjectId, recipient }: { subjectId: string; recipient: string },
  now: Date,
): Promise<MailMessage | undefined> => makers[kind](subjectId, now, recipient)

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

/** Tells the address a member has that another was asked for, while that can be withdrawn. */
async function emailAskedMail(id: string, now: Date, recipient: string): Promise<MailMessage | undefined> {
  const awaited = await awaitedLink(id, now)
  if (!awaited) return undefined
  const { user, email } = awaited
  const { newsroom } = await about()
  const t = translator(user.language, 'mail')
  return message(recipient, newsroom, t('email-asked-subject', { newsroom }), [
    t('email-asked-intro', { name: oneLine(user.name), newsroom, email }),
    t('email-asked-you'),
    `${t('email-asked-not-you')}\n${absolute('/studio/profile')}`,
  ])
}

/** Tells the address a member had that they sign in with another. */
async function emailChangedMail(userId: string, _now: Date, recipient: string): Promise<MailMessage | undefined> {
  const user = await db.query.users.findFirst({
    where: (users, { and, eq, isNull }) => and(eq(users.id, userId), isNull(users.removedAt)),
  })
  if (!user) return undefined
  const { newsroom } = await about()
  const t = translator(user.language, 'mail')
  return message(recipient, newsroom, t('email-changed-subject', { newsroom }), [
    t('email-changed-intro', { name: oneLine(user.name), newsroom, email: user.email }),
    t('email-changed-not-you'),
  ])
}

/** Asks somebody outside for a yes, or once more. */
async function signOffMail(
  id: string,
  now: Date,
  kind: 'sign-off' | 'sign-off-reminder',
): Promise<MailMessage | undefined> {
  const issued = await issueSignOff(id, kind, now)
  if (!issued?.row.email) return undefined
  const { row, token } = issued
  const [release, draft, asker] = await Promise.all([
    getRelease(row.releaseId),
    getDraft(row.releaseId),
    db.query.users.findFirst({ where: (users, { eq }) => eq(users.id, row.createdBy) }),
  ])
  if (!release || !draft) return undefined
  const { newsroom, timeZone } = await about()
  const { language } = release
  const t = translator(language, 'mail')
  const scope = row.personId ? 'quotes' : 'text'
  const standing = displayStatusOf(release, now)
  const said = { name: oneLine(row.name), asker: oneLine(asker?.name ?? newsroom), newsroom, scope, standing }
  return message(row.email, newsroom, t(kind === 'sign-off' ? 'sign-off-subject' : 'sign-off-again', said), [
    t('sign-off-intro', { ...said, title: oneLine(plainText(draft.draft.title)) }),
    ...(row.greeting ? [quoted(row.greeting)] : []),
    absolute(`/sign-off/${token}`),
    t('sign-off-until', { when: momentText(row.expiresAt, { language, timeZone }, now) }),
    t('sign-off-yours'),
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
