/** Finds the releases published right before and right after another. */
import { and, asc, desc, eq, gt, gte, lt, lte, or, sql } from 'drizzle-orm'
import { prepared } from '../client.ts'
import { atMost } from '../dialect.ts'
import { releases, revisions } from '../schema/releases.ts'
import { asked, live, momentAsked, type Visit } from './visible.ts'

export interface Neighbour {
  slug: string
  title: string
}

/** Returns the releases published right before and right after this one. */
export async function getNeighbours(
  { id, publishAt }: { id: string; publishAt: Date },
  visit: Visit,
): Promise<{ older: Neighbour | undefined; newer: Neighbour | undefined }> {
  const own = { ...visit, id, publishAt }
  const [[older], [newer]] = await Promise.all([olderQuery().execute(own), newerQuery().execute(own)])
  return { older: named(older), newer: named(newer) }
}

const ownId = sql.placeholder('id')
const ownMoment = momentAsked('publishAt')
const mine = and(live(asked.now), eq(releases.language, asked.language))
const at = releases.publishAt

const olderQuery = prepared((reader) =>
  reader
    .select({ slug: releases.slug, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(lte(at, ownMoment), or(lt(at, ownMoment), lt(releases.id, ownId)), mine))
    .orderBy(desc(at), desc(releases.id))
    .limit(atMost(1))
    .prepare(),
)

const newerQuery = prepared((reader) =>
  reader
    .select({ slug: releases.slug, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(gte(at, ownMoment), or(gt(at, ownMoment), gt(releases.id, ownId)), mine))
    .orderBy(asc(at), asc(releases.id))
    .limit(atMost(1))
    .prepare(),
)

const named = (row: { slug: string | null; title: string } | undefined): Neighbour | undefined =>
  row?.slug ? { slug: row.slug, title: row.title } : undefined
