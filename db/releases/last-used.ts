/** Tells what was last used in a text and when, for pickers, which offer those used last before the others. */
import { and, asc, desc, eq, isNotNull, max, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { unionAll } from '../dialect.ts'
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
 * changed, and when somebody with a position in each organisation was last added. What lies in the trash does not count.
 */
export async function listLastUsed(): Promise<Record<keyof typeof uses | 'organisations', LastUsed>> {
  const rows = await lastUsedQuery().execute()
  const of = (what: string): LastUsed =>
    new Map(rows.flatMap((row) => (row.what === what && row.id && row.at ? [[row.id, row.at] as const] : [])))
  return {
    quoted: of('quoted'),
    contacts: of('contacts'),
    topics: of('topics'),
    series: of('series'),
    organisations: of('organisations'),
  }
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
    .limit(1)
    .prepare(),
)

const lastUsedQuery = prepared((reader) => {
  const named = (what: string) => sql<string>`${sql.raw(`'${what}'`)}`.as('what')
  const lastUsed = (what: keyof typeof uses) => {
    const { table, revisionId, id } = uses[what]
    return reader
      .select({ what: named(what), id: sql<string | null>`${id}`.as('id'), at: max(releases.updatedAt) })
      .from(table)
      .innerJoin(releases, eq(releases.draftRevisionId, revisionId))
      .where(and(isNotNull(id), notInTrash('release', releases.id)))
      .groupBy(id)
  }
  const ofOrganisations = reader
    .select({
      what: named('organisations'),
      id: sql<string | null>`${positions.organisationId}`.as('id'),
      at: max(people.createdAt),
    })
    .from(positions)
    .innerJoin(people, eq(people.id, positions.personId))
    .where(notInTrash('person', people.id))
    .groupBy(positions.organisationId)
  return unionAll(
    lastUsed('quoted'),
    lastUsed('contacts'),
    lastUsed('topics'),
    lastUsed('series'),
    ofOrganisations,
  ).prepare()
})
