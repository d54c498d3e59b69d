/** Releases in lists: what readers can see now, latest first. */
import { and, count, desc, eq, inArray, ne, notInArray, or, type SQL } from 'drizzle-orm'
import { db } from './client.ts'
import { live, type Visit } from './live.ts'
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
}

/** The latest releases, of everything, of one kind, or of what names a topic or a person. */
export async function listLiveReleases(
  visit: Visit,
  { limit, offset = 0, ...choice }: Choice & { limit: number; offset?: number },
): Promise<LiveStory[]> {
  return stories(chosen(visit, choice), visit, limit, offset)
}

export async function countLiveReleases(visit: Visit, choice: Choice = {}): Promise<number> {
  const [row] = await db.select({ total: count() }).from(releases).where(chosen(visit, choice))
  return row?.total ?? 0
}

/** The latest other stories on the same topics, and after them those with the same people. */
export async function listRelatedReleases(
  release: { storyId: string; topicIds: string[]; personIds: string[] },
  visit: Visit,
  limit: number,
): Promise<LiveStory[]> {
  const others = and(live(visit.now), eq(releases.language, visit.language), ne(releases.storyId, release.storyId))
  const onTopic = release.topicIds.length ? await stories(and(others, onTopics(release.topicIds)), visit, limit, 0) : []
  if (onTopic.length === limit || release.personIds.length === 0) return onTopic
  const shown = onTopic.map((story) => story.id)
  const withThem = and(others, withPeople(release.personIds), notInArray(releases.id, shown))
  return [...onTopic, ...(await stories(withThem, visit, limit - onTopic.length, 0))]
}

const onTopics = (ids: string[]) =>
  inArray(
    releases.liveRevisionId,
    db.select({ id: revisionTopics.revisionId }).from(revisionTopics).where(inArray(revisionTopics.topicId, ids)),
  )

/** On a card or quoted. */
const withPeople = (ids: string[]) =>
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

const ofKind = (kind: Kind) =>
  inArray(releases.liveRevisionId, db.select({ id: revisions.id }).from(revisions).where(eq(revisions.kind, kind)))

const chosen = (visit: Visit, { topicId, personId, kind }: Choice) =>
  and(
    live(visit.now),
    eq(releases.language, visit.language),
    topicId ? onTopics([topicId]) : undefined,
    personId ? withPeople([personId]) : undefined,
    kind ? ofKind(kind) : undefined,
  )

async function stories(where: SQL | undefined, visit: Visit, limit: number, offset: number): Promise<LiveStory[]> {
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
    .orderBy(desc(releases.publishAt), desc(releases.id))
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
