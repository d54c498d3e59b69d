/**
 * The mails to those who have signed up for a press meeting. Each says how it stands when it is sent, and takes along the
 * link by which a sign-up is seen and cancelled.
 */
import { and, eq } from 'drizzle-orm'
import { absolute } from '#lib/env.ts'
import { invitationFile, invitationMethod } from '#lib/formats/icalendar.ts'
import { plainText } from '#lib/hyphenate.ts'
import { translator } from '#lib/messages.ts'
import { type MailMessage, oneLine, quoted } from '#lib/outbound/mail.ts'
import { formatSpan } from '#lib/time/format.ts'
import { pathTo } from '#lib/urls.ts'
import { db } from '../client.ts'
import { invitationFor } from '../meetings/invitation.ts'
import { isSignedUp } from '../meetings/seats.ts'
import { getSignUp, type OpenSignUp, signUpToken } from '../meetings/sign-ups.ts'
import { meetingMessages, meetingSignUps } from '../schema/meetings.ts'
import { getSettings } from '../settings.ts'

/** Says that somebody has signed up, or stands on the waiting list. Undefined for whoever has cancelled since. */
export async function signUpMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const opened = await getSignUp(id)
  if (!opened || opened.signUp.cancelledAt || opened.meeting.cancelledAt) return undefined
  const { t, facts, mail } = await about(opened, now)
  if (!opened.signUp.seatedAt)
    return mail(t('waiting-subject', { title: opened.title }), [t('waiting-mail'), facts()], { isInvited: false })
  return mail(t('mail-subject', { title: opened.title }), [t('mail-intro'), facts()])
}

/** Says that there is a seat now. Undefined for whoever has cancelled since. */
export async function seatMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const opened = await getSignUp(id)
  if (!opened?.signUp.seatedAt || opened.signUp.cancelledAt || opened.meeting.cancelledAt) return undefined
  const { t, facts, mail } = await about(opened, now)
  return mail(t('seat-subject', { title: opened.title }), [t('seat-mail'), facts()])
}

/** Says that the time or the place is another, that the meeting is cancelled, or that somebody is off the list. */
export async function meetingNewsMail(id: string, now: Date): Promise<MailMessage | undefined> {
  const opened = await getSignUp(id)
  if (!opened) return undefined
  const { signUp, meeting, title } = opened
  const { t, facts, when, mail } = await about(opened, now)
  // Whoever waited has nothing in their calendar.
  const isInvited = signUp.seatedAt !== null
  if (signUp.cancelledAt) return mail(t('removed-subject', { title }), [t('removed-mail')], { isInvited })
  const greeting = meeting.greeting ? [quoted(meeting.greeting)] : []
  if (meeting.cancelledAt)
    return mail(t('cancelled-subject', { title }), [t('cancelled-mail', { when: when(meeting) }), ...greeting], {
      isInvited,
    })
  if (!meeting.former) return undefined
  const { startsAt, endsAt, place } = meeting.former
  const former = [when({ startsAt: new Date(startsAt), endsAt: new Date(endsAt) }), place].filter(Boolean).join(', ')
  return mail(t('changed-subject', { title }), [t('changed-mail'), facts(), t('formerly', { what: former })], {
    isInvited,
  })
}

/** What the newsroom has written to all who come. Undefined for whoever has cancelled since. */
export async function meetingMessageMail(
  messageId: string,
  now: Date,
  recipient: string,
): Promise<MailMessage | undefined> {
  const message = await db.query.meetingMessages.findFirst({ where: eq(meetingMessages.id, messageId) })
  const own = message && and(isSignedUp(message.releaseId), eq(meetingSignUps.email, recipient))
  const signUp = own && (await db.query.meetingSignUps.findFirst({ where: own }))
  const opened = signUp && (await getSignUp(signUp.id))
  if (!opened) return undefined
  const { t, when, mail } = await about(opened, now)
  const intro = t('message-intro', { title: plainText(opened.title), when: when(opened.meeting) })
  return mail(t('message-subject', { title: opened.title }), [message.text, intro], { isInvited: false })
}

async function about(opened: OpenSignUp, now: Date) {
  const { signUp, meeting, release } = opened
  const settings = await getSettings()
  const { language } = release
  const clock = { language, timeZone: settings?.timeZone ?? 'UTC' }
  const newsroom = settings?.name ?? ''
  const t = translator(language, 'meeting')
  const when = (times: { startsAt: Date; endsAt: Date }) =>
    formatSpan(times.startsAt, times.endsAt, clock).replaceAll('\u00a0', ' ')
  const facts = () =>
    [
      `${t('when')}: ${when(meeting)}`,
      meeting.place && `${t('where')}: ${oneLine(meeting.place)}`,
      signUp.seatedAt && meeting.stream && `${t('video')}: ${meeting.stream}`,
    ]
      .filter(Boolean)
      .join('\n')
  const link = absolute(`/meeting/${signUpToken(signUp.id)}`)
  const mail = (subject: string, parts: string[], { isInvited = true } = {}): MailMessage => {
    const invitation = invitationFor(opened, { newsroom, pressEmail: settings?.pressEmail ?? '' })
    return {
      to: signUp.email,
      from: newsroom,
      replyTo: settings?.pressEmail ?? '',
      subject: plainText(subject),
      text: `${[
        t('mail-hello', { name: oneLine(signUp.name) }),
        ...parts,
        absolute(pathTo(language, 'news', release.slug ?? '')),
        ...(signUp.cancelledAt || meeting.cancelledAt ? [] : [`${t('mail-link')}\n${link}`]),
        newsroom,
      ].join('\n\n')}\n`,
      ...(isInvited && {
        calendar: { method: invitationMethod(invitation), text: invitationFile(invitation, now) },
      }),
    }
  }
  return { t, facts, when, mail }
}
