/**
 * The trash: what is thrown away lies there for thirty days, unseen by readers, lists, pickers and searches, and can be
 * restored as it was. Then the clock deletes it (`trash/empty.ts`).
 */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Reader, type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { noteFirstSteps } from './first-steps.ts'
import { usesOf } from './media/uses.ts'
import { type Member, may } from './permissions.ts'
import { requireRelease } from './releases/require-release.ts'
import { statusOf } from './releases.ts'
import { media, organisations } from './schema/library.ts'
import { people } from './schema/people.ts'
import { releases, scheduledChanges } from './schema/releases.ts'
import { series, topics } from './schema/subjects.ts'
import { trash } from './schema/trash.ts'
import { takeFromTrash, trashedSince } from './trash/in-trash.ts'
import type { TrashNoun } from './types.ts'

/** How long something lies in the trash, in milliseconds. */
export const trashLasts = 30 * 86_400_000

type By = { actor: Member; now: Date }

/** What a change of several things did: all it may, and the rest with the code of the refusal. */
export interface BulkOutcome {
  done: string[]
  left: { id: string; code: string; details?: Refusal['details'] }[]
}

/**
 * Puts things in the trash. Of several it takes all it may and tells which stay. Refused are live and scheduled texts
 * (`trash-live`, `trash-scheduled`: they are withdrawn first), the organisation that owns the newsroom, what is not
 * there, and what the member may not throw away (`trash-of-others`). What lies there already stays as it is.
 */
export async function moveToTrash(noun: TrashNoun, ids: string[], by: By): Promise<BulkOutcome> {
  return write((tx) => eachMay(ids, (id) => putInTrash(tx, noun, id, by)))
}

/**
 * Restores things from the trash as they were. Refused is what the member may not throw away. What does not lie there
 * stays as it is.
 */
export async function restoreFromTrash(noun: TrashNoun, ids: string[], by: By): Promise<BulkOutcome> {
  return write((tx) => eachMay(ids, (id) => restoreOne(tx, noun, id, by)))
}

/** Does something with each, one after another, and gathers what refused. A refusal has changed nothing. */
export async function eachMay(ids: string[], change: (id: string) => Promise<unknown>): Promise<BulkOutcome> {
  const outcome: BulkOutcome = { done: [], left: [] }
  for (const id of new Set(ids)) {
    try {
      await change(id)
      outcome.done.push(id)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, details } = error
      outcome.left.push({ id, code, ...(Object.keys(details).length > 0 && { details }) })
    }
  }
  return outcome
}

async function putInTrash(tx: Writer, noun: TrashNoun, id: string, by: By): Promise<void> {
  if (await trashedSince(noun, id, tx)) return
  await refuseToTrash(tx, noun, id, by)
  await layInTrash(tx, noun, id, by)
}

/** Refuses what may not be thrown away, as `moveToTrash` tells. */
export const refuseToTrash = (tx: Writer, noun: TrashNoun, id: string, by: By): Promise<void> =>
  guards[noun](tx, id, by)

/** Puts one thing in the trash, inside a change under way that has made sure that it may be. */
export async function layInTrash(tx: Writer, noun: TrashNoun, id: string, by: By): Promise<void> {
  const { now } = by
  await noteFirstSteps(tx, now)
  await tx
    .insert(trash)
    .values({ noun, targetId: id, at: now, trashedBy: by.actor.id, emptyAt: new Date(now.getTime() + trashLasts) })
  // Nobody presents whoever lies in the trash. That they were not archived before can be told by the moment.
  if (noun === 'person') await setArchivedAt(tx, id, { from: null, to: now })
  await recordEvent(tx, { actor: by.actor, verb: 'trash', noun, targetId: id, now })
}

async function restoreOne(tx: Writer, noun: TrashNoun, id: string, by: By): Promise<void> {
  const row = await trashedSince(noun, id, tx)
  if (!row) return
  if (!(await mayManage(tx, noun, id, by.actor))) throw new Refusal('trash-of-others')
  await restoreTrashed(tx, noun, id, { actor: by.actor, now: by.now, since: row.at })
}

