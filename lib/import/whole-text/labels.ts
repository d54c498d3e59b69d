/** Knows the lines that stand around a text and say nothing of it: labels, dates, and what belongs to a web page. */
import { dateFormat } from '../../intl.ts'
import { type Language, listed, rulesOf } from '../../locale.ts'
import { plain } from './blocks.ts'
import type { LeftOutReason } from './parts.ts'

interface Calendar {
  month: RegExp
  weekdays: string[]
  /** The small words of a date and of a time of day. */
  small: Set<string>
}

const calendars = new Map<Language, Calendar>()

function calendarOf(language: Language): Calendar {
  const known = calendars.get(language)
  if (known) return known
  const { locale, dates, moment } = rulesOf(language)
  const named = (count: number, day: (at: number) => number, options: Intl.DateTimeFormatOptions) => {
    const format = dateFormat(locale, { ...options, timeZone: 'UTC' })
    return Array.from({ length: count }, (_, at) => plain(format.format(day(at))))
  }
  const months = (['long', 'short'] as const).flatMap((month) => named(12, (at) => Date.UTC(2026, at, 15), { month }))
  const around = plain(moment.replace(/\{\w+\}/g, ' ')).split(' ')
  const calendar: Calendar = {
    month: new RegExp(`^(?:${months.join('|')})`, 'u'),
    weekdays: named(7, (at) => Date.UTC(2026, 5, 1 + at), { weekday: 'long' }),
    small: new Set([dates['before-day'], dates['before-month'], ...around].filter(Boolean)),
  }
  calendars.set(language, calendar)
  return calendar
}

/** Whether words are a date and nothing else, perhaps with a time of day: “den 27 november 2026 kl. 09.00”. */
function isDate(words: string, language: Language): boolean {
  const { month, weekdays, small } = calendarOf(language)
  const parts = plain(words).split(' ')
  const isDay = (part: string) => /^\d{1,2}(?:st|nd|rd|th|e|a)?$/.test(part)
  const isZone = (part: string) => /^(?:[cew]?e?s?t|utc|gmt)$/.test(part)
  const isYear = (part: string) => /^(?:19|20)\d\d$/.test(part)
  const isKnown = (part: string) =>
    isDay(part) || isYear(part) || isZone(part) || small.has(part) || month.test(part) || weekdays.includes(part)
  const hasDay = parts.some(isDay)
  const hasMonth = parts.some((part) => month.test(part)) || parts.filter(isDay).length > 1
  return words.length <= 60 && parts.every(isKnown) && hasDay && hasMonth
}

/** Returns the place that a line “Tallmora, 27 november 2026” begins with; undefined for any other line. */
function placeBeforeDate(words: string, language: Language): string | undefined {
  const [, place = '', date = ''] =
    /^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})[,:]?\s+((?:\p{Ll}+\s+)?(?:\p{L}+,?\s+)?\d.*)$/u.exec(words) ?? []
  // A month or a weekday with a capital is part of the date.
  const isPartOfDate = isDate(`${place} ${date}`, language)
  return place && !isPartOfDate && isDate(date, language) ? place : undefined
}

const wordsOf = (list: string) => listed(list).map(plain)

/** Returns why a line that stands above a text is no part of it; undefined for a line that may be. */
export function labelOf(words: string, language: Language): LeftOutReason | undefined {
  const { reading } = rulesOf(language)
  if (words.length > 90) return undefined
  const line = plain(words)
  const begins = (list: string) => wordsOf(list).find((word) => line === word || line.startsWith(`${word} `))
  if (begins(reading.embargo)) return 'embargo'
  if (isDate(words, language)) return 'date'
  const label = begins(reading.labels)
  if (label === undefined) return placeBeforeDate(words, language) ? 'place' : undefined
  const rest = words
    .trim()
    .split(/\s+/)
    .slice(label.split(' ').length)
    .join(' ')
    .replace(/^[\s,:|–—•·-]+/, '')
  if (!rest || isDate(rest, language) || /^\d+$/.test(rest)) return 'label'
  return placeBeforeDate(rest, language) ? 'place' : undefined
}

/** Returns the place in a line with a place and a date, perhaps after a label. */
export function placeIn(words: string, language: Language): string | undefined {
  const { reading } = rulesOf(language)
  const label = wordsOf(reading.labels).find((word) => plain(words).startsWith(`${word} `))
  const rest = label ? words.trim().split(/\s+/).slice(label.split(' ').length).join(' ') : words
  return placeBeforeDate(rest.replace(/^[\s,:|–—•·-]+/, ''), language)
}

/** Signs by which newspapers know that a text is whole: “###”, “-30-”. */
const endSigns = /^(?:#\s*){1,5}$|^[-–—]\s*30\s*[-–—]$/

/** Whether a line belongs to the page around a text and not to what it says: “Dela”, “Skriv ut”, “– ENDS –”. */
export const isPageFurniture = (words: string, language: Language): boolean =>
  endSigns.test(words) || wordsOf(rulesOf(language).reading.furniture).includes(plain(words))
