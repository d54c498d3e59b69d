/**
 * Tells what goes out by itself at a set time: a scheduled release, or a change to one that readers have seen. What goes
 * out is the revision that was scheduled, whatever has been written since.
 */
import { and, asc, eq, gt, inArray, isNotNull, isNull, or, type SQL } from 'drizzle-orm'
import { db } from '../client.ts'
import { statusOf } from '../releases.ts'
import { type Release, releases, revisions, type ScheduledChange, scheduledChanges } from '../schema/releases.ts'

export interface GoingOut {
  at: Date
  /** The title of the text that goes out. */
  title: string
  revisionId: string
  /** Whether the draft holds changes that will not go out. */
  leavesOut: boolean
}

/** The predicate for releases of which something goes out by itself. */
export const goesOut = (now: Date): SQL | undefined =>
  or(isScheduled(now), inArray(releases.id, db.select({ id: scheduledChanges.releaseId }).from(scheduledChanges)))

const isScheduled = (now: Date): SQL | undefined =>
  and(isNull(releases.withdrawnAt), isNotNull(releases.liveRevisionId), gt(releases.publishAt, now))

/** Returns what goes out of a release, or null. `title` is that of the text in question. */
export function goingOutOf(
  release: Release,
  { change, title, now }: { change: Pick<ScheduledChange, 'at' | 'revisionId'> | null; title: string; now: Date },
): GoingOut | null {
  const at = change?.at ?? (statusOf(release, now) === 'scheduled' ? release.publishAt : null)
  const revisionId = change?.revisionId ?? release.liveRevisionId
  if (!at || !revisionId) return null
  return { at, title, revisionId, leavesOut: release.draftRevisionId !== revisionId }
}

/** Returns what goes out of one release, with the revision that does and when it was written; null where nothing does. */
export async function getGoingOut(release: Release, now: Date): Promise<(GoingOut & { savedAt: Date }) | null> {
  const [change] = await db.select().from(scheduledChanges).where(eq(scheduledChanges.releaseId, release.id))
  const revisionId = change?.revisionId ?? release.liveRevisionId
  const revision = revisionId && (await db.query.revisions.findFirst({ where: eq(revisions.id, revisionId) }))
  const goingOut = revision && goingOutOf(release, { change: change ?? null, title: revision.title, now })
  return goingOut ? { ...goingOut, savedAt: revision.savedAt } : null
}

/** Returns when the next text goes out, whosever it is; undefined when none is to. A change that is due is due now. */
export async function nextGoingOut(now: Date): Promise<Date | undefined> {
  const [[first], [change]] = await Promise.all([
    db
      .select({ at: releases.publishAt })
      .from(releases)
      .where(isScheduled(now))
      .orderBy(asc(releases.publishAt))
      .limit(1),
    db.select({ at: scheduledChanges.at }).from(scheduledChanges).orderBy(asc(scheduledChanges.at)).limit(1),
  ])
  const moments = [first?.at, change?.at].filter((at) => at != null)
  return moments.sort((a, b) => Number(a) - Number(b))[0]
}
