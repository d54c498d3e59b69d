/** Empties the trash of what has lain there for thirty days. */
import { and, asc, eq, lte } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { deleteMedia } from '../media.ts'
import { deleteOrganisation } from '../organisations.ts'
import { deletePerson } from '../people/delete.ts'
import { deleteRelease } from '../releases/delete.ts'
import { trash } from '../schema/trash.ts'
import { deleteSeries } from '../series.ts'
import { deleteTopic } from '../topics.ts'
import type { TrashNoun } from '../types.ts'

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
      await deleteForGood(noun, id, now)
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

async function deleteForGood(noun: TrashNoun, id: string, now: Date): Promise<void> {
  const by = { actor: null, now }
  if (noun === 'release') return deleteRelease(id, by)
  if (noun === 'person') return deletePerson(id, by)
  if (noun === 'media') return deleteMedia(id, by)
  if (noun === 'topic') return deleteTopic(id, by)
  if (noun === 'series') return deleteSeries(id, by)
  return deleteOrganisation(id, by)
}
