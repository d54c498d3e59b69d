/** Empties the trash of what has lain there for thirty days, and of what somebody will not wait for. */
import { and, asc, eq, lte } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import type { Actor } from '../events.ts'
import { deleteMedia } from '../media.ts'
import { deleteOrganisation } from '../organisations.ts'
import { deletePerson } from '../people/delete.ts'
import type { Member } from '../permissions.ts'
import { deleteRelease } from '../releases/delete.ts'
import { trash } from '../schema/trash.ts'
import { deleteSeries } from '../series.ts'
import { deleteTopic } from '../topics.ts'
import { type BulkOutcome, eachMay, mayManage } from '../trash.ts'
import type { TrashNoun } from '../types.ts'
import { trashedSince } from './in-trash.ts'

/** How long it is before something that was still in use is tried again, in milliseconds. */
const triedAgainAfter = 86_400_000
/** At most so many are deleted in one round of the clock, which has other things to do. */
const most = 50

/**
 * Deletes for good what is due, files on disk too, and returns how much that was. What a text, a person or an
 * organisation still uses stays in the trash, unseen, and is tried again a day later.
 */
export async function emptyTrash(now: Date): Promise<number> {
  const due = await db
    .select({ noun: trash.noun, id: trash.targetId })
    .from(trash)
    .where(lte(trash.emptyAt, now))
    .orderBy(asc(trash.emptyAt))
    .limit(most)
  let deleted = 0
  // Texts first: they let go of what they use.
  for (const { noun, id } of due.toSorted((a, b) => Number(b.noun === 'release') - Number(a.noun === 'release'))) {
    try {
      await deleteForGood(noun, id, { actor: null, now })
      deleted++
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      await write(async (tx) => {
        const emptyAt = new Date(now.getTime() + triedAgainAfter)
        await tx
          .update(trash)
          .set({ emptyAt })
          .where(and(eq(trash.noun, noun), eq(trash.targetId, id)))
      })
    }
  }
  return deleted
}

/**
 * Deletes things in the trash for good, before they are due. Of several it deletes all it may and tells which stay. Refused
 * are what does not lie there (`not-in-trash`), what the member may not throw away, and what is still used.
 */
export function deleteFromTrash(
  noun: TrashNoun,
  ids: string[],
  by: { actor: Member; now: Date },
): Promise<BulkOutcome> {
  return eachMay(ids, async (id) => {
    if (!(await trashedSince(noun, id))) throw new Refusal('not-in-trash')
    if (!(await mayManage(db, noun, id, by.actor))) throw new Refusal('trash-of-others')
    await deleteForGood(noun, id, by)
  })
}

async function deleteForGood(noun: TrashNoun, id: string, by: { actor: Actor | null; now: Date }): Promise<void> {
  if (noun === 'release') return deleteRelease(id, by)
  if (noun === 'person') return deletePerson(id, by)
  if (noun === 'media') return deleteMedia(id, by)
  if (noun === 'topic') return deleteTopic(id, by)
  if (noun === 'series') return deleteSeries(id, by)
  return deleteOrganisation(id, by)
}
