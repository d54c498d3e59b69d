/** The hours in which somebody is to answer the press, and what of them nobody answers. */
import { daysLater, utcMidnight } from '../time/days.ts'
import { instantsOf, startOfDay } from '../time/zone.ts'
import { holidayOn } from './holidays.ts'

/** From one time of day until another, `HH:MM`. Until `00:00`, or a time that is earlier, is on the next day. */
export interface DutyHours {
  from: string
  until: string
}

export interface TimeSpan {
  from: Date
  until: Date
}

/** The days that hours are set for: the weekdays from Monday, and public holidays. */
export const daysWithHours = [0, 1, 2, 3, 4, 5, 6, 7] as const
const holidays = 7

/** Returns the place of a day among the hours: its weekday from Monday, or that of public holidays. */
export const hoursPlace = (isoDay: string): number =>
  holidayOn(isoDay) ? holidays : (utcMidnight(isoDay).getUTCDay() + 6) % 7

/**
 * Returns the moments of hours that begin on a day. In the hour that the clocks skip it is the moment they do, and of an
 * hour that comes twice a duty begins with the first and ends with the last: nothing in between is left without anybody.
 */
export function spanOf(isoDay: string, { from, until }: DutyHours, timeZone: string): TimeSpan {
  const endDay = until <= from ? daysLater(isoDay, 1) : isoDay
  const begins = instantsOf({ date: isoDay, time: from }, timeZone)
  const ends = instantsOf({ date: endDay, time: until }, timeZone)
  return {
    from: begins[0] ?? afterSkip(isoDay, from, timeZone),
    until: ends.at(-1) ?? afterSkip(endDay, until, timeZone),
  }
}

const minute = 60_000

/** Returns the moment at which the clocks skip a time of day. */
function afterSkip(isoDay: string, time: string, timeZone: string): Date {
  const asked = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const begins = startOfDay(isoDay, timeZone)
  for (let later = 1; asked + later < 1_440; later++) {
    const at = asked + later
    const clock = `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
    const [found] = instantsOf({ date: isoDay, time: clock }, timeZone)
    if (found) return found
  }
  return new Date(begins.getTime() + asked * minute)
}

/** Returns the hours that are to be answered on each of some days. `hours` is empty where nobody has said. */
export const hoursOn = (
  days: string[],
  hours: (DutyHours | null)[],
  timeZone: string,
): (TimeSpan & { day: string })[] =>
  days.flatMap((day) => {
    const set = hours[hoursPlace(day)]
    return set ? [{ day, ...spanOf(day, set, timeZone) }] : []
  })

/** Returns what of a stretch of time none of the others covers. */
export function gapsIn(whole: TimeSpan, covering: TimeSpan[]): TimeSpan[] {
  const gaps: TimeSpan[] = []
  let reached = whole.from
  const inOrder = covering.toSorted((a, b) => a.from.getTime() - b.from.getTime())
  for (const { from, until } of inOrder) {
    if (until <= reached || from >= whole.until) continue
    if (from > reached) gaps.push({ from: reached, until: from })
    reached = until
  }
  if (reached < whole.until) gaps.push({ from: reached, until: whole.until })
  return gaps
}
