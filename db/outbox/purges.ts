/**
 * Tells a CDN that readers see something else now. There is one row for it in the outbox, which names what was last told of:
 * the edition, the latest text that has become live by itself, and the day. Whichever node sees that this has moved queues
 * the row again, so that nothing that raises the edition can be forgotten.
 */
import { and, desc, eq, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { isoDay } from '#lib/time/format.ts'
import { db, prepared, type Reader, write } from '../client.ts'
import { atMost } from '../dialect.ts'
import { edition } from '../schema/newsroom.ts'
import { type Delivery, deliveries } from '../schema/outbox.ts'
import { releases } from '../schema/releases.ts'
import { getSettings } from '../settings.ts'
import { queueDelivery } from './deliveries.ts'

/**
 * It is told once more after so many milliseconds: an answer that was on its way at the first time, or that a node gave which
 * had not heard of the change, may have been kept after it.
 */
const againAfter = 3_000

const editionQuery = prepared((reader) => reader.select({ number: edition.number }).from(edition).prepare())
const latestQuery = prepared((reader) =>
  reader
    .select({ at: releases.publishAt })
    .from(releases)
    .where(
      and(
        isNotNull(releases.liveRevisionId),
        isNull(releases.withdrawnAt),
        lte(releases.publishAt, sql.param(sql.placeholder('now'), releases.publishAt)),
      ),
    )
    .orderBy(desc(releases.publishAt))
    .limit(atMost(1))
    .prepare(),
)

async function shownNow(now: Date): Promise<string> {
  const [[row], [latest], settings] = await Promise.all([
    editionQuery().execute(),
    latestQuery().execute({ now }),
    getSettings(),
  ])
  return [row?.number ?? 0, latest?.at?.getTime() ?? 0, isoDay(now, settings?.timeZone ?? 'UTC')].join(' ')
}

const rowFor = async (reader: Reader, url: string): Promise<Delivery | undefined> =>
  (
    await reader
      .select()
      .from(deliveries)
      .where(and(eq(deliveries.kind, 'purge'), eq(deliveries.recipient, url)))
      .limit(1)
  )[0]

/** Queues word to the CDN where readers see something else than it was last told of. Does nothing where none is told. */
export async function queuePurge(now: Date): Promise<void> {
  const { purge } = env
  if (!purge) return
  const shown = await shownNow(now)
  const isToldOnce = (row: Delivery) =>
    row.deliveredAt !== null && row.attempts === 1 && now.getTime() - row.createdAt.getTime() >= againAfter
  const before = await rowFor(db, purge.url)
  if (before?.subjectId === shown && !isToldOnce(before)) return
  await write(async (tx) => {
    const row = await rowFor(tx, purge.url)
    if (!row) return queueDelivery(tx, { kind: 'purge', recipient: purge.url, subjectId: shown, now })
    const anew = { subjectId: shown, createdAt: now, attempts: 0, lastError: '', givenUpAt: null }
    const change = row.subjectId === shown ? (isToldOnce(row) ? {} : undefined) : anew
    if (!change) return
    await tx
      .update(deliveries)
      .set({ ...change, nextAttemptAt: now, deliveredAt: null })
      .where(eq(deliveries.id, row.id))
  })
}
