/** Lists of live releases, latest first. */
import { and, asc, count, desc, eq, exists, gt, inArray, lte, ne, notInArray, or, type SQL, sql } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Period } from '#lib/time/period.ts'
import { db } from '../client.ts'
import { quotes, releases, revisionPeople, revisions, revisionTopics } from '../schema/releases.ts'
import { topicTexts } from '../schema/subjects.ts'
import type { Hero, Kind } from '../types.ts'
import { publishedIn } from './archive.ts'
import { imagesById, type LiveImage } from './media.ts'
import { live, readImmutable, spokenIn, type Visit } from './visible.ts'

export interface LiveStory {
  id: string
  slug: string
  kind: Kind
  title: string
  lead: string[]
  summary: string
  publishAt: Date
  /** The first of the story's topics. */
  topic: string | undefined
  image: LiveImage | undefined
}

/** A story with its topics, to tell what it shares with others. */
export interface ListedStory extends LiveStory {
  revisionId: string
  topics: { id: string; name: string }[]
}

export const storiesPerPage = 20

export interface ReleaseSelection {
  topicId?: string
  seriesId?: string
  personId?: string
  kind?: Kind
  /** Only what was published in this period. */
  period?: Period
}

/**
 * Returns the latest live releases: all, or those of one kind, of one period, or with a topic, a series or a person;
 * the oldest first with `fromFirst`.
 */
export async function listLiveReleases(
  visit: Visit,
  {
    limit,
    offset = 0,
    fromFirst,
    ...selection
  }: ReleaseSelection & { limit: number; offset?: number; fromFirst?: boolean },
): Promise<LiveStory[]> {
  return stories(chosen(visit, selection), visit, { limit, offset, order: fromFirst ? firstFirst : latestFirst })
}

export async function countLiveReleases(visit: Visit, selection: ReleaseSelection = {}): Promise<number> {
  const [row] = await db.select({ total: count() }).from(releases).where(chosen(visit, selection))
  return row?.total ?? 0
}

/** What relates a release to others. */
interface Bonds {
  storyId: string
  publishAt: Date
  topicIds: string[]
  personIds: string[]
}

/**
 * Returns the other stories on the same topics that are nearest in time, before or after, and when they are few also
 * those with the same people; latest first. They are the nearest and not the latest: an old story leads to what came of
 * it, and a publication leaves the pages of other years as they are.
 */
export async function listRelatedReleases(release: Bonds, visit: Visit, limit: number): Promise<ListedStory[]> {
  const { storyId, publishAt, topicIds, personIds } = release
  const others = and(live(visit.now), ne(releases.storyId, storyId))
  const onTopic = topicIds.length ? await nearest(await alongTopics(topicIds, visit), others, publishAt, limit) : []
  const left = limit - onTopic.length
  const withThem = and(others, withPeople(personIds), notInArray(releases.id, onTopic))
  const byPeople = left && personIds.length ? await nearest(alongTime(visit), withThem, publishAt, left) : []
  const found = await stories(inArray(releases.id, [...onTopic, ...byPeople]), visit, { limit })
  const isOnTopic = (story: LiveStory) => onTopic.includes(story.id)
  return [...found.filter(isOnTopic), ...found.filter((story) => !isOnTopic(story))]
}

const placeInTime = { id: releases.id, publishAt: releases.publishAt }

/** Goes through releases one after another, from a moment on. Fast where the topics are common. */
const alongTime =
  ({ language }: Visit, which?: SQL) =>
  (where: SQL | undefined) =>
    db
      .select(placeInTime)
      .from(releases)
      .where(and(eq(releases.language, language), which, where))

/** Goes through all releases with the topics. Fast where the topics are rare. */
const alongNames =
  ({ language }: Visit, ids: string[]) =>
  (where: SQL | undefined) =>
    db
      .selectDistinct(placeInTime)
      .from(revisionTopics)
      .innerJoin(releases, eq(releases.liveRevisionId, revisionTopics.revisionId))
      .where(and(inArray(revisionTopics.topicId, ids), spokenIn(language), where))

/**
 * Chooses the faster way to the releases on some topics: where the topics are common the next release is close at hand,
 * and where they are rare all of them are soon gone through.
 */
async function alongTopics(ids: string[], visit: Visit) {
  const named = db
    .select({ id: revisionTopics.revisionId })
    .from(revisionTopics)
    .where(inArray(revisionTopics.topicId, ids))
    .limit(namedOften)
  const [row] = await db.select({ isCommon: sql<number>`count(*) = ${namedOften}` }).from(named.as('named'))
  if (!row?.isCommon) return alongNames(visit, ids)
  const namesOne = and(eq(revisionTopics.revisionId, releases.liveRevisionId), inArray(revisionTopics.topicId, ids))
  return alongTime(visit, exists(db.select({ id: revisionTopics.topicId }).from(revisionTopics).where(namesOne)))
}

