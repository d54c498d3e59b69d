/** Deletes people for good. */
import { count, eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { duties } from '../schema/duties.ts'
import { people, personTopics, positions } from '../schema/people.ts'
import { quotes, revisionContacts, revisionPeople } from '../schema/releases.ts'
import { dropRedirects } from '../slugs.ts'
import { takeFromTrash } from '../trash/in-trash.ts'

/**
 * Deletes a person with all that is said of them. Refuses (`person-in-use`) while any version of a text names them: it
 * could not be shown as it was.
 */
export async function deletePerson(id: string, by: { actor: Actor | null; now: Date }): Promise<void> {
  await write(async (tx) => {
    if (!(await tx.query.people.findFirst({ where: eq(people.id, id) }))) throw new Refusal('unknown-person')
    const uses = await countMentions(tx, id)
    if (uses > 0) throw new Refusal('person-in-use', { details: { count: uses } })
    await takeFromTrash(tx, 'person', id)
    await dropRedirects(tx, { noun: 'person', id })
    await tx.delete(duties).where(eq(duties.personId, id))
    await tx.update(duties).set({ askedPersonId: null, askedBy: null }).where(eq(duties.askedPersonId, id))
    await tx.delete(personTopics).where(eq(personTopics.personId, id))
    await tx.delete(positions).where(eq(positions.personId, id))
    await tx.delete(people).where(eq(people.id, id))
    await recordEvent(tx, { actor: by.actor, verb: 'delete', noun: 'person', targetId: id, now: by.now })
  })
}

/** Returns how often versions of texts name a person: as a card, a contact or a speaker. */
async function countMentions(tx: Writer, personId: string): Promise<number> {
  let uses = 0
  for (const part of [revisionPeople, revisionContacts, quotes]) {
    const [row] = await tx.select({ uses: count() }).from(part).where(eq(part.personId, personId))
    uses += row?.uses ?? 0
  }
  return uses
}
