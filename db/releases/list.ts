/** Releases as the studio lists them, and the short lists of the desk. */
import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { documentText } from '#lib/document/rich-text.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { Language } from '#lib/locale.ts'
import { db } from '../client.ts'
import { alias } from '../dialect.ts'
import { live } from '../live/visible.ts'
import { hasUnpublishedChanges, type ReleaseStatus, statusOf } from '../releases.ts'
import { type Release, releases, revisions, scheduledChanges } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Kind } from '../types.ts'
import { type GoingOut, goesOut, goingOutOf } from './going-out.ts'

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

/** The predicate for releases with a status at `now`. */
export const stateIs = (status: ReleaseStatus, now: Date): SQL | undefined =>
  ({
    draft: and(isNull(releases.withdrawnAt), or(isNull(releases.liveRevisionId), isNull(releases.publishAt))),
    scheduled: goesOut(now),
    live: live(now),
    withdrawn: isNotNull(releases.withdrawnAt),
  })[status]

/**
 * Returns releases as the studio lists them, last changed first unless another order is asked for. Those in the trash are
 * left out unless they are asked for.
 */
export async function listReleases({
  where,
  ids,
  storyIds,
  trashed = false,
  order = desc(releases.updatedAt),
  limit = 1_000,
  now,
}: {
  where?: SQL | undefined
  ids?: string[]
  storyIds?: string[]
  trashed?: boolean
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
    .where(
      and(
        where,
        ids && inArray(releases.id, ids),
        storyIds && inArray(releases.storyId, storyIds),
        trashed ? undefined : notInTrash('release', releases.id),
      ),
    )
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
export const listRecent = (now: Date, limit: number): Promise<ListedRelease[]> => listReleases({ limit, now })

/** Returns the releases with these ids, in the order of the ids. */
export async function listByIds(ids: string[], now: Date): Promise<ListedRelease[]> {
  const found = await listReleases({ ids, now })
  return ids.flatMap((id) => found.find((release) => release.id === id) ?? [])
}
