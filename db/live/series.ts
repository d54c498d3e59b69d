/** Series as readers meet them: only the parts they can read are there and count. */
import { and, asc, eq, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { releases, revisions } from '../schema/releases.ts'
import { seriesTexts } from '../schema/subjects.ts'
import { seriesShelf } from '../series.ts'
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

/** Every series with something to read, in the order of the alphabet, and how much there is. */
export const listLiveSeries = (visit: Visit) => listLiveSubjects(seriesShelf, visit)

/** A series' page, or undefined where nothing readable has that address. */
export const getLiveSeries = (slug: string, visit: Visit) => getLiveSubject(seriesShelf, slug, visit)

/** The address of a series with something to read that used to have this one. */
export const movedSeries = (slug: string, visit: Visit) => movedSubject(seriesShelf, slug, visit)

/** Those of the series that have something to read, in the order of the alphabet. */
export const seriesById = (ids: string[], visit: Visit) => liveSubjectsById(seriesShelf, ids, visit)

/** The series' address in the languages where it has something to read. */
export const seriesAddresses = (id: string, now: Date) => subjectAddresses(seriesShelf, id, now)

/** Where a release stands in its series: the first part is 1. */
export interface PlaceInSeries extends LiveSubject {
  number: number
  total: number
  previous: Neighbour | undefined
  next: Neighbour | undefined
}

/** The parts in order. Not told apart by who asks, so that all parts of a series put the same question. */
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
      ),
    )
    .prepare(),
)

/**
 * Where a release stands, or would stand were it readable, among the parts readers can read. Undefined for a series
 * without a name in the reader's language. Asks nothing for a release in no series.
 */
export async function placeInSeries(
  release: { id: string; seriesId: string | null; publishAt: Date },
  { language, now }: Visit,
): Promise<PlaceInSeries | undefined> {
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
