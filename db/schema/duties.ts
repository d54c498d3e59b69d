/** The tables of press duty: who answers when, what hours are to be answered, and the calendar that members subscribe to. */
import type { DutyHours } from '#lib/duty/hours.ts'
import type { Localized } from '#lib/locale.ts'
import { flag, id, index, instant, integer, json, reference, table, text } from '../dialect.ts'
import { people } from './people.ts'
import { users } from './users.ts'

/**
 * Somebody answers the press from one moment until another. Moments and not hours of a weekday, so that what readers see is
 * a comparison with now, and a night on which the clocks change is as long as it is.
 */
export const duties = table(
  'duties',
  {
    id: id(),
    personId: reference(() => people.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** Whether readers see the press desk's number, in place of the person's own. */
    deskNumber: flag().notNull().default(false),
    /** Who has been asked to take it over, and by whom. It stays where it is until they have said yes. */
    askedPersonId: text().references(() => people.id),
    askedBy: text().references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('duties_starts').on(t.startsAt),
    index('duties_ends').on(t.endsAt),
    index('duties_person').on(t.personId),
    index('duties_asked').on(t.askedPersonId),
  ],
)

/** One row with the hours that somebody is to answer, and what readers see when nobody does. */
export const rota = table('rota', {
  id: text().primaryKey().$type<'rota'>(),
  /** For each weekday from Monday, and last for public holidays. */
  hours: json<(DutyHours | null)[]>().notNull(),
  fallbackPhone: text().notNull().default(''),
  fallbackText: json<Localized>().notNull(),
  version: integer().notNull().default(1),
})

/** The secret address of a member's calendar, as a hash. A new one takes the place of the old. */
export const calendarLinks = table('calendar_links', {
  userId: text()
    .primaryKey()
    .references(() => users.id),
  tokenHash: text().notNull().unique(),
  createdAt: instant().notNull(),
})

export type Duty = typeof duties.$inferSelect
export type Rota = typeof rota.$inferSelect
