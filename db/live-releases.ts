/** Releases in lists: what readers can see now, latest first. */
import { and, asc, count, desc, eq, gt, inArray, lte, ne, notInArray, or, type SQL } from 'drizzle-orm'
import type { Period } from '#lib/period.ts'
import { db } from './client.ts'
import { live, type Visit } from './live.ts'
import { publishedIn } from './live-archive.ts'
import { imagesById, type LiveImage } from './live-media.ts'
import { quotes, releases, revisionPeople, revisions, revisionTopics, topicTexts } from './schema.ts'
import type { Hero, Kind } from './types.ts'

export interface LiveStory {
  id: string
  slug: string
  kind: Kind
  title: string
  lead: string[]
  summary: string
  publishAt: Date
  /** The first of its topics. */
  topic: string | undefined
  image: LiveImage | undefined
}

export const storiesPerPage = 20

export interface Choice {
  topicId?: string
  personId?: string
  kind?: Kind
  /** When it was published. */
  period?: Period
}

/** The latest releases, of everything, of one kind, of one period, or of what names a topic or a person. */
export async function listLiveReleases(
  visit: Visit,
  { limit, offset = 0, ...choice }: Choice & { limit: number; offset?: number },
): Promise<LiveStory[]> {
  return stories(chosen(visit, choice), visit, { limit, offset })
}

export async function countLiveReleases(visit: Visit, choice: Choice = {}): Promise<number> {
  const [row] = await db.select({ total: count() }).from(releases).where(chosen(visit, choice))
  return row?.total ?? 0
}

/**
 * The other stories on the same topics that are nearest in time, before or after, and when they are few those with the
 * same people; latest first. Nearest and not latest: an old story leads to what came of it, and what is published today
 * leaves the pages of other years as they are.
 */
export async function listRelatedReleases(
  release: { storyId: string; publishAt: Date; topicIds: string[]; personIds: string[] },
  visit: Visit,
  limit: number,
): Promise<LiveStory[]> {
  const { storyId, publishAt, topicIds, personIds } = release
  const others = and(live(visit.now), eq(releases.language, visit.language), ne(releases.storyId, storyId))
  const onTopic = topicIds.length ? await nearest(and(others, onTopics(topicIds)), publishAt, limit) : []
  const left = limit - onTopic.length
  const withThem = and(others, withPeople(personIds), notInArray(releases.id, onTopic))
  const byPeople = left && personIds.length ? await nearest(withThem, publishAt, left) : []
  const found = await stories(inArray(releases.id, [...onTopic, ...byPeople]), visit, { limit })
  const isOnTopic = (story: LiveStory) => onTopic.includes(story.id)
  return [...found.filter(isOnTopic), ...found.filter((story) => !isOnTopic(story))]
}

/** The ids of those nearest to a moment, on either side of it. */
async function nearest(where: SQL | undefined, to: Date, limit: number): Promise<string[]> {
  const columns = { id: releases.id, publishAt: releases.publishAt }
  const [after, before] = await Promise.all([
    db
      .select(columns)
      .from(releases)
      .where(and(where, gt(releases.publishAt, to)))
      .orderBy(asc(releases.publishAt), asc(releases.id))
      .limit(limit),
    db
      .select(columns)
      .from(releases)
      .where(and(where, lte(releases.publishAt, to)))
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

/** On a card or quoted. */
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

const chosen = (visit: Visit, { topicId, personId, kind, period }: Choice) =>
  and(
    period ? publishedIn(period, visit) : undefined,
    live(visit.now),
    eq(releases.language, visit.language),
    topicId ? onTopics([topicId]) : undefined,
    personId ? withPeople([personId]) : undefined,
    kind ? ofKind(kind) : undefined,
  )

const latestFirst = [desc(releases.publishAt), desc(releases.id)]

async function stories(
  where: SQL | undefined,
  visit: Visit,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<LiveStory[]> {
  const rows = await db
    .select({
      id: releases.id,
      revisionId: revisions.id,
      slug: releases.slug,
      publishAt: releases.publishAt,
      kind: revisions.kind,
      title: revisions.title,
      lead: revisions.lead,
      summary: revisions.summary,
      hero: revisions.hero,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(where)
    .orderBy(...latestFirst)
    .limit(limit)
    .offset(offset)
  const [topics, images] = await Promise.all([
    firstTopics(
      rows.map((row) => row.revisionId),
      visit,
    ),
    imagesById(heroIds(rows), visit.language),
  ])
  return rows.flatMap(({ slug, publishAt, hero, revisionId, ...story }) =>
    slug && publishAt
      ? [
          {
            ...story,
            slug,
            publishAt,
            topic: topics.get(revisionId),
            image: hero ? images.get(hero.mediaId) : undefined,
          },
        ]
      : [],
  )
}

const heroIds = (rows: { hero: Hero | null }[]) => rows.flatMap(({ hero }) => (hero ? [hero.mediaId] : []))

async function firstTopics(revisionIds: string[], { language }: Visit): Promise<Map<string, string>> {
  if (revisionIds.length === 0) return new Map()
  const rows = await db
    .select({ revisionId: revisionTopics.revisionId, name: topicTexts.name })
    .from(revisionTopics)
    .innerJoin(topicTexts, and(eq(topicTexts.topicId, revisionTopics.topicId), eq(topicTexts.language, language)))
    .where(inArray(revisionTopics.revisionId, revisionIds))
    .orderBy(desc(revisionTopics.position))
  // Last first, so that the first is what stays.
  return new Map(rows.map((row) => [row.revisionId, row.name]))
}
