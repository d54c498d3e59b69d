/** The predicates that narrow a list of releases: to a topic, a series, a person or a kind. */
import { eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../client.ts'
import { type AnyColumn, among } from '../dialect.ts'
import { quotes, releases, revisionPeople, revisions, revisionTopics } from '../schema/releases.ts'

/** The predicate for releases with the topic that a query is asked with. */
export const onTopic = (reader: Reader) =>
  inArray(
    releases.liveRevisionId,
    reader
      .select({ id: revisionTopics.revisionId })
      .from(revisionTopics)
      .where(eq(revisionTopics.topicId, sql.placeholder('topicId'))),
  )

/** The predicate for the parts of a series. */
export const inSeries = (reader: Reader) =>
  inArray(
    releases.liveRevisionId,
    reader
      .select({ id: revisions.id })
      .from(revisions)
      .where(eq(revisions.seriesId, sql.placeholder('seriesId'))),
  )

/** The predicate for releases of a kind. */
export const ofKind = (reader: Reader) =>
  inArray(
    releases.liveRevisionId,
    reader
      .select({ id: revisions.id })
      .from(revisions)
      .where(eq(revisions.kind, sql.placeholder('kind'))),
  )

/** The predicate for releases with a card or a quote of a person. */
export const withPerson = (reader: Reader) => naming(reader, (column) => eq(column, sql.placeholder('personId')))

/** The predicate for releases with a card or a quote of any of these people. */
export const withPeople = (reader: Reader) => naming(reader, (column) => among(column, sql.placeholder('personIds')))

const naming = (reader: Reader, isNamed: (column: AnyColumn) => SQL) =>
  or(
    inArray(
      releases.liveRevisionId,
      reader.select({ id: revisionPeople.revisionId }).from(revisionPeople).where(isNamed(revisionPeople.personId)),
    ),
    inArray(
      releases.liveRevisionId,
      reader.select({ id: quotes.revisionId }).from(quotes).where(isNamed(quotes.personId)),
    ),
  )
