/**
 * Changes what readers see of a release at a set time: a new text for a live one, or a withdrawn one that comes back. What
 * is first published at a set time is a query (see `db/live/visible.ts`); what replaces something is carried out by the
 * clock, because readers’ queries follow each release to one revision.
 */
import { asc, eq, lte, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Writer, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { type Release, releases, revisions, scheduledChanges } from '../schema/releases.ts'
import { findSlug } from '../slugs.ts'
import { notify } from '../users/notifications.ts'
import { stateBefore } from './publication/state-before.ts'
import type { ChangeNotice } from './published/change-notice.ts'
import { keepAsPublished, putLive, slugClaim } from './put-live.ts'
import type { Draft } from './revisions.ts'

/**
 * Schedules a text for a release that readers have seen, in place of one scheduled before. Refuses an address that
 * another release has, has had, or is about to get.
 */
export async function scheduleChange(
  tx: Writer,
  { release, revisionId, draft }: { release: Release; revisionId: string; draft: Draft },
  how: { actor: Actor; at: Date; change: ChangeNotice; now: Date },
): Promise<void> {
  await findSlug(tx, { noun: 'release', ...release }, slugClaim(tx, release, draft))
  await keepAsPublished(tx, release, revisionId)
  const values = {
    revisionId,
    at: how.at,
    kind: how.change.kind,
    wrong: how.change.wrong,
    correction: how.change.text,
    createdAt: how.now,
    createdBy: how.actor.id,
  }
  await tx
    .insert(scheduledChanges)
    .values({ releaseId: release.id, ...values })
    .onConflictDoUpdate({ target: scheduledChanges.releaseId, set: values })
}

/** Drops the change scheduled for a release, and returns whether there was one. */
export async function dropScheduledChange(tx: Writer, releaseId: string): Promise<boolean> {
  const dropped = await tx.delete(scheduledChanges).where(eq(scheduledChanges.releaseId, releaseId)).returning()
  return dropped.length > 0
}

const anyDue = prepared((reader) =>
  reader
    .select({ id: scheduledChanges.releaseId })
    .from(scheduledChanges)
    .where(lte(scheduledChanges.at, sql.param(sql.placeholder('now'), scheduledChanges.at)))
    .limit(atMost(1))
    .prepare(),
)

/**
 * Carries out the changes whose moment has come, in order. What is being written is left as it is. A release keeps its
 * address where the new one has been taken after all.
 */
export async function publishScheduledChanges(now: Date): Promise<void> {
  // Asked twice a second, and nearly always of an empty table, so no transaction is begun for it.
  if ((await anyDue().execute({ now })).length === 0) return
  const isDue = lte(scheduledChanges.at, now)
  await write(async (tx) => {
    const due = await tx
      .select({ change: scheduledChanges, release: releases, revision: revisions })
      .from(scheduledChanges)
      .innerJoin(releases, eq(releases.id, scheduledChanges.releaseId))
      .innerJoin(revisions, eq(revisions.id, scheduledChanges.revisionId))
      .where(isDue)
      .orderBy(asc(scheduledChanges.at), asc(scheduledChanges.releaseId))
    for (const { change, release, revision } of due) {
      const actor = { id: change.createdBy, byClock: true }
      const before = await stateBefore(tx, release)
      const fields = await fieldsOf(tx, 'release', release.id)
      const told: ChangeNotice = { kind: change.kind, wrong: change.wrong, text: change.correction }
      const showing = { release, revision, at: change.at, change: told, actor, now }
      await putLive(tx, showing).catch((error) => {
        if (!(error instanceof Refusal)) throw error
        return putLive(tx, { ...showing, revision: { ...revision, slug: '' } })
      })
      await recordEvent(tx, {
        actor,
        verb: release.withdrawnAt ? 'publish' : 'publish-changes',
        noun: 'release',
        targetId: release.id,
        details: { at: change.at.toISOString(), revision: revision.id, change: change.kind, before },
        before: fields,
        now,
      })
      // What comes back after a withdrawal is told of when it can no longer be taken back, like what goes out first.
      if (!release.withdrawnAt)
        await notify(tx, { kind: 'went-out', releaseId: release.id, to: [release.createdBy], actor, now })
    }
  })
}
