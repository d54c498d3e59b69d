/** Dates as people write them in running text. */
import type { Language } from '../locale.ts'

export interface WrittenDate {
  /** The words: “tisdag 26 november 2026”. */
  words: string
  from: number
  /** Monday is 0; undefined where no weekday stands with it. */
  weekday: number | undefined
  day: number
  /** January is 0. */
  month: number
  year: number | undefined
}

const sv = {
  weekday: 'måndag tisdag onsdag torsdag fredag lördag söndag'.split(' '),
  month: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
}
const en = {
  weekday: 'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
  month: 'january february march april may june july august september october november december'.split(' '),
}

const day = '(?<day>\\d{1,2})'
const year = '(?:,?\\s+(?<year>(?:19|20)\\d\\d))?(?!\\d)'
const monthOf = ({ month }: typeof sv) =>
  `(?<month>${month.flatMap((name) => [name, `${name.slice(0, 3)}\\.?`]).join('|')})`
const weekdayOf = ({ weekday }: typeof sv, ending: string) => `(?:(?<weekday>${weekday.join('|')})${ending},?\\s+)?`
const start = '(?<![\\p{L}\\p{N}/.-])'
const end = '(?![\\p{L}\\p{N}])'
const iso = '(?<year>(?:19|20)\\d\\d)-(?<month>\\d\\d)-(?<day>\\d\\d)'

const pattern = (source: string) => new RegExp(`${start}${source}${end}`, 'giu')

const patterns: Record<Language, RegExp[]> = {
  sv: [
    pattern(`${weekdayOf(sv, '(?:en|ens)?')}(?:den\\s+)?${day}(?::e)?\\s+${monthOf(sv)}${year}`),
    pattern(`${weekdayOf(sv, '(?:en|ens)?')}(?:den\\s+)?${iso}`),
    // “3/4” alone is a fraction; with a weekday, “den”, a year or a time it is a date.
    pattern(
      `(?=\\p{L}|\\S+[-/ ]20\\d\\d|\\S+ kl)${weekdayOf(sv, '(?:en)?')}(?:den\\s+)?${day}/(?<month>\\d{1,2})(?:[-/ ](?<year>20\\d\\d))?`,
    ),
  ],
  en: [
    pattern(`${weekdayOf(en, '')}(?:the\\s+)?${day}(?:st|nd|rd|th)?\\s+(?:of\\s+)?${monthOf(en)}${year}`),
    pattern(`${weekdayOf(en, '')}${monthOf(en)}\\s+${day}(?:st|nd|rd|th)?${year}`),
    pattern(`${weekdayOf(en, '')}${iso}`),
  ],
}

const names = { sv, en }

export function datesIn(text: string, language: Language): WrittenDate[] {
  const { weekday: weekdays, month: months } = names[language]
  return patterns[language]
    .flatMap((one) => [...text.matchAll(one)])
    .flatMap(({ 0: words, index, groups = {} }): WrittenDate[] => {
      const month = /^\d/.test(groups.month ?? '')
        ? Number(groups.month) - 1
        : months.findIndex((name) => name.startsWith((groups.month ?? '').slice(0, 3).toLowerCase()))
      const weekday = groups.weekday ? weekdays.indexOf(groups.weekday.toLowerCase()) : undefined
      const written = { words, from: index, weekday, day: Number(groups.day), month }
      if (month < 0 || month > 11 || written.day > 31 || written.day < 1) return []
      return [{ ...written, year: groups.year ? Number(groups.year) : undefined }]
    })
    .sort((a, b) => a.from - b.from)
}

/** The day as a moment at midnight UTC; undefined for the 31st of November. Without a year, the nearest to `near`. */
export function dayOf(date: WrittenDate, near: Date): Date | undefined {
  const year = near.getUTCFullYear()
  const years = date.year === undefined ? [year - 1, year, year + 1] : [date.year]
  const days = years
    .map((one) => new Date(Date.UTC(one, date.month, date.day)))
    .filter((at) => at.getUTCDate() === date.day)
  return days.sort((a, b) => Math.abs(a.getTime() - near.getTime()) - Math.abs(b.getTime() - near.getTime()))[0]
}

/** Monday is 0. */
export const weekdayAt = (at: Date): number => (at.getUTCDay() + 6) % 7

export const weekdayName = (at: Date, language: Language): string => {
  const name = names[language].weekday[weekdayAt(at)] ?? ''
  return language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name
}
