/** The archive: the years and months in which releases were published. */
import { and, asc, count, desc, eq, gte, lt } from 'drizzle-orm'
import { yearIn } from '#lib/time/format.ts'
import { firstDayOf, type Period, periodAfter } from '#lib/time/period.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { db } from '../client.ts'
import { releases } from '../schema/releases.ts'
import { live, type Visit } from './visible.ts'

/** A year or a month, with how much was published in it. */
export interface ArchivePeriod extends Period {
  releases: number
}

/**
 * The predicate for what was published in a period of the newsroom's calendar. It must stand first in a query: SQLite
 * bounds a stretch of an index by the condition named first, and "until now" would be everything after the period.
 */
export const publishedIn = (period: Period, { timeZone }: Pick<Visit, 'timeZone'>) =>
  and(
    gte(releases.publishAt, startOfDay(firstDayOf(period), timeZone)),
    lt(releases.publishAt, startOfDay(firstDayOf(periodAfter(period)), timeZone)),
  )

/** Returns every year in which a live release was published, latest first. */
export async function listArchiveYears(visit: Visit): Promise<ArchivePeriod[]> {
  const [first, last] = await Promise.all([asc, desc].map((order) => endOf(visit, order)))
  if (!first || !last) return []
  const from = yearIn(first, visit.timeZone)
  const years = Array.from({ length: yearIn(last, visit.timeZone) - from + 1 }, (_, index) => ({ year: from + index }))
  return counted(years.reverse(), visit)
}

/** Returns every month of a year in which a live release was published, in order. */
export async function listArchiveMonths(year: number, visit: Visit): Promise<ArchivePeriod[]> {
  const months = Array.from({ length: 12 }, (_, index) => ({ year, month: index + 1 }))
  return counted(months, visit)
}

const mine = ({ now, language }: Visit) => and(live(now), eq(releases.language, language))

async function endOf(visit: Visit, order: typeof asc): Promise<Date | undefined> {
  const [row] = await db
    .select({ at: releases.publishAt })
    .from(releases)
    .where(mine(visit))
    .orderBy(order(releases.publishAt))
    .limit(1)
  return row?.at ?? undefined
}

/** Counts each period by a query of its own, a short stretch of an index. Empty ones are left out. */
async function counted(periods: Period[], visit: Visit): Promise<ArchivePeriod[]> {
  const rows = await Promise.all(
    periods.map(async (period) => {
      const [row] = await db
        .select({ releases: count() })
        .from(releases)
        .where(and(publishedIn(period, visit), mine(visit)))
      return { ...period, releases: row?.releases ?? 0 }
    }),
  )
  return rows.filter((row) => row.releases > 0)
}
