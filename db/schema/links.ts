/** The tables of the addresses that live texts lead to: whether they answer, and where they stand. Readers see neither. */
import { id, index, instant, integer, primaryKey, reference, table, text } from '../dialect.ts'

/** The addresses that are asked after at night, each once however many texts lead there. */
export const linkChecks = table(
  'link_checks',
  {
    /** A hash of the address, which may be too long to be looked up by. */
    id: id(),
    url: text().notNull(),
    /** The last night on which it was asked after, as YYYY-MM-DD in the newsroom's time zone; empty before the first. */
    askedOn: text().notNull().default(''),
    /** How many nights in a row it has not answered, and the first of them. */
    failedNights: integer().notNull().default(0),
    failedSince: text().notNull().default(''),
    /** The last HTTP status; null where there was no answer. */
    status: integer(),
    /** Where it leads on to, where it does. */
    movedTo: text().notNull().default(''),
    /** When somebody said that it is right though it does not answer. */
    leftAt: instant(),
  },
  (t) => [index('link_checks_failed').on(t.failedNights, t.askedOn)],
)

/** Where those addresses stood when they were last gathered. */
export const linkPlaces = table(
  'link_places',
  {
    noun: text().notNull().$type<'release' | 'person' | 'organisation'>(),
    targetId: text().notNull(),
    linkId: reference(() => linkChecks.id),
  },
  (t) => [primaryKey({ columns: [t.noun, t.targetId, t.linkId] }), index('link_places_link').on(t.linkId)],
)

export type LinkCheck = typeof linkChecks.$inferSelect
export type LinkPlace = typeof linkPlaces.$inferSelect
