/** The tables of crisis mode: what has been prepared for one, and what readers were told while it was on. */
import type { Localized } from '#lib/locale.ts'
import { id, index, instant, json, reference, table, text } from '../dialect.ts'
import { releases } from './releases.ts'
import { users } from './users.ts'

/**
 * A story that is prepared for a crisis: in each of its languages an ordinary release, which stays a draft until crisis
 * mode is switched on and goes out with it.
 */
export const crisisStatements = table('crisis_statements', {
  storyId: text().primaryKey(),
  startedAt: instant(),
  startedBy: text().references(() => users.id),
  endedAt: instant(),
  /** By when readers have been promised to hear more. */
  promisedAt: instant(),
  createdAt: instant().notNull(),
  createdBy: text().references(() => users.id),
})

/** The short updates under a statement. Their time is the server's. */
export const crisisUpdates = table(
  'crisis_updates',
  {
    id: id(),
    storyId: reference(() => crisisStatements.storyId),
    at: instant().notNull(),
    texts: json<Localized>().notNull(),
    /** What was wrong in it before it was corrected, where that is told. */
    wrong: json<Localized>().notNull().default({}),
    correctedAt: instant(),
    createdBy: text().references(() => users.id),
  },
  (t) => [index('crisis_updates_story').on(t.storyId, t.at)],
)

/** Texts that were scheduled when crisis mode was switched on, and wait until somebody lets them go, with their times. */
export const crisisPauses = table('crisis_pauses', {
  releaseId: text()
    .primaryKey()
    .references(() => releases.id),
  storyId: reference(() => crisisStatements.storyId),
  at: instant().notNull(),
})

export type CrisisStatement = typeof crisisStatements.$inferSelect
export type CrisisUpdate = typeof crisisUpdates.$inferSelect
