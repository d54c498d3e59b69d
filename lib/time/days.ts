/** Counts with days of the calendar, as YYYY-MM-DD, without regard to time zones. */
import { type Language, listed, rulesOf } from '../locale.ts'

const day = 86_400_000

/** A day as its midnight in UTC, to count with. */
export const utcMidnight = (isoDay: string): Date => new Date(`${isoDay}T00:00:00Z`)
const isoOf = (date: Date) => date.toISOString().slice(0, 10)
export const daysLater = (isoDay: string, days: number): string =>
  isoOf(new Date(utcMidnight(isoDay).getTime() + days * day))
export const daysBetween = (from: string, to: string): number =>
  (utcMidnight(to).getTime() - utcMidnight(from).getTime()) / day

/** Returns the short weekday: “to”; “Thu” in English. */
export const weekday = (isoDay: string, language: Language): string =>
  listed(rulesOf(language).weekdays, ' ')[(utcMidnight(isoDay).getUTCDay() + 6) % 7] ?? ''

export const dayNumber = (isoDay: string): number => Number(isoDay.slice(8))

/** Returns the short month: “nov”. */
export const monthName = (isoDay: string, language: Language): string =>
  listed(rulesOf(language).months, ' ')[Number(isoDay.slice(5, 7)) - 1] ?? ''

/** Returns the week of the year (ISO 8601), which Swedish offices plan by. */
export function weekNumber(isoDay: string): number {
  const thursday = daysLater(isoDay, 3 - ((utcMidnight(isoDay).getUTCDay() + 6) % 7))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** Returns fourteen days from the Monday of this week. */
export function twoWeeks(isoDay: string): string[] {
  const monday = daysLater(isoDay, -((utcMidnight(isoDay).getUTCDay() + 6) % 7))
  return Array.from({ length: 14 }, (_, n) => daysLater(monday, n))
}

/** Whether a text is a day that exists, as YYYY-MM-DD. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T12:00:00Z`).toJSON()?.slice(0, 10) === text
