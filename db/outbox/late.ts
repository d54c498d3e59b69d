/** Tells what should have been sent by now and has not: the server is still trying, or does not come to it. */
import { and, isNotNull, lte, ne, or, sql } from 'drizzle-orm'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { prepared } from '../client.ts'
import { announcements, deliveries } from '../schema/outbox.ts'

/**
 * What is told of by itself: what is sent elsewhere than to people, and what readers see that nobody outside has been told
 * of. A mail server that is away delays all mail alike.
 */
const kinds = ['hub', 'indexnow', 'purge', 'change'] as const

export interface Late {
  kind: (typeof kinds)[number] | 'mail'
  count: number
  since: Date
  /** When the server tries again, where it has tried and got an answer; empty where it has not come to it. */
  nextAt: Date | undefined
  lastError: string
}

/** How late something is before it is told of, in minutes: most of what fails once arrives a minute later. */
const patience = 5

/** Returns what is late by five minutes or more, with the last answer, by what it is sent to. */
export async function listLate(now: Date): Promise<Late[]> {
  const before = new Date(now.getTime() - patience * 60_000)
  const found = await lateQuery().execute({ before, changedBefore: new Date(before.getTime() - takeBackWithin) })
  const byKind = Map.groupBy(found, ({ kind }) => kinds.find((known) => known === kind) ?? 'mail')
  return [...byKind].map(([kind, alike]): Late => {
    const tried = alike.filter(({ lastError }) => lastError)
    const next = tried.flatMap(({ nextAt }) => nextAt ?? []).sort((a, b) => a.getTime() - b.getTime())[0]
    const first = Math.min(...alike.map(({ since }) => since.getTime()))
    const lastError = tried.at(-1)?.lastError ?? ''
    return { kind, count: alike.length, since: new Date(first), nextAt: next, lastError }
  })
}

const lateQuery = prepared((reader) => {
  const { kind, createdAt, nextAttemptAt, lastError } = deliveries
  const before = sql.param(sql.placeholder('before'), createdAt)
  const failedBefore = and(ne(lastError, ''), lte(createdAt, before))
  const unsent = reader
    .select({ kind: sql<string>`${kind}`, since: createdAt, nextAt: nextAttemptAt, lastError })
    .from(deliveries)
    .where(and(isNotNull(nextAttemptAt), or(failedBefore, lte(nextAttemptAt, before))))
  const untold = reader
    .select({
      kind: sql<string>`'change'`,
      since: announcements.at,
      nextAt: sql<Date | null>`NULL`.mapWith(nextAttemptAt),
      lastError: sql<string>`''`,
    })
    .from(announcements)
    .where(lte(announcements.at, sql.param(sql.placeholder('changedBefore'), announcements.at)))
  return unsent.unionAll(untold).prepare()
})
