/** The day on which somebody is to look at a live text again. */
import { and, asc, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { isoDay } from '#lib/time/format.ts'
import { db, prepared, type Reader, type Writer, write } from '../../client.ts'
import { atMost } from '../../dialect.ts'
import { recordEvent } from '../../events.ts'
import { day, line } from '../../inputs.ts'
import { live } from '../../live/visible.ts'
import { type Member, may } from '../../permissions.ts'
import { reviewDates } from '../../schema/published.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { getSettings } from '../../settings.ts'
import { notInTrash } from '../../trash/in-trash.ts'
import { notify, unnotify } from '../../users/notifications.ts'
import { requireRelease } from '../require-release.ts'

const reviewDateSchema = z.object({ on: day(), note: line(200) })

/**
 * Sets the day on which a live text is to be looked at again, with a word on why, or without a day takes it away. Refuses
 * contributors the texts of others (`text-of-others`), a text that readers cannot see (`not-live`), and a day that is not
 * to come (`review-date-passed`).
 */
export async function setReviewDate(
  releaseId: string,
  input: { on: string; note: string },
  by: { actor: Member; now: Date },
): Promise<void> {
  const { on, note } = reviewDateSchema.parse(input)
  const timeZone = await newsroomZone()
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    if (!may(by.actor, 'manage-text', release)) throw new Refusal('text-of-others')
    if (on && !(await isLiveNow(tx, releaseId, by.now))) throw new Refusal('not-live')
    if (on && on <= isoDay(by.now, timeZone)) throw new Refusal('review-date-passed', { field: 'on' })
    const [before] = await tx.delete(reviewDates).where(eq(reviewDates.releaseId, releaseId)).returning()
    if (!before && !on) return
    // What was told of the former day is nothing to do any more.
    await unnotify(tx, { releaseId, kinds: ['review-date'] })
    if (on) await tx.insert(reviewDates).values({ releaseId, on, note, setBy: by.actor.id })
    const about = { actor: by.actor, noun: 'release', targetId: releaseId, now: by.now }
    if (on) await recordEvent(tx, { ...about, verb: 'set-review-date', details: { day: on, ...(note && { note }) } })
    else await recordEvent(tx, { ...about, verb: 'clear-review-date' })
  })
}

const newsroomZone = async (): Promise<string> => (await getSettings())?.timeZone ?? 'UTC'

const isLiveNow = async (tx: Writer, id: string, now: Date): Promise<boolean> =>
  (
    await tx
      .select({ id: releases.id })
      .from(releases)
      .where(and(eq(releases.id, id), live(now)))
  ).length > 0

export interface TextToReview {
  id: string
  title: string
  language: Language
  on: string
  note: string
}

/**
 * Returns the live texts that are to be looked at again on `today` (YYYY-MM-DD) or before, the oldest day first: all of them
 * for whoever may change them all, else those of the member's own.
 */
export async function listTextsToReview(member: Member, today: string, now: Date): Promise<TextToReview[]> {
  const ofAll = may(member, 'manage-text', { createdBy: null })
  return dueQuery(ofAll).execute({ now, today, memberId: member.id })
}

const dueQuery = prepared((reader, ofAll: boolean) =>
  reader
    .select({
      id: releases.id,
      title: revisions.title,
      language: releases.language,
      on: reviewDates.on,
      note: reviewDates.note,
    })
    .from(reviewDates)
    // The few days come first, and then their texts: SQLite would go through all texts.
    .crossJoin(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(
      and(
        eq(releases.id, reviewDates.releaseId),
        isDue(sql`${sql.placeholder('today')}`),
        live(sql.placeholder('now')),
        notInTrash('release', releases.id),
        ofAll
          ? undefined
          : or(eq(releases.createdBy, sql.placeholder('memberId')), eq(reviewDates.setBy, sql.placeholder('memberId'))),
      ),
    )
    .orderBy(asc(reviewDates.on), asc(releases.id))
    .limit(atMost(50))
    .prepare(),
)

const isDue = (today: string | SQL) => lte(reviewDates.on, today)

/** Tells, once, whoever set a day that has come and the writer of the text. A withdrawn text is told of if it comes back. */
export async function tellOfReviewDates(now: Date): Promise<void> {
  const today = isoDay(now, await newsroomZone())
  const due = (from: Reader) =>
    from
      .select({ date: reviewDates, writer: releases.createdBy })
      .from(reviewDates)
      .innerJoin(releases, eq(releases.id, reviewDates.releaseId))
      .where(and(isNull(reviewDates.toldAt), isDue(today), live(now)))
      .limit(100)
  if ((await due(db)).length === 0) return
  await write(async (tx) => {
    for (const { date, writer } of await due(tx)) {
      const { releaseId, setBy, note } = date
      await tx.update(reviewDates).set({ toldAt: now }).where(eq(reviewDates.releaseId, releaseId))
      await notify(tx, { kind: 'review-date', releaseId, to: [setBy, writer], actor: null, note, now })
    }
  })
}
