/** The tables of who is told of a change: what is to be sent to somebody outside, and what members are told. */
import { id, index, instant, integer, reference, table, text, unique } from '../dialect.ts'
import type { DeliveryKind, NotificationKind } from '../types.ts'
import { comments, releases } from './releases.ts'
import { users } from './users.ts'

/**
 * The outbox: what is to be sent to somebody outside, written in the same change as what caused it and sent by the
 * clock. Rows about the same thing, of the same kind and to the same address are one delivery. Readers see none of it.
 */
export const deliveries = table(
  'deliveries',
  {
    id: id(),
    kind: text().notNull().$type<DeliveryKind>(),
    /** An e-mail address, or the address of a hub or a service. */
    recipient: text().notNull(),
    /**
     * The id of what it is about, from which it is made when it is sent: a reader's message, or the address of a feed or
     * a page.
     */
    subjectId: text().notNull(),
    createdAt: instant().notNull(),
    attempts: integer().notNull().default(0),
    /**
     * Null once it has arrived or been given up. While it is being sent, the moment at which it counts as lost and is
     * sent again.
     */
    nextAttemptAt: instant(),
    lastError: text().notNull().default(''),
    deliveredAt: instant(),
    givenUpAt: instant(),
  },
  (t) => [
    unique('delivery_once').on(t.kind, t.recipient, t.subjectId),
    index('deliveries_due').on(t.kind, t.nextAttemptAt),
    index('deliveries_subject').on(t.subjectId),
  ],
)

/** Changes to what readers see of a release, at `at`, that have not been announced. */
export const announcements = table(
  'announcements',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** The revision they saw before, which may be about other topics and people. */
    formerRevisionId: text(),
    at: instant().notNull(),
  },
  (t) => [index('announcements_at').on(t.at), index('announcements_release').on(t.releaseId)],
)

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

export type Delivery = typeof deliveries.$inferSelect
