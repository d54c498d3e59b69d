/** Gives out the seats of a press meeting: who has one, and who is next when one is free. */
import { and, asc, count, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { prepared, type Writer } from '../client.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { type MeetingRow, meetingSignUps, meetings, type SignUp } from '../schema/meetings.ts'

/** The predicate for those who have signed up for a meeting and not cancelled, with a seat or without. */
export const isSignedUp = (releaseId: string) =>
  and(eq(meetingSignUps.releaseId, releaseId), isNull(meetingSignUps.cancelledAt))

const signUpsQuery = prepared((reader) => {
  const { releaseId, cancelledAt, seatedAt, way } = meetingSignUps
  const among = (which: SQL | undefined) => sql<number>`count(case when ${which} then 1 end)`.mapWith(Number)
  return reader
    .select({
      total: among(and(isNotNull(meetingSignUps.id), isNull(cancelledAt))),
      seated: among(and(eq(way, 'place'), isNotNull(seatedAt), isNull(cancelledAt))),
    })
    .from(meetings)
    .leftJoin(meetingSignUps, eq(releaseId, meetings.releaseId))
    .where(eq(meetings.releaseId, sql.placeholder('releaseId')))
    .groupBy(meetings.releaseId)
    .prepare()
})

/** Returns how many have signed up for a meeting, and how many of them have a seat; null while nobody can have. */
export const countSignUps = async (releaseId: string): Promise<{ total: number; seated: number } | null> =>
  (await signUpsQuery().execute({ releaseId }))[0] ?? null

/** Whether there is a seat left at the place. */
export async function hasSeatLeft(tx: Writer, { releaseId, seats }: MeetingRow): Promise<boolean> {
  if (seats === null) return true
  const taken = and(isSignedUp(releaseId), eq(meetingSignUps.way, 'place'), isNotNull(meetingSignUps.seatedAt))
  const [row] = await tx.select({ total: count() }).from(meetingSignUps).where(taken)
  return (row?.total ?? 0) < seats
}

/**
 * Gives the seats that are free to those who have waited longest, and mails them. Nobody is given one in a meeting that is
 * cancelled or has begun.
 */
export async function fillSeats(tx: Writer, meeting: MeetingRow, now: Date): Promise<void> {
  if (meeting.cancelledAt || meeting.startsAt <= now) return
  while (await hasSeatLeft(tx, meeting)) {
    const [next] = await tx
      .select()
      .from(meetingSignUps)
      .where(and(isSignedUp(meeting.releaseId), isNull(meetingSignUps.seatedAt)))
      .orderBy(asc(meetingSignUps.createdAt), asc(meetingSignUps.id))
      .limit(1)
    if (!next) return
    await tx.update(meetingSignUps).set({ seatedAt: now }).where(eq(meetingSignUps.id, next.id))
    await mailTo(tx, 'meeting-seat', next, now)
  }
}

/** Queues a mail to somebody who has signed up, where mail can be sent. */
export async function mailTo(
  tx: Writer,
  kind: 'meeting-sign-up' | 'meeting-seat' | 'meeting-news',
  { id: subjectId, email: recipient }: SignUp,
  now: Date,
): Promise<void> {
  if (env.mailServer) await queueDelivery(tx, { kind, recipient, subjectId, now }, { again: true })
}
