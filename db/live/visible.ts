/**
 * Decides what readers may see. Every page, list, file and address asks the same: has its moment come, and has it not
 * been withdrawn? Everything in this folder is safe to show a stranger.
 */
import { and, type Column, eq, gt, gte, isNotNull, isNull, lte, or, type Placeholder, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { type Clock, isoDay } from '#lib/time/format.ts'
import { readLog } from '../client.ts'
import { unindexed } from '../dialect.ts'
import { people } from '../schema/people.ts'
import { publishedVersions } from '../schema/published.ts'
import { quotes, releases, revisionContacts, revisionPeople } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

/** Who reads: the language, the time zone and the moment. */
export interface Visit extends Clock {
  now: Date
}

/** What queries are asked with: a visit, and the day it is in the newsroom's time zone. */
export const asked = {
  now: sql.placeholder('now'),
  language: sql.placeholder('language'),
  today: sql.placeholder('today'),
}

/** Returns the day of a visit, for queries that are asked with `today`. */
export const dayOf = ({ now, timeZone }: Pick<Visit, 'now' | 'timeZone'>) => ({ today: isoDay(now, timeZone) })

/** A moment that a query is asked with. */
export const momentAsked = (name: string) => sql.param(sql.placeholder(name), releases.publishAt)

/**
 * Returns the moment a page is made for: one for the whole page, which is later replaced when its queries are run
 * again.
 */
export const readingMoment = (): Date => readLog().moment() ?? new Date()

/**
 * Reads what was written in revisions readers see, by the ids of those revisions. They never change (the database
 * refuses it), so a stored page need not read them again.
 */
export const readImmutable = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => readLog().readImmutable(ask)

/** The predicate for releases that are live at `now`. */
export const live = (now: Date | Placeholder) => and(published(now), isNull(releases.withdrawnAt))

/** The predicate for published versions that can be read: of a live release, and not removed. */
export const readable = (now: Placeholder) =>
  and(live(now), lte(publishedVersions.at, sql.param(now, publishedVersions.at)), isNull(publishedVersions.removedAt))

/**
 * The predicate for releases in a language, among some that are known by id: those are looked up, instead of everything
 * in the language.
 */
export const spokenIn = (language: Language | Placeholder | Column) =>
  sql`${unindexed(releases.language)} = ${language}`

/** The predicate for releases that were live until they were withdrawn. */
export const withdrawn = (now: Placeholder) => and(published(now), isNotNull(releases.withdrawnAt))

/** The predicate for releases whose moment has not come: readers see nothing of them. */
export const scheduled = (now: Placeholder) =>
  and(
    isNotNull(releases.liveRevisionId),
    gt(releases.publishAt, sql.param(now, releases.publishAt)),
    isNull(releases.withdrawnAt),
  )

const published = (now: Date | Placeholder) =>
  and(isNotNull(releases.liveRevisionId), lte(releases.publishAt, sql.param(now, releases.publishAt)))

/**
 * The predicate for people with a page of their own. Whoever lies in the trash is archived, too; and whoever was added for a
 * text that is not live yet is not presented: the name alone could tell what is coming.
 */
export const presented = (now: Date | Placeholder) =>
  and(isNull(people.archivedAt), or(eq(people.awaitsText, false), namedAsOf(now)))

/** The predicate for people whom a live release names: on a card, as a contact or as a speaker. */
const namedAsOf = (now: Date | Placeholder) =>
  sql`EXISTS (SELECT 1 FROM ${releases} WHERE ${live(now)} AND ${releases.liveRevisionId} IN (${revisionsNaming(people.id)}))`

/** Returns the revisions that name a person, for a query. */
export const revisionsNaming = (personId: Column) =>
  sql.join(
    [revisionPeople, revisionContacts, quotes].map(
      (named) => sql`SELECT ${named.revisionId} FROM ${named} WHERE ${named.personId} = ${personId}`,
    ),
    sql` UNION ALL `,
  )

/**
 * The predicate for people whose portrait may be shown where they are: it is not hidden, and consent lasts to the end of its
 * last day.
 */
export const portraitShown = (today: Placeholder | string) =>
  and(
    isNull(people.archivedAt),
    isNotNull(people.portraitMediaId),
    notInTrash('media', people.portraitMediaId),
    eq(people.portraitHidden, false),
    isNotNull(people.portraitBasis),
    or(isNull(people.portraitUntil), gte(people.portraitUntil, today)),
  )
