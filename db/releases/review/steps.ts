/**
 * The steps of a review: a text is submitted, withdrawn, approved, or sent back with what is to be changed. Each names the
 * step it answers, so that of two at once one holds and the other is told.
 */
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../../client.ts'
import { type Actor, recordEvent } from '../../events.ts'
import { line, orNull, storedId } from '../../inputs.ts'
import { type Member, may } from '../../permissions.ts'
import { countAttempt } from '../../rate-limit.ts'
import type { Release } from '../../schema/releases.ts'
import type { RecordedStep } from '../../schema/reviews.ts'
import { requireDraft, requireRelease } from '../require-release.ts'
import {
  addStep,
  isApproved,
  memberNow,
  type Review,
  readReview,
  refuseMoved,
  requireMember,
  writersSince,
} from './state.ts'
import { tellOfStep, tellReminded } from './tell.ts'
import { needsTwoPairs } from './two-pairs-of-eyes.ts'

const maxNote = 1_000

const dueAt = orNull(z.coerce.date({ error: 'date' }))
const submissionSchema = z.object({ note: line(maxNote), reviewerId: orNull(storedId), dueAt })
const requestSchema = z.object({ reason: line(maxNote), dueAt })

/** Who takes a step, when, and on which: the number of the last step they have seen, 0 where there was none. */
interface By {
  actor: Actor
  baseStep: number
  now: Date
}

/**
 * Submits the text for review, to somebody or to anybody who may review it, or sends one that is under review to somebody
 * else. Refuses a stale text, a step taken meanwhile (`review-moved`), a text that is approved or out as it stands
 * (`nothing-to-review`), what contributors do not have in hand (`review-of-others`), a due date that has passed, and a
 * reviewer who may not review it: one without the role (`unknown-reviewer`), whoever submits it (`own-reviewer`), and with
 * two pairs of eyes a writer of it (`reviewer-wrote`).
 */
export async function submitForReview(
  releaseId: string,
  input: unknown,
  by: By & { baseVersion: number },
): Promise<void> {
  const { note, reviewerId, dueAt: due } = submissionSchema.parse(input)
  await write(async (tx) => {
    const release = await requireDraft(tx, releaseId, by.baseVersion)
    const actor = await requireMember(tx, by.actor)
    const review = await requireStep(tx, release, by)
    if (review.last?.step === 'submit') refuseOthers(actor, { release, review })
    if (await isApproved(tx, release, review)) throw new Refusal('nothing-to-review')
    refusePassed(due, by.now)
    if (reviewerId) await requireReviewer(tx, { reviewerId, actor, release, review })
    await take(tx, { release, review }, by, { step: 'submit', note, reviewerId, dueAt: due })
  })
}

/**
 * Approves the text as it stands. Refuses a stale text, one that is not under review, a step taken meanwhile
 * (`review-moved`), whoever may not review (`reviewers-only`), and with two pairs of eyes whoever has written in it since
 * it was last approved (`wrote-it`).
 */
export async function approveRelease(releaseId: string, by: By & { baseVersion: number }): Promise<void> {
  await write(async (tx) => {
    const { release, review, actor } = await requireUnderReview(tx, releaseId, by)
    const isWriter = (await writersSince(tx, release, review)).includes(actor.id)
    if (isWriter && (await needsTwoPairs(tx))) throw new Refusal('wrote-it')
    await take(tx, { release, review }, by, { step: 'approve' })
  })
}

/**
 * Sends the text back to its writer with what is to be changed. Refuses what `approveRelease` refuses but writers, a
 * missing reason (`changes-missing`) and a due date that has passed.
 */
export async function requestChanges(
  releaseId: string,
  input: unknown,
  by: By & { baseVersion: number },
): Promise<void> {
  const { reason, dueAt: due } = requestSchema.parse(input)
  if (!reason) throw new Refusal('changes-missing', { field: 'reason' })
  await write(async (tx) => {
    const underReview = await requireUnderReview(tx, releaseId, by)
    refusePassed(due, by.now)
    await take(tx, underReview, by, { step: 'return', note: reason, dueAt: due })
  })
}

/**
 * Takes a text back from review. Refuses one that is not under review, a step taken meanwhile (`review-moved`), and
 * contributors who neither submitted it nor are its writer (`review-of-others`).
 */
