/** A year of the newsroom's calendar, or a month of one. */
import { type Language, localeOf } from '../locale.ts'
import { instantsOf } from './zone.ts'

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

/** Returns the moment a period begins in the time zone. Where midnight is skipped that day, an hour later. */
export function firstMoment({ year, month = 1 }: Period, timeZone: string): Date {
  const [years, months] = periodParts({ year, month })
  const date = `${years}-${months}-01`
  const [first] = ['00:00', '01:00'].flatMap((time) => instantsOf({ date, time }, timeZone))
  return first ?? new Date(Date.UTC(year, month - 1))
}

/** Returns the period right after another. */
export function periodAfter({ year, month }: Period): Period {
  if (month === undefined) return { year: year + 1 }
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 }
}

/** Writes a period: “2026”, “november 2026”, or without the year “november”. */
export function formatPeriod(period: Period, language: Language, { year = true } = {}): string {
  if (period.month === undefined) return `${period.year}`
  return new Date(Date.UTC(2000, period.month - 1))
    .toLocaleDateString(localeOf(language), { month: 'long', timeZone: 'UTC' })
    .concat(year ? ` ${period.year}` : '')
}
