/** Releases as the studio lists them, and the short lists of the desk. */

import { isDeepStrictEqual } from 'node:util'
import { and, asc, desc, eq, gte, isNotNull, isNull, lt, or, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { documentText } from '#lib/document/rich-text.ts'
import { excerpt } from '#lib/graphemes.ts'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { alias, among, atMost, unindexed } from '../dialect.ts'
import { hasHolders } from '../embargo/held.ts'
import { live } from '../live/visible.ts'
import { hasUnpublishedChanges, type ReleaseStatus, statusOf } from '../releases.ts'
import { type Release, releases, revisions, scheduledChanges } from '../schema/releases.ts'
import type { RecordedStep } from '../schema/reviews.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Kind } from '../types.ts'
import { getTexts } from './drafts.ts'
import { type GoingOut, goesOut, goingOutOf, isScheduled } from './going-out.ts'
import {
  hasStep,
  isLastStep,
  isReviewer,
  lastStep,
  waitsForOthers,
  waitsForReadingBy,
  waitsForReviewBy,
} from './review/listed.ts'
import { isVoid } from './review/own-words.ts'
import { type ReviewStanding, standingOf } from './review/state.ts'

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
  /** Whether it is scheduled and somebody outside has it. */
  isUnderEmbargo: boolean
  publishAt: Date | null
  withdrawnAt: Date | null
  goingOut: GoingOut | null
  updatedAt: Date
  author: string | null
  /** Where it stands in its review; null where nobody has submitted it, or it has gone out since. */
  review: ListedReview | null
  /** By whom and why it went out unreviewed, where that is the last that was done about it. */
  unreviewed: { by: string; at: Date; note: string } | null
}

export interface ListedReview {
  standing: ReviewStanding
  /** When it came there, by whom, and with what words. */
  at: Date
  by: string
  note: string
  /** With whom it lies now: who is to review it, or its writer. Null for anybody who may review. */
  holder: string | null
  dueAt: Date | null
}

/** What lists can be narrowed to: a status, or those scheduled texts that somebody outside has before their time. */
export type ListedStatus = ReleaseStatus | 'embargo'

/** The predicate for releases with a status at `now`. */
export const stateIs = (status: ListedStatus, now: Date | Placeholder): SQL | undefined =>
  ({
    draft: and(isNull(releases.withdrawnAt), or(isNull(releases.liveRevisionId), isNull(releases.publishAt))),
    scheduled: goesOut(now),
    embargo: and(isScheduled(now), hasHolders(now)),
    live: live(now),
    withdrawn: isNotNull(releases.withdrawnAt),
  })[status]

const asked = sql.placeholder
const moment = (name: string) => sql.param(asked(name), releases.publishAt)

/** The lists there are, by what is asked of each, with the order of the list. */
const lists = {
  recent: () => [undefined, desc(releases.updatedAt)],
  byId: () => [among(releases.id, asked('ids')), desc(releases.updatedAt)],
  ofStories: () => [among(releases.storyId, asked('storyIds')), desc(releases.updatedAt)],
  draftsOf: () => [
    and(
      stateIs('draft', asked('now')),
      or(eq(releases.createdBy, asked('userId')), eq(revisions.createdBy, asked('userId'))),
    ),
    desc(releases.updatedAt),
  ],
  // Sorted below. An index must not be read to its end for it.
  goingOut: () => [goesOut(asked('now')), asc(unindexed(releases.publishAt))],
  published: () => [live(asked('now')), desc(releases.publishAt)],
  forReviewBy: () => [
    and(hasStep('submit'), waitsForReviewBy(asked('userId'))),
    sql`${lastStep.dueAt} IS NULL, ${lastStep.dueAt}`,
  ],
  forReadingBy: () => [
    and(hasStep('publish-unreviewed'), waitsForReadingBy(asked('userId'))),
    desc(releases.publishAt),
  ],
  withOthers: () => [
    and(hasStep('submit'), waitsForOthers(asked('userId'))),
    sql`${lastStep.dueAt} IS NULL, ${lastStep.dueAt}`,
  ],
  publishedIn: () => [
    and(live(asked('now')), gte(releases.publishAt, moment('from')), lt(releases.publishAt, moment('to'))),
    asc(releases.publishAt),
  ],
} satisfies Record<string, () => [SQL | undefined, SQL]>

