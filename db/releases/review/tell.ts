/** Tells the members whom a step of a review concerns, and takes back what nobody need be told any more. */
import { and, desc, eq } from 'drizzle-orm'
import type { Writer } from '../../client.ts'
import type { Actor } from '../../events.ts'
import { notifications } from '../../schema/outbox.ts'
import type { Release } from '../../schema/releases.ts'
import { type RecordedStep, reviewSteps } from '../../schema/reviews.ts'
import { type User, users } from '../../schema/users.ts'
import { notify, unnotify } from '../../users/notifications.ts'
import { isReviewer } from './listed.ts'
import { type Review, readReview } from './state.ts'

interface By {
  actor: Actor
  now: Date
}

type Answer = 'submit' | 'approve' | 'return' | 'withdraw'

/**
 * Tells of a step: reviewers that they are asked, or are no longer; whoever submitted the text and its writer how it went.
 * Whoever was asked and has not read it need not read it once the text is with somebody else, or nobody.
 */
export async function tellOfStep(
  tx: Writer,
  { release, review }: { release: Release; review: Review },
  { step, note, reviewerId }: Partial<Pick<RecordedStep, 'note' | 'reviewerId'>> & { step: Answer },
  by: By,
): Promise<void> {
  const releaseId = release.id
  const untold = await unnotify(tx, { releaseId, kinds: ['review-asked'] })
  const { last } = review
  const tell = { ...by, releaseId, ...(note && { note }) }
  if (step === 'submit')
    return notify(tx, { ...tell, kind: 'review-asked', to: reviewerId ? [reviewerId] : await reviewers(tx) })
  const author = [last?.actorId ?? null, release.createdBy]
  if (step === 'approve') return notify(tx, { ...tell, kind: 'approved', to: author })
  if (step === 'return') return notify(tx, { ...tell, kind: 'changes-asked', to: author })
  const asked = last?.reviewerId ? [last.reviewerId] : await reviewers(tx)
  const knew = asked.filter((id) => !untold.some(({ userId }) => userId === id))
  return notify(tx, { ...tell, kind: 'review-withdrawn', to: knew })
}

/** Tells whoever approved a text, and whoever had asked for it, that it is written in again; of the first change only. */
export async function tellOfChange(tx: Writer, release: Release, by: By): Promise<void> {
  const [last, before] = await tx
    .select()
    .from(reviewSteps)
    .where(eq(reviewSteps.releaseId, release.id))
    .orderBy(desc(reviewSteps.number))
    .limit(2)
  if (last?.step !== 'approve' || last.revisionId !== release.draftRevisionId) return
  const to = [last.actorId, before?.actorId ?? null, release.createdBy]
  await notify(tx, { ...by, kind: 'changed-after-approval', releaseId: release.id, to })
}

/** Tells everybody who may review that a writer has published what nobody else had read, and why. */
export async function tellOfUnreviewed(tx: Writer, release: Release, by: By & { note: string }): Promise<void> {
  const to = [release.createdBy, ...(await reviewers(tx))]
  await notify(tx, { ...by, kind: 'published-without-review', releaseId: release.id, to })
}

/** Asks again whoever a text under review is with, where they are told of it no more. */
export async function tellAskedAgain(tx: Writer, release: Release, by: By): Promise<void> {
  const { last } = await readReview(tx, release)
  if (last?.step !== 'submit') return
  const releaseId = release.id
  const told = await tx
    .select({ userId: notifications.userId })
    .from(notifications)
    .where(and(eq(notifications.releaseId, releaseId), eq(notifications.kind, 'review-asked')))
  const to = (await askedBy(tx, last)).filter((id) => !told.some(({ userId }) => userId === id))
  await notify(tx, { kind: 'review-asked', releaseId, to, actor: { id: last.actorId }, note: last.note, now: by.now })
}

async function reviewers(tx: Writer): Promise<User['id'][]> {
  return (await tx.select({ id: users.id }).from(users).where(isReviewer())).map(({ id }) => id)
}

/** Returns whom a submission asks: the member it names, or everybody who may review where they may not any more. */
async function askedBy(tx: Writer, { reviewerId }: Pick<RecordedStep, 'reviewerId'>): Promise<User['id'][]> {
  const able = await reviewers(tx)
  return reviewerId && able.includes(reviewerId) ? [reviewerId] : able
}
