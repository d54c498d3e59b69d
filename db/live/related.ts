/** Finds what to read next after a release: related stories with the reason, and the releases before and after it. */
import { and, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { quotes, revisionPeople } from '../schema/releases.ts'
import type { LiveRelease } from './release.ts'
import { type ListedStory, listRelatedReleases } from './releases.ts'
import { readImmutable, type Visit } from './visible.ts'

/** A story with the names of the topics or people it shares with the release. */
export interface RelatedStory extends Omit<ListedStory, 'topics'> {
  topics: string[]
  people: string[]
}

/** Returns the stories on the same topics that are nearest in time, and after them those with the same people. */
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

/** Returns which of these people have a card or a quote in each of these revisions. */
async function namedIn(revisionIds: string[], personIds: string[]) {
  if (revisionIds.length === 0 || personIds.length === 0) return []
  return readImmutable(async () => namedQuery().execute({ revisionIds, personIds }))
}

const namedQuery = prepared((reader) => {
  const named = (part: typeof revisionPeople | typeof quotes) =>
    reader
      .select({ revisionId: part.revisionId, personId: part.personId })
      .from(part)
      .where(
        and(among(part.revisionId, sql.placeholder('revisionIds')), among(part.personId, sql.placeholder('personIds'))),
      )
  return named(revisionPeople).unionAll(named(quotes)).prepare()
})
