/**
 * The queries for the parts of releases, in order. Each is asked of all releases that an answer needs, one for a page and
 * twenty for a feed.
 */
import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { alias, among } from '../dialect.ts'
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
import { asked, live } from './visible.ts'

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
}

export const wordsQuery = prepared((reader) =>
  reader
    .select({ revisionId: revisions.id, ...wordColumns })
    .from(revisions)
    .where(among(revisions.id, revisionIds))
    .prepare(),
)

/** The people on cards, and the contacts, in no particular order. A contact has no words of its own. */
export const peopleQuery = prepared((reader) => {
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

/** The addresses of stories in every language readers can have them in. */
export const addressesQuery = prepared((reader) =>
  reader
    .select({ storyId: releases.storyId, language: releases.language, slug: releases.slug })
    .from(releases)
    .where(and(among(releases.storyId, sql.placeholder('storyIds')), live(asked.now)))
    .prepare(),
)
