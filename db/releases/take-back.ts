/**
 * Takes back what has just gone out or is scheduled: everything is as it was before the press, and nobody has been told.
 * For the first minute only; after it a release is withdrawn, with a reason that readers can read.
 */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { type Writer, write } from '../client.ts'
import { refuseWhileOn } from '../crisis/prepared.ts'
import { followEmbargo } from '../embargo/news.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { followMeeting } from '../meetings/follow.ts'
import { forgetChangeAt, noteChange } from '../outbox/announcements.ts'
import { type ReleaseStatus, statusOf } from '../releases.ts'
import { events } from '../schema/events.ts'
import { redirects } from '../schema/newsroom.ts'
import { corrections, type Release, releases, scheduledChanges } from '../schema/releases.ts'
import { leaveRedirect } from '../slugs.ts'
import { notify, unnotify } from '../users/notifications.ts'
import { endingVerbs, listPublicationEvents, type PublicationEvent, publicationVerbs } from './publication/past.ts'
import { readState, type StateBefore } from './publication/state-before.ts'
import { groupedWith, leaveTogether } from './publication/together.ts'
import { putBackVersions } from './published/versions.ts'
import { requireRelease } from './require-release.ts'
import { undoPublications } from './review/undo-publication.ts'

/**
 * Returns the last publication or scheduling of a release, and until when it can be taken back. Undefined when there is
 * none, or something else has been done since: taking back puts the former versions back, and one that was removed must
 * not come with them.
 */
