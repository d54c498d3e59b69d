/** The table of reviews: what was asked and answered about a text before it goes out. */
import { index, instant, integer, primaryKey, reference, table, text } from '../dialect.ts'
import type { ReviewStep } from '../types.ts'
import { releases, revisions } from './releases.ts'
import { users } from './users.ts'

/**
 * The steps of each text's review, numbered from 1 and never changed: the last tells where the text stands. A publication
 * that is taken back or cancelled takes its step with it. Whether what was approved is still what stands there follows from
 * the words of its revision.
 */
export const reviewSteps = table(
  'review_steps',
  {
    releaseId: reference(() => releases.id),
    number: integer().notNull(),
    step: text().notNull().$type<ReviewStep>(),
    /** The text as it stood then. */
    revisionId: reference(() => revisions.id),
    at: instant().notNull(),
    actorId: reference(() => users.id),
    /** What was said with it: a note to the reviewer, what is to be changed, why nobody was asked. */
    note: text().notNull(),
    /** Who is asked to review; null for anybody who may. */
    reviewerId: text().references(() => users.id),
    dueAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.releaseId, t.number] }), index('review_steps_revision').on(t.revisionId)],
)

export type RecordedStep = typeof reviewSteps.$inferSelect
