/** The tables of the people the newsroom presents, their positions, and what they can be asked about. */
import type { Localized } from '#lib/locale.ts'
import { flag, id, index, instant, integer, json, primaryKey, reference, table, text } from '../dialect.ts'
import type { PortraitBasis } from '../types.ts'
import { media, organisations } from './library.ts'
import { topics } from './subjects.ts'

export const people = table('people', {
  id: id(),
  name: text().notNull(),
  sortName: text().notNull(),
  slug: text().notNull().unique(),
  email: text().notNull().default(''),
  phone: text().notNull().default(''),
  links: json<{ label: string; url: string }[]>().notNull(),
  shortBio: json<Localized>().notNull(),
  longBio: json<Localized>().notNull(),
  /** BCP 47 codes of the languages the person answers questions in. */
  speaks: json<string[]>().notNull(),
  pressContact: flag().notNull().default(false),
  portraitMediaId: text().references(() => media.id),
  portraitAlt: json<Localized>().notNull(),
  portraitBasis: text().$type<PortraitBasis>(),
  /** The last day of consent, as YYYY-MM-DD. */
  portraitUntil: text(),
  portraitHidden: flag().notNull().default(false),
  /** Whether the person was added where a text needed them, with the rest left for later. */
  stub: flag().notNull().default(false),
  /** Whether the person has no page until a live text names them. A minute after that it is over. */
  awaitsText: flag().notNull().default(false),
  createdAt: instant().notNull(),
  archivedAt: instant(),
  version: integer().notNull().default(1),
})

/**
 * A position somebody has held. `since` and `until` are YYYY or YYYY-MM; no
 * `until` means that it is still held, and an empty `since` that nobody has said when it began.
 */
export const positions = table(
  'roles',
  {
    id: id(),
    personId: reference(() => people.id),
    organisationId: reference(() => organisations.id),
    title: json<Localized>().notNull(),
    since: text().notNull(),
    until: text(),
    position: integer().notNull(),
  },
  (t) => [index('roles_person').on(t.personId, t.position)],
)

/** The topics a person can be interviewed about. */
export const personTopics = table(
  'person_topics',
  {
    personId: reference(() => people.id),
    topicId: reference(() => topics.id),
  },
  (t) => [primaryKey({ columns: [t.personId, t.topicId] })],
)

export type Person = typeof people.$inferSelect
export type PersonPosition = typeof positions.$inferSelect
