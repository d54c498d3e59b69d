/** Lists every page a stranger can reach, for sitemaps. */
import { and, asc, count, desc, eq, gt, isNotNull, sql } from 'drizzle-orm'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { atMost, later } from '../dialect.ts'
import { people } from '../schema/people.ts'
import { quotes, releases, revisions } from '../schema/releases.ts'
import { imagesById, type LiveImage } from './media.ts'
import { quotesOnPage } from './people.ts'
import { addressesQuery } from './release-parts.ts'
import { asked, live, momentAsked, presented } from './visible.ts'

/** How long a release counts as news for search engines, in milliseconds. */
export const newsLasts = 2 * 86_400_000

export interface MappedRelease {
  storyId: string
  language: Language
  slug: string
  title: string
  publishAt: Date
  changedAt: Date
  image: LiveImage | undefined
}

export type MappedVersion = Pick<MappedRelease, 'storyId' | 'language' | 'slug'>

/** Returns every language version of some stories that readers can see. */
export async function listMappedVersions(storyIds: string[], now: Date): Promise<MappedVersion[]> {
  const rows = await addressesQuery().execute({ storyIds, now })
  return rows.flatMap(({ slug, ...row }) => (slug ? [{ ...row, slug }] : []))
}

/** Returns how many releases are live, in all languages. */
export async function countMappedReleases(now: Date): Promise<number> {
  const [row] = await countQuery().execute({ now })
  return row?.total ?? 0
}

const countQuery = prepared((reader) =>
  reader.select({ total: count() }).from(releases).where(live(asked.now)).prepare(),
)

/** Returns the live releases of all languages, latest first. `isNews` leaves out what is news no longer. */
export async function listMappedReleases(
  now: Date,
  { limit, offset = 0, isNews = false }: { limit: number; offset?: number; isNews?: boolean },
): Promise<MappedRelease[]> {
  const rows = await releasesQuery(isNews).execute({ now, limit, offset })
  const images = await imagesById(
    rows.flatMap(({ hero }) => hero?.mediaId ?? []),
    rootLanguage,
  )
  return rows.flatMap(({ slug, publishAt, revisedAt, hero, ...row }) =>
    slug && publishAt
      ? [
          {
            ...row,
            slug,
            publishAt,
            changedAt: revisedAt ?? publishAt,
            image: hero ? images.get(hero.mediaId) : undefined,
          },
        ]
      : [],
  )
}

/** Chooses the releases first, so that only their words are read, and not those of all there are. */
const releasesQuery = prepared((reader, isNews: boolean) => {
  // Reckoned from now in the query itself, so that a later moment finds other releases.
  const isRecent = gt(later(releases.publishAt, newsLasts), momentAsked('now'))
  const latest = reader
    .select({
      id: releases.id,
      storyId: releases.storyId,
      language: releases.language,
      slug: releases.slug,
      publishAt: releases.publishAt,
      revisedAt: releases.revisedAt,
      revisionId: releases.liveRevisionId,
    })
    .from(releases)
    .where(and(live(asked.now), isNotNull(releases.slug), isNews ? isRecent : undefined))
    .orderBy(desc(releases.publishAt), desc(releases.id))
    .limit(atMost(sql.placeholder('limit')))
    .offset(sql.placeholder('offset'))
    .as('latest')
  return reader
    .select({
      storyId: latest.storyId,
      language: latest.language,
      slug: latest.slug,
      title: revisions.title,
      hero: revisions.hero,
      publishAt: latest.publishAt,
      revisedAt: latest.revisedAt,
    })
    .from(latest)
    .innerJoin(revisions, eq(revisions.id, latest.revisionId))
    .orderBy(desc(latest.publishAt), desc(latest.id))
    .prepare()
})

/** Returns whoever has said more in a language than stands on their own page, with that language. */
export const listMappedQuotes = async (now: Date): Promise<{ slug: string; language: Language }[]> =>
  quotesQuery().execute({ now })

const quotesQuery = prepared((reader) =>
  reader
    .select({ slug: people.slug, language: releases.language })
    .from(quotes)
    .innerJoin(releases, eq(releases.liveRevisionId, quotes.revisionId))
    .innerJoin(people, and(eq(people.id, quotes.personId), presented(asked.now)))
    .where(live(asked.now))
    .groupBy(people.slug, releases.language)
    .having(gt(count(), quotesOnPage))
    .orderBy(asc(people.slug))
    .prepare(),
)

/** Returns the addresses of everybody with a page of their own. */
export const listMappedPeople = async (now: Date): Promise<string[]> =>
  (await peopleQuery().execute({ now })).map((row) => row.slug)

const peopleQuery = prepared((reader) =>
  reader.select({ slug: people.slug }).from(people).where(presented(asked.now)).orderBy(asc(people.sortName)).prepare(),
)
