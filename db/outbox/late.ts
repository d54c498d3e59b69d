/** Tells what should have been sent by now and has not: the server is still trying, or does not come to it. */
import { and, eq, gt, isNotNull, lte, ne, notInArray, or, sql } from 'drizzle-orm'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { prepared, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { announcements, deliveries } from '../schema/outbox.ts'
import type { DeliveryKind } from '../types.ts'

/**
 * What is told of by itself: what is sent elsewhere than to people, and what readers see that nobody outside has been told
 * of. A mail server that is away delays all mail alike.
 */
const services: DeliveryKind[] = ['hub', 'indexnow', 'purge']
const kinds = ['hub', 'indexnow', 'purge', 'change'] as const

export interface Late {
  kind: (typeof kinds)[number] | 'mail'
  count: number
  since: Date
  /** When the server tries again, where it has tried and got an answer; empty where it has not come to it. */
  nextAt: Date | undefined
  lastError: string
  /** Whether some of it waits so long that it can be tried at once: see `hurryLate`. */
  mayHurry: boolean
}

/** How late something is before it is told of, in minutes: most of what fails once arrives a minute later. */
const patience = 5

/** The moment by which whoever is sending now has settled: what waits for longer is sent by nobody. */
const afterClaims = (now: Date) => new Date(now.getTime() + 5 * 60_000)

/** Has what is late and has failed, of one kind, tried at once, where the server would wait for long. */
export async function hurryLate(kind: string, by: { actor: Actor; now: Date }): Promise<void> {
  const own = kind === 'mail' ? notInArray(deliveries.kind, services) : eq(deliveries.kind, kind as DeliveryKind)
  const waiting = and(ne(deliveries.lastError, ''), gt(deliveries.nextAttemptAt, afterClaims(by.now)))
  await write(async (tx) => {
    const hurried = await tx
      .update(deliveries)
      .set({ nextAttemptAt: by.now })
      .where(and(own, waiting))
      .returning({ id: deliveries.id })
    if (hurried.length === 0) return
    const details = { kind, count: hurried.length }
    await recordEvent(tx, { ...by, verb: 'retry', noun: 'delivery', targetId: kind, details })
  })
}

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
    const mayHurry = tried.some(({ nextAt }) => nextAt && nextAt > afterClaims(now))
    return { kind, count: alike.length, since: new Date(first), nextAt: next, lastError, mayHurry }
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
