/**
 * What whoever holds a press meeting does: sees who comes, writes to them, takes somebody off the list and cancels the
 * meeting. Only those may who may change the invitation in the list: names and addresses are nobody else's matter.
 */
import { and, asc, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { line, requiredLine } from '../inputs.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { type Member, may } from '../permissions.ts'
import { countAttempt } from '../rate-limit.ts'
import { requireRelease } from '../releases/require-release.ts'
import { statusOf } from '../releases.ts'
import { type MeetingRow, meetingMessages, meetingSignUps, meetings, type SignUp } from '../schema/meetings.ts'
import { type Release, releases, revisions } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { dropUnsentNews, tellComing } from './follow.ts'
import { isSignedUp, mailTo } from './seats.ts'
import { endSignUp } from './sign-ups.ts'

interface By {
  actor: Member
  now: Date
}

export interface HostedMeeting {
  release: Release
  title: string
  meeting: MeetingRow
  /** Whether readers see the invitation. */
  isOut: boolean
  /** In the order they signed up, those who have cancelled too. */
  signUps: SignUp[]
  /** What has been written to those coming, the latest first. */
  messages: { id: string; text: string; createdAt: Date; by: string }[]
}

/** The most mails to all who come within a quarter of an hour. */
const maxMessages = 5

/**
 * Returns a meeting with everybody who has signed up; undefined where the invitation has never been out. Refuses whoever may
 * not change the invitation (`meeting-not-yours`).
 */
export async function getHostedMeeting(releaseId: string, by: By): Promise<HostedMeeting | undefined> {
  const [found] = await db
    .select({ release: releases, meeting: meetings, title: revisions.title })
    .from(meetings)
    .innerJoin(releases, eq(releases.id, meetings.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(eq(meetings.releaseId, releaseId))
  if (!found) return undefined
  requireHost(found.release, by)
  const [signUps, messages] = await Promise.all([
    db
      .select()
      .from(meetingSignUps)
      .where(eq(meetingSignUps.releaseId, releaseId))
      .orderBy(asc(meetingSignUps.createdAt), asc(meetingSignUps.id)),
    db
      .select({
        ...{ id: meetingMessages.id, text: meetingMessages.text, createdAt: meetingMessages.createdAt },
        by: users.name,
      })
      .from(meetingMessages)
      .innerJoin(users, eq(users.id, meetingMessages.createdBy))
      .where(eq(meetingMessages.releaseId, releaseId))
      .orderBy(desc(meetingMessages.createdAt)),
  ])
  return { ...found, isOut: statusOf(found.release, by.now) === 'live', signUps, messages }
}

/** Takes somebody off the list, tells them by mail and gives the seat to the next. Refuses an unknown sign-up. */
export async function removeSignUp(releaseId: string, id: string, by: By): Promise<void> {
  await write(async (tx) => {
    await requireMeeting(tx, releaseId, by)
    const own = and(eq(meetingSignUps.id, id), eq(meetingSignUps.releaseId, releaseId))
    const signUp = await tx.query.meetingSignUps.findFirst({ where: own })
    if (!signUp) throw new Refusal('unknown-sign-up')
    if (!(await endSignUp(tx, signUp, by.now))) return
    await mailTo(tx, 'meeting-news', signUp, by.now)
    const details = { release: releaseId }
    await recordEvent(tx, { ...by, verb: 'cancel-sign-up', noun: 'meeting-sign-up', targetId: id, details })
  })
}

const meetingMessageSchema = z.object({ text: requiredLine(5_000) })

/**
 * Mails all who come, and those who wait, and returns how many that is. Refuses an empty mail, one to nobody
 * (`nobody-signed-up`), one without a mail server, and more than five within a quarter of an hour.
 */
export async function writeToComing(releaseId: string, input: unknown, by: By): Promise<number> {
  const { text } = meetingMessageSchema.parse(input)
  if (!env.mailServer) throw new Refusal('no-mail-server')
  return write(async (tx) => {
    await requireMeeting(tx, releaseId, by)
    await countAttempt(tx, `meeting-mail:${releaseId}`, { max: maxMessages, now: by.now })
    const coming = await tx.select().from(meetingSignUps).where(isSignedUp(releaseId))
    if (coming.length === 0) throw new Refusal('nobody-signed-up')
    const [message] = await tx
      .insert(meetingMessages)
      .values({ releaseId, text, createdAt: by.now, createdBy: by.actor.id })
      .returning()
    if (!message) throw new Error('the message was not written')
    for (const { email: recipient } of coming)
      await queueDelivery(tx, { kind: 'meeting-message', recipient, subjectId: message.id, now: by.now })
    await recordEvent(tx, { ...by, verb: 'mail-coming', noun: 'meeting', targetId: releaseId })
    return coming.length
  })
}

const meetingCancellationSchema = z.object({ greeting: line(1_000).default('') })

/**
 * Cancels a meeting: nobody can sign up, readers see that it is cancelled, and everybody who has signed up is told at once.
 * Refuses one that is over (`meeting-over`); doing it twice changes nothing.
 */
export async function cancelMeeting(releaseId: string, input: unknown, by: By): Promise<void> {
  const { greeting } = meetingCancellationSchema.parse(input)
  await write(async (tx) => {
    const meeting = await requireMeeting(tx, releaseId, by)
    if (meeting.cancelledAt) return
    if (meeting.endsAt <= by.now) throw new Refusal('meeting-over')
    await tx
      .update(meetings)
      .set({ cancelledAt: by.now, greeting, sequence: meeting.sequence + 1 })
      .where(eq(meetings.releaseId, releaseId))
    await dropUnsentNews(tx, releaseId)
    await tellComing(tx, releaseId, by.now)
    await recordEvent(tx, { ...by, verb: 'cancel-meeting', noun: 'meeting', targetId: releaseId })
  })
}

async function requireMeeting(tx: Writer, releaseId: string, by: By): Promise<MeetingRow> {
  requireHost(await requireRelease(tx, releaseId), by)
  const meeting = await tx.query.meetings.findFirst({ where: eq(meetings.releaseId, releaseId) })
  if (!meeting) throw new Refusal('unknown-meeting')
  return meeting
}

function requireHost(release: Release, by: By): void {
  if (!may(by.actor, 'host-meeting', release)) throw new Refusal('meeting-not-yours')
}
