/** Publishes and withdraws releases: what stops a publication, publishing now or at a set time, withdrawing. */
import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { publishBlockers } from '#lib/checks/blockers.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { refusePrepared, refuseWhileOn } from '../crisis/prepared.ts'
import { jsonText } from '../dialect.ts'
import { followEmbargo } from '../embargo/news.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { forgetChanges, noteChange } from '../outbox/announcements.ts'
import { events } from '../schema/events.ts'
import { releases } from '../schema/releases.ts'
import { notify } from '../users/notifications.ts'
import { refuseStale } from '../versions.ts'
import { readDraft } from './drafts.ts'
import { stateBefore } from './publication/state-before.ts'
import { groupOf, groupTogether, leaveTogether, moveTogether } from './publication/together.ts'
import { type ChangeNotice, requireNotice, smallChange } from './published/change-notice.ts'
import { putLive, wasSeen } from './put-live.ts'
import { requireRelease } from './require-release.ts'
import { tellOfUnreviewed } from './review/tell.ts'
import { passReview, refuseOvertaken } from './review/two-pairs-of-eyes.ts'
import { undoPublications } from './review/undo-publication.ts'
import { dropScheduledChange, scheduleChange } from './scheduled-changes.ts'

export type PublicationVerb = 'publish' | 'schedule' | 'publish-changes' | 'schedule-changes'

interface Publication {
  version: number
  what: PublicationVerb
}

interface PublicationOf {
  actor: Actor
  baseVersion: number
  at: Date | null
  /** What readers are told, where they have seen the release. */
  change?: ChangeNotice | undefined
  key?: string
  /** Why it goes out unreviewed, for a writer of it where two pairs of eyes are asked for. */
  reason?: string
  /** The number of the last step of its review that its publisher knows of. */
  baseStep?: number
  /** Words to those who have the text under embargo. */
  greeting?: string
  now: Date
}

/**
 * Publishes the draft: at once, or at `at`. For a release that readers have seen it replaces what they see, and until
 * `at` they see what they saw. Refuses while something blocks (`blocked`), a time that has passed, a stale version, an
 * address another release has had, what two pairs of eyes are to read first (`two-pairs-of-eyes`), and a step of the
 * review that its publisher does not know of (`review-moved`), and a change to what readers have seen of which it is not
 * said what they are told (see `requireNotice`), and what is prepared for a crisis (`crisis-prepared`). A changed address leaves a redirect. Returns the new version and what was
 * done; a request whose `key` has been met before changes nothing and is answered as it was then.
 */
export async function publishRelease(releaseId: string, how: PublicationOf): Promise<Publication> {
  return write((tx) => publishIn(tx, releaseId, how))
}

/**
 * Publishes a release together with others of its story, all or none, and returns what was done with the first. Refuses
 * what `publishRelease` refuses (of the others as `blocked-version`, `stale-version`, `change-kind-missing-version` and
 * `two-pairs-of-eyes-version`) and a release of another story.
 */
export async function publishTogether(
  releaseId: string,
  others: { id: string; baseVersion: number; change?: ChangeNotice | undefined }[],
  how: PublicationOf,
): Promise<Publication> {
  return write(async (tx) => {
    const done = await publishIn(tx, releaseId, how)
    const { storyId } = await requireRelease(tx, releaseId)
    for (const { id, baseVersion, change } of others) {
      const other = await requireRelease(tx, id)
      if (other.storyId !== storyId) throw new Refusal('unknown-release')
      await publishIn(tx, id, { ...how, baseVersion, change, baseStep: undefined }).catch((error) => {
        const code = error instanceof Refusal ? error.code : undefined
        const details = { ...(error instanceof Refusal && error.details), language: other.language }
        if (code === 'blocked') throw new Refusal('blocked-version', { details })
        if (code === 'change-kind-missing') throw new Refusal('change-kind-missing-version', { details })
        if (code === 'two-pairs-of-eyes') throw new Refusal('two-pairs-of-eyes-version', { details })
        throw code === 'stale' ? new Refusal('stale-version', { details }) : error
      })
    }
    if (how.at && others.length)
      await groupTogether(tx, (await groupOf(tx, releaseId)) ?? v7(), [releaseId, ...others.map(({ id }) => id)])
    return done
  })
}

