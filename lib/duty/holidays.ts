/** Knows Swedish public holidays, and the three eves that the law on holidays counts as Sundays. */
import { getHolidays } from 'swedish-holidays'

/** The names under which the messages have the holidays, and whether offices are closed on them. */
const names = {
  newYearsDay: 'new-years-day',
  epiphany: 'epiphany',
  goodFriday: 'good-friday',
  easterSunday: 'easter-sunday',
  easterMonday: 'easter-monday',
  mayFirst: 'may-first',
  ascensionDay: 'ascension-day',
  swedishNationalDay: 'national-day',
  whitSunday: 'whit-sunday',
  midsummerEve: 'midsummer-eve',
  midsummerDay: 'midsummer-day',
  allSaintsDay: 'all-saints-day',
  christmasEve: 'christmas-eve',
  christmasDay: 'christmas-day',
  boxingDay: 'boxing-day',
  newYearsEve: 'new-years-eve',
} as const

export type Holiday = (typeof names)[keyof typeof names]

const asOffice = {
  ...{ twelfthNight: '', maundyThursday: '', holySaturday: '', walpurgisNight: '', pentecostEve: '', allSaintsEve: '' },
  ...names,
}
const known = new Set<string>(Object.values(names))
const isHoliday = (name: string): name is Holiday => known.has(name)

const halfDay = 43_200_000
const years = new Map<number, Map<string, Holiday>>()

/**
 * Returns the holidays of a year by day. The library reckons by the clocks of the machine; its moment is midnight in UTC, or
 * an hour from it where those clocks change, so the nearest midnight is the day wherever the machine stands.
 */
function holidaysOf(year: number): Map<string, Holiday> {
  const found = years.get(year)
  if (found) return found
  const made = new Map(
    getHolidays(year, asOffice).flatMap(({ name, date }): [string, Holiday][] =>
      isHoliday(name) ? [[new Date(date.getTime() + halfDay).toISOString().slice(0, 10), name]] : [],
    ),
  )
  if (years.size > 50) years.clear()
  years.set(year, made)
  return made
}

/** The years the library can reckon Easter for. */
const [firstYear, lastYear] = [1582, 8702]

/** Returns which holiday a day is, YYYY-MM-DD, or undefined. */
export function holidayOn(isoDay: string): Holiday | undefined {
  const year = Number(isoDay.slice(0, 4))
  return year >= firstYear && year <= lastYear ? holidaysOf(year).get(isoDay) : undefined
}
