/**
 * Reads the parts of releases, in order. Each query is asked of all releases that an answer needs, one for a page and
 * twenty for a feed.
 */

import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import { type Document, quotesIn } from '#lib/document/rich-text.ts'
import { prepared } from '../client.ts'
import { alias, among } from '../dialect.ts'
import { positionAt } from '../people/positions.ts'
import { crisisStatements } from '../schema/crises.ts'
import {
  corrections as correctionRows,
  releases,
  revisionContacts,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import { reviewSteps } from '../schema/reviews.ts'
import { topicTexts } from '../schema/subjects.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { type LivePerson, type LivePosition, peopleById } from './people.ts'
import type { LiveCard, LiveRelease } from './release.ts'
import { asked, live, readImmutable, type Visit } from './visible.ts'

const revisionIds = sql.placeholder('revisionIds')

export const wordColumns = {
  kind: revisions.kind,
  title: revisions.title,
  lead: revisions.lead,
  leadForm: revisions.leadForm,
  body: revisions.body,
  place: revisions.place,
  byline: revisions.byline,
  summary: revisions.summary,
  hero: revisions.hero,
  seriesId: revisions.seriesId,
  ai: revisions.ai,
  meeting: revisions.meeting,
}

export const wordsQuery = prepared((reader) =>
  reader
    .select({ revisionId: revisions.id, ...wordColumns })
    .from(revisions)
    .where(among(revisions.id, revisionIds))
    .prepare(),
)

/** The people on cards, and the contacts, in no particular order. A contact has no words of its own. */
const peopleQuery = prepared((reader) => {
  const { revisionId, personId, role, organisation, position } = revisionPeople
  const onCards = reader
    .select({ part: sql<'card' | 'contact'>`'card'`.as('part'), revisionId, personId, role, organisation, position })
    .from(revisionPeople)
    .where(among(revisionId, revisionIds))
  const asContacts = reader
    .select({
      part: sql<'card' | 'contact'>`'contact'`.as('part'),
      revisionId: revisionContacts.revisionId,
      personId: revisionContacts.personId,
      role: sql<string>`''`.as('role'),
      organisation: sql<string>`''`.as('organisation'),
      position: revisionContacts.position,
    })
    .from(revisionContacts)
    .where(among(revisionContacts.revisionId, revisionIds))
  return onCards.unionAll(asContacts).prepare()
})

export const topicsQuery = prepared((reader) =>
  reader
    .select({
      revisionId: revisionTopics.revisionId,
      topic: { id: topicTexts.subjectId, name: topicTexts.name, slug: topicTexts.slug },
    })
    .from(revisionTopics)
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, asked.language)),
    )
    .where(and(among(revisionTopics.revisionId, revisionIds), notInTrash('topic', revisionTopics.topicId)))
    .orderBy(asc(revisionTopics.position))
    .prepare(),
)

export const correctionsQuery = prepared((reader) =>
  reader
    .select({
      releaseId: correctionRows.releaseId,
      kind: correctionRows.kind,
      wrong: correctionRows.wrong,
      text: correctionRows.text,
      at: correctionRows.at,
    })
    .from(correctionRows)
    .where(among(correctionRows.releaseId, sql.placeholder('releaseIds')))
    .orderBy(asc(correctionRows.at))
    .prepare(),
)

/**
 * Whoever has read a text as it was published without having written in it, by the log of its review, in the order they
 * did.
 */
export const readersQuery = prepared((reader) =>
  reader
    .select({ revisionId: reviewSteps.revisionId, name: users.name })
    .from(reviewSteps)
    .innerJoin(users, eq(users.id, reviewSteps.actorId))
    .where(
      and(
        among(reviewSteps.revisionId, revisionIds),
        inArray(reviewSteps.step, ['approve', 'publish']),
        notExists(
          reader
            .select({ id: written.id })
            .from(written)
            .where(and(eq(written.releaseId, reviewSteps.releaseId), eq(written.createdBy, reviewSteps.actorId))),
        ),
      ),
    )
    .orderBy(asc(reviewSteps.at))
    .prepare(),
)

const written = alias(revisions, 'written')

/** The addresses of stories in every language readers can have them in, and when crisis mode was on for one. */
export const addressesQuery = prepared((reader) =>
  reader
    .select({
      storyId: releases.storyId,
      language: releases.language,
      slug: releases.slug,
      startedAt: crisisStatements.startedAt,
      endedAt: crisisStatements.endedAt,
      promisedAt: crisisStatements.promisedAt,
    })
    .from(releases)
    .leftJoin(crisisStatements, eq(crisisStatements.storyId, releases.storyId))
    .where(and(among(releases.storyId, sql.placeholder('storyIds')), live(asked.now)))
    .prepare(),
)

type People = Pick<LiveRelease, 'cards' | 'contacts' | 'speakers'>

/** Reads the people of some releases, and returns the function that gives those of one. */
export async function readPeople(
  texts: { revisionId: string; body: Document; publishAt: Date }[],
  visit: Visit,
): Promise<(revisionId: string) => People> {
  const revisionIds = texts.map(({ revisionId }) => revisionId)
  const rows = await readImmutable(() => peopleQuery().execute({ revisionIds }))
  const named = rows.toSorted((one, other) => one.position - other.position)
  const quoted = new Map(
    texts.map(({ revisionId, body }) => [revisionId, quotesIn(body).flatMap(({ personId }) => personId ?? [])]),
  )
  const ids = [...named.map((row) => row.personId), ...[...quoted.values()].flat()]
  const now = await peopleById(ids, visit, visit.now)
  const published = new Map(texts.map(({ revisionId, publishAt }) => [revisionId, publishAt]))
  return (revisionId) => {
    const publishAt = published.get(revisionId) ?? visit.now
    const mine = named.filter((row) => row.revisionId === revisionId)
    const asPublished = (id: string): LivePerson[] => {
      const person = now.get(id)
      return person ? [{ ...person, position: positionAt(person.positions, publishAt) }] : []
    }
    const cards = mine
      .filter(({ part }) => part === 'card')
      .flatMap(({ personId, role, organisation }) =>
        asPublished(personId).map((person) => ({
          person,
          role,
          organisation,
          ...languagesOf({ role, organisation }, person.positions),
        })),
      )
    const speakers = new Map(cards.map((card): [string, LiveCard] => [card.person.id, card]))
    for (const person of (quoted.get(revisionId) ?? []).flatMap(asPublished)) {
      if (speakers.has(person.id)) continue
      const { title = '', organisation = '', titleIn, organisationIn } = person.position ?? {}
      speakers.set(person.id, { person, role: title, organisation, roleIn: titleIn, organisationIn })
    }
    const contacts = mine
      .filter(({ part }) => part === 'contact')
      .flatMap(({ personId }) => now.get(personId) ?? [])
      .filter((person) => !person.archived)
    return { cards, speakers, contacts }
  }
}

/**
 * Returns the languages of a card's words. A card holds words alone; where they are those of a position that has not
 * been translated, they are in its language.
 */
function languagesOf({ role, organisation }: Pick<LiveCard, 'role' | 'organisation'>, posts: LivePosition[]) {
  return {
    roleIn: posts.find(({ title }) => title === role)?.titleIn,
    organisationIn: posts.find((post) => post.organisation === organisation)?.organisationIn,
  }
}
