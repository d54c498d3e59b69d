/**
 * Keeps the meeting of an invitation as readers see it, and tells those coming when its time or place is another. It happens
 * in the change that does it; the mail goes a minute later, when nothing can be taken back.
 */
import { isDeepStrictEqual } from 'node:util'
import { and, eq, inArray } from 'drizzle-orm'
import { meetingTimes, videoAddressOf } from '#lib/meeting/meeting.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import type { Writer } from '../client.ts'
import { type MeetingFacts, type MeetingRow, meetingSignUps, meetings } from '../schema/meetings.ts'
import { deliveries } from '../schema/outbox.ts'
import { releases, revisions } from '../schema/releases.ts'
import { fillSeats, isSignedUp, mailTo } from './seats.ts'

/**
 * Follows what a change has put before the readers: call it last in the change. A meeting that was cancelled takes place
 * again when it gets another beginning, and with more seats those who wait get them. An invitation without a time leaves
 * what was, and what is changed of a meeting that is over is told to nobody.
 */
export async function followMeeting(tx: Writer, releaseId: string, now: Date): Promise<void> {
  const shown = await shownMeeting(tx, releaseId)
  if (!shown) return
  const [before] = await tx.select().from(meetings).where(eq(meetings.releaseId, releaseId))
  if (!before) {
    await tx.insert(meetings).values({ releaseId, ...shown })
    return
  }
  const isRevived = before.cancelledAt !== null && before.startsAt.getTime() !== shown.startsAt.getTime()
  const after: MeetingRow = { ...before, ...shown, ...(isRevived && { cancelledAt: null, greeting: '' }) }
  const isOther = isRevived || !isDeepStrictEqual(factsOf(before), factsOf(after))
  const isNews = isOther && !after.cancelledAt && after.endsAt > now
  if (isNews) {
    after.sequence++
    after.former = await tellOfChange(tx, before, after, now)
  }
  await tx.update(meetings).set(after).where(eq(meetings.releaseId, releaseId))
  await fillSeats(tx, after, now)
}

async function shownMeeting(tx: Writer, releaseId: string) {
  const [row] = await tx
    .select({ kind: revisions.kind, meeting: revisions.meeting })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(eq(releases.id, releaseId))
  if (row?.kind !== 'invitation' || !row.meeting) return undefined
  const settings = await tx.query.settings.findFirst()
  const times = meetingTimes(row.meeting, settings?.timeZone ?? 'UTC')
  if (!times) return undefined
  const { place, seats } = row.meeting
  return { ...times, place: place.trim(), stream: videoAddressOf(row.meeting), seats }
}

const factsOf = ({ startsAt, endsAt, place, stream }: MeetingRow): MeetingFacts => ({
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
  place,
  stream,
})

/** Queues the news to those coming, and returns what they know. A meeting that is back where they knew it is no news. */
async function tellOfChange(
  tx: Writer,
  before: MeetingRow,
  after: MeetingRow,
  now: Date,
): Promise<MeetingFacts | null> {
  const unsent = await dropUnsentNews(tx, before.releaseId)
  const known = unsent > 0 && before.former ? before.former : factsOf(before)
  if (unsent > 0 && isDeepStrictEqual(known, factsOf(after))) return null
  await tellComing(tx, before.releaseId, new Date(now.getTime() + takeBackWithin))
  return known
}

/** Queues the mail that says how a meeting stands, to everybody who has signed up and not cancelled. */
export async function tellComing(tx: Writer, releaseId: string, at: Date): Promise<void> {
  for (const signUp of await tx.select().from(meetingSignUps).where(isSignedUp(releaseId)))
    await mailTo(tx, 'meeting-news', signUp, at)
}

/** Drops the news of a meeting that nobody is being sent yet, and returns how many mails that was. */
export async function dropUnsentNews(tx: Writer, releaseId: string): Promise<number> {
  const ids = tx.select({ id: meetingSignUps.id }).from(meetingSignUps).where(eq(meetingSignUps.releaseId, releaseId))
  const unsent = and(
    eq(deliveries.kind, 'meeting-news'),
    inArray(deliveries.subjectId, ids),
    eq(deliveries.attempts, 0),
  )
  return (await tx.delete(deliveries).where(unsent).returning({ id: deliveries.id })).length
}
