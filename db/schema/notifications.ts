/** The table of what members are told of the work on texts. */
import { id, index, instant, reference, table, text } from '../dialect.ts'
import type { NotificationKind } from '../types.ts'
import { comments, releases } from './releases.ts'
import { users } from './users.ts'

/**
 * What members are told: each step in the work on a text, one row for each member it concerns, written in the same change
 * as the step. Readers see none of it.
 */
export const notifications = table(
  'notifications',
  {
    id: id(),
    userId: reference(() => users.id),
    kind: text().notNull().$type<NotificationKind>(),
    releaseId: reference(() => releases.id),
    /** What was said, where it is a comment that is told of. */
    commentId: text().references(() => comments.id),
    /** The member who took the step; null for a guest, and for the newsroom by itself. */
    actorId: text().references(() => users.id),
    /** The name a guest has given. */
    guestName: text().notNull().default(''),
    /** Words that came with the step: a reason, a greeting, a name. */
    note: text().notNull().default(''),
    createdAt: instant().notNull(),
    readAt: instant(),
    /** When it is to be mailed; null where it is not to be, and once its mail has been queued. */
    mailAt: instant(),
    /** The mail it went into: one mail may tell of several. */
    mailId: text(),
  },
  (t) => [
    index('notifications_user').on(t.userId, t.readAt, t.createdAt),
    index('notifications_created').on(t.createdAt),
    index('notifications_release').on(t.releaseId),
    index('notifications_mail_due').on(t.mailAt),
    index('notifications_mail').on(t.mailId),
  ],
)

export type Notification = typeof notifications.$inferSelect
