/** Tells the members whom a step of a review concerns, and takes back what nobody need be told any more. */
import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import type { Writer } from '../../client.ts'
import type { Actor } from '../../events.ts'
import { notifications } from '../../schema/outbox.ts'
import { type Release, releases } from '../../schema/releases.ts'
import type { RecordedStep } from '../../schema/reviews.ts'
import { type User, users } from '../../schema/users.ts'
import { notInTrash } from '../../trash/in-trash.ts'
import { notify, unnotify } from '../../users/notifications.ts'
import { readDraft } from '../drafts.ts'
import type { Draft } from '../revisions.ts'
import { isLastStep, isReviewer, lastStep } from './listed.ts'
import { publications } from './own-words.ts'
import { isApproved, type Review, readReview } from './state.ts'

interface By {
  actor: Actor
  now: Date
}

type Answer = 'submit' | 'approve' | 'return' | 'withdraw'

/**
 * Tells of a step: reviewers that they are asked, or that somebody else is instead; whoever submitted the text and its writer how it went,
 * and that somebody else took it back. Whoever was asked and has not read it need not read it once the text is with
 * somebody else, or nobody.
 */
export async function tellOfStep(
  tx: Writer,
  { release, review }: { release: Release; review: Review },
  { step, note, reviewerId }: Partial<Pick<RecordedStep, 'note' | 'reviewerId'>> & { step: Answer },
  by: By,
): Promise<void> {
  const releaseId = release.id
  const taken = await unnotify(tx, { releaseId, kinds: ['review-asked', 'review-reminded'] })
  const untold = taken.filter(({ kind }) => kind === 'review-asked')
  const { last } = review
  const tell = { ...by, releaseId, ...(note && { note }) }
  const former = last?.step === 'submit' ? await askedBy(tx, last) : []
  const knew = former.filter((id) => !untold.some(({ userId }) => userId === id))
  if (step === 'submit') {
    const to = await askedBy(tx, { reviewerId: reviewerId ?? null })
    const others = knew.filter((id) => !to.includes(id) && id !== last?.actorId)
    const [reviewer] = reviewerId
      ? await tx.select({ name: users.name }).from(users).where(eq(users.id, reviewerId))
      : []
    const told = reviewer
      ? ({ kind: 'review-handed-on', note: reviewer.name } as const)
      : { kind: 'review-withdrawn' as const }
    await notify(tx, { ...by, releaseId, ...told, to: others })
    return notify(tx, { ...tell, kind: 'review-asked', to })
  }
  const author = authorsOf(release, review)
  if (step === 'approve') return notify(tx, { ...tell, kind: 'approved', to: author })
  if (step === 'return') return notify(tx, { ...tell, kind: 'changes-asked', to: author })
  return notify(tx, { ...tell, kind: 'review-withdrawn', to: [...knew, ...author] })
}

/** Reminds whoever a text under review is with, in the place of a reminder that they have not read. */
export async function tellReminded(
  tx: Writer,
  { id: releaseId }: Release,
  submitted: Pick<RecordedStep, 'reviewerId' | 'note'>,
  by: By,
): Promise<void> {
  await unnotify(tx, { releaseId, kinds: ['review-reminded'] })
  const to = await askedBy(tx, submitted)
  await notify(tx, { ...by, kind: 'review-reminded', releaseId, to, note: submitted.note })
}

/** Returns whoever a text is to come back to: who submitted it last, unless it has gone out since, and its writer. */
export function authorsOf({ createdBy }: Pick<Release, 'createdBy'>, { steps }: Review): (User['id'] | null)[] {
  const submitted = steps.findLast(({ step }) => step === 'submit' || publications.includes(step))
  return [submitted?.step === 'submit' ? submitted.actorId : null, createdBy]
}

/**
 * Tells whoever approved a text, and whoever had asked for it, that other words take the place of those approved; of the
 * first change only.
 */
export async function tellOfChange(tx: Writer, release: Release, draft: Draft, by: By): Promise<void> {
  const review = await readReview(tx, release)
  const { last } = review
  if (last?.step !== 'approve' || !(await isApproved(tx, release, review))) return
  if (isDeepStrictEqual(await readDraft(tx, last.revisionId), draft)) return
  const to = [last.actorId, ...authorsOf(release, review)]
  await notify(tx, { ...by, kind: 'changed-after-approval', releaseId: release.id, to })
}

/** Tells everybody who may review that a writer has published what nobody else had read, and why. */
export async function tellOfUnreviewed(
  tx: Writer,
  releaseId: string,
  { authors, ...by }: By & { note: string; authors: (string | null)[] },
): Promise<void> {
  const to = [...authors, ...(await reviewers(tx))]
  await notify(tx, { ...by, kind: 'published-without-review', releaseId, to })
}

/**
 * Asks everybody who may review the texts that lie with a member who may not any more, in the name of whoever submitted
 * them.
 */
export async function passOnReviewsOf(tx: Writer, { id }: Pick<User, 'id'>, now: Date): Promise<void> {
  const isTheirs = and(eq(lastStep.step, 'submit'), eq(lastStep.reviewerId, id), notInTrash('release', releases.id))
  const waiting = await tx.select({ step: lastStep }).from(releases).innerJoin(lastStep, isLastStep).where(isTheirs)
  const to = waiting.length ? await reviewers(tx) : []
  for (const { step } of waiting) {
    const { releaseId, actorId, note } = step
    await unnotify(tx, { releaseId, kinds: ['review-asked', 'review-reminded'], of: [id] })
    await notify(tx, { kind: 'review-asked', releaseId, to, actor: { id: actorId }, note, now })
  }
}

/** Asks again whoever a text under review is with, where they are told of it no more. */
export async function tellAskedAgain(
  tx: Writer,
  { id: releaseId }: Release,
  { last }: Review,
  { now }: { now: Date },
): Promise<void> {
  if (last?.step !== 'submit') return
  const told = await tx
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.releaseId, releaseId), eq(notifications.kind, 'review-asked')))
  const to = (await askedBy(tx, last)).filter((id) => !told.some(({ userId }) => userId === id))
  await notify(tx, { kind: 'review-asked', releaseId, to, actor: { id: last.actorId }, note: last.note, now })
}

async function reviewers(tx: Writer): Promise<User['id'][]> {
  return (await tx.select({ id: users.id }).from(users).where(isReviewer())).map(({ id }) => id)
}

/** Returns whom a submission asks: the member it names, or everybody who may review where they may not any more. */
async function askedBy(tx: Writer, { reviewerId }: Pick<RecordedStep, 'reviewerId'>): Promise<User['id'][]> {
  const able = await reviewers(tx)
  return reviewerId && able.includes(reviewerId) ? [reviewerId] : able
}
