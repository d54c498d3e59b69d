/** Writes times as the studio shows them: near ones by name, far ones by date, and always by the newsroom's clock. */
import { dateFormat, relativeTimeFormat } from '../intl.ts'
import { type Language, localeOf } from '../locale.ts'
import { dayNumber, daysBetween, monthName, utcMidnight, weekday } from './days.ts'
import { type Clock, isoDay } from './format.ts'
import { wallTimeOf } from './zone.ts'

/** The language and time zone to write for, and the time it is now. */
export interface StudioClock extends Clock {
  now: Date
}

/** Returns the time of day: “09:00”. */
export const clockTime = (at: Date | number, { timeZone }: Pick<Clock, 'timeZone'>): string =>
  wallTimeOf(new Date(at), timeZone).time

/** Names a day: “i dag”, “i går”, “i morgon”, “to 26 nov”, and in another year “26 nov 2025”. */
export function dayName(date: Date, { language, timeZone, now }: StudioClock): string {
  const [that, today] = [isoDay(date, timeZone), isoDay(now, timeZone)]
  const away = daysBetween(today, that)
  if (Math.abs(away) <= 1) return relativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(away, 'day')
  const isSameYear = that.slice(0, 4) === today.slice(0, 4) || Math.abs(away) < 60
  const short = `${dayNumber(that)} ${monthName(that, language)}`
  return isSameYear ? `${weekday(that, language)} ${short}` : `${short} ${that.slice(0, 4)}`
}

/** Names a day with its time: “i dag 14:02”. */
export const whenName = (date: Date, clock: StudioClock): string => `${dayName(date, clock)} ${clockTime(date, clock)}`

/** Writes a day out: “tisdag 24 november 2026”, or without the year. */
export function longDay(day: string, language: Language, { year = true } = {}): string {
  const said = (options: Intl.DateTimeFormatOptions) =>
    dateFormat(localeOf(language), { timeZone: 'UTC', ...options }).format(utcMidnight(day))
  return `${said({ weekday: 'long' })} ${said({ day: 'numeric', month: 'long', ...(year && { year: 'numeric' }) })}`
}

/** Writes a day: “26 november”, with the year when it is not this one. */
export function dayText(
  at: Date,
  { language, timeZone }: Clock,
  now = new Date(),
  month: 'long' | 'short' = 'long',
): string {
  const isThisYear = isoDay(at, timeZone).slice(0, 4) === isoDay(now, timeZone).slice(0, 4)
  const year = isThisYear ? undefined : 'numeric'
  return dateFormat(localeOf(language), { timeZone, day: 'numeric', month, year }).format(at)
}

/** Writes a weekday and day: “torsdag 26 november”. */
export const weekdayText = (at: Date, clock: Clock, now = new Date()): string =>
  `${dateFormat(localeOf(clock.language), { timeZone: clock.timeZone, weekday: 'long' }).format(at)} ${dayText(at, clock, now)}`

/** Writes a moment: “26 november 09:00”. */
export const momentText = (at: Date, clock: Clock, now = new Date()): string =>
  `${dayText(at, clock, now)} ${clockTime(at, clock)}`

const isToday = (at: Date, { timeZone }: Clock, now: Date) => isoDay(at, timeZone) === isoDay(now, timeZone)

/** Writes a moment: “14:02” today, else “24 november 14:02”. */
export function whenText(at: Date | number, clock: Clock, now = new Date()): string {
  const date = new Date(at)
  return isToday(date, clock, now) ? clockTime(date, clock) : momentText(date, clock, now)
}

/** Writes a moment where there is little room: “14:02” today, else “24 nov.”. */
export const shortWhenText = (at: Date, clock: Clock, now = new Date()): string =>
  isToday(at, clock, now) ? clockTime(at, clock) : dayText(at, clock, now, 'short')

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
