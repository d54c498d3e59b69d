/** Deletes what people have written who signed up for press meetings: a month after the meeting, and when they ask for it. */
import { and, eq, inArray, lt, or } from 'drizzle-orm'
import { signUpsKept } from '#lib/meeting/kept.ts'
import { db, type Writer, write } from '../client.ts'
import { dropDeliveriesAbout } from '../outbox/deliveries.ts'
import { meetingMessages, meetingSignUps, meetings, type SignUp } from '../schema/meetings.ts'
import { deliveries } from '../schema/outbox.ts'
import { endSignUp } from './sign-ups.ts'

const dayLength = 86_400_000

/** Deletes the sign-ups for meetings that ended a month ago, and what was written to those coming. */
export async function pruneSignUps(now: Date): Promise<void> {
  const isOld = lt(meetings.endsAt, new Date(now.getTime() - signUpsKept * dayLength))
  const held = await db
    .selectDistinct({ id: meetings.releaseId })
    .from(meetings)
    .leftJoin(meetingSignUps, eq(meetingSignUps.releaseId, meetings.releaseId))
    .leftJoin(meetingMessages, eq(meetingMessages.releaseId, meetings.releaseId))
    .where(
      and(
        isOld,
        or(eq(meetingSignUps.releaseId, meetings.releaseId), eq(meetingMessages.releaseId, meetings.releaseId)),
      ),
    )
    .limit(50)
  if (held.length === 0) return
  await write(async (tx) => {
    for (const { id } of held) await dropSignUps(tx, id)
  })
}

/** Deletes a meeting with everything about it, as part of the change that deletes its invitation. */
export async function dropMeeting(tx: Writer, releaseId: string): Promise<void> {
  await dropSignUps(tx, releaseId)
  await tx.delete(meetings).where(eq(meetings.releaseId, releaseId))
}

async function dropSignUps(tx: Writer, releaseId: string): Promise<void> {
  const gone = await tx.delete(meetingSignUps).where(eq(meetingSignUps.releaseId, releaseId)).returning()
  const written = await tx.delete(meetingMessages).where(eq(meetingMessages.releaseId, releaseId)).returning()
  await dropDeliveriesAbout(
    tx,
    [...gone, ...written].map(({ id }) => id),
  )
}

/** The predicate for the sign-ups of somebody, by the name or the e-mail address they gave. */
export const signedUpAs = (nameOrEmail: string) =>
  or(eq(meetingSignUps.name, nameOrEmail), eq(meetingSignUps.email, nameOrEmail.toLowerCase()))

/** Deletes a sign-up with the mails to whoever made it, as part of a change; the seat goes to the next. */
export async function forgetSignUp(tx: Writer, id: string, now: Date): Promise<void> {
  const signUp = await tx.query.meetingSignUps.findFirst({ where: eq(meetingSignUps.id, id) })
  if (!signUp) return
  await endSignUp(tx, signUp, now)
  await dropMails(tx, signUp)
  await tx.delete(meetingSignUps).where(eq(meetingSignUps.id, id))
}

async function dropMails(tx: Writer, { id, releaseId, email }: SignUp): Promise<void> {
  await dropDeliveriesAbout(tx, [id])
  const written = tx
    .select({ id: meetingMessages.id })
    .from(meetingMessages)
    .where(eq(meetingMessages.releaseId, releaseId))
  await tx.delete(deliveries).where(and(eq(deliveries.recipient, email), inArray(deliveries.subjectId, written)))
}
