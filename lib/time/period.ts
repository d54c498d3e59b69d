/** A year of the newsroom's calendar, or a month of one. */
import { dateFormat } from '../intl.ts'
import { type Language, localeOf } from '../locale.ts'

export interface Period {
  year: number
  /** 1 is January. */
  month?: number
}

/**
 * Whether the last part of an address is a year and not a slug: four digits. Releases never get such an address (see
 * `db/releases/publication.ts`).
 */
export const isYear = (slug: string): boolean => /^\d{4}$/.test(slug)

/** Reads the period that an address names: `2026`, or `2026` and `04`. Undefined for everything else. */
export function readPeriod(year: string, month?: string): Period | undefined {
  if (!isYear(year)) return undefined
  if (month === undefined) return { year: Number(year) }
  return /^(?:0[1-9]|1[0-2])$/.test(month) ? { year: Number(year), month: Number(month) } : undefined
}

/** Returns a period as the parts of an address. */
export const periodParts = ({ year, month }: Period): [year: string, month?: string] =>
  [`${year}`.padStart(4, '0'), ...(month === undefined ? [] : [`${month}`.padStart(2, '0')])] as [string, string?]

/**
 * Returns the first day of a period. ISO 8601 has a sign before years of more than four digits, such as the one after
 * 9999.
 */
export function firstDayOf({ year, month = 1 }: Period): string {
  const [years, months] = periodParts({ year, month })
  return `${year > 9_999 ? `+0${years}` : years}-${months}-01`
}

/** Returns the period right after another. */
export function periodAfter({ year, month }: Period): Period {
  if (month === undefined) return { year: year + 1 }
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

/** Writes a period: “2026”, “november 2026”, or without the year “november”. */
export function formatPeriod(period: Period, language: Language, { year = true } = {}): string {
  if (period.month === undefined) return `${period.year}`
  const month = dateFormat(localeOf(language), { month: 'long', timeZone: 'UTC' })
  return month.format(Date.UTC(2000, period.month - 1)) + (year ? ` ${period.year}` : '')
}
