/** Formats days and moments as readers of each language write them, and as programs do, in the newsroom's time zone. */
import { dateFormat, dateParts } from '../intl.ts'
import { type Language, localeOf, rulesOf } from '../locale.ts'
import { instantsOf, offsetName, wallTimeOf, zoneName } from './zone.ts'

/** The language and the time zone that something is formatted for. */
export interface Clock {
  language: Language
  timeZone: string
}

const space = '\u00a0'

/** Formats a day: “17 november 2026”, or without the year. */
export function formatDay(date: Date, { language, timeZone }: Clock, { year = true } = {}): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, day: 'numeric', month: 'long' }
  if (year) options.year = 'numeric'
  const parts = dateFormat(localeOf(language), options).formatToParts(date)
  // The day and its month are joined, so that they stay on one line.
  const joined = parts.map(({ type, value }, index) =>
    type === 'literal' && (parts[index - 1]?.type === 'day' || parts[index + 1]?.type === 'day')
      ? value.replaceAll(' ', space)
      : value,
  )
  return joined.join('')
}

/**
 * Formats a moment: “17 november 2026 kl. 08.00”; in English “17 November 2026, 08:00 CET”, since its readers live in
 * many zones.
 */
export function formatMoment(date: Date, clock: Clock, { year = true } = {}): string {
  const { language, timeZone } = clock
  const parts = dateParts(date, localeOf(language), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  })
  const rules = rulesOf(language)
  // The zone is left out where readers of the language take it for granted.
  const zone = rules['home-zone'] === timeZone ? '' : `${space}${parts.timeZoneName}`
  const said: Record<string, string> = { ...parts, day: formatDay(date, clock, { year }) }
  return rules.moment.replace(/\{(\w+)\}/g, (_, name) => said[name] ?? '') + zone
}

/**
 * Formats a moment at which something may happen, with its weekday and always with the zone: “torsdag 26 november 2026 kl.
 * 13.00, svensk tid”. In the hour that the clocks show twice it is said which is meant: “svensk tid (UTC+2)”.
 */
export function formatMomentInZone(date: Date, clock: Clock): string {
  const { language, timeZone } = clock
  const weekday = dateFormat(localeOf(language), { timeZone, weekday: 'long' }).format(date)
  const moment = `${weekday} ${formatMoment(date, clock)}`
  // Elsewhere the zone stands there already, and its short name says which of the two it is.
  if (rulesOf(language)['home-zone'] !== timeZone) return moment
  const isTwice = instantsOf(wallTimeOf(date, timeZone), timeZone).length > 1
  return `${moment}, ${zoneName(date, timeZone, language)}${isTwice ? ` (${offsetName(date, timeZone)})` : ''}`
}

/**
 * Formats what lasts from one moment until another, with the zone: “torsdag 26 november 2026 kl. 12.15–13.00, svensk tid”.
 * What ends another day says both moments whole, and what has no length the one.
 */
export function formatSpan(from: Date, until: Date, clock: Clock): string {
  const start = formatMomentInZone(from, clock)
  if (until <= from) return start
  const [time] = /\{hour\}.*\{minute\}/.exec(rulesOf(clock.language).moment) ?? []
  const timeOf = (at: Date) => {
    const [hour = '', minute = ''] = wallTimeOf(at, clock.timeZone).time.split(':')
    return time?.replace('{hour}', hour).replace('{minute}', minute) ?? ''
  }
  const place = start.lastIndexOf(timeOf(from)) + timeOf(from).length
  const isOneDay = isoDay(from, clock.timeZone) === isoDay(until, clock.timeZone)
  if (!time || !isOneDay) return `${start} – ${formatMomentInZone(until, clock)}`
  return `${start.slice(0, place)}–${timeOf(until)}${start.slice(place)}`
}

/** Returns the day in a time zone, as “2026-11-17”. */
export const isoDay = (date: Date, timeZone: string): string => wallTimeOf(date, timeZone).date

export const yearIn = (date: Date, timeZone: string): number => Number(isoDay(date, timeZone).slice(0, 4))

/** Returns the moment with the zone's offset, “2026-11-17T08:00:00+01:00”: for `datetime` and structured data. */
export function isoMoment(date: Date, timeZone: string): string {
  const { hour, minute, second, timeZoneName } = dateParts(date, 'en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  const offset = timeZoneName?.replace('GMT', '') || '+00:00'
  return `${isoDay(date, timeZone)}T${hour}:${minute}:${second}${offset}`
}
