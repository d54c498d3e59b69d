/**
 * Tells how the review of a text stands: the last step, what was approved last, and who has written since. Nothing of it
 * is stored twice: a text is approved while its words are those of the version that was.
 */
import { isDeepStrictEqual } from 'node:util'
import { and, asc, eq, gt, isNotNull, isNull, lte, type Placeholder, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, type Reader, type Writer } from '../../client.ts'
import { type Release, revisions, type SourceAuthor } from '../../schema/releases.ts'
import { type RecordedStep, reviewSteps } from '../../schema/reviews.ts'
import { type User, users } from '../../schema/users.ts'
import type { ReviewStep } from '../../types.ts'
import { readDraft } from '../drafts.ts'
import type { Draft } from '../revisions.ts'
import { approvals, isVoid, publications } from './own-words.ts'

/** A step, with who took it and whether it approves nothing now. */
export type CountedStep = RecordedStep & { by: { id: string; name: string } | null; isVoid: boolean }

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
export async function readReview(from: Reader, release: Release): Promise<Review> {
  return reviewFrom(await listSteps(from, release.id), release)
}

/** Returns what has been done about the review of a release, the first first. */
export async function listSteps(from: Reader, releaseId: string): Promise<CountedStep[]> {
  const rows = await (from === db ? stepsQuery().execute({ releaseId }) : selectSteps(from, releaseId))
  return rows.map(({ step, by, isVoid }) => ({ ...step, by, isVoid: Boolean(isVoid) }))
}

const stepsQuery = prepared((reader) => selectSteps(reader, sql.placeholder('releaseId')).prepare())

const selectSteps = (from: Reader, releaseId: string | Placeholder) =>
  from
    .select({
      step: reviewSteps,
      by: { id: users.id, name: users.name },
      isVoid: sql<unknown>`${isVoid(reviewSteps)}`,
    })
    .from(reviewSteps)
    .leftJoin(users, eq(users.id, reviewSteps.actorId))
    .where(eq(reviewSteps.releaseId, releaseId))
    .orderBy(asc(reviewSteps.number))

/** Returns the review of a release, of which every step is known. */
export function reviewFrom(steps: CountedStep[], { liveRevisionId }: Release): Review {
  const approval = steps.findLast((taken) => approvals.includes(taken.step) && !taken.isVoid)
  // What went out before there were reviews was approved by going out.
  const isFromBefore = !steps.some(({ step }) => publications.includes(step))
  const approvedId = approval?.revisionId ?? (isFromBefore ? liveRevisionId : null)
  // What is read afterwards moves no text.
  const last = steps.findLast(({ step }) => step !== 'read-afterwards')
  return { steps, last, approval, approvedId }
}

/** Whether the draft of a release reads as what was approved last, in every field. */
export const isApproved = (from: Reader, release: Release, review: Review): Promise<boolean> =>
  readsAsApproved(release, review, (revisionId) => readDraft(from, revisionId))

/** The same, where versions are read in another way. */
export async function readsAsApproved(
  { draftRevisionId }: Release,
  { approvedId }: Review,
  read: (revisionId: string) => Promise<Draft | undefined>,
): Promise<boolean> {
  if (!approvedId || !draftRevisionId) return false
  return approvedId === draftRevisionId || isDeepStrictEqual(await read(approvedId), await read(draftRevisionId))
}

/**
 * Returns the ids of the members who have written in a release since it was last approved, and until it is in the text it
 * was made from: nobody while it is. A text that somebody has put aside counts, because it may be taken up again by
 * somebody else.
 */
export async function writersSince(from: Reader, release: Release, review: Review): Promise<string[]> {
  return (await isApproved(from, release, review)) ? [] : writersAfterApproval(from, release, review)
}

/** Returns the same for what has been written since, up to a version, also where the approved words stand there again. */
export async function writersAfterApproval(
  from: Reader,
  release: Release,
  { approvedId }: Review,
  upTo?: number,
): Promise<string[]> {
  const [approved] = approvedId
    ? await from.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, approvedId))
    : []
  const sources = approvedId ? [] : release.sourceAuthors.map(idOfAuthor)
  const rows = await from
    .selectDistinct({ id: revisions.createdBy })
    .from(revisions)
    .where(
      and(
        eq(revisions.releaseId, release.id),
        gt(revisions.number, approved?.number ?? 0),
        upTo === undefined ? undefined : lte(revisions.number, upTo),
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

/** Returns the member with the role they have now: who has been removed meanwhile does nothing more. */
export async function requireMember(tx: Writer, { id }: Pick<User, 'id'>): Promise<User> {
  const member = await memberNow(tx, id)
  if (!member) throw new Refusal('unknown-member')
  return member
}

export const memberNow = (tx: Writer, id: string): Promise<User | undefined> =>
  tx.query.users.findFirst({ where: and(eq(users.id, id), isNull(users.removedAt)) })

/** Adds a step to a review, of the text as it stands where no other version is named, and keeps that as one of its own. */
export async function addStep(
  tx: Writer,
  release: Release,
  review: Review,
  step: Pick<RecordedStep, 'step' | 'actorId' | 'at'> &
    Partial<Pick<RecordedStep, 'note' | 'reviewerId' | 'dueAt' | 'revisionId'>>,
): Promise<void> {
  const revisionId = step.revisionId ?? release.draftRevisionId ?? ''
  await tx
    .update(revisions)
    .set({ reason: 'review' })
    .where(and(eq(revisions.id, revisionId), eq(revisions.reason, 'autosave')))
  const number = (review.steps.at(-1)?.number ?? 0) + 1
  await tx.insert(reviewSteps).values({ note: '', ...step, releaseId: release.id, number, revisionId })
}