const namedOften = 200

/** Returns the ids of the releases nearest to a moment, on either side of it. */
async function nearest(
  along: ReturnType<typeof alongTime> | ReturnType<typeof alongNames>,
  where: SQL | undefined,
  to: Date,
  limit: number,
): Promise<string[]> {
  const [after, before] = await Promise.all([
    along(and(where, gt(releases.publishAt, to)))
      .orderBy(asc(releases.publishAt), asc(releases.id))
      .limit(limit),
    along(and(where, lte(releases.publishAt, to)))
      .orderBy(...latestFirst)
      .limit(limit),
  ])
  const distance = ({ publishAt }: { publishAt: Date | null }) => Math.abs((publishAt?.getTime() ?? 0) - to.getTime())
  const both = [...after, ...before].sort((one, other) => distance(one) - distance(other))
  return both.slice(0, limit).map(({ id }) => id)
}

export const onTopics = (ids: string[]) =>
  inArray(
    releases.liveRevisionId,
    db.select({ id: revisionTopics.revisionId }).from(revisionTopics).where(inArray(revisionTopics.topicId, ids)),
  )

export const inSeries = (id: string) =>
  inArray(releases.liveRevisionId, db.select({ id: revisions.id }).from(revisions).where(eq(revisions.seriesId, id)))

/** The predicate for releases with a card or a quote of these people. */
export const withPeople = (ids: string[]) =>
  or(
    inArray(
      releases.liveRevisionId,
      db.select({ id: revisionPeople.revisionId }).from(revisionPeople).where(inArray(revisionPeople.personId, ids)),
    ),
    inArray(
      releases.liveRevisionId,
      db.select({ id: quotes.revisionId }).from(quotes).where(inArray(quotes.personId, ids)),
    ),
  )

export const ofKind = (kind: Kind) =>
  inArray(releases.liveRevisionId, db.select({ id: revisions.id }).from(revisions).where(eq(revisions.kind, kind)))

const chosen = (visit: Visit, { topicId, seriesId, personId, kind, period }: ReleaseSelection) =>
  and(
    period ? publishedIn(period, visit) : undefined,
    live(visit.now),
    seriesId ? spokenIn(visit.language) : eq(releases.language, visit.language),
    topicId ? onTopics([topicId]) : undefined,
    seriesId ? inSeries(seriesId) : undefined,
    personId ? withPeople([personId]) : undefined,
    kind ? ofKind(kind) : undefined,
  )

const latestFirst = [desc(releases.publishAt), desc(releases.id)]
const firstFirst = [asc(releases.publishAt), asc(releases.id)]

async function stories(
  where: SQL | undefined,
  visit: Visit,
  { limit, offset = 0, order = latestFirst }: { limit: number; offset?: number; order?: SQL[] },
): Promise<ListedStory[]> {
  const rows = await db
    .select({ ...placeInTime, slug: releases.slug, revisionId: releases.liveRevisionId })
    .from(releases)
    .where(where)
    .orderBy(...order)
    .limit(limit)
    .offset(offset)
  const revisionIds = rows.flatMap(({ revisionId }) => revisionId ?? [])
  const words = await readImmutable(() => headlines(revisionIds))
  const [topics, images] = await Promise.all([topicsOf(revisionIds, visit), imagesById(heroIds(words), visit.language)])
  return rows.flatMap(({ id, slug, publishAt, revisionId }) => {
    const found = words.find((row) => row.id === revisionId)
    if (!slug || !publishAt || !found) return []
    const { hero, ...story } = { ...found, lead: leadForReaders(found.lead) }
    const its = topics.filter((row) => row.revisionId === story.id)
    const image = hero ? images.get(hero.mediaId) : undefined
    return [{ ...story, revisionId: story.id, id, slug, publishAt, topics: its, topic: its[0]?.name, image }]
  })
}

const headlines = (revisionIds: string[]) =>
  db
    .select({
      id: revisions.id,
      kind: revisions.kind,
      title: revisions.title,
      lead: revisions.lead,
      summary: revisions.summary,
      hero: revisions.hero,
    })
    .from(revisions)
    .where(inArray(revisions.id, revisionIds))

const heroIds = (rows: { hero: Hero | null }[]) => rows.flatMap(({ hero }) => (hero ? [hero.mediaId] : []))

async function topicsOf(revisionIds: string[], { language }: Visit) {
  if (revisionIds.length === 0) return []
  return db
    .select({ revisionId: revisionTopics.revisionId, id: topicTexts.subjectId, name: topicTexts.name })
    .from(revisionTopics)
    .innerJoin(topicTexts, and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, language)))
    .where(inArray(revisionTopics.revisionId, revisionIds))
    .orderBy(asc(revisionTopics.position))
}
