/** What has gone out unreviewed is read afterwards, by somebody who has not written in it, and counts as approved then. */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Reader, write } from '../../client.ts'
import { type Actor, recordEvent } from '../../events.ts'
import { line } from '../../inputs.ts'
import { may } from '../../permissions.ts'
import { type Release, revisions } from '../../schema/releases.ts'
import { notify } from '../../users/notifications.ts'
import { requireRelease } from '../require-release.ts'
import { addStep, type CountedStep, type Review, readReview, requireMember, writersAfterApproval } from './state.ts'

const noteSchema = line(500)

/** Returns the step by which a text went out unreviewed, with a reason, where nobody has read it since. */
export function unreadStep({ withdrawnAt }: Release, { steps, approval }: Review): CountedStep | undefined {
  const step = steps.findLast(({ step, note }) => step === 'publish-unreviewed' && note !== '')
  return step && !withdrawnAt && step.number > (approval?.number ?? 0) ? step : undefined
}

/** Returns the ids of those who have written in what went out unreviewed. */
export async function writersOfUnread(from: Reader, review: Review, release: Release, step: CountedStep) {
  const [out] = await from.select({ number: revisions.number }).from(revisions).where(eq(revisions.id, step.revisionId))
  return writersAfterApproval(from, release, review, out?.number)
}

/**
 * Notes that a member has read what went out unreviewed, with a word of theirs, and tells whoever published it. The text
 * stands where it stood: what has been submitted since is under review still. Refuses whoever may not review
 * (`reviewers-only`), a text of which nothing is unread (`nothing-unread`: of two at once, the second), and whoever has
 * written in what went out (`wrote-it`).
 */
export async function readAfterwards(
  releaseId: string,
  input: { note: string },
  by: { actor: Actor; now: Date },
): Promise<void> {
  const note = noteSchema.parse(input.note)
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    const actor = await requireMember(tx, by.actor)
    if (!may(actor, 'review')) throw new Refusal('reviewers-only')
    const review = await readReview(tx, release)
    const step = unreadStep(release, review)
    if (!step) throw new Refusal('nothing-unread')
    if ((await writersOfUnread(tx, review, release, step)).includes(actor.id)) throw new Refusal('wrote-it')
    const { revisionId } = step
    await addStep(tx, release, review, { step: 'read-afterwards', actorId: actor.id, at: by.now, note, revisionId })
    const details = { revision: revisionId, ...(note && { reason: note }) }
    await recordEvent(tx, { ...by, verb: 'read-afterwards', noun: 'release', targetId: releaseId, details })
    const to = [step.actorId, release.createdBy]
    await notify(tx, { ...by, kind: 'read-afterwards', releaseId, to, ...(note && { note }) })
  })
}
