/**
 * Tells what goes out by itself at a set time: a scheduled release, or a change to one that readers have seen. What goes
 * out is the revision that was scheduled, whatever has been written since.
 */
import { and, eq, gt, isNotNull, isNull, min, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
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
export const goesOut = (now: Date | Placeholder): SQL | undefined =>
  or(isScheduled(now), sql`${releases.id} IN (SELECT ${scheduledChanges.releaseId} FROM ${scheduledChanges})`)

/** The predicate for releases that readers have not seen and that go out at a set time. */
export const isScheduled = (now: Date | Placeholder): SQL | undefined =>
  and(
    isNull(releases.withdrawnAt),
    isNotNull(releases.liveRevisionId),
    gt(releases.publishAt, sql.param(now, releases.publishAt)),
  )

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
  const [out] = await goingOutQuery().execute({ id: release.id })
  const goingOut = out && goingOutOf(release, { change: out.change, title: out.title, now })
  return goingOut ? { ...goingOut, savedAt: out.savedAt } : null
}

const goingOutQuery = prepared((reader) =>
  reader
    .select({ change: scheduledChanges, title: revisions.title, savedAt: revisions.savedAt })
    .from(releases)
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    .innerJoin(revisions, eq(revisions.id, sql`coalesce(${scheduledChanges.revisionId}, ${releases.liveRevisionId})`))
    .where(eq(releases.id, sql.placeholder('id')))
    .prepare(),
)

/** Returns when the next text goes out, whosever it is; undefined when none is to. A change that is due is due now. */
export async function nextGoingOut(now: Date): Promise<Date | undefined> {
  const [next] = await nextQuery().execute({ now })
  const moments = [next?.release, next?.change].filter((at) => at != null)
  return moments.sort((a, b) => Number(a) - Number(b))[0]
}

const nextQuery = prepared((reader) =>
  reader
    .select({
      change: min(scheduledChanges.at),
      release: sql<Date | null>`(${reader
        .select({ at: min(releases.publishAt) })
        .from(releases)
        .where(isScheduled(sql.placeholder('now')))})`.mapWith(releases.publishAt),
    })
    .from(scheduledChanges)
    .prepare(),
)
