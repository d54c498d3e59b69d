/** Tells when people were last used in a text, for pickers, which offer those used last before the others. */
import { and, asc, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { prepared, type Reader } from '../client.ts'
import { atMost } from '../dialect.ts'
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

/** Returns whom the latest text that a member has begun, of those with a press contact, names first as one. */
export async function lastContactOf(userId: string): Promise<string | undefined> {
  return (await lastContactQuery().execute({ userId }))[0]?.personId
}

const lastContactQuery = prepared((reader) =>
  reader
    .select({ personId: revisionContacts.personId })
    .from(releases)
    .innerJoin(revisionContacts, eq(revisionContacts.revisionId, releases.draftRevisionId))
    .where(and(eq(releases.createdBy, sql.placeholder('userId')), notInTrash('release', releases.id)))
    .orderBy(desc(releases.createdAt), desc(releases.id), asc(revisionContacts.position))
    .limit(atMost(1))
    .prepare(),
)
