/** Topics as readers meet them. One that nothing readable is about is not there: its name alone could tell what is coming. */
import { and, count, eq, exists, inArray } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { db } from './client.ts'
import { live, type Visit } from './live.ts'
import { formerOwner } from './live-redirects.ts'
import { releases, revisionTopics, topicTexts } from './schema.ts'

export interface LiveTopic {
  id: string
  name: string
  slug: string
}

/** Every topic with something to read, in the order of the alphabet, and how much there is. */
export async function listLiveTopics(visit: Visit): Promise<(LiveTopic & { intro: string; releases: number })[]> {
  const rows = await db
    .select({ ...columns, intro: topicTexts.intro, releases: count() })
    .from(topicTexts)
    .innerJoin(revisionTopics, eq(revisionTopics.topicId, topicTexts.topicId))
    .innerJoin(releases, eq(releases.liveRevisionId, revisionTopics.revisionId))
    .where(and(eq(topicTexts.language, visit.language), eq(releases.language, visit.language), live(visit.now)))
    .groupBy(topicTexts.topicId)
  return rows.sort((a, b) => collator(visit.language).compare(a.name, b.name))
}

const columns = { id: topicTexts.topicId, name: topicTexts.name, slug: topicTexts.slug }

/** A topic's page, or undefined where nothing readable has that address. */
export async function getLiveTopic(slug: string, visit: Visit): Promise<(LiveTopic & { intro: string }) | undefined> {
  const [row] = await db
    .select({ ...columns, intro: topicTexts.intro })
    .from(topicTexts)
    .where(and(eq(topicTexts.slug, slug), eq(topicTexts.language, visit.language), readable(visit)))
  return row
}

/** The address of a topic with something to read that used to have this one. */
export async function movedTopic(slug: string, visit: Visit): Promise<string | undefined> {
  const id = await formerOwner('topic', visit.language, slug)
  return id && (await topicsById([id], visit))[0]?.slug
}

/** Those of the topics that have something to read, in the order of the alphabet. */
export async function topicsById(ids: string[], visit: Visit): Promise<LiveTopic[]> {
  if (ids.length === 0) return []
  const rows = await db
    .select(columns)
    .from(topicTexts)
    .where(and(inArray(topicTexts.topicId, ids), eq(topicTexts.language, visit.language), readable(visit)))
  return rows.sort((a, b) => collator(visit.language).compare(a.name, b.name))
}

/** The topic's address in the other languages where it has something to read. */
export async function topicAddresses(id: string, now: Date): Promise<Partial<Record<Language, string>>> {
  const rows = await db
    .select({ language: topicTexts.language, slug: topicTexts.slug })
    .from(topicTexts)
    .where(and(eq(topicTexts.topicId, id), readable({ now })))
  return Object.fromEntries(rows.map((row) => [row.language, row.slug]))
}

const readable = ({ now }: Pick<Visit, 'now'>) =>
  exists(
    db
      .select({ id: releases.id })
      .from(releases)
      .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.liveRevisionId))
      .where(
        and(eq(revisionTopics.topicId, topicTexts.topicId), eq(releases.language, topicTexts.language), live(now)),
      ),
  )
