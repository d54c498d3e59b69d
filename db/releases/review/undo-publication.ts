/** Takes publications out of a review when they have not come about: a press that was undone has approved nothing. */
import { and, eq, gt, gte, inArray } from 'drizzle-orm'
import type { Writer } from '../../client.ts'
import type { Release } from '../../schema/releases.ts'
import { reviewSteps } from '../../schema/reviews.ts'
import { wasSeen } from '../put-live.ts'
import { publications } from './own-words.ts'
import { readReview } from './state.ts'
import { authorsOf, tellAskedAgain } from './tell.ts'

/**
 * Deletes the publications of a release that readers never saw, and only those since a moment where what was scheduled
 * before it still is. The text stands in its review where it stood, and whoever was asked to review it is asked again.
 * Returns whoever submitted it, and its writer.
 */
export async function undoPublications(
  tx: Writer,
  release: Release,
  { now, since }: { now: Date; since?: Date | undefined },
): Promise<(string | null)[]> {
  const { publishAt, replacedAt } = release
  const seenSince = wasSeen(release, now) ? (replacedAt ?? publishAt) : null
  const undone = await tx
    .delete(reviewSteps)
    .where(
      and(
        eq(reviewSteps.releaseId, release.id),
        inArray(reviewSteps.step, publications),
        seenSince ? gt(reviewSteps.at, seenSince) : undefined,
        since && gte(reviewSteps.at, since),
      ),
    )
    .returning({ number: reviewSteps.number })
  const review = await readReview(tx, release)
  if (undone.length > 0) await tellAskedAgain(tx, release, review, { now })
  return authorsOf(release, review)
}
