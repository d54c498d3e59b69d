/** Lists of live releases, latest first. */
import { and, asc, count, desc, eq, exists, gt, lte, ne, not, type SQL, sql } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Period } from '#lib/time/period.ts'
import { prepared, type Reader } from '../client.ts'
import { among, atMost } from '../dialect.ts'
import { releases, revisions, revisionTopics } from '../schema/releases.ts'
import { topicTexts } from '../schema/subjects.ts'
import type { Hero, Kind } from '../types.ts'
import { boundsOf, publishedBetween } from './archive.ts'
import { imagesById, type LiveImage } from './media.ts'
import { inSeries, ofKind, onTopic, withPeople, withPerson } from './narrowing.ts'
import { asked, live, momentAsked, readImmutable, spokenIn, type Visit } from './visible.ts'

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

/** What a list can be narrowed by. Each is a part of a query only where it is asked for. */
const filters = ['period', 'topicId', 'seriesId', 'personId', 'kind'] as const
type Filter = (typeof filters)[number]

const filtersOf = (selection: ReleaseSelection): Filter[] => filters.filter((filter) => selection[filter])

const given = ({ period, ...selection }: ReleaseSelection, visit: Visit) => ({
  ...visit,
  ...selection,
  ...(period && boundsOf(period, visit)),
})

const chosen = (reader: Reader, narrowed: readonly Filter[]) => {
  const when = (filter: Filter, condition: SQL | undefined) => (narrowed.includes(filter) ? condition : undefined)
  return and(
    when('period', publishedBetween(momentAsked('from'), momentAsked('to'))),
    live(asked.now),
    narrowed.includes('seriesId') ? spokenIn(asked.language) : eq(releases.language, asked.language),
    when('topicId', onTopic(reader)),
    when('seriesId', inSeries(reader)),
    when('personId', withPerson(reader)),
    when('kind', ofKind(reader)),
  )
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
    fromFirst = false,
    ...selection
  }: ReleaseSelection & { limit: number; offset?: number; fromFirst?: boolean },
): Promise<LiveStory[]> {
  const query = listQuery(filtersOf(selection), fromFirst, limit)
  return stories(await query.execute({ ...given(selection, visit), offset }), visit)
}

/** Returns the ids of the latest live releases in the same order. */
export async function listLiveReleaseIds(visit: Visit, limit: number, selection: ReleaseSelection): Promise<string[]> {
  const query = listQuery(filtersOf(selection), false, limit)
  return (await query.execute({ ...given(selection, visit), offset: 0 })).map(({ id }) => id)
}

export async function countLiveReleases(visit: Visit, selection: ReleaseSelection = {}): Promise<number> {
  const [row] = await countQuery(filtersOf(selection)).execute(given(selection, visit))
  return row?.total ?? 0
}

const placeInTime = { id: releases.id, publishAt: releases.publishAt }
const listed = { ...placeInTime, slug: releases.slug, revisionId: releases.liveRevisionId }

const latestFirst = [desc(releases.publishAt), desc(releases.id)]
const firstFirst = [asc(releases.publishAt), asc(releases.id)]

type Placed = Pick<typeof releases.$inferSelect, 'id' | 'publishAt'>

/** Compares two releases for the same order as the queries have: the latest first. */
export const compareLatest = (one: Placed, other: Placed): number =>
  Number(other.publishAt) - Number(one.publishAt) || (one.id < other.id ? 1 : -1)

const listQuery = prepared((reader, narrowed: readonly Filter[], fromFirst: boolean, limit: number) =>
  reader
    .select(listed)
    .from(releases)
    .where(chosen(reader, narrowed))
    .orderBy(...(fromFirst ? firstFirst : latestFirst))
    .limit(atMost(limit))
    .offset(sql.placeholder('offset'))
    .prepare(),
)

const countQuery = prepared((reader, narrowed: readonly Filter[]) =>
  reader.select({ total: count() }).from(releases).where(chosen(reader, narrowed)).prepare(),
)

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
  const { topicIds, personIds } = release
  const from = { ...visit, ...release, limit }
  const onTopics = topicIds.length ? await nearest((await areCommon(topicIds)) ? 'time' : 'names', from) : []
  const left = limit - onTopics.length
  const known = onTopics.map(({ id }) => id)
  const byPeople = left && personIds.length ? await nearest('people', { ...from, limit: left, known }) : []
  return stories([...onTopics.sort(compareLatest), ...byPeople.sort(compareLatest)], visit)
}

const topicIds = sql.placeholder('topicIds')

/**
 * Whether the next release on some topics is close at hand. Where the topics are rare all releases on them are soon gone
 * through.
 */
const areCommon = async (ids: string[]): Promise<boolean> =>
  Boolean((await commonQuery().execute({ topicIds: ids }))[0]?.isCommon)

const namedOften = 200

