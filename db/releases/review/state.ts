/**
 * Tells how the review of a text stands: the last step, what was approved last, and who has written since. Nothing of it
 * is stored twice: a text is approved while its words are those of the version that was.
 */
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, isNotNull } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import type { Reader, Writer } from '../../client.ts'
import { type Release, revisions } from '../../schema/releases.ts'
import { type RecordedStep, reviewSteps } from '../../schema/reviews.ts'
import { users } from '../../schema/users.ts'
import type { ReviewStep } from '../../types.ts'
import { readDraft } from '../drafts.ts'

export interface Review {
  /** Every step, in order. */
  steps: RecordedStep[]
  last: RecordedStep | undefined
  /** The version that was approved last, by a reviewer or by somebody else than its writers publishing it. */
  approvedId: string | null
}

export const approvals: ReviewStep[] = ['approve', 'publish']

/** Where a text stands in its review: under review, sent back, approved, or altered since it was approved. */
export type ReviewStanding = 'review' | 'returned' | 'approved' | 'altered'

/** Returns where a text stands after its last step; null for one that nobody has submitted, and once it has gone out. */
export function standingOf(last: ReviewStep | undefined, isApprovedNow: boolean): ReviewStanding | null {
  if (last === 'submit') return 'review'
  if (last === 'return') return 'returned'
  if (last !== 'approve') return null
  return isApprovedNow ? 'approved' : 'altered'
}

/** Returns the review of a release. */
export async function readReview(from: Reader, { id, liveRevisionId }: Release): Promise<Review> {
  const steps = await from
    .select()
    .from(reviewSteps)
    .where(eq(reviewSteps.releaseId, id))
    .orderBy(asc(reviewSteps.number))
  const approval = steps.findLast(({ step }) => approvals.includes(step))
  // What went out before there were reviews was approved by going out.
  const isKnown = approval || steps.some(({ step }) => step === 'publish-unreviewed')
  return { steps, last: steps.at(-1), approvedId: isKnown ? (approval?.revisionId ?? null) : liveRevisionId }
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
 * Returns the ids of the members who have written in a release since it was last approved: nobody while it is. A text that
 * somebody has put aside counts, because it may be taken up again by somebody else.
 */
export async function writersSince(from: Reader, release: Release, review: Review): Promise<string[]> {
  if (await isApproved(from, release, review)) return []
  const [approved] = review.approvedId
    ? await from.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, review.approvedId))
    : []
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
  return rows.flatMap(({ id }) => id ?? [])
}

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
