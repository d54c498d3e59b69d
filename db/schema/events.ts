/** The tables of the audit log: what has happened, the chain that shows when it has been tampered with, and its checks. */
import { id, index, instant, integer, json, reference, table, text } from '../dialect.ts'
import { users } from './users.ts'

/** A value of a field as it is told: words, a number, a moment in ISO 8601, yes or no, or nothing. */
export type FieldValue = string | number | boolean | null

export interface FieldChange {
  /** The field's name, with its parts after full stops: `caption.sv`. */
  field: string
  before: FieldValue
  after: FieldValue
}

/**
 * The audit log: who did what to what, when and from where. Triggers refuse to change or delete a row, but for blanking
 * what is personal in it: what was done (`name`, `details`, `changes`) and who did it from where (`actorName`, `address`).
 */
export const events = table(
  'events',
  {
    id: id(),
    at: instant().notNull(),
    actorId: text().references(() => users.id),
    verb: text().notNull(),
    noun: text().notNull(),
    targetId: text().notNull(),
    details: json<Record<string, string | number>>(),
    /** Null for a member, and for the newsroom itself where there is no actor either. */
    actorKind: text().$type<'guest' | 'operator' | 'clock'>(),
    /** The name that a guest has given. */
    actorName: text(),
    /** The network that the request came from, never the whole address. */
    address: text(),
    /** What the thing was called then. */
    name: text(),
    changes: json<FieldChange[]>(),
    /** Random, so that nobody finds out what was blanked by hashing guesses. Null in posts from before the chain. */
    salt: text(),
    originSalt: text(),
    erasedAt: instant(),
  },
  (t) => [
    index('events_target').on(t.targetId, t.at),
    index('events_at').on(t.at, t.id),
    index('events_actor').on(t.actorId, t.at, t.id),
    index('events_noun').on(t.noun, t.at, t.id),
    index('events_verb').on(t.verb, t.at, t.id),
    index('events_name').on(t.name),
  ],
)

/**
 * The chain over the audit log: each link holds the hash of the link before it and of its own event. Triggers let links
 * be added at the end, and nothing else.
 */
export const eventChain = table('event_chain', {
  position: integer().primaryKey({ autoIncrement: true }),
  eventId: reference(() => events.id).unique(),
  /** The hashes of what can be blanked, which stay when it is. */
  contentsHash: text().notNull(),
  originHash: text().notNull(),
  hash: text().notNull(),
})

/** The checks of the chain, with the link that each came to. A chain that has lost its end no longer has that link. */
export const logChecks = table(
  'log_checks',
  {
    id: id(),
    at: instant().notNull(),
    posts: integer().notNull(),
    hash: text().notNull(),
    /** The first post that is not as it was, and what is wrong with it. */
    brokenAt: integer(),
    problem: text(),
  },
  (t) => [index('log_checks_at').on(t.at)],
)

export type Event = typeof events.$inferSelect
export type ChainLink = typeof eventChain.$inferSelect
export type LogCheck = typeof logChecks.$inferSelect
