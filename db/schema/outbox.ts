/** The tables of what is to be sent to somebody outside after a change. */
import { id, index, instant, integer, reference, table, text, unique } from '../dialect.ts'
import type { DeliveryKind } from '../types.ts'
import { releases } from './releases.ts'

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

export type Delivery = typeof deliveries.$inferSelect
