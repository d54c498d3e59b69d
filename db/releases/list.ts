/** Releases as the studio lists them, and the short lists of the desk. */
import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, lt, or, type SQL } from 'drizzle-orm'
import { documentText } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { db } from '../client.ts'
import { live } from '../live/visible.ts'
import { hasUnpublishedChanges, type ReleaseStatus, statusOf } from '../releases.ts'
import { releases, revisions } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Kind } from '../types.ts'

/** The status as lists show it: a live release may have changes that are not published. */
export type DisplayStatus = ReleaseStatus | 'changed'

export interface ListedRelease {
  id: string
  storyId: string
  language: Language
  kind: Kind
  title: string
  /** The beginning of the text, for a release without a title. */
  opening: string
  slug: string | null
  displayStatus: DisplayStatus
  publishAt: Date | null
  withdrawnAt: Date | null
  updatedAt: Date
  author: string | null
}

/** The predicate for releases with a status at `now`. */
export const stateIs = (status: ReleaseStatus, now: Date): SQL | undefined =>
  ({
    draft: and(isNull(releases.withdrawnAt), or(isNull(releases.liveRevisionId), isNull(releases.publishAt))),
    scheduled: and(isNull(releases.withdrawnAt), isNotNull(releases.liveRevisionId), gt(releases.publishAt, now)),
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
  const rows = await db
    .select({ release: releases, kind: revisions.kind, title: revisions.title, author: users.name })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
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
  const untitled = rows.filter((row) => !row.title.trim()).map((row) => row.release.draftRevisionId ?? '')
  const openings = new Map(
    untitled.length
      ? (
          await db
            .select({ id: revisions.id, lead: revisions.lead, body: revisions.body })
            .from(revisions)
            .where(inArray(revisions.id, untitled))
        ).map((row) => [row.id, (row.lead.find(Boolean) ?? documentText(row.body)).trim().slice(0, 60)] as const)
      : [],
  )
  return rows.map(({ release, kind, title, author }) => ({
    id: release.id,
    storyId: release.storyId,
    language: release.language,
    kind,
    title,
    opening: openings.get(release.draftRevisionId ?? '') ?? '',
    slug: release.slug,
    displayStatus: displayStatusOf(release, now),
    publishAt: release.publishAt,
    withdrawnAt: release.withdrawnAt,
    updatedAt: release.updatedAt,
    author,
  }))
}

export function displayStatusOf(release: typeof releases.$inferSelect, now: Date): DisplayStatus {
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

/** Returns the scheduled releases, soonest first. */
export const listGoingOut = (now: Date): Promise<ListedRelease[]> =>
  listReleases({ where: stateIs('scheduled', now), order: asc(releases.publishAt), now })

/** Returns the live releases, latest first. */
export const listJustPublished = (now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases({ where: live(now), order: desc(releases.publishAt), limit, now })

/** Returns the releases published, or to be published, between two moments, in order. */
export const listInPeriod = (from: Date, to: Date, now: Date): Promise<ListedRelease[]> =>
  listReleases({
    where: and(or(live(now), stateIs('scheduled', now)), gte(releases.publishAt, from), lt(releases.publishAt, to)),
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
