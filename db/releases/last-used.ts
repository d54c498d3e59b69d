/** Tells when people were last used in a text, for pickers, which offer those used last before the others. */
import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { quotes, releases, revisionContacts } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

const uses = { quoted: quotes, contacts: revisionContacts }

/**
 * When a text that uses each person in its draft, as its speaker or its contact, was last changed, as a table of that name.
 * What lies in the trash does not count.
 */
export function lastUsed(reader: Reader, name: keyof typeof uses) {
  const table = uses[name]
  const at = sql<Date | null>`max(${releases.updatedAt})`.mapWith(releases.updatedAt)
  return reader
    .select({ personId: table.personId, at: at.as(`${name}_at`) })
    .from(table)
    .innerJoin(releases, eq(releases.draftRevisionId, table.revisionId))
    .where(and(isNotNull(table.personId), notInTrash('release', releases.id)))
    .groupBy(table.personId)
    .as(name)
}
