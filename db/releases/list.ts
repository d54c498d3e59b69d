/**
 * The studio's lists of releases: one row per story with the status of each language, and the short lists of the desk.
 */

import {
  and,
  asc,
  countDistinct,
  desc,
  eq,
  exists,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  max,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import { documentText } from '#lib/document/rich-text.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { Language } from '#lib/locale.ts'
import { db } from '../client.ts'
import { alias } from '../dialect.ts'
import { live } from '../live/visible.ts'
import { hasUnpublishedChanges, type ReleaseStatus, statusOf } from '../releases.ts'
import { type Release, releases, revisions, revisionTopics, scheduledChanges } from '../schema/releases.ts'
import { topicTexts } from '../schema/subjects.ts'
import { users } from '../schema/users.ts'
import { searchDrafts } from '../sqlite/search/drafts.ts'
import type { Kind } from '../types.ts'
import { type GoingOut, goesOut, goingOutOf } from './going-out.ts'

export const studioStoriesPerPage = 20

/** The status as lists show it: a live release may have changes that are not published. */
export type DisplayStatus = ReleaseStatus | 'changed'

export interface ListedRelease {
  id: string
  storyId: string
  language: Language
  kind: Kind
  /** The title that readers see or will see; of a text that was never published, the draft's. */
  title: string
  /** The title as it is being written. */
  draftTitle: string
  /** The beginning of the text, for a release without a title. */
  opening: string
  slug: string | null
  displayStatus: DisplayStatus
  publishAt: Date | null
  withdrawnAt: Date | null
  goingOut: GoingOut | null
  updatedAt: Date
  author: string | null
}

export interface ListedStudioStory {
  /** The version that represents the story: one that fits the filter, in the newsroom's first language if possible. */
  shown: ListedRelease
  versions: ListedRelease[]
  topic: string | undefined
}

export interface ReleaseFilter {
  status?: ReleaseStatus
  /** What was typed in the search field. */
  query?: string
  language?: Language
  missing?: Language
  kind?: Kind
  topicId?: string
  seriesId?: string
}

const stateIs = (status: ReleaseStatus, now: Date): SQL | undefined =>
  ({
    draft: and(isNull(releases.withdrawnAt), or(isNull(releases.liveRevisionId), isNull(releases.publishAt))),
    scheduled: goesOut(now),
    live: live(now),
    withdrawn: isNotNull(releases.withdrawnAt),
  })[status]

async function fits(filter: ReleaseFilter, now: Date): Promise<SQL | undefined> {
  const other = alias(releases, 'other')
  return and(
    filter.status && stateIs(filter.status, now),
    filter.query ? inArray(releases.id, await searchDrafts(filter.query)) : undefined,
    filter.language ? eq(releases.language, filter.language) : undefined,
    filter.missing
      ? notExists(
          db
            .select({ one: sql`1` })
            .from(other)
            .where(and(eq(other.storyId, releases.storyId), eq(other.language, filter.missing))),
        )
      : undefined,
    filter.kind && eq(revisions.kind, filter.kind),
    filter.seriesId ? eq(revisions.seriesId, filter.seriesId) : undefined,
    filter.topicId
      ? exists(
          db
            .select({ one: sql`1` })
            .from(revisionTopics)
            .where(and(eq(revisionTopics.revisionId, revisions.id), eq(revisionTopics.topicId, filter.topicId))),
        )
      : undefined,
  )
}

/** Returns a page of stories, last changed first, and how many fit. `languages` orders the versions to show. */
export async function listStories(
  filter: ReleaseFilter,
  { languages, topicsIn, page, now }: { languages: Language[]; topicsIn: Language; page: number; now: Date },
): Promise<{ stories: ListedStudioStory[]; total: number }> {
  const where = await fits(filter, now)
  const matching = db
    .select({ storyId: releases.storyId })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(where)
    .groupBy(releases.storyId)
    .orderBy(desc(max(releases.updatedAt)), desc(releases.storyId))
    .limit(studioStoriesPerPage)
    .offset((page - 1) * studioStoriesPerPage)
  const [storyIds, [count]] = await Promise.all([
    matching.then((rows) => rows.map((row) => row.storyId)),
    db
      .select({ total: countDistinct(releases.storyId) })
      .from(releases)
      .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
      .where(where),
  ])
  const ofPage = inArray(releases.storyId, storyIds)
  const versions = await listReleases({ where: ofPage, now })
  const fitting = new Set((await listReleases({ where: and(where, ofPage), now })).map((version) => version.id))
  const rank = (version: ListedRelease) =>
    (fitting.has(version.id) ? 0 : 100) + ((languages.indexOf(version.language) + 100) % 100)
  const topics = await firstTopics(versions, topicsIn)
  const stories = storyIds.flatMap((storyId) => {
    const own = versions.filter((version) => version.storyId === storyId).sort((a, b) => rank(a) - rank(b))
    const shown = own[0]
    return shown ? [{ shown, versions: own, topic: topics.get(shown.id) }] : []
  })
  return { stories, total: count?.total ?? 0 }
}

/** Returns how many stories have each status, whatever the filter. */
export async function countStories(now: Date): Promise<Record<ReleaseStatus | 'all', number>> {
  const counted = (status: ReleaseStatus) =>
    sql<number>`count(distinct case when ${stateIs(status, now)} then ${releases.storyId} end)`
  const [counts] = await db
    .select({
      all: countDistinct(releases.storyId),
      draft: counted('draft'),
      scheduled: counted('scheduled'),
      live: counted('live'),
      withdrawn: counted('withdrawn'),
    })
    .from(releases)
  return counts ?? { all: 0, draft: 0, scheduled: 0, live: 0, withdrawn: 0 }
}

/** Returns releases as the studio lists them, last changed first unless another order is asked for. */
async function listReleases({
  where,
  order = desc(releases.updatedAt),
  limit = 1_000,
  now,
}: {
  where: SQL | undefined
  order?: SQL
  limit?: number
  now: Date
}): Promise<ListedRelease[]> {
  const shown = alias(revisions, 'shown')
  const coming = alias(revisions, 'coming')
  const rows = await db
    .select({
      release: releases,
      kind: sql<Kind>`coalesce(${shown.kind}, ${revisions.kind})`,
      draftTitle: revisions.title,
      shownTitle: shown.title,
      change: scheduledChanges,
      comingTitle: coming.title,
      author: users.name,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(shown, eq(shown.id, releases.liveRevisionId))
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    .leftJoin(coming, eq(coming.id, scheduledChanges.revisionId))
    .leftJoin(users, eq(users.id, releases.createdBy))
    .where(where)
    .orderBy(order, desc(releases.id))
    .limit(limit)
  const untitled = rows.filter((row) => !row.draftTitle.trim()).map((row) => row.release.draftRevisionId ?? '')
  const openings = new Map(
    untitled.length
      ? (
          await db
            .select({ id: revisions.id, lead: revisions.lead, body: revisions.body })
            .from(revisions)
            .where(inArray(revisions.id, untitled))
        ).map((row) => [row.id, excerpt((row.lead.find(Boolean) ?? documentText(row.body)).trim(), 60)] as const)
      : [],
  )
  return rows.map(({ release, kind, draftTitle, shownTitle, change, comingTitle, author }) => ({
    id: release.id,
    storyId: release.storyId,
    language: release.language,
    kind,
    title: shownTitle ?? draftTitle,
    draftTitle,
    opening: openings.get(release.draftRevisionId ?? '') ?? '',
    slug: release.slug,
    displayStatus: displayStatusOf(release, now),
    publishAt: release.publishAt,
    withdrawnAt: release.withdrawnAt,
    goingOut: goingOutOf(release, { change, title: comingTitle ?? shownTitle ?? draftTitle, now }),
    updatedAt: release.updatedAt,
    author,
  }))
}

export function displayStatusOf(release: Release, now: Date): DisplayStatus {
  const status = statusOf(release, now)
  return status === 'live' && hasUnpublishedChanges(release) ? 'changed' : status
}

async function firstTopics(versions: ListedRelease[], language: Language): Promise<Map<string, string>> {
  const rows = await db
    .select({ id: releases.id, name: topicTexts.name })
    .from(releases)
    .innerJoin(revisionTopics, eq(revisionTopics.revisionId, releases.draftRevisionId))
    .innerJoin(topicTexts, and(eq(topicTexts.subjectId, revisionTopics.topicId), eq(topicTexts.language, language)))
    .where(
      inArray(
        releases.id,
        versions.map((version) => version.id),
      ),
    )
    .orderBy(desc(revisionTopics.position))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Returns what a member has begun and readers have never seen, last written first. */
export const listDraftsOf = (userId: string, now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases({
    where: and(stateIs('draft', now), or(eq(releases.createdBy, userId), eq(revisions.createdBy, userId))),
    limit,
    now,
  })

/** Returns what goes out by itself, soonest first: scheduled releases, and changes to those that readers have seen. */
export const listGoingOut = async (now: Date): Promise<ListedRelease[]> => {
  const found = await listReleases({ where: goesOut(now), now })
  return found.sort((a, b) => Number(a.goingOut?.at) - Number(b.goingOut?.at))
}

/** Returns the live releases, latest first. */
export const listJustPublished = (now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases({ where: live(now), order: desc(releases.publishAt), limit, now })

/** Returns the releases published between two moments, in order. */
export const listPublishedIn = (from: Date, to: Date, now: Date): Promise<ListedRelease[]> =>
  listReleases({
    where: and(live(now), gte(releases.publishAt, from), lt(releases.publishAt, to)),
    order: asc(releases.publishAt),
    now,
  })

/** Returns the releases changed last, by whomever. */
export const listRecent = (now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases({ where: undefined, limit, now })

/** Returns the releases with these ids, in the order of the ids. */
export async function listByIds(ids: string[], now: Date): Promise<ListedRelease[]> {
  const found = await listReleases({ where: inArray(releases.id, ids), now })
  return ids.flatMap((id) => found.find((release) => release.id === id) ?? [])
}
