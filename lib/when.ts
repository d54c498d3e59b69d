/** Times as the studio says them: close ones by name, far ones by date, and always in the newsroom's zone. */
import type { Language } from './locale.ts'
import { translator } from './messages.ts'

/** Whose clock, who reads, and what time it is. */
export interface StudioClock {
  language: Language
  timeZone: string
  now: Date
}

const day = 86_400_000

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format takes longer than using it a hundred times. */
function parts(date: Date, locale: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const key = locale + JSON.stringify(options)
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, format)
  return Object.fromEntries(format.formatToParts(date).map((part) => [part.type, part.value]))
}

/** “09:00” */
export function clockTime(date: Date, { timeZone }: { timeZone: string }): string {
  const { hour, minute } = parts(date, 'en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${hour}:${minute}`
}

/** “2026-11-24”, where the newsroom is. */
export function dayOf(date: Date, timeZone: string): string {
  const { year, month, day } = parts(date, 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${year}-${month}-${day}`
}

/** A day as a moment that can be counted with: its midnight in UTC. */
const utc = (isoDay: string) => new Date(`${isoDay}T00:00:00Z`)
const isoOf = (date: Date) => date.toISOString().slice(0, 10)
export const daysLater = (isoDay: string, days: number): string => isoOf(new Date(utc(isoDay).getTime() + days * day))
export const daysBetween = (from: string, to: string): number => (utc(to).getTime() - utc(from).getTime()) / day

/** “i dag”, “i går”, “i morgon”, “to 26 nov”, and in another year “26 nov 2025”. */
export function dayName(date: Date, clock: StudioClock): string {
  const t = translator(clock.language, 'studio')
  const isoDay = dayOf(date, clock.timeZone)
  const away = daysBetween(dayOf(clock.now, clock.timeZone), isoDay)
  if (away === 0) return t('today')
  if (away === -1) return t('yesterday')
  if (away === 1) return t('tomorrow')
  const sameYear = isoDay.slice(0, 4) === dayOf(clock.now, clock.timeZone).slice(0, 4) || Math.abs(away) < 60
  const short = `${dayNumber(isoDay)} ${monthName(isoDay, clock.language)}`
  return sameYear ? `${weekday(isoDay, clock.language)} ${short}` : `${short} ${isoDay.slice(0, 4)}`
}

/** “i dag 14:02” */
export const whenName = (date: Date, clock: StudioClock): string => `${dayName(date, clock)} ${clockTime(date, clock)}`

/** “to”; “Thu” in English. */
export const weekday = (isoDay: string, language: Language): string =>
  translator(language, 'studio')('weekdays').split(' ')[(utc(isoDay).getUTCDay() + 6) % 7] ?? ''

export const dayNumber = (isoDay: string): number => Number(isoDay.slice(8))

/** “nov” */
export const monthName = (isoDay: string, language: Language): string =>
  translator(language, 'studio')('months').split(' ')[Number(isoDay.slice(5, 7)) - 1] ?? ''

/** “tisdag 24 november 2026”, or without the year. */
export function longDay(isoDay: string, language: Language, { year = true } = {}): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  const options = { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' } as const
  const { weekday, day, month, year: inYear } = parts(utc(isoDay), locale, options)
  return [weekday, day, month, year ? inYear : ''].filter(Boolean).join(' ')
}

/** ISO 8601: the week of the year, which Swedish offices plan by. */
export function weekNumber(isoDay: string): number {
  const thursday = daysLater(isoDay, 3 - ((utc(isoDay).getUTCDay() + 6) % 7))
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7)
}

/** Fourteen days from the Monday of this week. */
export function twoWeeks(isoDay: string): string[] {
  const monday = daysLater(isoDay, -((utc(isoDay).getUTCDay() + 6) % 7))
  return Array.from({ length: 14 }, (_, n) => daysLater(monday, n))
}

/** “om 18 tim 58 min”, “om 6 dygn 17 tim”: the two largest units. */
export function countdown(until: Date, { language, now }: Pick<StudioClock, 'language' | 'now'>): string {
  const t = translator(language, 'studio')
  const minutes = Math.max(Math.ceil((until.getTime() - now.getTime()) / 60_000), 0)
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60]
  if (days) return t('in-days', { days, hours })
  if (hours) return t('in-hours', { hours, minutes: rest })
  return t('in-minutes', { minutes: rest })
}

/** “svensk tid”: the zone as people call it. */
export function zoneName(timeZone: string, { language, now }: Pick<StudioClock, 'language' | 'now'>): string {
  if (timeZone === 'Europe/Stockholm') return translator(language, 'studio')('swedish-time')
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB'
  return parts(now, locale, { timeZone, timeZoneName: 'longGeneric' }).timeZoneName ?? timeZone
}

/** “UTC+1” */
export function zoneOffset(timeZone: string, date: Date): string {
  const { timeZoneName } = parts(date, 'en-GB', { timeZone, timeZoneName: 'shortOffset' })
  return (timeZoneName ?? '').replace('GMT', 'UTC')
}

/** The moment a day begins where the newsroom is, right over both nights when the clocks change. */
export function startOfDay(isoDay: string, timeZone: string): Date {
  const guess = utc(isoDay)
  const shown = parts(guess, 'en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const ahead = dayOf(guess, timeZone) === isoDay ? 0 : -day
  const start = new Date(guess.getTime() - (Number(shown.hour) * 60 + Number(shown.minute)) * 60_000 - ahead)
  const off = clockTime(start, { timeZone })
  if (off === '00:00') return start
  const minutes = Number(off.slice(0, 2)) * 60 + Number(off.slice(3))
  return new Date(start.getTime() - (minutes > 720 ? minutes - 1440 : minutes) * 60_000)
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
