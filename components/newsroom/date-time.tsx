import { type Clock, formatDay, formatMoment, isoDay, isoMoment } from '#lib/time/format.ts'

/** A day as readers write it, with a `datetime` for machines. */
export const CalendarDate = ({ date, clock, year = true }: { date: Date; clock: Clock; year?: boolean }) => (
  <time dateTime={isoDay(date, clock.timeZone)}>{formatDay(date, clock, { year })}</time>
)

/** A day and time as readers write it, with a `datetime` and its offset for machines. */
export const DateTime = ({ date, clock, year = true }: { date: Date; clock: Clock; year?: boolean }) => (
  <time dateTime={isoMoment(date, clock.timeZone)}>{formatMoment(date, clock, { year })}</time>
)
