/**
 * Announces to programs that the newsroom has changed. Each change to what readers see is noted in the same
 * transaction, a scheduled one for its moment; a minute after it, when it can no longer be taken back, the clock queues a
 * message to the hub for every feed the release is in, and one to search engines for its page, enters in the audit log what
 * has gone out at a set time, and lets those who were added for the text stay with readers.
 */
import { and, asc, eq, gt, inArray, isNotNull, lte, sql } from 'drizzle-orm'
import { absolute, env } from '#lib/env.ts'
import { feedFormats } from '#lib/formats/feed-formats.ts'
import { messagesIn } from '#lib/messages.ts'
import { slugify } from '#lib/slug.ts'
import { takeBackWithin } from '#lib/time/take-back.ts'
import { feedPath, pathTo, type UrlSection } from '#lib/urls.ts'
import { prepared, type Writer, write } from '../client.ts'
import { atMost, jsonText } from '../dialect.ts'
import { recordEvent } from '../events.ts'
import { live, presented, revisionsNaming } from '../live/visible.ts'
import { crisisStatements } from '../schema/crises.ts'
import { events } from '../schema/events.ts'
import { announcements } from '../schema/outbox.ts'
import { people } from '../schema/people.ts'
import {
  corrections,
  quotes,
  type Release,
  releases,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import { seriesTexts, topicTexts } from '../schema/subjects.ts'
import { getSettings } from '../settings.ts'
import type { DeliveryKind } from '../types.ts'
import { notify } from '../users/notifications.ts'
import { queueDelivery } from './deliveries.ts'

const maxAtOnce = 500

/**
 * Notes that what readers see of a release changes at `at`, and what they saw until then. Earlier notes for a time to
 * come are dropped.
 */
export async function noteChange(
  tx: Writer,
  { release, at, former, now }: { release: Release; at: Date; former: string | null; now: Date },
): Promise<void> {
  await forgetChanges(tx, release.id, now)
  await tx.insert(announcements).values({ releaseId: release.id, at, formerRevisionId: former })
}

/** Drops the notes of a release's changes to come. */
export async function forgetChanges(tx: Writer, releaseId: string, now: Date): Promise<void> {
  await tx.delete(announcements).where(and(eq(announcements.releaseId, releaseId), gt(announcements.at, now)))
}

/** Drops the note of a change that has been taken back. */
export async function forgetChangeAt(tx: Writer, releaseId: string, at: Date): Promise<void> {
  await tx.delete(announcements).where(and(eq(announcements.releaseId, releaseId), eq(announcements.at, at)))
}

/**
 * Queues a message to the hub about each feed that has changed, and one to search engines about each page, once however
 * many changes there were. Nothing is queued while a change can be taken back, where nobody is to be told, or for a
 * release that readers have not seen yet; and nothing for search engines that may not read the pages.
 */
export async function announceChanges(now: Date): Promise<void> {
  const until = new Date(now.getTime() - takeBackWithin)
  // Asked four times a second, and nearly always for nothing.
  if (!(await firstChange().execute({ until })).length) return
  const isDue = lte(announcements.at, until)
  const { languages = [], crawlers = [] } = (await getSettings()) ?? {}
  const { websubHub } = env
  const indexNow = crawlers.includes('search') ? env.indexNowUrl : undefined
  await write(async (tx) => {
    const due = await tx
      .select({
        id: announcements.id,
        at: announcements.at,
        former: announcements.formerRevisionId,
        releaseId: announcements.releaseId,
      })
      .from(announcements)
      .where(isDue)
      .orderBy(asc(announcements.at), asc(announcements.id))
      .limit(maxAtOnce)
    for (const change of due) await recordGoneOut(tx, change)
    await showNamed(
      tx,
      due.map(({ releaseId }) => releaseId),
      now,
    )
    const feeds = new Set<string>()
    const pages = new Set<string>()
    for (const { releaseId, former } of websubHub || indexNow ? due : []) {
      const release = await tx.query.releases.findFirst({
        where: and(eq(releases.id, releaseId), isNotNull(releases.liveRevisionId), lte(releases.publishAt, now)),
      })
      if (!release || !languages.includes(release.language)) continue
      const shown = [release.liveRevisionId, former].filter((id) => id !== null)
      if (websubHub) for (const feed of await feedsWith(tx, release, { shown, now })) feeds.add(feed)
      if (release.slug) pages.add(absolute(pathTo(release.language, 'news', release.slug)))
    }
    const queue = (kind: DeliveryKind, recipient: string, subjectId: string) =>
      queueDelivery(tx, { kind, recipient, subjectId, now }, { again: true })
    if (websubHub) for (const feed of feeds) await queue('hub', websubHub, feed)
    if (indexNow) for (const page of pages) await queue('indexnow', indexNow, page)
    await tx.delete(announcements).where(
      inArray(
        announcements.id,
        due.map(({ id }) => id),
      ),
    )
  })
}

const firstChange = prepared((reader) =>
  reader
    .select({ id: announcements.id })
    .from(announcements)
    .where(lte(announcements.at, sql.param(sql.placeholder('until'), announcements.at)))
    .limit(atMost(1))
    .prepare(),
)

/**
 * Records that a release has gone out at its time. Nothing happens at that moment, for what is live is a query; a minute
 * later it can no longer be taken back, and the log tells of it.
 */
async function recordGoneOut(tx: Writer, { releaseId, at }: { releaseId: string; at: Date }): Promise<void> {
  const [scheduled] = await tx
    .select({ by: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.targetId, releaseId),
        eq(events.verb, 'schedule'),
        eq(jsonText(events.details, 'at'), at.toISOString()),
      ),
    )
    .limit(1)
  if (!scheduled) return
  const actor = scheduled.by === null ? null : { id: scheduled.by, byClock: true }
  await recordEvent(tx, { actor, verb: 'go-out', noun: 'release', targetId: releaseId, now: at })
  const release = await tx.query.releases.findFirst({ where: eq(releases.id, releaseId) })
  await notify(tx, { kind: 'went-out', releaseId, to: [release?.createdBy ?? null], actor, now: at })
}