export async function withdrawFromReview(releaseId: string, by: By): Promise<void> {
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    const actor = await requireMember(tx, by.actor)
    const review = await requireStep(tx, release, by)
    if (review.last?.step !== 'submit') throw new Refusal('not-under-review')
    refuseOthers(actor, { release, review })
    await take(tx, { release, review }, by, { step: 'withdraw' })
  })
}

/** How often whoever has a text under review can be reminded of it within a quarter of an hour. */
const maxReminders = 3

/**
 * Reminds whoever is asked to review a text, or everybody who may where nobody is named. Refuses one that is not under
 * review, a step taken meanwhile (`review-moved`), contributors who neither submitted it nor are its writer
 * (`review-of-others`), and more than three reminders within a quarter of an hour (`too-many-reminders`).
 */
export async function remindReviewer(releaseId: string, by: By): Promise<void> {
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    const actor = await requireMember(tx, by.actor)
    const review = await requireStep(tx, release, by)
    if (review.last?.step !== 'submit') throw new Refusal('not-under-review')
    refuseOthers(actor, { release, review })
    const limit = { max: maxReminders, now: by.now, code: 'too-many-reminders' }
    await countAttempt(tx, `review-reminder:${releaseId}`, limit)
    await recordEvent(tx, { ...by, verb: 'remind-reviewer', noun: 'release', targetId: releaseId })
    await tellReminded(tx, release, review.last, by)
  })
}

interface UnderReview {
  release: Release
  review: Review
}

/** What has been submitted is for its submitter, its writer and editors to take back or send on. */
function refuseOthers(actor: Member, { release, review }: UnderReview): void {
  if (review.last?.actorId !== actor.id && !may(actor, 'manage-text', release)) throw new Refusal('review-of-others')
}

async function requireUnderReview(tx: Writer, releaseId: string, by: By & { baseVersion: number }) {
  const release = await requireRelease(tx, releaseId)
  const actor = await requireMember(tx, by.actor)
  if (!may(actor, 'review')) throw new Refusal('reviewers-only')
  // What somebody else has decided is told before what somebody else has written.
  const review = await requireStep(tx, release, by)
  await requireDraft(tx, releaseId, by.baseVersion)
  if (review.last?.step !== 'submit') throw new Refusal('not-under-review')
  return { release, review, actor }
}

/** Returns the review. Refuses with what somebody has done about it since `baseStep`, and who. */
async function requireStep(tx: Writer, release: Release, { baseStep }: By): Promise<Review> {
  const review = await readReview(tx, release)
  await refuseMoved(tx, review, baseStep)
  return review
}

async function requireReviewer(
  tx: Writer,
  { reviewerId, actor, release, review }: { reviewerId: string; actor: Member; release: Release; review: Review },
): Promise<void> {
  const field = 'reviewerId'
  if (reviewerId === actor.id) throw new Refusal('own-reviewer', { field })
  const reviewer = await memberNow(tx, reviewerId)
  if (!reviewer || !may(reviewer, 'review')) throw new Refusal('unknown-reviewer', { field })
  if (!(await needsTwoPairs(tx))) return
  if ((await writersSince(tx, release, review)).includes(reviewerId))
    throw new Refusal('reviewer-wrote', { field, details: { name: reviewer.name } })
}

function refusePassed(due: Date | null, now: Date): void {
  if (due && due <= now) throw new Refusal('time-passed', { field: 'dueAt' })
}

const verbs = {
  submit: { verb: 'submit-for-review' },
  approve: { verb: 'approve' },
  return: { verb: 'request-changes' },
  withdraw: { verb: 'withdraw-from-review' },
} as const

interface Taken extends Partial<Pick<RecordedStep, 'note' | 'reviewerId' | 'dueAt'>> {
  step: keyof typeof verbs
}

/** Takes a step, records it and tells of it. */
async function take(tx: Writer, { release, review }: UnderReview, by: By, taken: Taken): Promise<void> {
  const { step, note, reviewerId, dueAt: due } = taken
  await addStep(tx, release, review, { ...taken, actorId: by.actor.id, at: by.now })
  await recordEvent(tx, {
    actor: by.actor,
    ...verbs[step],
    noun: 'release',
    targetId: release.id,
    details: {
      revision: release.draftRevisionId ?? '',
      ...(note && { reason: note }),
      ...(reviewerId && { reviewer: reviewerId }),
      ...(due && { due: due.toISOString() }),
    },
    now: by.now,
  })
  await tellOfStep(tx, { release, review }, taken, by)
}
