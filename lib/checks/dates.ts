/** Finds dates as people write them in running text. */
import { dateFormat, dateParts } from '../intl.ts'
import { type Language, listed, localeOf, rulesOf } from '../locale.ts'

export interface WrittenDate {
  /** The date as it is written: “tisdag 26 november 2026”. */
  words: string
  from: number
  /** Monday is 0; undefined where no weekday is written with the date. */
  weekday: number | undefined
  day: number
  /** January is 0. */
  month: number
  year: number | undefined
}

interface Names {
  weekday: string[]
  month: string[]
}

/** The names of days and months as dates in the language have them. 1 January 2001 was a Monday. */
function namesIn(language: Language): Names {
  const part = (options: Intl.DateTimeFormatOptions, type: string, at: Date) =>
    dateParts(at, localeOf(language), { ...options, timeZone: 'UTC' })[type]?.toLowerCase() ?? ''
  return {
    weekday: Array.from({ length: 7 }, (_, n) =>
      part({ weekday: 'long' }, 'weekday', new Date(Date.UTC(2001, 0, n + 1))),
    ),
    month: Array.from({ length: 12 }, (_, n) =>
      part({ day: 'numeric', month: 'long' }, 'month', new Date(Date.UTC(2001, n, 1))),
    ),
  }
}

const day = '(?<day>\\d{1,2})'
const year = '(?:,?\\s+(?<year>(?:19|20)\\d\\d))?(?!\\d)'
const start = '(?<![\\p{L}\\p{N}/.-])'
const end = '(?![\\p{L}\\p{N}])'
const iso = '(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)'

const pattern = (source: string) => new RegExp(`${start}${source}${end}`, 'giu')
const anyOf = (words: string[]) => words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
/** A pattern that matches one of the words listed in the language's file, or nothing. */
const maybe = (text: string, after = '') => (text ? `(?:(?:${anyOf(listed(text))})${after})?` : '')

function makeReader(language: Language): { names: Names; patterns: RegExp[] } {
  const rules = rulesOf(language).dates
  const names = namesIn(language)
  const weekday = `(?:(?<weekday>${anyOf(names.weekday)})${maybe(rules['weekday-endings'])},?\\s+)?`
  const short = names.month.map((name) => name.slice(0, 3))
  const month = `(?<month>${names.month
    .flatMap((name, n) => [
      anyOf([name]),
      ...(short.indexOf(short[n] ?? '') === n ? [`${anyOf([short[n] ?? ''])}\\.?`] : []),
    ])
    .join('|')})`
  const before = maybe(rules['before-day'], '\\s+')
  const ending = maybe(rules['day-endings'])
  const patterns = [
    pattern(`${weekday}${before}${day}${ending}\\s+${maybe(rules['before-month'], '\\s+')}${month}${year}`),
    pattern(`${weekday}${before}${iso}`),
  ]
  if (rules['month-first'] === 'yes') patterns.push(pattern(`${weekday}${month}\\s+${day}${ending}${year}`))
  if (rules.slashes === 'yes') {
    // “3/4” alone is a fraction; beside a weekday, “den”, a year or a time it is a date.
    const sign = '(?=\\p{L}|\\S{1,12}[-/ ]20\\d\\d|\\S{1,12} kl)'
    patterns.push(pattern(`${sign}${weekday}${before}${day}/(?<month>\\d{1,2})(?:[-/ ](?<year>20\\d\\d))?`))
  }
  return { names, patterns }
}

const readers = new Map<Language, ReturnType<typeof makeReader>>()

function readerOf(language: Language) {
  const reader = readers.get(language) ?? makeReader(language)
  readers.set(language, reader)
  return reader
}

export function datesIn(text: string, language: Language): WrittenDate[] {
  const { names, patterns } = readerOf(language)
  return patterns
    .flatMap((one) => [...text.matchAll(one)])
    .flatMap(({ 0: words, index, groups = {} }): WrittenDate[] => {
      const named = (groups.month ?? '').toLowerCase()
      const month = /^\d/.test(named)
        ? Number(named) - 1
        : names.month.findIndex((name) => name === named || name.slice(0, 3) === named.replace('.', ''))
      const weekday = groups.weekday ? names.weekday.indexOf(groups.weekday.toLowerCase()) : undefined
      const written = { words, from: index, weekday, day: Number(groups.day), month }
      if (month < 0 || month > 11 || written.day > 31 || written.day < 1) return []
      return [{ ...written, year: groups.year ? Number(groups.year) : undefined }]
    })
    .sort((a, b) => a.from - b.from)
}

/**
 * Returns the day as midnight UTC, or undefined for a day that does not exist, as 31 November. Without a year it is the
 * one nearest to `near`.
 */
export function writtenDay(date: WrittenDate, near: Date): Date | undefined {
  const year = near.getUTCFullYear()
  const years = date.year === undefined ? [year - 1, year, year + 1] : [date.year]
  const days = years
    .map((one) => new Date(Date.UTC(one, date.month, date.day)))
    .filter((at) => at.getUTCDate() === date.day)
  return days.sort((a, b) => Math.abs(a.getTime() - near.getTime()) - Math.abs(b.getTime() - near.getTime()))[0]
}

/** Returns the weekday; Monday is 0. */
export const weekdayAt = (at: Date): number => (at.getUTCDay() + 6) % 7

/** Returns the weekday as the language writes it: “tisdag”, “Tuesday”. */
export const weekdayName = (at: Date, language: Language): string =>
  dateFormat(localeOf(language), { weekday: 'long', timeZone: 'UTC' }).format(at)
