/** Texts that go out together: at one instant, all or none. Their moment is one, whoever of them it is moved by. */
import { and, asc, desc, eq, ne } from 'drizzle-orm'
import { db, type Reader, type Writer } from '../../client.ts'
import { jsonText } from '../../dialect.ts'
import { hears } from '../../embargo/held.ts'
import { followEmbargo } from '../../embargo/news.ts'
import { fieldsOf } from '../../events/fields.ts'
import { nameOf } from '../../events/names.ts'
import { type Actor, recordEvent } from '../../events.ts'
import { statusOf } from '../../releases.ts'
import { embargoLinks, outTogether } from '../../schema/embargoes.ts'
import { events } from '../../schema/events.ts'
import { type Release, releases, revisions } from '../../schema/releases.ts'
import { users } from '../../schema/users.ts'
import { notify } from '../../users/notifications.ts'
import { smallChange } from '../published/change-notice.ts'
import { putLive } from '../put-live.ts'
import { stateBefore } from './state-before.ts'

/** Returns the others that go out with a text: those of its group that still have a moment to come. */
export async function companionsOf(from: Reader, releaseId: string, now: Date): Promise<Release[]> {
  return (await othersOf(from, releaseId)).filter((release) => statusOf(release, now) === 'scheduled')
}

/** Returns the ids of the others of a text's group, whatever has become of them. */
export const groupedWith = async (from: Reader, releaseId: string): Promise<string[]> =>
  (await othersOf(from, releaseId)).map(({ id }) => id)

async function othersOf(from: Reader, releaseId: string): Promise<Release[]> {
  const group = await groupOf(from, releaseId)
  if (!group) return []
  const rows = await from
    .select({ release: releases })
    .from(outTogether)
    .innerJoin(releases, eq(releases.id, outTogether.releaseId))
    .where(and(eq(outTogether.groupId, group), ne(releases.id, releaseId)))
    .orderBy(asc(releases.id))
  return rows.map(({ release }) => release)
}

export const groupOf = async (from: Reader, releaseId: string): Promise<string | undefined> =>
  (await from.query.outTogether.findFirst({ where: eq(outTogether.releaseId, releaseId) }))?.groupId

/** Puts texts into a group, as part of the change that schedules them. */
export async function groupTogether(tx: Writer, groupId: string, releaseIds: string[]): Promise<void> {
  for (const releaseId of releaseIds)
    await tx
      .insert(outTogether)
      .values({ releaseId, groupId })
      .onConflictDoUpdate({ target: outTogether.releaseId, set: { groupId } })
}

/**
 * Follows a text of a group to its new moment with all the others, as part of the change that moves it: each goes out as
 * the version that was scheduled.
 */
export async function moveTogether(
  tx: Writer,
  before: Release,
  how: { at: Date; actor: Actor; greeting?: string | undefined; now: Date },
): Promise<void> {
  if (statusOf(before, how.now) !== 'scheduled') return
  const { at, actor, now } = how
  for (const release of await companionsOf(tx, before.id, now)) {
    const revision = await tx.query.revisions.findFirst({ where: eq(revisions.id, release.liveRevisionId ?? '') })
    if (!revision || release.publishAt?.getTime() === at.getTime()) continue
    const state = await stateBefore(tx, release)
    const told = await fieldsOf(tx, 'release', release.id)
    await putLive(tx, { release, revision, at, change: smallChange, actor, now })
    const version = release.draftVersion + 1
    await tx.update(releases).set({ draftVersion: version, updatedAt: now }).where(eq(releases.id, release.id))
    await followEmbargo(tx, release, how)
    const details = { at: at.toISOString(), revision: revision.id, version, before: state }
    const about = { noun: 'release', targetId: release.id, details, before: told, now }
    if (at > now) await recordEvent(tx, { actor, verb: 'schedule', ...about })
    else await recordEvent(tx, { actor, verb: 'publish', ...about })
    const kind = at > now ? 'scheduled' : 'published'
    await notify(tx, { kind, releaseId: release.id, to: [release.createdBy], actor, now })
  }
}

/**
 * Takes a text out of its group, as part of the change that does: the writers of those that stay are told, unless all of
 * them leave it.
 */
export async function leaveTogether(
  tx: Writer,
  release: Release,
  { actor, now, isTold = true }: { actor: Actor; now: Date; isTold?: boolean },
): Promise<void> {
  const group = await groupOf(tx, release.id)
  if (!group) return
  const staying = await companionsOf(tx, release.id, now)
  await tx.delete(outTogether).where(eq(outTogether.releaseId, release.id))
  if (staying.length === 0 || !isTold) return
  const details = { group }
  await recordEvent(tx, { actor, verb: 'leave-together', noun: 'release', targetId: release.id, details, now })
  const note = (await nameOf(tx, 'release', release.id)) ?? ''
  for (const { id: releaseId, createdBy } of staying)
    await notify(tx, { kind: 'left-together', releaseId, to: [createdBy], actor, note, now })
}

export interface Companion {
  id: string
  title: string
  language: Release['language']
  /** The names of those who have it under embargo, and hear of what becomes of it. */
  holders: string[]
}

async function holdersOf(releaseId: string, now: Date): Promise<string[]> {
  const held = and(eq(embargoLinks.releaseId, releaseId), hears(now))
  const rows = await db.select({ name: embargoLinks.name }).from(embargoLinks).where(held).orderBy(asc(embargoLinks.id))
  return rows.map(({ name }) => name)
}

export interface Departure {
  title: string
  at: Date
  by: string | null
}

/** Returns what goes out with a text, and what has been taken out of the group, the latest first. */
export async function listTogether(
  releaseId: string,
  now: Date,
): Promise<{ companions: Companion[]; departures: Departure[] }> {
  const group = await groupOf(db, releaseId)
  if (!group) return { companions: [], departures: [] }
  const companions = await companionsOf(db, releaseId, now)
  const left = await db
    .select({ id: events.targetId, title: events.name, at: events.at, by: users.name })
    .from(events)
    .leftJoin(users, eq(users.id, events.actorId))
    .where(and(eq(events.verb, 'leave-together'), eq(jsonText(events.details, 'group'), group)))
    .orderBy(desc(events.at), desc(events.id))
  // What has come back has not been taken out, and of what has been taken out twice the last time is told.
  const told = new Set([releaseId, ...companions.map(({ id }) => id)])
  const departures = left.filter(({ id }) => !told.has(id) && told.add(id))
  return {
    companions: await Promise.all(
      companions.map(async ({ id, language }) => {
        const title = (await nameOf(db, 'release', id)) ?? ''
        return { id, language, title, holders: await holdersOf(id, now) }
      }),
    ),
    departures: departures.map(({ id: _, title, ...one }) => ({ ...one, title: title ?? '' })),
  }
}
