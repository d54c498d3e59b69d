/** The archive: the years and months in which releases were published. */
import { and, asc, count, desc, eq, gte, lt, type SQLWrapper, sql } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import type { Language } from '#lib/locale.ts'
import { yearIn } from '#lib/time/format.ts'
import { firstDayOf, type Period, periodAfter } from '#lib/time/period.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { prepared } from '../client.ts'
import { atMost, rowsGiven } from '../dialect.ts'
import { releases } from '../schema/releases.ts'
import { asked, live, type Visit } from './visible.ts'

/** A year or a month, with how much was published in it. */
export interface ArchivePeriod extends Period {
  releases: number
}

/**
 * The predicate for what was published from one moment until another. It must stand first in a query: SQLite bounds a
 * stretch of an index by the condition named first, and "until now" would be everything after the period.
 */
export const publishedBetween = (from: SQLWrapper, to: SQLWrapper) =>
  and(gte(releases.publishAt, from), lt(releases.publishAt, to))

/** When days begin, by time zone: every list of releases asks for the same years and months. */
const beginnings = new LRUCache<string, number>({ max: 5_000 })

function beginningOf(period: Period, timeZone: string): Date {
  const day = firstDayOf(period)
  const key = `${day} ${timeZone}`
  const at = beginnings.get(key) ?? startOfDay(day, timeZone).getTime()
  beginnings.set(key, at)
  return new Date(at)
}

/** Returns when a period of the newsroom's calendar begins, and when the next one does. */
export const boundsOf = (period: Period, { timeZone }: Pick<Visit, 'timeZone'>) => ({
  from: beginningOf(period, timeZone),
  to: beginningOf(periodAfter(period), timeZone),
})

/** Returns every year in which a live release was published, latest first. */
export const listArchiveYears = async (visit: Visit): Promise<ArchivePeriod[]> =>
  counted(await yearsIn([visit.language], visit), visit).then(withoutLanguage)

/** Returns every month of a year in which a live release was published, in order. */
export const listArchiveMonths = (year: number, visit: Visit): Promise<ArchivePeriod[]> =>
  counted(monthsOf({ year, language: visit.language }), visit).then(withoutLanguage)

/** Returns every year with its months in which a live release was published, for each of some languages. */
export async function listArchivePeriods(
  languages: Language[],
  clock: Omit<Visit, 'language'>,
): Promise<(ArchivePeriod & { language: Language })[]> {
  const years = await yearsIn(languages, clock)
  return counted(
    years.flatMap((year) => [year, ...monthsOf(year)]),
    clock,
  )
}

/** A period as readers of one language find it. */
type Told = Period & { language: Language }

const withoutLanguage = (periods: (ArchivePeriod & Told)[]): ArchivePeriod[] =>
  periods.map(({ language: _, ...period }) => period)

const monthsOf = (year: Told): Told[] => Array.from({ length: 12 }, (_, index) => ({ ...year, month: index + 1 }))

const spoken = rowsGiven(sql.placeholder('languages'))
const periods = rowsGiven(sql.placeholder('periods'))

/** The first and the last moment at which something was published in each language. */
const endsQuery = prepared((reader) => {
  const end = (order: typeof asc) => {
    const { publishAt } = releases
    const mine = and(live(asked.now), eq(releases.language, spoken.value(0)))
    const first = reader.select({ publishAt }).from(releases).where(mine).orderBy(order(publishAt)).limit(atMost(1))
    return sql`(${first})`.mapWith(publishAt)
  }
  return reader
    .select({ language: spoken.value<Language>(0), first: end(asc), last: end(desc) })
    .from(spoken.table)
    .prepare()
})

/** Counts each period by itself, a short stretch of an index. */
const countsQuery = prepared((reader) => {
  const within = and(
    publishedBetween(periods.moment(0), periods.moment(1)),
    live(asked.now),
    eq(releases.language, periods.value(2)),
  )
  const counts = reader.select({ releases: count() }).from(releases).where(within)
  return reader
    .select({ number: periods.number, releases: sql<number>`(${counts})` })
    .from(periods.table)
    .prepare()
})

/** Returns all years between the first release and the last in each language, latest first. */
async function yearsIn(languages: Language[], { now, timeZone }: Omit<Visit, 'language'>): Promise<Told[]> {
  const ends = await endsQuery().execute({ now, languages: languages.map((language) => [language]) })
  return ends.flatMap(({ language, first, last }) => {
    if (!first || !last) return []
    const [from, to] = [yearIn(first, timeZone), yearIn(last, timeZone)]
    return Array.from({ length: to - from + 1 }, (_, index) => ({ year: to - index, language }))
  })
}

/** Counts the releases of each period. Empty ones are left out. */
async function counted(all: Told[], { now, timeZone }: Omit<Visit, 'language'>) {
  const rows = await countsQuery().execute({
    now,
    periods: all.map(({ language, ...period }) => {
      const { from, to } = boundsOf(period, { timeZone })
      return [from.getTime(), to.getTime(), language]
    }),
  })
  return rows.flatMap((row) => {
    const period = all[row.number]
    return period && row.releases > 0 ? [{ ...period, releases: row.releases }] : []
  })
}
