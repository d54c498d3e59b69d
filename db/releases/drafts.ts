/** Reads texts with all that an editor can write in them: several at once, so that a page of many asks no more than one. */
import { eq, type Placeholder, sql } from 'drizzle-orm'
import { prepared, type Reader } from '../client.ts'
import { type AnyColumn, among, unionAll } from '../dialect.ts'
import {
  type Revision,
  releases,
  revisionContacts,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import type { Draft, SavedDraft } from './revisions.ts'

/** Returns the drafts of some releases as their last authors left them, by the ids of the releases. */
export async function getDrafts(releaseIds: string[]): Promise<Map<string, SavedDraft>> {
  const found = releaseIds.length ? await draftsQuery().execute({ releaseIds }) : []
  const draftOf = await readParts(found.map(({ revision }) => revision))
  return new Map(
    found.map(({ releaseId, version, revision, savedBy }) => [
      releaseId,
      { draft: draftOf(revision), version, savedAt: revision.savedAt, savedBy },
    ]),
  )
}

/** Returns the texts of some revisions, by their ids. */
export async function getTexts(revisionIds: string[]): Promise<Map<string, Draft>> {
  const found = await textsQuery().execute({ revisionIds })
  const draftOf = await readParts(found)
  return new Map(found.map((revision) => [revision.id, draftOf(revision)]))
}

/** Reads what belongs to some revisions, and returns what makes a text of each. */
export async function readParts(found: Revision[]): Promise<(revision: Revision) => Draft> {
  const parts = found.length ? await partsQuery().execute({ revisionIds: found.map(({ id }) => id) }) : []
  return (revision) => draftFrom(revision, parts)
}

const textsQuery = prepared((reader) =>
  reader
    .select()
    .from(revisions)
    .where(among(revisions.id, sql.placeholder('revisionIds')))
    .prepare(),
)

const draftsQuery = prepared((reader) =>
  reader
    .select({
      releaseId: releases.id,
      version: releases.draftVersion,
      revision: revisions,
      savedBy: { id: users.id, name: users.name },
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .where(among(releases.id, sql.placeholder('releaseIds')))
    .prepare(),
)

/** Returns a revision with its topics, cards and contacts in order. */
export async function readDraft(from: Reader, revisionId: string): Promise<Draft | undefined> {
  const [revision] = await from.select().from(revisions).where(eq(revisions.id, revisionId))
  return revision && draftFrom(revision, await selectParts(from, [revisionId]))
}

type Part = Awaited<ReturnType<typeof selectParts>>[number]

const partsQuery = prepared((reader) => selectParts(reader, sql.placeholder('revisionIds')).prepare())

/** Selects the topics, cards and contacts of some revisions. */
function selectParts(from: Reader, revisionIds: Placeholder | string[]) {
  const named = (part: 'topic' | 'card' | 'contact') => sql<typeof part>`${sql.raw(`'${part}'`)}`.as('part')
  const text = (column?: AnyColumn) => (column ? sql<string>`${column}` : sql<string>`''`)
  const topics = from
    .select({
      part: named('topic'),
      revisionId: revisionTopics.revisionId,
      position: revisionTopics.position,
      id: revisionTopics.topicId,
      role: text().as('role'),
      organisation: text().as('organisation'),
    })
    .from(revisionTopics)
    .where(among(revisionTopics.revisionId, revisionIds))
  const cards = from
    .select({
      part: named('card'),
      revisionId: revisionPeople.revisionId,
      position: revisionPeople.position,
      id: revisionPeople.personId,
      role: text(revisionPeople.role).as('role'),
      organisation: text(revisionPeople.organisation).as('organisation'),
    })
    .from(revisionPeople)
    .where(among(revisionPeople.revisionId, revisionIds))
  const contacts = from
    .select({
      part: named('contact'),
      revisionId: revisionContacts.revisionId,
      position: revisionContacts.position,
      id: revisionContacts.personId,
      role: text().as('role'),
      organisation: text().as('organisation'),
    })
    .from(revisionContacts)
    .where(among(revisionContacts.revisionId, revisionIds))
  return unionAll(topics, cards, contacts)
}

function draftFrom(revision: Revision, parts: Part[]): Draft {
  const { kind, title, slug, lead, leadForm, body, place, byline, summary, hero, seriesId, ai, meeting } = revision
  const inOrder = (part: Part['part']) =>
    parts.filter((one) => one.revisionId === revision.id && one.part === part).sort((a, b) => a.position - b.position)
  return {
    kind,
    title,
    slug,
    lead,
    leadForm,
    body,
    place,
    byline,
    summary,
    hero,
    topicIds: inOrder('topic').map(({ id }) => id),
    seriesId,
    ai,
    meeting,
    cards: inOrder('card').map(({ id, role, organisation }) => ({ personId: id, role, organisation })),
    contactIds: inOrder('contact').map(({ id }) => id),
  }
}
