/** Finds the releases published right before and right after another. */
import { and, asc, desc, eq, gt, gte, lt, lte, or } from 'drizzle-orm'
import { db } from '../client.ts'
import { releases, revisions } from '../schema/releases.ts'
import { live, type Visit } from './visible.ts'

export interface Neighbour {
  slug: string
  title: string
}

/** Returns the releases published right before and right after this one. */
export async function getNeighbours(
  { id, publishAt }: { id: string; publishAt: Date },
  visit: Visit,
): Promise<{ older: Neighbour | undefined; newer: Neighbour | undefined }> {
  const mine = and(live(visit.now), eq(releases.language, visit.language))
  const { publishAt: at } = releases
  const [[older], [newer]] = await Promise.all([
    neighbours()
      .where(and(lte(at, publishAt), or(lt(at, publishAt), lt(releases.id, id)), mine))
      .orderBy(desc(at), desc(releases.id))
      .limit(1),
    neighbours()
      .where(and(gte(at, publishAt), or(gt(at, publishAt), gt(releases.id, id)), mine))
      .orderBy(asc(at), asc(releases.id))
      .limit(1),
  ])
  return { older: named(older), newer: named(newer) }
}

const neighbours = () =>
  db
    .select({ slug: releases.slug, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))

const named = (row: { slug: string | null; title: string } | undefined): Neighbour | undefined =>
  row?.slug ? { slug: row.slug, title: row.title } : undefined
