/**
 * Texts that wait while crisis mode is on, and changes to texts that readers see. What is paused is cancelled as a member
 * would do it, so that it cannot go out whatever the clock does; a text is a draft planned for the time it had.
 */
import { and, asc, desc, eq, isNull, lt, ne, notExists, or, type Placeholder, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Reader, type Writer, write } from '../client.ts'
import type { Actor } from '../events.ts'
import { goesOut } from '../releases/going-out.ts'
import { readState } from '../releases/publication/state-before.ts'
import { groupTogether } from '../releases/publication/together.ts'
import { cancelIn, publishIn } from '../releases/publication.ts'
import type { ChangeNotice } from '../releases/published/change-notice.ts'
import { requireRelease } from '../releases/require-release.ts'
import { crisisPauses, crisisStatements } from '../schema/crises.ts'
import { events } from '../schema/events.ts'
import { releases, revisions, scheduledChanges } from '../schema/releases.ts'
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

/** Returns what goes out by itself, a text for the first time or a change to one, the next first. */
export const listScheduled = async (now: Date): Promise<PausedText[]> =>
  withTimes(await scheduledQuery().execute({ now }))

const scheduledQuery = prepared((reader) => selectScheduled(reader, sql.placeholder('now')).prepare())

function selectScheduled(from: Reader, now: Date | Placeholder, apartFrom?: string) {
  const at = sql`coalesce(${scheduledChanges.at}, ${releases.publishAt})`
  return from
    .select({ id: releases.id, title: revisions.title, at: at.mapWith(releases.publishAt) })
    .from(releases)
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    .innerJoin(revisions, eq(revisions.id, sql`coalesce(${scheduledChanges.revisionId}, ${releases.liveRevisionId})`))
    .where(and(goesOut(now), apartFrom ? ne(releases.storyId, apartFrom) : undefined))
    .orderBy(asc(at), asc(releases.id))
}

const withTimes = (rows: { id: string; title: string; at: Date | null }[]): PausedText[] =>
  rows.flatMap(({ at, ...text }) => (at ? [{ ...text, at }] : []))

/** Returns what is still paused for a statement, by the times. */
export const listPaused = (storyId: string): Promise<PausedText[]> => pausedQuery().execute({ storyId })

const pausedQuery = prepared((reader) => selectPaused(reader, sql.placeholder('storyId')).prepare())

/** What somebody has published or scheduled meanwhile, or withdrawn, is paused no longer. */
const isStillPaused = (from: Reader) =>
  or(
    isNull(releases.liveRevisionId),
    and(
      lt(releases.publishAt, crisisStatements.startedAt),
      or(isNull(releases.replacedAt), lt(releases.replacedAt, crisisStatements.startedAt)),
      or(isNull(releases.withdrawnAt), lt(releases.withdrawnAt, crisisStatements.startedAt)),
      notExists(
        from
          .select({ id: scheduledChanges.releaseId })
          .from(scheduledChanges)
          .where(eq(scheduledChanges.releaseId, releases.id)),
      ),
    ),
  )

const selectPaused = (from: Reader, storyId: string | Placeholder) =>
  from
    .select({ id: releases.id, title: revisions.title, at: crisisPauses.at })
    .from(crisisPauses)
    .innerJoin(crisisStatements, eq(crisisStatements.storyId, crisisPauses.storyId))
    .innerJoin(releases, and(eq(releases.id, crisisPauses.releaseId), notInTrash('release', releases.id)))
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(eq(crisisPauses.storyId, storyId), isStillPaused(from)))
    .orderBy(asc(crisisPauses.at), asc(releases.id))

/**
 * Pauses everything that goes out by itself, and returns how many texts that is. Those who have one under embargo are told,
 * as of any text that is cancelled.
 */
export async function pauseScheduled(tx: Writer, storyId: string, by: By): Promise<number> {
  const scheduled = withTimes(await selectScheduled(tx, by.now, storyId))
  for (const { id, at } of scheduled) {
    const { what } = await cancelIn(tx, id, { ...by, isPause: true })
    if (what === 'cancel') await tx.update(releases).set({ plannedAt: at }).where(eq(releases.id, id))
    const pause = { releaseId: id, storyId, at }
    await tx.insert(crisisPauses).values(pause).onConflictDoUpdate({ target: crisisPauses.releaseId, set: pause })
  }
  return scheduled.length
}

/** What went out together, and can again. */
type Waiting = { id: string; at: Date; revisionId: string | null; change: ChangeNotice | undefined }[]

/**
 * Returns what can be scheduled again of what is paused for a statement: what goes out together is one. `total` is how many
 * texts are still paused.
 */
export async function stillPaused(tx: Writer, storyId: string): Promise<{ waiting: Waiting[]; total: number }> {
  const still = new Set((await selectPaused(tx, storyId)).map(({ id }) => id))
  const rows = await tx.select().from(crisisPauses).where(eq(crisisPauses.storyId, storyId))
  const paused = await Promise.all(rows.map(async ({ releaseId: id, at }) => ({ id, at, ...(await stateOf(tx, id)) })))
  const together = [...Map.groupBy(paused, ({ group, id }) => group ?? id).values()]
  return { waiting: together.filter((texts) => texts.every(({ id }) => still.has(id))), total: still.size }
}

/** Returns what was to go out of a text when it was paused. */
async function stateOf(tx: Writer, releaseId: string) {
  const [event] = await tx
    .select({ details: events.details })
    .from(events)
    .where(and(eq(events.targetId, releaseId), eq(events.verb, 'cancel-schedule')))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1)
  const { before, group } = event?.details ?? {}
  const state = before ? readState(String(before)) : undefined
  const change = state?.change
  return {
    group,
    revisionId: change?.revisionId ?? state?.shown.liveRevisionId ?? null,
    change: change ? { kind: change.kind, wrong: change.wrong, text: change.correction } : undefined,
  }
}

/**
 * Schedules again what was paused and whose time has not passed, as it was scheduled before: what goes out together does so
 * or stays. What has been written in or moved since stays with its writers, and so does what may not go out. Returns how
 * many texts were scheduled.
 */
export async function letGo(waiting: Waiting[], by: By & { reason: string }): Promise<number> {
  let count = 0
  for (const texts of waiting.filter((all) => all.every(({ at }) => at > by.now))) {
    try {
      await write((tx) => scheduleAgain(tx, texts, by))
      count += texts.length
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  return count
}

async function scheduleAgain(tx: Writer, texts: Waiting, by: By & { reason: string }): Promise<void> {
  for (const { id, at, revisionId, change } of texts) {
    const { draftVersion: baseVersion, draftRevisionId, plannedAt } = await requireRelease(tx, id)
    const isMoved = !change && plannedAt?.getTime() !== at.getTime()
    if (draftRevisionId !== revisionId || isMoved) throw new Refusal('stale')
    await publishIn(tx, id, { ...by, baseVersion, at, change })
    await tx.delete(crisisPauses).where(eq(crisisPauses.releaseId, id))
    if (!change) await tx.update(releases).set({ plannedAt: null }).where(eq(releases.id, id))
  }
  if (texts.length > 1)
    await groupTogether(
      tx,
      v7(),
      texts.map(({ id }) => id),
    )
}
