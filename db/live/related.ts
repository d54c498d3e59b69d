/** Where to read on from a release: what has to do with it and why, and what came before and after it. */
import { and, asc, desc, eq, gt, gte, inArray, lt, lte, or } from 'drizzle-orm'
import { db } from '../client.ts'
import { quotes, releases, revisionPeople, revisions } from '../schema/releases.ts'
import type { LiveRelease } from './release.ts'
import { type ListedStory, listRelatedReleases } from './releases.ts'
import { live, type Visit, written } from './visible.ts'

/** A story with the names of what it shares with the one it stands under. */
export interface RelatedStory extends Omit<ListedStory, 'topics'> {
  topics: string[]
  people: string[]
}

/** Those nearest in time on the same topics, and after them those where the same people speak. */
export async function listRelated(release: LiveRelease, visit: Visit, limit: number): Promise<RelatedStory[]> {
  const { speakers } = release
  const topicIds = release.topics.map(({ id }) => id)
  const personIds = [...speakers.keys()]
  const stories = await listRelatedReleases({ ...release, topicIds, personIds }, visit, limit)
  const named = await namedIn(
    stories.map(({ revisionId }) => revisionId),
    personIds,
  )
  return stories.map((story) => {
    const shared = new Set(named.flatMap((row) => (row.revisionId === story.revisionId ? row.personId : [])))
    return {
      ...story,
      topics: story.topics.filter(({ id }) => topicIds.includes(id)).map(({ name }) => name),
      people: [...speakers].flatMap(([id, { person }]) => (shared.has(id) ? [person.name] : [])),
    }
  })
}

/** Which of these people are on a card or quoted in each of these revisions. */
async function namedIn(revisionIds: string[], personIds: string[]) {
  if (revisionIds.length === 0 || personIds.length === 0) return []
  const among = (part: typeof revisionPeople | typeof quotes) =>
    db
      .select({ revisionId: part.revisionId, personId: part.personId })
      .from(part)
      .where(and(inArray(part.revisionId, revisionIds), inArray(part.personId, personIds)))
  return written(async () => among(revisionPeople).unionAll(among(quotes)))
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
