/** Where to read on from a release: what has to do with it and why, and what came before and after it. */
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or } from 'drizzle-orm'
import { db } from './client.ts'
import { live, type Visit } from './live.ts'
import { type LiveStory, listRelatedReleases } from './live-releases.ts'
import { people, quotes, releases, revisionPeople, revisions, revisionTopics, topicTexts } from './schema.ts'

/** A story with the names of what it shares with the one it stands under. */
export interface RelatedStory extends LiveStory {
  topics: string[]
  people: string[]
}

interface Bonds {
  storyId: string
  publishAt: Date
  topicIds: string[]
  personIds: string[]
}

/** Those nearest in time on the same topics, and after them those with the same people. */
export async function listRelated(release: Bonds, visit: Visit, limit: number): Promise<RelatedStory[]> {
  const stories = await listRelatedReleases(release, visit, limit)
  const ids = stories.map(({ id }) => id)
  const [topics, named] = await Promise.all([sharedTopics(ids, release, visit), sharedPeople(ids, release)])
  return stories.map((story) => ({
    ...story,
    topics: topics.flatMap(({ id, name }) => (id === story.id ? [name] : [])),
    people: named.flatMap(({ id, name }) => (id === story.id ? [name] : [])),
  }))
}

async function sharedTopics(ids: string[], { topicIds }: Bonds, { language }: Visit) {
  if (ids.length === 0 || topicIds.length === 0) return []
  return db
    .select({ id: releases.id, name: topicTexts.name })
    .from(releases)
    .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.liveRevisionId))
    .innerJoin(topicTexts, and(eq(topicTexts.topicId, revisionTopics.topicId), eq(topicTexts.language, language)))
    .where(and(inArray(releases.id, ids), inArray(revisionTopics.topicId, topicIds)))
    .orderBy(asc(revisionTopics.position))
}

/** Those on a card or quoted in both. */
async function sharedPeople(ids: string[], { personIds }: Bonds) {
  if (ids.length === 0 || personIds.length === 0) return []
  const columns = { id: releases.id, name: people.name }
  const onCards = db
    .select(columns)
    .from(releases)
    .innerJoin(revisionPeople, eq(revisionPeople.revisionId, releases.liveRevisionId))
    .innerJoin(people, eq(people.id, revisionPeople.personId))
    .where(and(inArray(releases.id, ids), inArray(people.id, personIds)))
  const quoted = db
    .select(columns)
    .from(releases)
    .innerJoin(quotes, eq(quotes.revisionId, releases.liveRevisionId))
    .innerJoin(people, eq(people.id, quotes.personId))
    .where(and(inArray(releases.id, ids), inArray(people.id, personIds)))
  return onCards.union(quoted)
}

export interface Neighbour {
  slug: string
  title: string
}

/** The releases published right before and right after this one. */
export async function getNeighbours(
  { id, publishAt }: { id: string; publishAt: Date },
  visit: Visit,
): Promise<{ older: Neighbour | undefined; newer: Neighbour | undefined }> {
  const mine = and(live(visit.now), eq(releases.language, visit.language))
  const { publishAt: at } = releases
  const [[older], [newer]] = await Promise.all([
    neighbours()
      .where(and(lte(at, publishAt), or(lt(at, publishAt), lt(releases.id, id)), mine))
      .orderBy(desc(at), desc(releases.id))
      .limit(1),
    neighbours()
      .where(and(gte(at, publishAt), or(gt(at, publishAt), gt(releases.id, id)), mine))
      .orderBy(asc(at), asc(releases.id))
      .limit(1),
  ])
  return { older: named(older), newer: named(newer) }
}

const neighbours = () =>
  db
    .select({ slug: releases.slug, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))

const named = (row: { slug: string | null; title: string } | undefined): Neighbour | undefined =>
  row?.slug ? { slug: row.slug, title: row.title } : undefined
