/**
 * Writes days and times as the studio shows them: near ones by name, far ones by date, always in the newsroom's zone.
 */
import { type Language, listed, localeOf, rulesOf } from '../locale.ts'
import { instantsOf, wallTimeOf } from './zone.ts'

/** The language and time zone to write for, and the time it is now. */
export interface StudioClock {
  language: Language
  timeZone: string
  now: Date
}

const day = 86_400_000

/** Returns the time of day: “09:00”. */
export const clockTime = (date: Date, { timeZone }: { timeZone: string }): string => wallTimeOf(date, timeZone).time

/** Returns the day in the time zone: “2026-11-24”. */
export const dayOf = (date: Date, timeZone: string): string => wallTimeOf(date, timeZone).date

/** A day as its midnight in UTC, to count with. */
const utc = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`)
const isoOf = (date: Date) => date.toISOString().slice(0, 10)
export const daysLater = (isoDay: string, days: number): string => isoOf(new Date(utc(isoDay).getTime() + days * day))
export const daysBetween = (from: string, to: string): number => (utc(to).getTime() - utc(from).getTime()) / day

/** Names a day: “i dag”, “i går”, “i morgon”, “to 26 nov”, and in another year “26 nov 2025”. */
export function dayName(date: Date, clock: StudioClock): string {
  const isoDay = dayOf(date, clock.timeZone)
  const away = daysBetween(dayOf(clock.now, clock.timeZone), isoDay)
  if (Math.abs(away) <= 1) {
    return new Intl.RelativeTimeFormat(localeOf(clock.language), { numeric: 'auto' }).format(away, 'day')
  }
  const sameYear = isoDay.slice(0, 4) === dayOf(clock.now, clock.timeZone).slice(0, 4) || Math.abs(away) < 60
  const short = `${dayNumber(isoDay)} ${monthName(isoDay, clock.language)}`
  return sameYear ? `${weekday(isoDay, clock.language)} ${short}` : `${short} ${isoDay.slice(0, 4)}`
}

/** Names a day with its time: “i dag 14:02”. */
export const whenName = (date: Date, clock: StudioClock): string => `${dayName(date, clock)} ${clockTime(date, clock)}`

/** Returns the short weekday: “to”; “Thu” in English. */
export const weekday = (isoDay: string, language: Language): string =>
  listed(rulesOf(language).weekdays, ' ')[(utc(isoDay).getUTCDay() + 6) % 7] ?? ''

export const dayNumber = (isoDay: string): number => Number(isoDay.slice(8))

/** Returns the short month: “nov”. */
export const monthName = (isoDay: string, language: Language): string =>
  listed(rulesOf(language).months, ' ')[Number(isoDay.slice(5, 7)) - 1] ?? ''

/** Writes a day out: “tisdag 24 november 2026”, or without the year. */
export function longDay(isoDay: string, language: Language, { year = true } = {}): string {
  const said = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(localeOf(language), { timeZone: 'UTC', ...options }).format(utc(isoDay))
  const day = said({ day: 'numeric', month: 'long', ...(year && { year: 'numeric' }) })
  return `${said({ weekday: 'long' })} ${day}`
}

/** Returns the week of the year (ISO 8601), which Swedish offices plan by. */
export function weekNumber(isoDay: string): number {
  const thursday = daysLater(isoDay, 3 - ((utc(isoDay).getUTCDay() + 6) % 7))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** Returns fourteen days from the Monday of this week. */
export function twoWeeks(isoDay: string): string[] {
  const monday = daysLater(isoDay, -((utc(isoDay).getUTCDay() + 6) % 7))
  return Array.from({ length: 14 }, (_, n) => daysLater(monday, n))
}

/** Returns the moment a day begins in the time zone. Where the clocks skip midnight, that is one o'clock. */
export function startOfDay(isoDay: string, timeZone: string): Date {
  const starts = ['00:00', '01:00'].flatMap((time) => instantsOf({ date: isoDay, time }, timeZone))
  return starts[0] ?? utc(isoDay)
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.slice(0, 10) === text
