/** The tables of press meetings: when each is by what readers see, who has signed up, and what those have been written. */
import type { MeetingWay } from '#lib/meeting/meeting.ts'
import { id, index, instant, integer, json, reference, table, text } from '../dialect.ts'
import { releases } from './releases.ts'
import { users } from './users.ts'

/** What those coming have to know, and are told when it changes. */
export interface MeetingFacts {
  startsAt: string
  endsAt: string
  place: string
  stream: string
}

/**
 * The meeting of an invitation that is out, as moments: written in the change that puts it before the readers, so that
 * signing up ends by a comparison with now.
 */
export const meetings = table(
  'meetings',
  {
    releaseId: text()
      .primaryKey()
      .references(() => releases.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** When signing up ends. */
    closesAt: instant().notNull(),
    place: text().notNull(),
    stream: text().notNull(),
    /** How many there is room for at the place; null without a limit. */
    seats: integer(),
    /** Raised by every change that those coming are told of: programs know by it which invitation is the later. */
    sequence: integer().notNull().default(0),
    cancelledAt: instant(),
    /** Words to those coming, from whoever cancelled it. */
    greeting: text().notNull().default(''),
    /** What those coming know, while the mail about a change has not been sent. */
    former: json<MeetingFacts>(),
  },
  (t) => [index('meetings_closes').on(t.closesAt), index('meetings_ends').on(t.endsAt)],
)

/** Who has signed up. Readers see only how many seats are left; a month after the meeting the rows are deleted. */
export const meetingSignUps = table(
  'meeting_sign_ups',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    name: text().notNull(),
    /** The newspaper or the channel. */
    outlet: text().notNull(),
    email: text().notNull(),
    way: text().notNull().$type<MeetingWay>(),
    wishes: text().notNull(),
    pressCard: text().notNull(),
    createdAt: instant().notNull(),
    /** Null while they wait for a seat. */
    seatedAt: instant(),
    cancelledAt: instant(),
  },
  (t) => [index('meeting_sign_ups_release').on(t.releaseId, t.createdAt), index('meeting_sign_ups_email').on(t.email)],
)

/** What the newsroom has written to all who come. */
export const meetingMessages = table(
  'meeting_messages',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    text: text().notNull(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
  },
  (t) => [index('meeting_messages_release').on(t.releaseId, t.createdAt)],
)

export type MeetingRow = typeof meetings.$inferSelect
export type SignUp = typeof meetingSignUps.$inferSelect
