/** Tells when things were last used in a text, for pickers, which offer those used last before the others. */
import { and, eq, isNotNull, max } from 'drizzle-orm'
import { db } from '../client.ts'
import { people, positions } from '../schema/people.ts'
import { quotes, releases, revisionContacts, revisions, revisionTopics } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

/** When each thing was last used, by its id. */
type LastUsed = Map<string, Date>

const uses = {
  quoted: { table: quotes, revisionId: quotes.revisionId, id: quotes.personId },
  contacts: { table: revisionContacts, revisionId: revisionContacts.revisionId, id: revisionContacts.personId },
  topics: { table: revisionTopics, revisionId: revisionTopics.revisionId, id: revisionTopics.topicId },
  series: { table: revisions, revisionId: revisions.id, id: revisions.seriesId },
}

/**
 * Returns when a text that uses each person (as its speaker or its contact), topic or series in its draft was last
 * changed. Texts in the trash do not count.
 */
export async function listLastUsed(what: keyof typeof uses): Promise<LastUsed> {
  const { table, revisionId, id } = uses[what]
  const rows = await db
    .select({ id, at: max(releases.updatedAt) })
    .from(table)
    .innerJoin(releases, eq(releases.draftRevisionId, revisionId))
    .where(and(isNotNull(id), notInTrash('release', releases.id)))
    .groupBy(id)
  return asMap(rows)
}

/** Returns when somebody with a position in each organisation was last added. */
export async function listOrganisationsLastUsed(): Promise<LastUsed> {
  const rows = await db
    .select({ id: positions.organisationId, at: max(people.createdAt) })
    .from(positions)
    .innerJoin(people, eq(people.id, positions.personId))
    .where(notInTrash('person', people.id))
    .groupBy(positions.organisationId)
  return asMap(rows)
}

const asMap = (rows: { id: string | null; at: Date | null }[]): LastUsed =>
  new Map(rows.flatMap(({ id, at }) => (id && at ? [[id, at] as const] : [])))
