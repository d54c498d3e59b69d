/** Whose pictures are: written where a picture is used, and offered again for the next. */
import { and, count, desc, eq, max, ne } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { prepared, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { requiredLine } from '../inputs.ts'
import { media } from '../schema/library.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { renewFiles } from './renew.ts'

const credit = requiredLine(200)
const maxOffered = 50

/** Says who took a picture; its copy for download carries the words. Refuses an unknown picture, and nobody. */
export async function creditMedia(id: string, name: string, by: { actor: Actor; now: Date }): Promise<void> {
  const said = credit.parse(name)
  await write(async (tx) => {
    const row = await tx.query.media.findFirst({ where: eq(media.id, id) })
    if (!row) throw new Refusal('unknown-media')
    const before = await fieldsOf(tx, 'media', id)
    await tx
      .update(media)
      .set({ credit: said, version: row.version + 1 })
      .where(eq(media.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'save', noun: 'media', targetId: id, before, now: by.now })
  })
  await renewFiles(id, by.now)
}

/** Returns the credits given so far, each once with how many pictures have it, the latest first. */
export async function listCredits(): Promise<{ name: string; pictures: number }[]> {
  return creditsQuery().execute()
}

const creditsQuery = prepared((reader) =>
  reader
    .select({ name: media.credit, pictures: count() })
    .from(media)
    .where(and(ne(media.credit, ''), notInTrash('media', media.id)))
    .groupBy(media.credit)
    .orderBy(desc(max(media.createdAt)))
    .limit(atMost(maxOffered))
    .prepare(),
)
