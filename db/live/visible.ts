/**
 * What readers may see. One question, asked by every page, list, file and address: has its moment come, and has it not
 * been withdrawn? Everything here is safe to show a stranger.
 */
import { and, type Column, eq, gte, isNotNull, isNull, lte, or, type Placeholder, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { type Clock, isoDay } from '#lib/time/format.ts'
import { connections } from '../client.ts'
import { people, releases } from '../schema.ts'

/** Who reads, by whose clock, and when. */
export interface Visit extends Clock {
  now: Date
}

/** The moment a page is read for: one for the whole of it, by which it is also told whether it is still true. */
export const readingMoment = (): Date => connections().reads.moment() ?? new Date()

/**
 * Asks for what was written in revisions readers see, by the ids of those revisions: they never change (the database
 * refuses it), so a kept page need not ask again.
 */
export const written = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => connections().reads.settled(ask)

/** The predicate for releases readers can see at `now`. */
export const live = (now: Date | Placeholder) => and(published(now), isNull(releases.withdrawnAt))

/**
 * The predicate for releases in a language among some that are known. Said so that the database looks those up, and does
 * not go through everything in the language to find them.
 */
export const spokenIn = (language: Language | Placeholder | Column) => sql`${releases.language} || '' = ${language}`

/** The predicate for releases readers could see until they were withdrawn. */
export const withdrawn = (now: Date) => and(published(now), isNotNull(releases.withdrawnAt))

const published = (now: Date | Placeholder) =>
  and(isNotNull(releases.liveRevisionId), lte(releases.publishAt, sql.param(now, releases.publishAt)))

/** The predicate for people with a page of their own. */
export const presented = () => isNull(people.archivedAt)

/** The predicate for people whose portrait may be shown: not hidden, and consent lasts to the end of its last day. */
export const portraitShown = ({ now, timeZone }: Pick<Visit, 'now' | 'timeZone'>) =>
  and(
    presented(),
    isNotNull(people.portraitMediaId),
    eq(people.portraitHidden, false),
    or(isNull(people.portraitUntil), gte(people.portraitUntil, isoDay(now, timeZone))),
  )
