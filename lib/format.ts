/** Formats dates, times and sizes as readers of each language write them, in the newsroom's time zone. */
import { type Language, localeOf, rulesOf } from './locale.ts'

/** The language and the time zone that something is formatted for. */
export interface Clock {
  language: Language
  timeZone: string
}

const space = '\u00a0'

const formats = new Map<string, Intl.DateTimeFormat>()

/** Formats are kept: making one takes longer than using it a hundred times. */
function formatFor(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options)
    formats.set(key, format)
  }
  return format
}

function partsOf(date: Date, locale: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const parts = formatFor(locale, options).formatToParts(date)
  return Object.fromEntries(parts.map((part) => [part.type, part.value]))
}

/** Formats a day: “17 november 2026”, or without the year. */
export function formatDay(date: Date, { language, timeZone }: Clock, { year = true } = {}): string {
  const options: Intl.DateTimeFormatOptions = { timeZone, day: 'numeric', month: 'long' }
  if (year) options.year = 'numeric'
  const parts = formatFor(localeOf(language), options).formatToParts(date)
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
  const parts = partsOf(date, localeOf(language), {
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

/** Returns the day in a time zone, as “2026-11-17”. */
export function isoDay(date: Date, timeZone: string): string {
  const { year, month, day } = partsOf(date, 'en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return `${year}-${month}-${day}`
}

export const yearIn = (date: Date, timeZone: string): number => Number(isoDay(date, timeZone).slice(0, 4))

/** Returns the moment with the zone's offset, “2026-11-17T08:00:00+01:00”: for `datetime` and structured data. */
export function isoMoment(date: Date, timeZone: string): string {
  const { hour, minute, second, timeZoneName } = partsOf(date, 'en-GB', {
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

export const formatNumber = (value: number, language: Language, digits = 0): string =>
  value.toLocaleString(localeOf(language), { maximumFractionDigits: digits })

/** Formats a size in decimal units, as file managers and providers count: “48 kB”, “6,2 MB”. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1_000_000) return `${formatNumber(Math.max(1, Math.round(bytes / 1_000)), language)}${space}kB`
  return `${formatNumber(bytes / 1_000_000, language, 1)}${space}MB`
}

/** Formats the size of an image: “4961 × 2790 px”. */
export const formatPixels = (width: number, height: number): string => `${width}${space}×${space}${height}${space}px`

/** Formats the years of a position, from months or years: “2023–”, “2016–2022”, “2024”. */
export function formatYears({ since, until }: { since: string; until: string | null }): string {
  const [from, to] = [since.slice(0, 4), until?.slice(0, 4)]
  return from === to ? from : `${from}–${to ?? ''}`
}

/** Formats a list, “svenska, engelska och finska”, in parts, so that each item can be marked up. */
export const listParts = (items: string[], language: Language) =>
  new Intl.ListFormat(localeOf(language)).formatToParts(items)

/** Formats a list of languages (BCP 47), each named in `language`: “svenska, engelska och finska”. */
export function formatLanguages(codes: string[], language: Language): string {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'language' })
  return new Intl.ListFormat(localeOf(language)).format(codes.map((code) => names.of(code) ?? code))
}

/** Returns a language's name in another: `languageName('en', 'sv')` is “engelska”. */
export const languageName = (code: string, language: Language): string =>
  new Intl.DisplayNames(localeOf(language), { type: 'language' }).of(code) ?? code

/** Returns the alphabetical order of a language: in Swedish å ä ö come last. */
export const collator = (language: Language): Intl.Collator => new Intl.Collator(localeOf(language))
