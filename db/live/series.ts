/** Series as readers see them: only the parts that are live exist and count. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { releases, revisions } from '../schema/releases.ts'
import { seriesTexts } from '../schema/subjects.ts'
import { seriesKind } from '../series.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Neighbour } from './neighbours.ts'
import {
  getLiveSubject,
  type LiveSubject,
  listLiveSubjects,
  liveSubjectsById,
  movedSubject,
  subjectAddresses,
} from './subjects.ts'
import { live, spokenIn, type Visit } from './visible.ts'

/** Returns every series with a live release, in alphabetical order, with how many it has. */
export const listLiveSeries = (visit: Visit) => listLiveSubjects(seriesKind, visit)

/** Returns a series' page, or undefined where no series with a live release has that address. */
export const getLiveSeries = (slug: string, visit: Visit) => getLiveSubject(seriesKind, slug, visit)

/** Returns the present address of a series with a live release that used to have this one. */
export const movedSeries = (slug: string, visit: Visit) => movedSubject(seriesKind, slug, visit)

/** Returns those of the series that have a live release, in alphabetical order. */
export const seriesById = (ids: string[], visit: Visit) => liveSubjectsById(seriesKind, ids, visit)

/** Returns the series' address in each language in which it has a live release. */
export const seriesAddresses = (id: string, now: Date) => subjectAddresses(seriesKind, id, now)

/** The number of a release in its series; the first part is 1. */
export interface SeriesPosition extends LiveSubject {
  number: number
  total: number
  previous: Neighbour | undefined
  next: Neighbour | undefined
}

/** The parts in order. The query does not depend on the release that asks, so that all parts of a series share it. */
const parts = prepared((reader) =>
  reader
    .select({ id: releases.id, slug: releases.slug, title: revisions.title, publishAt: releases.publishAt })
    .from(revisions)
    .innerJoin(releases, eq(releases.liveRevisionId, revisions.id))
    .where(
      and(
        eq(revisions.seriesId, sql.placeholder('seriesId')),
        spokenIn(sql.placeholder('language')),
        live(sql.placeholder('now')),
      ),
    )
    .orderBy(asc(releases.publishAt), asc(releases.id))
    .prepare(),
)

const name = prepared((reader) =>
  reader
    .select({ id: seriesTexts.subjectId, name: seriesTexts.name, slug: seriesTexts.slug })
    .from(seriesTexts)
    .where(
      and(
        eq(seriesTexts.subjectId, sql.placeholder('seriesId')),
        eq(seriesTexts.language, sql.placeholder('language')),
        notInTrash('series', seriesTexts.subjectId),
      ),
    )
    .prepare(),
)

/**
 * Returns the number of a release among the live parts of its series, or the number it would have. Undefined for a
 * series without a name in the reader's language. Without a series, no query is run.
 */
export async function seriesPosition(
  release: { id: string; seriesId: string | null; publishAt: Date },
  { language, now }: Visit,
): Promise<SeriesPosition | undefined> {
  const { id, seriesId, publishAt } = release
  if (!seriesId) return undefined
  const [[series], rows] = await Promise.all([
    name().execute({ seriesId, language }),
    parts().execute({ seriesId, language, now }),
  ])
  if (!series) return undefined
  const others = rows.flatMap(({ slug, publishAt: at, ...part }) =>
    slug && at && part.id !== id ? [{ ...part, slug, at: at.getTime() }] : [],
  )
  const own = publishAt.getTime()
  const before = others.filter((part) => part.at < own || (part.at === own && part.id < id)).length
  const neighbour = (part: (typeof others)[number] | undefined) => part && { slug: part.slug, title: part.title }
  return {
    ...series,
    number: before + 1,
    total: others.length + 1,
    previous: neighbour(others[before - 1]),
    next: neighbour(others[before]),
  }
}