/** Takes something out of the trash, whoever put it there, inside a change under way. */
export async function restoreTrashed(
  tx: Writer,
  noun: TrashNoun,
  id: string,
  by: { actor: Actor | null; now: Date; since: Date },
): Promise<void> {
  await takeFromTrash(tx, noun, id)
  if (noun === 'person') await setArchivedAt(tx, id, { from: by.since, to: null })
  await recordEvent(tx, { actor: by.actor, verb: 'restore', noun, targetId: id, now: by.now })
}

async function setArchivedAt(tx: Writer, id: string, { from, to }: { from: Date | null; to: Date | null }) {
  const person = await tx.query.people.findFirst({ where: eq(people.id, id) })
  if (person && person.archivedAt?.getTime() === from?.getTime())
    await tx.update(people).set({ archivedAt: to }).where(eq(people.id, id))
}

/** What stops something from being thrown away. */
const guards: Record<TrashNoun, (tx: Writer, id: string, by: By) => Promise<void>> = {
  async release(tx, id, { actor, now }) {
    const release = await requireRelease(tx, id)
    if (!may(actor, 'manage-text', release)) throw new Refusal('trash-of-others')
    const status = statusOf(release, now)
    if (status === 'live') throw new Refusal('trash-live')
    const change = await tx.query.scheduledChanges.findFirst({ where: eq(scheduledChanges.releaseId, id) })
    if (status === 'scheduled' || change) throw new Refusal('trash-scheduled')
    // What readers have had is more than its writer's own.
    if (status === 'withdrawn' && !may(actor, 'publish', release)) throw new Refusal('trash-withdrawn')
  },
  async person(tx, id, { actor }) {
    if (!(await tx.query.people.findFirst({ where: eq(people.id, id) }))) throw new Refusal('unknown-person')
    if (!may(actor, 'edit-people')) throw new Refusal('trash-of-others')
  },
  async media(tx, id, { actor }) {
    const file = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!file) throw new Refusal('unknown-media')
    if (!may(actor, 'edit-media', file)) throw new Refusal('trash-of-others')
    const isShown = (await usesOf(id, tx)).some((use) => use.noun !== 'release' || use.in.includes('live'))
    if (isShown && !may(actor, 'replace-shown-media', file)) throw new Refusal('media-shown')
  },
  async topic(tx, id, { actor }) {
    if (!(await tx.query.topics.findFirst({ where: eq(topics.id, id) }))) throw new Refusal('unknown-topic')
    if (!may(actor, 'edit-subjects')) throw new Refusal('trash-of-others')
  },
  async series(tx, id, { actor }) {
    if (!(await tx.query.series.findFirst({ where: eq(series.id, id) }))) throw new Refusal('unknown-series')
    if (!may(actor, 'edit-subjects')) throw new Refusal('trash-of-others')
  },
  async organisation(tx, id, { actor }) {
    const organisation = await tx.query.organisations.findFirst({ where: eq(organisations.id, id) })
    if (!organisation) throw new Refusal('unknown-organisation')
    if (!may(actor, 'edit-organisations')) throw new Refusal('trash-of-others')
    if (organisation.kind === 'owner') throw new Refusal('owner-needed')
  },
}

/** Whether a member may throw something away, restore it, and delete it for good. */
export async function mayManage(tx: Reader, noun: TrashNoun, id: string, actor: Member): Promise<boolean> {
  if (noun === 'release') {
    const release = await tx.query.releases.findFirst({ where: eq(releases.id, id) })
    return release !== undefined && may(actor, release.withdrawnAt ? 'publish' : 'manage-text', release)
  }
  if (noun === 'media') {
    const file = await tx.query.media.findFirst({ where: eq(media.id, id) })
    return file !== undefined && may(actor, 'edit-media', file)
  }
  return may(actor, mayEdit[noun])
}

const mayEdit = {
  person: 'edit-people',
  topic: 'edit-subjects',
  series: 'edit-subjects',
  organisation: 'edit-organisations',
} as const