const commonQuery = prepared((reader) => {
  const named = reader
    .select({ id: revisionTopics.revisionId })
    .from(revisionTopics)
    .where(among(revisionTopics.topicId, topicIds))
    .limit(atMost(namedOften))
  return reader
    .select({ isCommon: sql<number>`count(*) = ${namedOften}` })
    .from(named.as('named'))
    .prepare()
})

/**
 * The ways to the nearest releases: one after another from a moment on, which is fast where the topics are common, or
 * through all releases with the topics, which is fast where they are rare; and from a moment on to those with the same
 * people.
 */
type Way = 'time' | 'names' | 'people'

const nearestQuery = prepared((reader, way: Way) => {
  const to = momentAsked('publishAt')
  const others = and(live(asked.now), ne(releases.storyId, sql.placeholder('storyId')))
  const mine = eq(releases.language, asked.language)
  // The side is named before what is live, so that the stretch of the index begins there and not now.
  const conditions = {
    names: (onSide: SQL) => and(among(revisionTopics.topicId, topicIds), spokenIn(asked.language), onSide, others),
    time: (onSide: SQL) => {
      const namesOne = and(
        eq(revisionTopics.revisionId, releases.liveRevisionId),
        among(revisionTopics.topicId, topicIds),
      )
      const named = reader.select({ id: revisionTopics.topicId }).from(revisionTopics).where(namesOne)
      return and(mine, onSide, exists(named), others)
    },
    people: (onSide: SQL) =>
      and(mine, onSide, others, withPeople(reader), not(among(releases.id, sql.placeholder('known')))),
  }
  const nearestOn = (side: 'after' | 'before') => {
    const from =
      way === 'names'
        ? reader
            .selectDistinct(listed)
            .from(revisionTopics)
            .innerJoin(releases, eq(releases.liveRevisionId, revisionTopics.revisionId))
        : reader.select(listed).from(releases)
    const found = from
      .where(conditions[way](side === 'after' ? gt(releases.publishAt, to) : lte(releases.publishAt, to)))
      .orderBy(...(side === 'after' ? firstFirst : latestFirst))
      .limit(atMost(sql.placeholder('limit')))
      .as(side)
    return reader.select().from(found)
  }
  return nearestOn('after').unionAll(nearestOn('before')).prepare()
})

/** Returns the releases nearest to a moment, on either side of it. */
async function nearest(way: Way, from: Visit & Bonds & { limit: number; known?: string[] }): Promise<Listed> {
  const both = await nearestQuery(way).execute({ ...from })
  const to = from.publishAt.getTime()
  const distance = ({ publishAt }: { publishAt: Date | null }) => Math.abs((publishAt?.getTime() ?? 0) - to)
  return both.sort((one, other) => distance(one) - distance(other)).slice(0, from.limit)
}

type Listed = Awaited<ReturnType<ReturnType<typeof listQuery>['execute']>>

/** Returns what lists say of the releases in some rows. */
async function stories(rows: Listed, visit: Visit): Promise<ListedStory[]> {
  const revisionIds = rows.flatMap(({ revisionId }) => revisionId ?? [])
  if (revisionIds.length === 0) return []
  const words = await readImmutable(() => headlinesQuery().execute({ revisionIds }))
  const [topics, images] = await Promise.all([
    topicsQuery().execute({ ...visit, revisionIds }),
    imagesById(heroIds(words), visit.language),
  ])
  return rows.flatMap(({ id, slug, publishAt, revisionId }) => {
    const found = words.find((row) => row.id === revisionId)
    if (!slug || !publishAt || !found) return []
    const { hero, ...story } = { ...found, lead: leadForReaders(found.lead) }
    const its = topics.filter((row) => row.revisionId === story.id)
    const image = hero ? images.get(hero.mediaId) : undefined
    return [{ ...story, revisionId: story.id, id, slug, publishAt, topics: its, topic: its[0]?.name, image }]
  })
}

const headlinesQuery = prepared((reader) =>
  reader
    .select({
      id: revisions.id,
      kind: revisions.kind,
      title: revisions.title,
      lead: revisions.lead,
      summary: revisions.summary,
      hero: revisions.hero,
    })
    .from(revisions)
    .where(among(revisions.id, sql.placeholder('revisionIds')))
    .prepare(),
)

const heroIds = (rows: { hero: Hero | null }[]) => rows.flatMap(({ hero }) => (hero ? [hero.mediaId] : []))

const topicsQuery = prepared((reader) =>
  reader
    .select({ revisionId: revisionTopics.revisionId, id: topicTexts.subjectId, name: topicTexts.name })
    .from(revisionTopics)
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, asked.language)),
    )
    .where(among(revisionTopics.revisionId, sql.placeholder('revisionIds')))
    .orderBy(asc(revisionTopics.position))
    .prepare(),
)
