/** The tables of what concerns texts before their time: who gets them by a link of their own, and what goes out together. */
import { id, index, instant, reference, table, text } from '../dialect.ts'
import { releases } from './releases.ts'
import { users } from './users.ts'

/**
 * Who outside may read a scheduled text before its time. When that is follows from the text; the log of what they did is
 * the audit log. Readers see none of it.
 */
export const embargoLinks = table(
  'embargo_links',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    name: text().notNull(),
    /** The newspaper or the channel. */
    outlet: text().notNull(),
    /** Where the link is mailed, and where news of the embargo goes; empty where it is handed over. */
    email: text().notNull(),
    /** What they promise, as it stood when the link was made. */
    terms: text().notNull(),
    /** Null until the mail is made that takes the link along, and when it has been revoked. */
    tokenHash: text().unique(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
    /** Null where the link is good for as long as the embargo. */
    expiresAt: instant(),
    acceptedAt: instant(),
    revokedAt: instant(),
    /** When the embargo was cancelled; the holder's page says so. */
    cancelledAt: instant(),
    /** The time they were told before it was moved, and the words that came with the latest news. */
    formerAt: instant(),
    greeting: text().notNull().default(''),
  },
  (t) => [index('embargo_links_release').on(t.releaseId)],
)

/** Texts that go out together: those of a group have one moment. It says nothing once they are out. */
export const outTogether = table(
  'out_together',
  {
    releaseId: text()
      .primaryKey()
      .references(() => releases.id),
    groupId: text().notNull(),
  },
  (t) => [index('out_together_group').on(t.groupId)],
)

export type EmbargoLink = typeof embargoLinks.$inferSelect