/**
 * Publishes a draft as part of a change. Refuses what `publishRelease` refuses. What goes out together with it moves along.
 */
export async function publishIn(tx: Writer, releaseId: string, how: PublicationOf): Promise<Publication> {
  const earlier = how.key && (await publicationBy(tx, releaseId, how.key))
  if (earlier) return earlier
  const release = await requireRelease(tx, releaseId)
  await refuseOvertaken(tx, release, how)
  refuseStale(release.draftVersion, how.baseVersion)
  const draft = release.draftRevisionId ? await readDraft(tx, release.draftRevisionId) : undefined
  if (!draft || !release.draftRevisionId) throw new Refusal('unknown-release')
  await refusePrepared(tx, release)
  const blockers = publishBlockers(draft)
  if (blockers.length) throw new Refusal('blocked', { details: { count: blockers.length } })
  if (how.at && how.at <= how.now) throw new Refusal('time-passed', { field: 'at' })

  const { actor, now } = how
  const at = how.at ?? now
  const seen = wasSeen(release, now)
  const change = seen ? requireNotice(how.change) : smallChange
  const before = await stateBefore(tx, release)
  const told = await fieldsOf(tx, 'release', releaseId)
  const { reason, authors } = await passReview(tx, release, { actor, reason: how.reason ?? '', now })
  if (seen && how.at)
    await scheduleChange(tx, { release, revisionId: release.draftRevisionId, draft }, { actor, at, change, now })
  else await putLive(tx, { release, revision: { ...draft, id: release.draftRevisionId }, at, change, actor, now })
  const version = release.draftVersion + 1
  await tx.update(releases).set({ draftVersion: version, updatedAt: now }).where(eq(releases.id, releaseId))
  await followEmbargo(tx, release, how)
  await moveTogether(tx, release, { ...how, at })
  const isChange = seen && !release.withdrawnAt
  const what = `${how.at ? 'schedule' : 'publish'}${isChange ? '-changes' : ''}` as const
  await recordEvent(tx, {
    actor,
    verb: what,
    noun: 'release',
    targetId: releaseId,
    details: {
      at: at.toISOString(),
      revision: release.draftRevisionId,
      version,
      before,
      ...(how.key && { key: how.key }),
      ...(reason && { reason }),
      ...(seen && { change: change.kind }),
    },
    before: told,
    now,
  })
  const kind = how.at ? 'scheduled' : 'published'
  if (reason) await tellOfUnreviewed(tx, releaseId, { actor, note: reason, authors, now })
  else await notify(tx, { kind, releaseId, to: authors, actor, now })
  return { version, what }
}

/** Returns what a request did when it came the first time: a press that is sent twice publishes once. */
async function publicationBy(tx: Writer, releaseId: string, key: string): Promise<Publication | undefined> {
  const [event] = await tx
    .select({ what: events.verb, version: jsonText(events.details, 'version') })
    .from(events)
    .where(and(eq(events.targetId, releaseId), eq(jsonText(events.details, 'key'), key)))
  return event && { version: Number(event.version), what: event.what as PublicationVerb }
}

/**
 * Cancels what was to be published at a set time and returns the new version. A scheduled release is a draft again; of one
 * that readers have seen, only the change is dropped. It no longer goes out with others, and those who have it under
 * embargo are told. Refuses one with nothing scheduled.
 */
export async function cancelSchedule(releaseId: string, by: Cancelling): Promise<Cancelled> {
  return write((tx) => cancelIn(tx, releaseId, by))
}

interface Cancelling {
  actor: Actor
  greeting?: string
  /** Whether it is to go out again, with what goes out with it: what holds now is written down. */
  isPause?: boolean
  now: Date
}

