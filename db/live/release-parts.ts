/**
 * The queries for the parts of a release, in order. They run for every page that is made anew, so each is built once.
 */
import { and, asc, eq, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import {
  corrections as correctionRows,
  releases,
  revisionContacts,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import { topicTexts } from '../schema/subjects.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { live } from './visible.ts'

const revisionId = sql.placeholder('revisionId')

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
}

export const wordsQuery = prepared((reader) =>
  reader.select(wordColumns).from(revisions).where(eq(revisions.id, revisionId)).prepare(),
)

export const cardsQuery = prepared((reader) =>
  reader
    .select({
      personId: revisionPeople.personId,
      role: revisionPeople.role,
      organisation: revisionPeople.organisation,
    })
    .from(revisionPeople)
    .where(eq(revisionPeople.revisionId, revisionId))
    .orderBy(asc(revisionPeople.position))
    .prepare(),
)

export const contactsQuery = prepared((reader) =>
  reader
    .select({ personId: revisionContacts.personId })
    .from(revisionContacts)
    .where(eq(revisionContacts.revisionId, revisionId))
    .orderBy(asc(revisionContacts.position))
    .prepare(),
)

export const topicsQuery = prepared((reader) =>
  reader
    .select({ id: topicTexts.subjectId, name: topicTexts.name, slug: topicTexts.slug })
    .from(revisionTopics)
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, sql.placeholder('language'))),
    )
    .where(and(eq(revisionTopics.revisionId, revisionId), notInTrash('topic', revisionTopics.topicId)))
    .orderBy(asc(revisionTopics.position))
    .prepare(),
)

export const correctionsQuery = prepared((reader) =>
  reader
    .select({ text: correctionRows.text, at: correctionRows.at })
    .from(correctionRows)
    .where(eq(correctionRows.releaseId, sql.placeholder('releaseId')))
    .orderBy(asc(correctionRows.at))
    .prepare(),
)

/** The addresses of a story in every language readers can have it in. */
export const addressesQuery = prepared((reader) =>
  reader
    .select({ language: releases.language, slug: releases.slug })
    .from(releases)
    .where(and(eq(releases.storyId, sql.placeholder('storyId')), live(sql.placeholder('now'))))
    .prepare(),
)
