/** Tells how many of several texts have each topic or writer. */
import { and, countDistinct, eq, inArray } from 'drizzle-orm'
import { db } from '../client.ts'
import { releases, revisionTopics } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

export interface Shares {
  /** How many stories have it in some version, by its id. */
  counts: Map<string, number>
  stories: number
}

/** Returns how many of these stories have each topic on a draft. */
export async function countTopicsOf(storyIds: string[]): Promise<Shares> {
  const rows = await db
    .select({ id: revisionTopics.topicId, stories: countDistinct(releases.storyId) })
    .from(releases)
    .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.draftRevisionId))
    .where(and(inArray(releases.storyId, storyIds), notInTrash('release', releases.id)))
    .groupBy(revisionTopics.topicId)
  return { counts: new Map(rows.map(({ id, stories }) => [id, stories])), stories: storyIds.length }
}

/** Returns how many of these stories each member is the writer of. */
export async function countWritersOf(storyIds: string[]): Promise<Shares> {
  const rows = await db
    .select({ id: releases.createdBy, stories: countDistinct(releases.storyId) })
    .from(releases)
    .where(and(inArray(releases.storyId, storyIds), notInTrash('release', releases.id)))
    .groupBy(releases.createdBy)
  return { counts: new Map(rows.flatMap(({ id, stories }) => (id ? [[id, stories]] : []))), stories: storyIds.length }
}