interface Cancelled {
  version: number
  what: 'cancel' | 'cancel-changes'
}

/** Cancels what was to be published at a set time, as part of a change. Refuses what `cancelSchedule` refuses. */
export async function cancelIn(tx: Writer, releaseId: string, by: Cancelling): Promise<Cancelled> {
  const release = await requireRelease(tx, releaseId)
  const before = await fieldsOf(tx, 'release', releaseId)
  const group = await groupOf(tx, releaseId)
  const details = by.isPause ? { before: await stateBefore(tx, release), ...(group && { group }) } : undefined
  const isChange = await dropScheduledChange(tx, releaseId)
  if (!isChange && (!release.publishAt || release.publishAt <= by.now)) throw new Refusal('already-live')
  const version = release.draftVersion + 1
  await tx
    .update(releases)
    .set({ ...(!isChange && { liveRevisionId: null, publishAt: null }), draftVersion: version, updatedAt: by.now })
    .where(eq(releases.id, releaseId))
  if (!isChange) await forgetChanges(tx, releaseId, by.now)
  await followEmbargo(tx, release, by)
  if (!isChange) await leaveTogether(tx, release, { ...by, isTold: !by.isPause })
  const authors = await undoPublications(tx, release, by)
  await recordEvent(tx, {
    actor: by.actor,
    verb: 'cancel-schedule',
    noun: 'release',
    targetId: releaseId,
    ...(details && { details }),
    before,
    now: by.now,
  })
  await notify(tx, { ...by, kind: 'unscheduled', releaseId, to: authors })
  return { version, what: isChange ? 'cancel-changes' : 'cancel' }
}

/**
 * Withdraws a release and returns its new version. Its address answers 410 with the reason, or redirects to another release of the same language.
 * A change that was scheduled for it is dropped. Refuses a release that is not live, a missing reason, a redirect to
 * itself or to nothing, and what crisis mode is on for (`crisis-is-on`).
 */
export async function withdrawRelease(releaseId: string, how: Withdrawal): Promise<{ version: number }> {
  return write((tx) => withdrawIn(tx, releaseId, how))
}

interface Withdrawal {
  actor: Actor
  reason: string
  redirectToId?: string | null
  now: Date
}

/** Withdraws a release as part of a change. Refuses what `withdrawRelease` refuses. */
export async function withdrawIn(tx: Writer, releaseId: string, how: Withdrawal): Promise<{ version: number }> {
  const reason = how.reason.trim()
  if (!reason) throw new Refusal('reason-missing', { field: 'reason' })
  const release = await requireRelease(tx, releaseId)
  if (!release.liveRevisionId || !release.publishAt || release.publishAt > how.now || release.withdrawnAt) {
    throw new Refusal('not-live')
  }
  if (how.redirectToId) {
    const target = await tx.query.releases.findFirst({ where: eq(releases.id, how.redirectToId) })
    if (!target || target.id === releaseId || target.language !== release.language) {
      throw new Refusal('unknown-redirect', { field: 'redirectToId' })
    }
  }
  await refuseWhileOn(tx, release)
  const before = await fieldsOf(tx, 'release', releaseId)
  await tx
    .update(releases)
    .set({
      withdrawnAt: how.now,
      withdrawnReason: reason,
      redirectToId: how.redirectToId ?? null,
      draftVersion: release.draftVersion + 1,
      updatedAt: how.now,
    })
    .where(eq(releases.id, releaseId))
  if (await dropScheduledChange(tx, releaseId)) await undoPublications(tx, release, how)
  await noteChange(tx, { release, at: how.now, former: null, now: how.now })
  await recordEvent(tx, {
    actor: how.actor,
    verb: 'withdraw',
    noun: 'release',
    targetId: releaseId,
    details: { reason },
    before,
    now: how.now,
  })
  const { actor, now } = how
  await notify(tx, { kind: 'withdrawn', releaseId, to: [release.createdBy], actor, note: reason, now })
  return { version: release.draftVersion + 1 }
}
