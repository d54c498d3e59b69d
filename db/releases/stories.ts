/** The studio's list of texts: one row per story with the status of each language, filtered, sorted, a page at a time. */
import { and, asc, countDistinct, desc, eq, exists, gte, max, notExists, or, type SQL, sql } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { db, prepared } from '../client.ts'
import { alias, among } from '../dialect.ts'
import { searchDrafts } from '../engine/search.ts'
import type { ReleaseStatus } from '../releases.ts'
import { quotes, releases, revisionContacts, revisionPeople, revisions, revisionTopics } from '../schema/releases.ts'
import { topicTexts } from '../schema/subjects.ts'
import { users } from '../schema/users.ts'
import { getSettings } from '../settings.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Kind } from '../types.ts'
import { type ListedRelease, type ListedStatus, listOfStories, stateIs } from './list.ts'
import { isUnderReview, type ReviewFilter, reviewFits } from './review/listed.ts'

export const studioStoriesPerPage = 20
/** So many texts can be changed at once. */
const maxSelected = 1_000

export interface StoryOrder {
  by: 'changed' | 'title' | 'status' | 'writer'
  isDescending: boolean
}

export interface ListedStudioStory {
  /** The version that represents the story: one that fits the filter, in the newsroom's first language if possible. */
  shown: ListedRelease
  versions: ListedRelease[]
  topic: string | undefined
}

export interface ReleaseFilter {
  status?: ListedStatus
  /** What was typed in the search field. */
  query?: string
  language?: Language
  missing?: Language
  kind?: Kind
  /** Who is its writer. */
  writerId?: string
  /** The day, by the newsroom's clock, since which it has been changed. */
  changedSince?: string
  /** Who is on a card, is quoted, or is a press contact. */
  personId?: string
  topicId?: string
  seriesId?: string
  review?: ReviewFilter
}

const one = { one: sql`1` }

async function fits(filter: ReleaseFilter, now: Date): Promise<SQL | undefined> {
  const other = alias(releases, 'other')
  const { id } = revisions
  const timeZone = filter.changedSince && ((await getSettings())?.timeZone ?? 'UTC')
  return and(
    notInTrash('release', releases.id),
    filter.status && stateIs(filter.status, now),
    filter.query ? among(releases.id, await searchDrafts(filter.query)) : undefined,
    filter.language ? eq(releases.language, filter.language) : undefined,
    filter.missing
      ? notExists(
          db
            .select(one)
            .from(other)
            .where(
              and(
                eq(other.storyId, releases.storyId),
                eq(other.language, filter.missing),
                notInTrash('release', other.id),
              ),
            ),
        )
      : undefined,
    filter.kind && eq(revisions.kind, filter.kind),
    filter.changedSince && timeZone ? gte(releases.updatedAt, startOfDay(filter.changedSince, timeZone)) : undefined,
    filter.writerId ? eq(releases.createdBy, filter.writerId) : undefined,
    filter.seriesId ? eq(revisions.seriesId, filter.seriesId) : undefined,
    filter.topicId
      ? exists(
          db
            .select(one)
            .from(revisionTopics)
            .where(and(eq(revisionTopics.revisionId, id), eq(revisionTopics.topicId, filter.topicId))),
        )
      : undefined,
    filter.personId ? names(filter.personId) : undefined,
    filter.review && reviewFits(filter.review, now),
  )
}

const names = (personId: string) =>
  or(
    ...[revisionPeople, revisionContacts, quotes].map((part) =>
      exists(
        db
          .select(one)
          .from(part)
          .where(and(eq(part.revisionId, revisions.id), eq(part.personId, personId))),
      ),
    ),
  )

/** Returns a page of stories and how many fit. `languages` orders the versions to show, and `topicsIn` sorts words. */
export async function listStories(
  filter: ReleaseFilter,
  {
    languages,
    topicsIn,
    page,
    now,
    order = { by: 'changed', isDescending: true },
  }: { languages: Language[]; topicsIn: Language; page: number; now: Date; order?: StoryOrder },
): Promise<{ stories: ListedStudioStory[]; total: number }> {
  const where = await fits(filter, now)
  const from = (page - 1) * studioStoriesPerPage
  const { storyIds, total } =
    order.by === 'changed'
      ? await pageByChange(where, order, from)
      : await sortedPage(where, { order, languages, language: topicsIn, now }, from)
  const versions = await listOfStories(storyIds, now)
  const isNarrowed = Object.values(filter).some(Boolean)
  const fitting = new Set(isNarrowed ? await fittingIn(where, storyIds) : versions.map(({ id }) => id))
  const rank = (version: ListedRelease) => (fitting.has(version.id) ? 0 : 100) + rankIn(languages, version.language)
  const topics = await firstTopics(versions, topicsIn)
  const stories = storyIds.flatMap((storyId) => {
    const own = versions.filter((version) => version.storyId === storyId).sort((a, b) => rank(a) - rank(b))
    const shown = own[0]
    return shown ? [{ shown, versions: own, topic: topics.get(shown.id) }] : []
  })
  return { stories, total }
}

const rankIn = (languages: Language[], language: Language) => (languages.indexOf(language) + 100) % 100

const matching = (where: SQL | undefined) =>
  db
    .select({ storyId: releases.storyId, total: sql<number>`count(*) over ()` })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(where)
    .groupBy(releases.storyId)

/** A page of the ids of stories, and how many there are. */
interface StoryPage {
  storyIds: string[]
  total: number
}

