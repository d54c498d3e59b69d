/** Archives people who have left: readers no longer meet them, and what has been published stays as it was. */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { type Member, may } from '../permissions.ts'
import { people } from '../schema/people.ts'
import { refuseTrashed } from '../trash/in-trash.ts'
import { type BulkOutcome, eachMay } from '../trash.ts'

/** Archives a person: readers' pages and pickers no longer show them. What has been published stays as it was. */
export async function archivePerson(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write((tx) => setArchived(tx, id, true, by))
}

/** Takes a person back from the archive. */
export async function restorePerson(id: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write((tx) => setArchived(tx, id, false, by))
}

/** Archives several people, or takes them back. Refuses contributors (`people-of-editors`), and whoever is in the trash. */
export async function archivePeople(
  ids: string[],
  isArchived: boolean,
  by: { actor: Member; now: Date },
): Promise<BulkOutcome> {
  if (!may(by.actor, 'edit-people')) throw new Refusal('people-of-editors')
  return write((tx) => eachMay(ids, (id) => setArchived(tx, id, isArchived, by)))
}

async function setArchived(tx: Writer, id: string, isArchived: boolean, by: { actor: Actor; now: Date }) {
  const current = await tx.query.people.findFirst({ where: eq(people.id, id) })
  if (!current) throw new Refusal('unknown-person')
  await refuseTrashed(tx, 'person', id)
  if ((current.archivedAt !== null) === isArchived) return
  // Not a new version: it changes nothing that somebody could be writing in the form.
  await tx
    .update(people)
    .set({ archivedAt: isArchived ? by.now : null })
    .where(eq(people.id, id))
  const verb = isArchived ? 'archive' : 'restore'
  await recordEvent(tx, { actor: by.actor, verb, noun: 'person', targetId: id, now: by.now })
}
