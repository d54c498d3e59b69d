/**
 * Texts that wait while crisis mode is on. A paused text is a draft that is planned for the time it was scheduled for, so
 * that it cannot go out whatever the clock does.
 */
import { and, asc, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Reader, type Writer } from '../client.ts'
import type { Actor } from '../events.ts'
import { cancelIn, publishIn } from '../releases/publication.ts'
import { requireRelease } from '../releases/require-release.ts'
import { crisisPauses } from '../schema/crises.ts'
import { releases, revisions } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

interface By {
  actor: Actor
  now: Date
}

export interface PausedText {
  id: string
  title: string
  at: Date
}

const isScheduled = and(isNotNull(releases.liveRevisionId), isNull(releases.withdrawnAt))

/** Returns the texts that are scheduled to go out for the first time, the next first. */
export async function listScheduled(now: Date): Promise<PausedText[]> {
  const rows = await scheduledQuery().execute({ now })
  return rows.flatMap(({ at, ...text }) => (at ? [{ ...text, at }] : []))
}

const scheduledQuery = prepared((reader) =>
  reader
    .select({ id: releases.id, title: revisions.title, at: releases.publishAt })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(isScheduled, gt(releases.publishAt, sql.param(sql.placeholder('now'), releases.publishAt))))
    .orderBy(asc(releases.publishAt))
    .prepare(),
)

/** Returns the texts that are paused for a statement, by their times. */
export const listPaused = (storyId: string): Promise<PausedText[]> => pausedQuery().execute({ storyId })

const pausedQuery = prepared((reader) => selectPaused(reader).prepare())

const selectPaused = (from: Reader, storyId: string | undefined = undefined) =>
  from
    .select({ id: releases.id, title: revisions.title, at: crisisPauses.at })
    .from(crisisPauses)
    .innerJoin(releases, and(eq(releases.id, crisisPauses.releaseId), notInTrash('release', releases.id)))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(eq(crisisPauses.storyId, storyId ?? sql.placeholder('storyId')), isNull(releases.liveRevisionId)))
    .orderBy(asc(crisisPauses.at))

/** Pauses every text that is scheduled. Those who have one under embargo are told, as of any text that is cancelled. */
export async function pauseScheduled(tx: Writer, storyId: string, by: By): Promise<number> {
  const scheduled = await tx
    .select({ id: releases.id, at: releases.publishAt })
    .from(releases)
    .where(and(isScheduled, gt(releases.publishAt, by.now), ne(releases.storyId, storyId)))
  for (const { id, at } of scheduled) {
    if (!at) continue
    await cancelIn(tx, id, by)
    await tx.update(releases).set({ plannedAt: at }).where(eq(releases.id, id))
    const pause = { releaseId: id, storyId, at }
    await tx.insert(crisisPauses).values(pause).onConflictDoUpdate({ target: crisisPauses.releaseId, set: pause })
  }
  return scheduled.length
}

/**
 * Schedules again what is paused for a statement and whose time has not passed, as its draft reads now. What may not go out
 * stays a draft. Returns how many were scheduled.
 */
export async function releasePaused(tx: Writer, storyId: string, by: By & { reason: string }): Promise<number> {
  const paused = await selectPaused(tx, storyId)
  let count = 0
  for (const { id, at } of paused.filter((text) => text.at > by.now)) {
    const { draftVersion: baseVersion } = await requireRelease(tx, id)
    try {
      await publishIn(tx, id, { ...by, baseVersion, at })
      await tx.update(releases).set({ plannedAt: null }).where(eq(releases.id, id))
      count++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return count
}

/** Ends the pauses of a statement: what was not scheduled again is a draft like any other. */
export const endPauses = (tx: Writer, storyId: string) =>
  tx.delete(crisisPauses).where(eq(crisisPauses.storyId, storyId))
