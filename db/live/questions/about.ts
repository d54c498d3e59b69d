/** What a question from the press can be said to be about: the latest texts, and the one whose page it was opened from. */
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import { plainText } from '#lib/hyphenate.ts'
import { prepared } from '../../client.ts'
import { atMost } from '../../dialect.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { asked, live, spokenIn, type Visit } from '../visible.ts'

export interface AskedAbout {
  slug: string
  title: string
}

const mostLatest = 8

const textsWhere = (condition?: SQL) =>
  prepared((reader) =>
    reader
      .select({ slug: releases.slug, title: revisions.title })
      .from(releases)
      .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
      .where(and(live(asked.now), condition ?? eq(releases.language, asked.language), spokenIn(asked.language)))
      .orderBy(desc(releases.publishAt), desc(releases.id))
      .limit(atMost(mostLatest))
      .prepare(),
  )

const latestQuery = textsWhere()
const oneQuery = textsWhere(eq(releases.slug, sql.placeholder('slug')))

/** Returns the latest live texts, and first the one with a slug, where readers see it. */
export async function listAskedAbout(visit: Visit, slug: string): Promise<AskedAbout[]> {
  const [one, latest] = await Promise.all([
    slug ? oneQuery().execute({ ...visit, slug }) : [],
    latestQuery().execute({ ...visit }),
  ])
  const others = latest.filter((text) => text.slug !== one[0]?.slug)
  return [...one, ...others].flatMap(({ slug, title }) => (slug ? [{ slug, title: plainText(title) }] : []))
}
