/**
 * Tells how the review of a text stands: the last step, what was approved last, and who has written since. Nothing of it
 * is stored twice: a text is approved while its words are those of the version that was.
 */
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import type { Reader, Writer } from '../../client.ts'
import { type Release, revisions, type SourceAuthor } from '../../schema/releases.ts'
import { type RecordedStep, reviewSteps } from '../../schema/reviews.ts'
import { users } from '../../schema/users.ts'
import type { ReviewStep } from '../../types.ts'
import { readDraft } from '../drafts.ts'
import { approvals, isVoid, publications } from './own-words.ts'

/** A step, with whether it approves nothing now. */
export type CountedStep = RecordedStep & { isVoid: boolean }

export interface Review {
  /** Every step, in order. */
  steps: CountedStep[]
  last: CountedStep | undefined
  /** The step that approved the text last: a reviewer's, or that of somebody else than its writers publishing it. */
  approval: CountedStep | undefined
  /** The version that was approved last, or that was out before there were reviews. */
  approvedId: string | null
}

/** Where a text stands in its review: under review, sent back, approved, or altered since it was approved. */
export type ReviewStanding = 'review' | 'returned' | 'approved' | 'altered'

/**
 * Returns where a text stands after its last step; null for one that nobody has submitted, once it has gone out, and where
 * nobody but its writers has approved it.
 */
export function standingOf(
  last: { step: ReviewStep; isVoid: boolean } | undefined,
  isApprovedNow: boolean,
): ReviewStanding | null {
  if (last?.step === 'submit') return 'review'
  if (last?.step === 'return') return 'returned'
  if (last?.step !== 'approve' || last.isVoid) return null
  return isApprovedNow ? 'approved' : 'altered'
}

/** Returns the review of a release. */
export async function readReview(from: Reader, { id, liveRevisionId }: Release): Promise<Review> {
  const rows = await from
    .select({ step: reviewSteps, isVoid: sql<unknown>`${isVoid(reviewSteps)}` })
    .from(reviewSteps)
    .where(eq(reviewSteps.releaseId, id))
    .orderBy(asc(reviewSteps.number))
  const steps = rows.map(({ step, isVoid }) => ({ ...step, isVoid: Boolean(isVoid) }))
  const approval = steps.findLast((taken) => approvals.includes(taken.step) && !taken.isVoid)
  // What went out before there were reviews was approved by going out.
  const isFromBefore = !steps.some(({ step }) => publications.includes(step))
  const approvedId = approval?.revisionId ?? (isFromBefore ? liveRevisionId : null)
  return { steps, last: steps.at(-1), approval, approvedId }
}

/** Whether the draft of a release reads as what was approved last. */
export async function isApproved(from: Reader, release: Release, { approvedId }: Review): Promise<boolean> {
  const { draftRevisionId } = release
  if (!approvedId || !draftRevisionId) return false
  return approvedId === draftRevisionId || haveSameWords(from, approvedId, draftRevisionId)
}

/** Whether two versions say the same in every field. */
async function haveSameWords(from: Reader, one: string, other: string): Promise<boolean> {
  return isDeepStrictEqual(await readDraft(from, one), await readDraft(from, other))
}

/**
 * Returns the ids of the members who have written in a release since it was last approved, and until it is in the text it
 * was made from: nobody while it is. A text that somebody has put aside counts, because it may be taken up again by
 * somebody else.
 */
export async function writersSince(from: Reader, release: Release, review: Review): Promise<string[]> {
  if (await isApproved(from, release, review)) return []
  const [approved] = review.approvedId
    ? await from.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, review.approvedId))
    : []
  const sources = review.approvedId ? [] : release.sourceAuthors.map(idOfAuthor)
  const rows = await from
    .selectDistinct({ id: revisions.createdBy })
    .from(revisions)
    .where(
      and(
        eq(revisions.releaseId, release.id),
        gt(revisions.number, approved?.number ?? 0),
        isNotNull(revisions.createdBy),
      ),
    )
  return [...new Set([...rows.map(({ id }) => id), ...sources])].flatMap((id) => id ?? [])
}

/** Returns the id of somebody who started or wrote in the text that another was made from. */
export const idOfAuthor = (author: SourceAuthor): string | null =>
  typeof author === 'object' && author ? author.wrote : author

/** Refuses (`review-moved`) what answers another step than the last, and says what was done instead and by whom. */
export async function refuseMoved(tx: Writer, { last }: Review, baseStep: number): Promise<void> {
  if (!last || last.number === baseStep) return
  const [actor] = await tx.select({ name: users.name }).from(users).where(eq(users.id, last.actorId))
  throw new Refusal('review-moved', { details: { step: last.step, name: actor?.name ?? '' } })
}

/** Adds a step to a review, and keeps the text as it stands as a version of its own. */
export async function addStep(
  tx: Writer,
  release: Release,
  review: Review,
  step: Pick<RecordedStep, 'step' | 'actorId' | 'at'> & Partial<Pick<RecordedStep, 'note' | 'reviewerId' | 'dueAt'>>,
): Promise<void> {
  const revisionId = release.draftRevisionId ?? ''
  await tx
    .update(revisions)
    .set({ reason: 'review' })
    .where(and(eq(revisions.id, revisionId), eq(revisions.reason, 'autosave')))
  const number = (review.last?.number ?? 0) + 1
  await tx.insert(reviewSteps).values({ note: '', ...step, releaseId: release.id, number, revisionId })
}
