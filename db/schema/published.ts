/** The tables of texts that are out: the versions readers have been given, and when to look at a text again. */
import { index, instant, integer, primaryKey, reference, table, text } from '../dialect.ts'
import { releases, revisions } from './releases.ts'
import { users } from './users.ts'

/**
 * The versions of a text that readers have been given, numbered from 1: what was first published, and each change that
 * they were told of. A small change replaces the text of the latest. One that is removed leaves its place and the reason.
 */
export const publishedVersions = table(
  'published_versions',
  {
    releaseId: reference(() => releases.id),
    number: integer().notNull(),
    revisionId: reference(() => revisions.id),
    at: instant().notNull(),
    removedAt: instant(),
    removedReason: text(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.number] }), index('published_versions_revision').on(t.revisionId)],
)

/** The days on which live texts are to be looked at again. Readers see none of it. */
export const reviewDates = table(
  'review_dates',
  {
    releaseId: text()
      .primaryKey()
      .references(() => releases.id),
    /** YYYY-MM-DD, in the newsroom's time zone. */
    on: text().notNull(),
    /** Why, in a few words. */
    note: text().notNull(),
    setBy: reference(() => users.id),
    /** When those it concerns were told that the day has come. */
    toldAt: instant(),
  },
  (t) => [index('review_dates_due').on(t.toldAt, t.on)],
)

export type PublishedVersion = typeof publishedVersions.$inferSelect
export type ReviewDate = typeof reviewDates.$inferSelect
