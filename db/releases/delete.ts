/** Deletes releases for good. */
import { eq, inArray } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { dropStatement } from '../crisis/prepared.ts'
import { type Actor, recordEvent } from '../events.ts'
import { dropMeeting } from '../meetings/delete.ts'
import { dropDeliveriesAbout } from '../outbox/deliveries.ts'
import { statusOf } from '../releases.ts'
import { crisisPauses } from '../schema/crises.ts'
import { embargoLinks, outTogether } from '../schema/embargoes.ts'
import { announcements, notifications } from '../schema/outbox.ts'
import { publishedVersions, reviewDates } from '../schema/published.ts'
import { questions } from '../schema/questions.ts'
import {
  commentReads,
  comments,
  corrections,
  presences,
  previewLinks,
  quotes,
  type Release,
  releases,
  revisionContacts,
  revisionMedia,
  revisionNames,
  revisionPeople,
  revisions,
  revisionTopics,
  translations,
} from '../schema/releases.ts'
import { reviewSteps } from '../schema/reviews.ts'
import { signOffAnswers, signOffs, suggestions } from '../schema/sign-offs.ts'
import { deletedReleases } from '../schema/trash.ts'
import { dropRedirects, leaveRedirect } from '../slugs.ts'
import { takeFromTrash } from '../trash/in-trash.ts'

/**
 * Deletes a release with its versions and comments. Refuses one that readers can see or will see (`trash-live`,
 * `trash-scheduled`). The address of a withdrawn one goes on saying that it was withdrawn, and no other text gets it.
 */
export async function deleteRelease(id: string, by: { actor: Actor | null; now: Date }): Promise<void> {
  await write(async (tx) => {
    const release = await tx.query.releases.findFirst({ where: eq(releases.id, id) })
    if (!release) throw new Refusal('unknown-release')
    const status = statusOf(release, by.now)
    if (status === 'live') throw new Refusal('trash-live')
    if (status === 'scheduled') throw new Refusal('trash-scheduled')
    await keepAddress(tx, release, by.now)
    // Only what no release points to can be deleted.
    await tx.update(releases).set({ draftRevisionId: null, liveRevisionId: null }).where(eq(releases.id, id))
    await tx.delete(reviewSteps).where(eq(reviewSteps.releaseId, id))
    await deleteAnswers(tx, id)
    const held = await tx.delete(embargoLinks).where(eq(embargoLinks.releaseId, id)).returning({ id: embargoLinks.id })
    await dropDeliveriesAbout(
      tx,
      held.map((link) => link.id),
    )
    await dropMeeting(tx, id)
    await tx.delete(notifications).where(eq(notifications.releaseId, id))
    await tx.update(questions).set({ releaseId: null }).where(eq(questions.releaseId, id))
    const said = tx.select({ id: comments.id }).from(comments).where(eq(comments.releaseId, id))
    await tx.delete(commentReads).where(inArray(commentReads.commentId, said))
    const parts = [comments, previewLinks, presences, corrections, publishedVersions, reviewDates]
    for (const part of [...parts, announcements, outTogether]) await tx.delete(part).where(eq(part.releaseId, id))
    await deleteRevisions(tx, id)
    await tx.delete(translations).where(eq(translations.releaseId, id))
    await tx.delete(translations).where(eq(translations.sourceId, id))
    await takeFromTrash(tx, 'release', id)
    await tx.delete(crisisPauses).where(eq(crisisPauses.releaseId, id))
    await tx.delete(releases).where(eq(releases.id, id))
    await dropStatement(tx, release)
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'release', targetId: id, now: by.now })
  })
}

async function keepAddress(tx: Writer, release: Release, now: Date) {
  const { id, language, slug, withdrawnAt, withdrawnReason, redirectToId } = release
  if (!withdrawnAt || !slug) return dropRedirects(tx, { noun: 'release', id })
  await leaveRedirect(tx, { noun: 'release', language, id }, slug, now)
  await tx.insert(deletedReleases).values({ id, withdrawnAt, withdrawnReason: withdrawnReason ?? '', redirectToId })
}

async function deleteAnswers(tx: Writer, releaseId: string) {
  const asked = await tx.select({ id: signOffs.id }).from(signOffs).where(eq(signOffs.releaseId, releaseId))
  const ids = asked.map(({ id }) => id)
  await tx.delete(suggestions).where(eq(suggestions.releaseId, releaseId))
  await tx.delete(signOffAnswers).where(inArray(signOffAnswers.signOffId, ids))
  await tx.delete(signOffs).where(eq(signOffs.releaseId, releaseId))
  await dropDeliveriesAbout(tx, ids)
}

async function deleteRevisions(tx: Writer, releaseId: string) {
  const own = tx.select({ id: revisions.id }).from(revisions).where(eq(revisions.releaseId, releaseId))
  for (const part of [revisionTopics, revisionPeople, revisionContacts, revisionMedia, quotes, revisionNames])
    await tx.delete(part).where(inArray(part.revisionId, own))
  await tx.delete(revisions).where(eq(revisions.releaseId, releaseId))
}