async function lastPublication(tx: Writer, releaseId: string) {
  const [last] = await tx
    .select({ at: events.at, verb: events.verb, details: events.details })
    .from(events)
    .where(and(eq(events.targetId, releaseId), inArray(events.verb, [...publicationVerbs, ...endingVerbs])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  return last && publicationIn(last)
}

function publicationIn({ at: doneAt, verb, details }: Pick<PublicationEvent, 'at' | 'verb' | 'details'>) {
  if (!publicationVerbs.some((one) => one === verb)) return undefined
  const { before, at = 0 } = details ?? {}
  const moment = new Date(at)
  const until = new Date(before ? moment.getTime() + takeBackWithin : 0)
  return { verb, doneAt, before: String(before), moment, until }
}

/**
 * Returns until when what readers were given of a release can be taken back; null when it cannot. What has been done about
 * it may be known already.
 */
export async function takeBackUntil(releaseId: string, now: Date, known?: PublicationEvent[]): Promise<Date | null> {
  const done = known ?? (await listPublicationEvents(releaseId))
  const latest = done.findLast(({ verb }) => verb !== 'restore')
  const last = latest && publicationIn(latest)
  return last && last.moment <= now && now < last.until ? last.until : null
}

/**
 * Undoes the last publication or scheduling of a release, and returns its new version and what it is now. Nobody has been
 * told of it. Refuses when it has been out for a minute (`take-back-late`), and when something else has been done since
 * (`nothing-to-take-back`), and what crisis mode is on for (`crisis-is-on`). What was to go out before it and should have done so meanwhile does not.
 */
export async function takeBack(
  releaseId: string,
  by: { actor: Actor; now: Date },
): Promise<{ version: number; status: ReleaseStatus }> {
  return takeBackTogether(releaseId, [], by)
}

/**
 * Takes back releases that went out or were scheduled together, all or none, with those that moved along, and returns what
 * has become of the first.
 */
export async function takeBackTogether(
  releaseId: string,
  others: string[],
  by: { actor: Actor; now: Date },
): Promise<{ version: number; status: ReleaseStatus }> {
  return write(async (tx) => {
    const along = await movedAlong(tx, releaseId)
    const taken = await takeBackIn(tx, releaseId, by)
    for (const other of new Set([...others, ...along])) await takeBackIn(tx, other, by)
    return taken
  })
}

/** Returns what the same change has moved as it did a release: what goes out together is taken back together. */
async function movedAlong(tx: Writer, releaseId: string): Promise<string[]> {
  const last = await lastPublication(tx, releaseId)
  const ids = await groupedWith(tx, releaseId)
  const moved = await Promise.all(ids.map((id) => lastPublication(tx, id)))
  return ids.filter((_, index) => last && moved[index]?.doneAt.getTime() === last.doneAt.getTime())
}

async function takeBackIn(tx: Writer, releaseId: string, by: { actor: Actor; now: Date }) {
  const release = await requireRelease(tx, releaseId)
  const last = await lastPublication(tx, releaseId)
  if (!last) throw new Refusal('nothing-to-take-back')
  if (last.until <= by.now) throw new Refusal('take-back-late')
  await refuseWhileOn(tx, release)

  const before = await fieldsOf(tx, 'release', releaseId)
  const state = readState(last.before)
  const { shown, change } = stillToCome(state, { doneAt: last.doneAt, now: by.now })
  const version = release.draftVersion + 1
  await tx
    .update(releases)
    .set({ ...shown, draftVersion: version, updatedAt: by.now })
    .where(eq(releases.id, releaseId))
  await tx.delete(scheduledChanges).where(eq(scheduledChanges.releaseId, releaseId))
  if (change) await tx.insert(scheduledChanges).values(change)
  await tx.delete(corrections).where(and(eq(corrections.releaseId, releaseId), eq(corrections.at, last.moment)))
  if (state.versions) await putBackVersions(tx, releaseId, state.versions)
  await putBackAddress(tx, release, shown.slug, by.now)
  await forgetChangeAt(tx, releaseId, last.moment)
  const former = { ...release, ...shown }
  await followEmbargo(tx, release, by)
  await followMeeting(tx, releaseId, by.now)
  if (statusOf(former, by.now) === 'draft') await leaveTogether(tx, release, by)
  if (shown.publishAt && shown.publishAt > by.now)
    await noteChange(tx, { release: former, at: shown.publishAt, former: null, now: by.now })
  const isStillSet = change !== null || (former.publishAt !== null && former.publishAt > by.now)
  const authors = await undoPublications(tx, former, { ...by, since: isStillSet ? last.doneAt : undefined })
  await recordEvent(tx, {
    actor: by.actor,
    verb: 'take-back',
    noun: 'release',
    targetId: releaseId,
    details: { taken: last.verb },
    before,
    now: by.now,
  })
  const untold = await unnotify(tx, {
    releaseId,
    kinds: ['published', 'published-without-review', 'scheduled', 'went-out'],
    since: last.doneAt,
  })
  // Only whoever knows that it had gone out need know that it was taken back.
  const knew = authors.filter((id) => !untold.some(({ userId }) => userId === id))
  await notify(tx, { ...by, kind: 'taken-back', releaseId, to: knew })
  return { version, status: statusOf(former, by.now) }
}

/** Leaves out what was to go out by itself when something else was done, and would go out at once if it came back. */
function stillToCome({ shown, change }: StateBefore, { doneAt, now }: { doneAt: Date; now: Date }) {
  const hasPassed = shown.publishAt !== null && shown.publishAt > doneAt && shown.publishAt <= now
  return {
    shown: hasPassed ? { ...shown, liveRevisionId: null, publishAt: null } : shown,
    change: change && change.at > now ? change : null,
  }
}

/** An address that readers were given for a moment leads to the one they had, which redirects no longer. */
async function putBackAddress(tx: Writer, release: Release, former: string | null, now: Date): Promise<void> {
  if (!former || !release.slug || former === release.slug) return
  const owner = { noun: 'release', ...release } as const
  await tx
    .delete(redirects)
    .where(and(eq(redirects.noun, 'release'), eq(redirects.language, release.language), eq(redirects.slug, former)))
  await leaveRedirect(tx, owner, release.slug, now)
}