/** Has those who were added for a text be people like all others, whatever becomes of it, now that it is out. */
async function showNamed(tx: Writer, releaseIds: string[], now: Date): Promise<void> {
  const isNamed = sql`EXISTS (SELECT 1 FROM ${releases}
    WHERE ${inArray(releases.id, releaseIds)} AND ${live(now)} AND ${releases.liveRevisionId} IN (${revisionsNaming(people.id)}))`
  await tx
    .update(people)
    .set({ awaitsText: false })
    .where(and(eq(people.awaitsText, true), isNamed))
}

/** Returns the addresses of the feeds that a release is in with any of these revisions, in every format. */
async function feedsWith(
  tx: Writer,
  { id, language, storyId, slug: own }: Release,
  { shown: revisionIds, now }: { shown: string[]; now: Date },
): Promise<string[]> {
  const [kinds, topics, series, cards, voices, corrected, crisis] = await Promise.all([
    tx.select({ kind: revisions.kind }).from(revisions).where(inArray(revisions.id, revisionIds)),
    tx
      .select({ slug: topicTexts.slug })
      .from(revisionTopics)
      .innerJoin(topicTexts, and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, language)))
      .where(inArray(revisionTopics.revisionId, revisionIds)),
    tx
      .select({ slug: seriesTexts.slug })
      .from(revisions)
      .innerJoin(seriesTexts, and(eq(seriesTexts.subjectId, revisions.seriesId), eq(seriesTexts.language, language)))
      .where(inArray(revisions.id, revisionIds)),
    tx
      .select({ slug: people.slug })
      .from(revisionPeople)
      .innerJoin(people, and(eq(people.id, revisionPeople.personId), presented(now)))
      .where(inArray(revisionPeople.revisionId, revisionIds)),
    tx
      .select({ slug: people.slug })
      .from(quotes)
      .innerJoin(people, and(eq(people.id, quotes.personId), presented(now)))
      .where(inArray(quotes.revisionId, revisionIds)),
    tx
      .select({ id: corrections.id })
      .from(corrections)
      .where(and(eq(corrections.releaseId, id), eq(corrections.kind, 'correction')))
      .limit(1),
    tx.select({ id: crisisStatements.storyId }).from(crisisStatements).where(eq(crisisStatements.storyId, storyId)),
  ])
  const places: [UrlSection?, string?][] = [
    [],
    ...kinds.map(({ kind }): [UrlSection, string] => ['news', slugify(messagesIn(language).kinds[kind])]),
    ...topics.map(({ slug }): [UrlSection, string] => ['topics', slug]),
    ...series.map(({ slug }): [UrlSection, string] => ['series', slug]),
    ...[...cards, ...voices].map(({ slug }): [UrlSection, string] => ['people', slug]),
    ...corrected.map((): [UrlSection] => ['corrections']),
    ...(crisis.length && own ? [['news', own] as [UrlSection, string]] : []),
  ]
  return places.flatMap(([place, slug]) =>
    feedFormats.map((format) => absolute(feedPath(language, format, place, slug))),
  )
}