async function pageByChange(where: SQL | undefined, { isDescending }: StoryOrder, from: number): Promise<StoryPage> {
  const direction = isDescending ? desc : asc
  const rows = await matching(where)
    .orderBy(direction(max(releases.updatedAt)), direction(releases.storyId))
    .limit(studioStoriesPerPage)
    .offset(from)
  const total = rows[0]?.total ?? (from > 0 ? await countFitting(where) : 0)
  return { storyIds: rows.map((row) => row.storyId), total }
}

/** Returns the versions of some stories that fit. */
async function fittingIn(where: SQL | undefined, storyIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ id: releases.id })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(where, among(releases.storyId, storyIds)))
  return rows.map(({ id }) => id)
}

const statusRanks: ReleaseStatus[] = ['draft', 'scheduled', 'live', 'withdrawn']

/** Returns a page of what fits, sorted as the member's language sorts words: the database does not know how. */
async function sortedPage(
  where: SQL | undefined,
  { order, languages, language, now }: { order: StoryOrder; languages: Language[]; language: Language; now: Date },
  from: number,
): Promise<StoryPage> {
  const shown = alias(revisions, 'shown')
  const rank = sql<number>`CASE ${sql.join(
    statusRanks.map((status, index) => sql`WHEN ${stateIs(status, now)} THEN ${sql.raw(String(index))}`),
    sql` `,
  )} END`
  const rows = await db
    .select({
      storyId: releases.storyId,
      language: releases.language,
      // As the list shows it: the title that readers see or will see.
      title: sql<string>`coalesce(${shown.title}, ${revisions.title})`,
      writer: users.name,
      rank,
      updatedAt: releases.updatedAt,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(shown, eq(shown.id, releases.liveRevisionId))
    .leftJoin(users, eq(users.id, releases.createdBy))
    .where(where)
  rows.sort((a, b) => rankIn(languages, a.language) - rankIn(languages, b.language))
  const stories = [...Map.groupBy(rows, (row) => row.storyId).values()].flatMap(([first]) => first ?? [])
  const { compare } = collator(language)
  const compared: Record<StoryOrder['by'], (a: (typeof rows)[number], b: (typeof rows)[number]) => number> = {
    changed: (a, b) => a.updatedAt.getTime() - b.updatedAt.getTime(),
    // What has no title or writer stands last among those that have.
    title: (a, b) => Number(!a.title.trim()) - Number(!b.title.trim()) || compare(a.title, b.title),
    status: (a, b) => a.rank - b.rank,
    writer: (a, b) => Number(!a.writer) - Number(!b.writer) || compare(a.writer ?? '', b.writer ?? ''),
  }
  const sign = order.isDescending ? -1 : 1
  const storyIds = stories
    .sort((a, b) => sign * compared[order.by](a, b) || b.updatedAt.getTime() - a.updatedAt.getTime())
    .map((row) => row.storyId)
  return { storyIds: storyIds.slice(from, from + studioStoriesPerPage), total: storyIds.length }
}

async function countFitting(where: SQL | undefined): Promise<number> {
  const [row] = await db
    .select({ total: countDistinct(releases.storyId) })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(where)
  return row?.total ?? 0
}

/** Returns how many stories fit a filter. */
export const countMatchingStories = async (filter: ReleaseFilter, now: Date): Promise<number> =>
  countFitting(await fits(filter, now))

/** Returns the ids of the stories that fit a filter, last changed first, at most `maxSelected`. */
export async function listStoryIds(filter: ReleaseFilter, now: Date): Promise<string[]> {
  const rows = await matching(await fits(filter, now))
    .orderBy(desc(max(releases.updatedAt)), desc(releases.storyId))
    .limit(maxSelected)
  return rows.map((row) => row.storyId)
}

/** Returns how many of these releases have a topic on their draft. */
export async function countWithTopic(releaseIds: string[], topicId: string): Promise<number> {
  const [row] = await db
    .select({ total: countDistinct(releases.id) })
    .from(releases)
    .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.draftRevisionId))
    .where(and(among(releases.id, releaseIds), eq(revisionTopics.topicId, topicId)))
  return row?.total ?? 0
}

/** Returns how many stories have each status, and how many are under review, whatever the filter. */
export async function countStories(now: Date): Promise<Record<ListedStatus | 'all' | 'review', number>> {
  const [counts] = await countsQuery().execute({ now })
  return counts ?? { all: 0, review: 0, draft: 0, scheduled: 0, embargo: 0, live: 0, withdrawn: 0 }
}

const counted = (fitting: SQL | undefined) =>
  sql<number>`count(distinct case when ${fitting} then ${releases.storyId} end)`.mapWith(Number)
const inState = (status: ListedStatus) => counted(stateIs(status, sql.placeholder('now')))

const countsQuery = prepared((reader) =>
  reader
    .select({
      all: countDistinct(releases.storyId),
      review: counted(isUnderReview()),
      draft: inState('draft'),
      scheduled: inState('scheduled'),
      embargo: inState('embargo'),
      live: inState('live'),
      withdrawn: inState('withdrawn'),
    })
    .from(releases)
    .where(notInTrash('release', releases.id))
    .prepare(),
)

async function firstTopics(versions: ListedRelease[], language: Language): Promise<Map<string, string>> {
  const rows = await firstTopicsQuery().execute({ ids: versions.map(({ id }) => id), language })
  return new Map(rows.map((row) => [row.id, row.name]))
}

const firstTopicsQuery = prepared((reader) =>
  reader
    .select({ id: releases.id, name: topicTexts.name })
    .from(releases)
    .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.draftRevisionId))
    .innerJoin(
      topicTexts,
      and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, sql.placeholder('language'))),
    )
    .where(and(among(releases.id, sql.placeholder('ids')), notInTrash('topic', revisionTopics.topicId)))
    .orderBy(desc(revisionTopics.position))
    .prepare(),
)
