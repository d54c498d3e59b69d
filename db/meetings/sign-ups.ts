/**
 * Lets anybody sign up for a press meeting, and cancel by a link. The link is signed, not stored: it opens nothing but the
 * one sign-up, and the page after signing up and every mail have the same.
 */
import { and, count, eq, lt, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { type Meeting, meetingWays, waysOf } from '#lib/meeting/meeting.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { alias } from '../dialect.ts'
import { recordEvent } from '../events.ts'
import { accountEmail, line, requiredLine } from '../inputs.ts'
import { live } from '../live/visible.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { type MeetingRow, meetingSignUps, meetings, type SignUp } from '../schema/meetings.ts'
import { type Release, releases, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { isSigned, signatureOf } from '../users/signatures.ts'
import { hashOf } from '../users/tokens.ts'
import { fillSeats, hasSeatLeft, isSignedUp, mailTo } from './seats.ts'

const signUpSchema = z.object({
  way: z.enum(meetingWays, { error: 'required' }),
  name: requiredLine(100),
  outlet: line(200).default(''),
  email: accountEmail,
  wishes: line(1_000).default(''),
  pressCard: line(50).default(''),
})

interface From {
  address: string
  now: Date
}

/** The most that are taken within a quarter of an hour: from one address, where a whole office may sit, and from all. */
const perAddress = 10
/** So that nobody is mailed again and again about a sign-up that is there already. */
const perEmail = 5
const maxAtOnce = 300

const signed = (id: string): string => `sign-up for a press meeting ${id}`

/** Returns the secret by which a sign-up is shown and cancelled. */
export const signUpToken = (id: string): string => `${id}-${signatureOf(signed(id))}`

/**
 * Signs somebody up for the meeting of an invitation that readers see, and returns the secret of the sign-up. Whoever comes
 * when the seats are gone is put on the waiting list. Refuses an unknown meeting, one that is cancelled or whose time to
 * sign up has passed, a way that is not offered, a missing press card where it is asked for, an address that has signed up
 * (which is mailed once more), and more than ten from an address, five for an e-mail address or three hundred from all within
 * a quarter of an hour.
 */
export async function signUp(releaseId: string, input: unknown, from: From): Promise<string> {
  const values = signUpSchema.parse(input)
  const { id, isNew } = await write(async (tx) => {
    await countAttempt(tx, 'meeting-sign-ups', { max: maxAtOnce, now: from.now })
    await countAttempt(tx, addressKey('meeting-sign-up', from.address), { max: perAddress, now: from.now })
    await countAttempt(tx, `meeting-sign-up-of:${hashOf(values.email)}`, { max: perEmail, now: from.now })
    const { row, meeting } = await requireOpen(tx, releaseId, from.now)
    if (!waysOf(meeting).includes(values.way)) throw new Refusal('way-not-offered', { field: 'way' })
    if (meeting.asksPressCard && !values.pressCard) throw new Refusal('press-card-missing', { field: 'pressCard' })
    const same = and(isSignedUp(releaseId), eq(meetingSignUps.email, values.email))
    const known = await tx.query.meetingSignUps.findFirst({ where: same })
    if (known) {
      await mailTo(tx, 'meeting-sign-up', known, from.now)
      return { id: known.id, isNew: false }
    }
    const isSeated = values.way === 'stream' || (await hasSeatLeft(tx, row))
    const [made] = await tx
      .insert(meetingSignUps)
      .values({ ...values, releaseId, createdAt: from.now, seatedAt: isSeated ? from.now : null })
      .returning()
    if (!made) throw new Error('the sign-up was not written')
    await mailTo(tx, 'meeting-sign-up', made, from.now)
    await record(tx, 'sign-up', made, from)
    return { id: made.id, isNew: true }
  })
  if (!isNew) throw new Refusal('already-signed-up', { field: 'email' })
  return signUpToken(id)
}

async function requireOpen(tx: Writer, releaseId: string, now: Date): Promise<{ row: MeetingRow; meeting: Meeting }> {
  const [found] = await tx
    .select({ row: meetings, meeting: revisions.meeting, kind: revisions.kind })
    .from(meetings)
    .innerJoin(releases, eq(releases.id, meetings.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(eq(meetings.releaseId, releaseId), live(now)))
  if (found?.kind !== 'invitation' || !found.meeting) throw new Refusal('unknown-meeting')
  if (found.row.cancelledAt) throw new Refusal('meeting-cancelled')
  if (found.row.closesAt <= now) throw new Refusal('sign-up-closed')
  return { row: found.row, meeting: found.meeting }
}

export interface OpenSignUp {
  signUp: SignUp
  /** How often the same address had signed up for it before. */
  earlier: number
  meeting: MeetingRow
  release: Release
  title: string
}

/** Returns what a secret opens. Undefined for one that is wrong, and once the sign-up has been deleted. */
export async function openSignUp(token: string): Promise<OpenSignUp | undefined> {
  const [, id, signature] = /^(.+)-([0-9a-f]{64})$/.exec(token) ?? []
  if (!id || !signature || !isSigned(signed(id), signature)) return undefined
  return getSignUp(id)
}

const others = alias(meetingSignUps, 'others')

/** Returns a sign-up with its meeting, as readers see that now or saw it last. */
export async function getSignUp(id: string): Promise<OpenSignUp | undefined> {
  const before = db
    .select({ total: count() })
    .from(others)
    .where(
      and(
        eq(others.releaseId, meetingSignUps.releaseId),
        eq(others.email, meetingSignUps.email),
        or(
          lt(others.createdAt, meetingSignUps.createdAt),
          and(eq(others.createdAt, meetingSignUps.createdAt), lt(others.id, meetingSignUps.id)),
        ),
      ),
    )
  const [found] = await db
    .select({
      signUp: meetingSignUps,
      earlier: sql<number>`(${before})`.mapWith(Number),
      meeting: meetings,
      release: releases,
      title: revisions.title,
    })
    .from(meetingSignUps)
    .innerJoin(meetings, eq(meetings.releaseId, meetingSignUps.releaseId))
    .innerJoin(releases, eq(releases.id, meetingSignUps.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(eq(meetingSignUps.id, id), notInTrash('release', releases.id)))
  return found
}

/**
 * Cancels a sign-up by its link, and gives the seat to whoever has waited longest. Doing it twice changes nothing. Refuses a
 * link that opens nothing.
 */
export async function cancelSignUp(token: string, from: From): Promise<void> {
  const opened = await openSignUp(token)
  if (!opened) throw new Refusal('link-opens-nothing')
  await write(async (tx) => {
    const done = await endSignUp(tx, opened.signUp, from.now)
    if (done) await record(tx, 'cancel-sign-up', opened.signUp, from)
  })
}

/** Takes somebody off the list as part of a change, and returns whether they were on it. */
export async function endSignUp(tx: Writer, { id, releaseId }: SignUp, now: Date): Promise<boolean> {
  const open = and(eq(meetingSignUps.id, id), isSignedUp(releaseId))
  const ended = await tx.update(meetingSignUps).set({ cancelledAt: now }).where(open).returning()
  const meeting = ended.length && (await tx.query.meetings.findFirst({ where: eq(meetings.releaseId, releaseId) }))
  if (meeting) await fillSeats(tx, meeting, now)
  return ended.length > 0
}

/** The log says that somebody did it, and not who: what they wrote is to be gone a month after the meeting. */
const record = (tx: Writer, verb: string, { id, releaseId }: SignUp, { address, now }: From) =>
  recordEvent(tx, {
    actor: { guest: { name: '', from: address } },
    verb,
    noun: 'meeting-sign-up',
    targetId: id,
    details: { release: releaseId },
    now,
  })
