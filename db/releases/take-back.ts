/**
 * Takes back what has just been published or scheduled: everything is as it was before the press. For the first minute
 * only; after it a release is withdrawn, with a reason that readers can read.
 */
import { and, desc, eq, inArray } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { forgetChanges, noteChange } from '../outbox/announcements.ts'
import { redirects } from '../schema/newsroom.ts'
import { events } from '../schema/outbox.ts'
import { corrections, type Release, releases, scheduledChanges } from '../schema/releases.ts'
import { leaveRedirect } from '../slugs.ts'
import type { PublicationVerb } from './publication.ts'
import { wasSeen } from './put-live.ts'
import { requireRelease } from './require-release.ts'

/** How long a publication can be taken back, in milliseconds. */
const takeBackWithin = 60_000

const publications = ['publish', 'publish-changes', 'schedule', 'schedule-changes'] satisfies PublicationVerb[]
const others = ['withdraw', 'cancel-schedule', 'take-back']

type Shown = Pick<
  Release,
  'slug' | 'liveRevisionId' | 'publishAt' | 'revisedAt' | 'withdrawnAt' | 'withdrawnReason' | 'redirectToId'
>
type Change = typeof scheduledChanges.$inferSelect

/** Writes down what readers see of a release, and are about to, so that it can be put back. */
export async function stateBefore(tx: Writer, release: Release): Promise<string> {
  const { slug, liveRevisionId, publishAt, revisedAt, withdrawnAt, withdrawnReason, redirectToId } = release
  const shown: Shown = { slug, liveRevisionId, publishAt, revisedAt, withdrawnAt, withdrawnReason, redirectToId }
  const [change] = await tx.select().from(scheduledChanges).where(eq(scheduledChanges.releaseId, release.id))
  return JSON.stringify({ shown, change: change ?? null })
}

const instants = new Set(['publishAt', 'revisedAt', 'withdrawnAt', 'at', 'createdAt'])
const readState = (written: string): { shown: Shown; change: Change | null } =>
  JSON.parse(written, (key, value) => (instants.has(key) && typeof value === 'string' ? new Date(value) : value))

/**
 * Undoes the last publication or scheduling of a release and returns its new version. Refuses when a minute has passed or
 * what was scheduled has gone out (`take-back-late`), and when something else has been done since (`nothing-to-take-back`).
 */
export async function takeBack(releaseId: string, by: { actor: Actor; now: Date }): Promise<{ version: number }> {
  return write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    const [last] = await tx
      .select({ at: events.at, verb: events.verb, details: events.details })
      .from(events)
      .where(and(eq(events.targetId, releaseId), inArray(events.verb, [...publications, ...others])))
      .orderBy(desc(events.at), desc(events.id))
      .limit(1)
    if (!last || !publications.some((verb) => verb === last.verb)) throw new Refusal('nothing-to-take-back')
    const { before, at = 0 } = last.details ?? {}
    const isScheduled = last.verb.startsWith('schedule')
    const until = isScheduled ? new Date(at) : new Date(last.at.getTime() + takeBackWithin)
    if (!before || until <= by.now) throw new Refusal('take-back-late')

    const { shown, change } = readState(String(before))
    const version = release.draftVersion + 1
    await tx
      .update(releases)
      .set({ ...shown, draftVersion: version, updatedAt: by.now })
      .where(eq(releases.id, releaseId))
    await tx.delete(scheduledChanges).where(eq(scheduledChanges.releaseId, releaseId))
    if (change) await tx.insert(scheduledChanges).values(change)
    await tx.delete(corrections).where(and(eq(corrections.releaseId, releaseId), eq(corrections.at, new Date(at))))
    await putBackAddress(tx, release, shown.slug, by.now)
    const former = { ...release, ...shown }
    if (isScheduled && !wasSeen(former, by.now)) {
      if (shown.publishAt) await noteChange(tx, { release: former, at: shown.publishAt, former: null, now: by.now })
      else await forgetChanges(tx, releaseId, by.now)
    } else if (!isScheduled)
      await noteChange(tx, { release: former, at: by.now, former: release.liveRevisionId, now: by.now })
    await recordEvent(tx, {
      actor: by.actor,
      verb: 'take-back',
      noun: 'release',
      targetId: releaseId,
      details: { taken: last.verb },
      now: by.now,
    })
    return { version }
  })
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
