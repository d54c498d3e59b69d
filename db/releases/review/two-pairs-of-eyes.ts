/** The rule of two pairs of eyes: what nobody but its writers has read does not go out, unless an editor says why. */
import { Refusal } from '#lib/refusal.ts'
import type { Reader, Writer } from '../../client.ts'
import type { Actor } from '../../events.ts'
import { line } from '../../inputs.ts'
import type { Release } from '../../schema/releases.ts'
import { unnotify } from '../../users/notifications.ts'
import { addStep, readReview, refuseMoved, writersSince } from './state.ts'
import { authorsOf } from './tell.ts'

/** Whether the newsroom asks for two pairs of eyes. */
export async function needsTwoPairs(from: Reader): Promise<boolean> {
  return (await from.query.settings.findFirst({ columns: { twoPairsOfEyes: true } }))?.twoPairsOfEyes ?? false
}

const reasonSchema = line(500)

/**
 * Refuses (`review-moved`) whoever publishes a text without knowing what somebody else has done about it since `baseStep`,
 * and says what: that is told before what somebody else has written.
 */
export async function refuseOvertaken(
  tx: Writer,
  release: Release,
  { actor, baseStep }: { actor: Actor; baseStep?: number | undefined },
): Promise<void> {
  if (baseStep === undefined) return
  const review = await readReview(tx, release)
  if (review.last?.actorId !== actor.id) await refuseMoved(tx, review, baseStep)
}

/**
 * Lets a publication through, now or at a set time, and ends the review that was under way. With two pairs of eyes it
 * refuses whoever has written in the text since it was last approved (`two-pairs-of-eyes`), unless they give a reason.
 * Whoever was asked to review it and does not know need not hear of it. Returns the reason where it was needed, and those
 * to tell that it goes out.
 */
export async function passReview(
  tx: Writer,
  release: Release,
  by: { actor: Actor; reason: string; now: Date },
): Promise<{ reason: string | undefined; authors: (string | null)[] }> {
  const { actor, now } = by
  const reason = reasonSchema.parse(by.reason)
  const review = await readReview(tx, release)
  const isOwn = (await writersSince(tx, release, review)).includes(actor.id)
  const isAgainst = isOwn && (await needsTwoPairs(tx))
  if (isAgainst && !reason) throw new Refusal('two-pairs-of-eyes')
  // Whoever is to be told that it went out unreviewed is told here.
  const step = isOwn ? 'publish-unreviewed' : 'publish'
  await addStep(tx, release, review, { step, actorId: actor.id, at: now, note: isAgainst ? reason : '' })
  await unnotify(tx, { releaseId: release.id, kinds: ['review-asked', 'review-reminded'] })
  return { reason: isAgainst ? reason : undefined, authors: authorsOf(release, review) }
}
