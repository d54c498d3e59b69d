/** The corrections of live releases, the latest first: for their page and their feeds. */
import { and, count, desc, eq, sql } from 'drizzle-orm'
import { prepared } from '../../client.ts'
import { atMost } from '../../dialect.ts'
import { corrections, releases, revisions } from '../../schema/releases.ts'
import { asked, live, type Visit } from '../visible.ts'

export interface LiveCorrection {
  id: string
  at: Date
  /** What was wrong; empty in an old correction, which says it in its text. */
  wrong: string
  text: string
  /** The release as it is now. */
  title: string
  slug: string
}

export async function listLiveCorrections(visit: Visit, limit: number, offset = 0): Promise<LiveCorrection[]> {
  const rows = await listQuery().execute({ ...visit, limit, offset })
  return rows.flatMap(({ slug, ...row }) => (slug ? [{ ...row, slug }] : []))
}

export async function countLiveCorrections(visit: Visit): Promise<number> {
  const [row] = await countQuery().execute({ ...visit })
  return row?.total ?? 0
}

const shown = and(eq(corrections.kind, 'correction'), eq(releases.language, asked.language), live(asked.now))

const listQuery = prepared((reader) =>
  reader
    .select({
      id: corrections.id,
      at: corrections.at,
      wrong: corrections.wrong,
      text: corrections.text,
      title: revisions.title,
      slug: releases.slug,
    })
    .from(corrections)
    .innerJoin(releases, eq(releases.id, corrections.releaseId))
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(shown)
    .orderBy(desc(corrections.at), desc(corrections.id))
    .limit(atMost(sql.placeholder('limit')))
    .offset(sql.placeholder('offset'))
    .prepare(),
)

const countQuery = prepared((reader) =>
  reader
    .select({ total: count() })
    .from(corrections)
    .innerJoin(releases, eq(releases.id, corrections.releaseId))
    .where(shown)
    .prepare(),
)
