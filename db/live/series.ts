/** Series as readers see them: only the parts that are live exist and count. */
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { releases, revisions } from '../schema/releases.ts'
import { seriesTexts } from '../schema/subjects.ts'
import { seriesKind } from '../series.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { Neighbour } from './neighbours.ts'
import {
  getLiveSubject,
  type LiveSubject,
  listLiveSubjects,
  listSubjectAddresses,
  liveSubjectsById,
  movedSubject,
  subjectAddresses,
  withQueries,
} from './subjects.ts'
import { asked, live, spokenIn, type Visit } from './visible.ts'

const allSeries = withQueries(seriesKind)

/** Returns every series with a live release, in alphabetical order, with how many it has. */
export const listLiveSeries = (visit: Visit) => listLiveSubjects(allSeries, visit)

/** Returns a series' page, or undefined where no series with a live release has that address. */
export const getLiveSeries = (slug: string, visit: Visit) => getLiveSubject(allSeries, slug, visit)

/** Returns the present address of a series with a live release that used to have this one. */
export const movedSeries = (slug: string, visit: Visit) => movedSubject(allSeries, slug, visit)

/** Returns those of the series that have a live release, in alphabetical order. */
export const seriesById = (ids: string[], visit: Visit) => liveSubjectsById(allSeries, ids, visit)

/** Returns the series' address in each language in which it has a live release. */
export const seriesAddresses = (id: string, now: Date) => subjectAddresses(allSeries, id, now)

/** Returns the addresses of every series with a live release, in the alphabetical order of each language. */
export const listSeriesAddresses = (languages: readonly Language[], now: Date) =>
  listSubjectAddresses(allSeries, languages, now)

/** The number of a release in its series; the first part is 1. */
export interface SeriesPosition extends LiveSubject {
  number: number
  total: number
  previous: Neighbour | undefined
  next: Neighbour | undefined
}

const seriesIds = sql.placeholder('seriesIds')

/** The parts in order. The query does not depend on the release that asks, so that all parts of a series share it. */
const parts = prepared((reader) =>
  reader
    .select({
      seriesId: revisions.seriesId,
      id: releases.id,
      slug: releases.slug,
      title: revisions.title,
      publishAt: releases.publishAt,
    })
    .from(revisions)
    .innerJoin(releases, eq(releases.liveRevisionId, revisions.id))
    .where(and(among(revisions.seriesId, seriesIds), spokenIn(asked.language), live(asked.now)))
    .orderBy(asc(releases.publishAt), asc(releases.id))
    .prepare(),
)

const names = prepared((reader) =>
  reader
    .select({ id: seriesTexts.subjectId, name: seriesTexts.name, slug: seriesTexts.slug })
    .from(seriesTexts)
    .where(
      and(
        among(seriesTexts.subjectId, seriesIds),
        eq(seriesTexts.language, asked.language),
        notInTrash('series', seriesTexts.subjectId),
      ),
    )
    .prepare(),
)

interface Part {
  id: string
  seriesId: string | null
  publishAt: Date
}

/**
 * Returns the number of each release among the live parts of its series, or the number it would have, by the ids of the
 * releases. One whose series has no name in the reader's language is left out. Without a series, no query is run.
 */
export async function seriesPositions(all: Part[], visit: Visit): Promise<Map<string, SeriesPosition>> {
  const ids = [...new Set(all.flatMap(({ seriesId }) => seriesId ?? []))]
  if (ids.length === 0) return new Map()
  const [named, rows] = await Promise.all([
    names().execute({ ...visit, seriesIds: ids }),
    parts().execute({ ...visit, seriesIds: ids }),
  ])
  const readable = rows.flatMap(({ slug, publishAt, ...part }) =>
    slug && publishAt ? [{ ...part, slug, at: publishAt.getTime() }] : [],
  )
  return new Map(
    all.flatMap(({ id, seriesId, publishAt }) => {
      const series = named.find((row) => row.id === seriesId)
      if (!series) return []
      const others = readable.filter((part) => part.seriesId === seriesId && part.id !== id)
      const own = publishAt.getTime()
      const before = others.filter((part) => part.at < own || (part.at === own && part.id < id)).length
      return [
        [
          id,
          {
            ...series,
            number: before + 1,
            total: others.length + 1,
            previous: neighbour(others[before - 1]),
            next: neighbour(others[before]),
          },
        ],
      ]
    }),
  )
}

const neighbour = (part: Neighbour | undefined) => part && { slug: part.slug, title: part.title }