const shown = alias(revisions, 'shown')
const coming = alias(revisions, 'coming')
const stepper = alias(users, 'stepper')
const reviewer = alias(users, 'reviewer')

const listQuery = prepared((reader, list: keyof typeof lists, trashed: boolean) => {
  const [where, order] = lists[list]()
  return reader
    .select({
      release: releases,
      kind: sql<Kind>`coalesce(${shown.kind}, ${revisions.kind})`,
      draftTitle: revisions.title,
      shownTitle: shown.title,
      change: scheduledChanges,
      comingTitle: coming.title,
      author: users.name,
      step: lastStep,
      isVoid: sql<unknown>`${isVoid(lastStep)}`,
      stepper: stepper.name,
      reviewer: reviewer.name,
      isUnderEmbargo: sql<unknown>`CASE WHEN ${stateIs('embargo', asked('now'))} THEN 1 END`,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .leftJoin(shown, eq(shown.id, releases.liveRevisionId))
    .leftJoin(scheduledChanges, eq(scheduledChanges.releaseId, releases.id))
    .leftJoin(coming, eq(coming.id, scheduledChanges.revisionId))
    .leftJoin(users, eq(users.id, releases.createdBy))
    .leftJoin(lastStep, isLastStep)
    .leftJoin(stepper, eq(stepper.id, lastStep.actorId))
    .leftJoin(reviewer, and(eq(reviewer.id, lastStep.reviewerId), isReviewer(reviewer)))
    .where(and(where, trashed ? undefined : notInTrash('release', releases.id)))
    .orderBy(order, desc(releases.id))
    .limit(atMost(asked('limit')))
    .prepare()
})

const openingsQuery = prepared((reader) =>
  reader
    .select({ id: revisions.id, lead: revisions.lead, body: revisions.body })
    .from(revisions)
    .where(among(revisions.id, asked('ids')))
    .prepare(),
)

/** Returns the releases of a list. Those in the trash are left out unless they are asked for. */
async function listReleases(
  list: keyof typeof lists,
  given: Record<string, unknown> & { now: Date },
  { limit = 1_000, trashed = false } = {},
): Promise<ListedRelease[]> {
  const rows = await listQuery(list, trashed).execute({ ...given, limit })
  const untitled = rows.filter((row) => !row.draftTitle.trim()).map((row) => row.release.draftRevisionId ?? '')
  const openings = new Map(
    (untitled.length ? await openingsQuery().execute({ ids: untitled }) : []).map((row) => [
      row.id,
      excerpt((row.lead.find(Boolean) ?? documentText(row.body)).trim(), 60),
    ]),
  )
  const altered = await alteredSince(rows)
  return rows.map(
    ({ release, kind, draftTitle, shownTitle, change, comingTitle, author, step, isVoid, isUnderEmbargo, ...who }) => ({
      id: release.id,
      storyId: release.storyId,
      language: release.language,
      kind,
      title: shownTitle ?? draftTitle,
      draftTitle,
      opening: openings.get(release.draftRevisionId ?? '') ?? '',
      slug: release.slug,
      displayStatus: displayStatusOf(release, given.now),
      isUnderEmbargo: Boolean(isUnderEmbargo),
      publishAt: release.publishAt,
      withdrawnAt: release.withdrawnAt,
      goingOut: goingOutOf(release, { change, title: comingTitle ?? shownTitle ?? draftTitle, now: given.now }),
      updatedAt: release.updatedAt,
      author,
      unreviewed:
        step?.step === 'publish-unreviewed' && step.note
          ? { by: who.stepper ?? '', at: step.at, note: step.note }
          : null,
      review: reviewOf(step && { ...step, isVoid: Boolean(isVoid) }, {
        ...who,
        author,
        isAltered: altered.has(release.id),
      }),
    }),
  )
}

function reviewOf(
  step: (RecordedStep & { isVoid: boolean }) | null,
  who: { stepper: string | null; reviewer: string | null; author: string | null; isAltered: boolean },
): ListedReview | null {
  const standing = standingOf(step ?? undefined, !who.isAltered)
  if (!step || !standing) return null
  const { at, note, dueAt } = step
  return { standing, at, by: who.stepper ?? '', note, holder: standing === 'review' ? who.reviewer : who.author, dueAt }
}

/** Returns the ids of the releases whose words are no longer those that were approved. */
async function alteredSince(rows: { release: Release; step: RecordedStep | null }[]): Promise<Set<string>> {
  const pairs = rows.flatMap(({ release: { id, draftRevisionId }, step }) =>
    step?.step === 'approve' && draftRevisionId && draftRevisionId !== step.revisionId
      ? [{ id, now: draftRevisionId, approved: step.revisionId }]
      : [],
  )
  if (pairs.length === 0) return new Set()
  const texts = await getTexts(pairs.flatMap(({ now, approved }) => [now, approved]))
  const isAltered = (pair: { now: string; approved: string }) =>
    !isDeepStrictEqual(texts.get(pair.now), texts.get(pair.approved))
  return new Set(pairs.filter(isAltered).map(({ id }) => id))
}

export function displayStatusOf(release: Release, now: Date): DisplayStatus {
  const status = statusOf(release, now)
  return status === 'live' && hasUnpublishedChanges(release) ? 'changed' : status
}

/** Returns what a member has begun and readers have never seen, last written first. */
export const listDraftsOf = (userId: string, now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases('draftsOf', { userId, now }, { limit })

/** Returns what goes out by itself, soonest first: scheduled releases, and changes to those that readers have seen. */
export const listGoingOut = async (now: Date): Promise<ListedRelease[]> => {
  const found = await listReleases('goingOut', { now })
  return found.sort((a, b) => Number(a.goingOut?.at) - Number(b.goingOut?.at))
}

/** Returns the live releases, latest first. */
export const listJustPublished = (now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases('published', { now }, { limit })

/** Returns the releases published between two moments, in order. */
export const listPublishedIn = (from: Date, to: Date, now: Date): Promise<ListedRelease[]> =>
  listReleases('publishedIn', { from, to, now })

/** Returns the texts under review that a member may take on, those due first first. */
export const listForReviewBy = (userId: string, now: Date): Promise<ListedRelease[]> =>
  listReleases('forReviewBy', { userId, now })

/** Returns the texts that went out unreviewed and that a member may read afterwards, latest first. */
export const listForReadingBy = (userId: string, now: Date): Promise<ListedRelease[]> =>
  listReleases('forReadingBy', { userId, now })

/** Returns the texts of a member that are under review by somebody else, those due first first. */
export const listWithOthers = (userId: string, now: Date): Promise<ListedRelease[]> =>
  listReleases('withOthers', { userId, now })

/** Returns the releases changed last, by whomever. */
export const listRecent = (now: Date, limit: number): Promise<ListedRelease[]> =>
  listReleases('recent', { now }, { limit })

/** Returns the versions of some stories, last changed first. */
export const listOfStories = async (storyIds: string[], now: Date): Promise<ListedRelease[]> =>
  storyIds.length ? listReleases('ofStories', { storyIds, now }) : []

/** Returns the releases with these ids, in the order of the ids. Those in the trash are left out unless they are asked for. */
export async function listByIds(ids: string[], now: Date, { trashed = false } = {}): Promise<ListedRelease[]> {
  const found = ids.length ? await listReleases('byId', { ids, now }, { trashed }) : []
  return ids.flatMap((id) => found.find((release) => release.id === id) ?? [])
}

/** Returns the titles of live releases in a language, latest first, to which a withdrawn one can redirect. */
export const listSuccessors = (
  language: Language,
  now: Date,
  limit: number,
): Promise<{ id: string; title: string }[]> => successorsQuery().execute({ language, now, limit })

const successorsQuery = prepared((reader) =>
  reader
    .select({ id: releases.id, title: shown.title })
    .from(releases)
    .innerJoin(shown, eq(shown.id, releases.liveRevisionId))
    .where(and(live(asked('now')), eq(releases.language, asked('language')), notInTrash('release', releases.id)))
    .orderBy(desc(releases.publishAt), desc(releases.id))
    .limit(atMost(asked('limit')))
    .prepare(),
)
