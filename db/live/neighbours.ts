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
  const rows = await neighboursQuery().execute({ ...visit, id, publishAt })
  const named = (side: Side): Neighbour | undefined => {
    const row = rows.find((one) => one.side === side)
    return row?.slug ? { slug: row.slug, title: row.title } : undefined
  }
  return { older: named('older'), newer: named('newer') }
}

type Side = 'older' | 'newer'

const ownId = sql.placeholder('id')
const ownMoment = momentAsked('publishAt')
const mine = and(live(asked.now), eq(releases.language, asked.language))
const at = releases.publishAt

const neighboursQuery = prepared((reader) => {
  const next = (side: Side) => {
    const isOlder = side === 'older'
    const onSide = isOlder
      ? and(lte(at, ownMoment), or(lt(at, ownMoment), lt(releases.id, ownId)))
      : and(gte(at, ownMoment), or(gt(at, ownMoment), gt(releases.id, ownId)))
    const found = reader
      .select({ side: sql<Side>`${sql.raw(`'${side}'`)}`.as('side'), slug: releases.slug, title: revisions.title })
      .from(releases)
      .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
      .where(and(onSide, mine))
      .orderBy(...(isOlder ? [desc(at), desc(releases.id)] : [asc(at), asc(releases.id)]))
      .limit(atMost(1))
      .as(side)
    return reader.select().from(found)
  }
  return next('older').unionAll(next('newer')).prepare()
})
