/** Puts a revision before the readers, in the change that publishes it: its address, its dates and what is told of it. */
import { and, eq, ne } from 'drizzle-orm'
import { isYear } from '#lib/time/period.ts'
import type { Writer } from '../client.ts'
import type { Actor } from '../events.ts'
import { kindAt } from '../live/kinds.ts'
import { followMeeting } from '../meetings/follow.ts'
import { noteChange } from '../outbox/announcements.ts'
import { corrections, type Release, releases, revisions, scheduledChanges } from '../schema/releases.ts'
import { claimSlug, leaveRedirect, type SlugClaim } from '../slugs.ts'
import type { ChangeNotice } from './published/change-notice.ts'
import { keepVersion } from './published/versions.ts'

/** Whether readers have seen a release, even if it has been withdrawn since. */
export const wasSeen = (release: Release, now: Date): boolean =>
  release.liveRevisionId !== null && release.publishAt !== null && release.publishAt <= now

interface Showing {
  release: Release
  revision: { id: string; slug: string; title: string }
  /** When it takes effect; a release that was seen before keeps the day it was first published. */
  at: Date
  /** What readers are told of it, where they have seen the release. */
  change: ChangeNotice
  actor: Actor
  now: Date
}

/**
 * Makes a revision what readers see from `at` on, and drops a change that was scheduled. Refuses an address that another
 * release has or has had (`slug-taken`). A changed address leaves a redirect. Readers are told of a change unless it is small.
 */
export async function putLive(tx: Writer, { release, revision, at, change, actor, now }: Showing): Promise<void> {
  const seen = wasSeen(release, now)
  const slug = await claimSlug(tx, { noun: 'release', ...release }, slugClaim(tx, release, revision))
  if (seen && release.slug && release.slug !== slug)
    await leaveRedirect(tx, { noun: 'release', ...release }, release.slug, now)
  await keepAsPublished(tx, release, revision.id)
  await tx
    .update(releases)
    .set({
      slug,
      liveRevisionId: revision.id,
      publishAt: seen ? release.publishAt : at,
      revisedAt: seen ? (change.kind === 'small' ? release.revisedAt : at) : null,
      replacedAt: seen ? at : null,
      withdrawnAt: null,
      withdrawnReason: null,
      redirectToId: null,
    })
    .where(eq(releases.id, release.id))
  await tx.delete(scheduledChanges).where(eq(scheduledChanges.releaseId, release.id))
  await keepVersion(tx, { release, revisionId: revision.id, at, kind: seen ? change.kind : null })
  await noteChange(tx, { release, at, former: seen ? release.liveRevisionId : null, now })
  const { kind, wrong, text } = change
  if (seen && kind !== 'small')
    await tx.insert(corrections).values({ releaseId: release.id, kind, wrong, text, at, createdBy: actor.id })
  await followMeeting(tx, release.id, now)
}

/** Makes a revision one that no save overwrites. One that readers see is that already, and cannot be touched. */
export const keepAsPublished = (tx: Writer, release: Release, revisionId: string) =>
  tx
    .update(revisions)
    .set({ reason: 'publish' })
    .where(and(eq(revisions.id, revisionId), ne(revisions.id, release.liveRevisionId ?? '')))

/**
 * Returns how a release claims its address: the one its writer chose, or one made from its title. Four digits are the
 * address of a year in the archive, the name of a kind is that of its page, and an address that a scheduled change is about to take is taken.
 */
export function slugClaim(
  tx: Writer,
  { id, language, slug: current }: Release,
  { slug, title }: { slug: string; title: string },
): SlugClaim {
  const isTakenNow = async (wanted: string) => {
    const isTaken = isYear(wanted) || kindAt(wanted, language) !== undefined
    if (isTaken && wanted !== current) return true
    const other = await tx.query.releases.findFirst({
      where: and(eq(releases.language, language), eq(releases.slug, wanted), ne(releases.id, id)),
    })
    if (other) return true
    const [coming] = await tx
      .select({ id: releases.id })
      .from(scheduledChanges)
      .innerJoin(revisions, eq(revisions.id, scheduledChanges.revisionId))
      .innerJoin(releases, eq(releases.id, scheduledChanges.releaseId))
      .where(and(eq(releases.language, language), eq(revisions.slug, wanted), ne(releases.id, id)))
    return coming !== undefined
  }
  return { chosen: { slug, field: 'slug' }, current, title, isTakenNow }
}
