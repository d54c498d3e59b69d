/** Writes times as the editor shows them, always by the newsroom's clock. */
import { type Language, localeOf } from '#lib/locale.ts'
import { wallTimeOf } from './zone.ts'

export interface Clock {
  language: Language
  timeZone: string
}

/** Returns the time of day: “14:02”. */
export const clockTime = (at: Date | number, { timeZone }: Clock): string => wallTimeOf(new Date(at), timeZone).time

/** Writes a day: “26 november”, with the year when it is not this one. */
export function dayText(
  at: Date,
  { language, timeZone }: Clock,
  now = new Date(),
  month: 'long' | 'short' = 'long',
): string {
  const isThisYear = wallTimeOf(at, timeZone).date.slice(0, 4) === wallTimeOf(now, timeZone).date.slice(0, 4)
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    day: 'numeric',
    month,
    ...(!isThisYear && { year: 'numeric' as const }),
  }).format(at)
}

/** Writes a weekday and day: “torsdag 26 november”. */
export const weekdayText = (at: Date, clock: Clock, now = new Date()): string =>
  `${new Intl.DateTimeFormat(localeOf(clock.language), { timeZone: clock.timeZone, weekday: 'long' }).format(at)} ${dayText(at, clock, now)}`

/** Writes a moment: “26 november 09:00”. */
export const momentText = (at: Date, clock: Clock, now = new Date()): string =>
  `${dayText(at, clock, now)} ${clockTime(at, clock)}`

/** Writes a moment: “14:02” today, else “24 november 14:02”. */
export function whenText(at: Date | number, clock: Clock, now = new Date()): string {
  const date = new Date(at)
  const isToday = wallTimeOf(date, clock.timeZone).date === wallTimeOf(now, clock.timeZone).date
  return isToday ? clockTime(date, clock) : momentText(date, clock, now)
}

/** Writes a moment where there is little room: “14:02” today, else “24 nov.”. */
export function shortWhenText(at: Date, clock: Clock, now = new Date()): string {
  const isToday = wallTimeOf(at, clock.timeZone).date === wallTimeOf(now, clock.timeZone).date
  return isToday ? clockTime(at, clock) : dayText(at, clock, now, 'short')
}
