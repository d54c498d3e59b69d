/** Lists every page a stranger can reach, for sitemaps. */
import { and, asc, count, desc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import { type Language, rootLanguage } from '#lib/locale.ts'
import { db } from '../client.ts'
import { people } from '../schema/people.ts'
import { quotes, releases, revisions } from '../schema/releases.ts'
import { imagesById, type LiveImage } from './media.ts'
import { quotesOnPage } from './people.ts'
import { live, presented } from './visible.ts'

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

/** Returns every language version of the stories that are live in more than one language. */
export async function listMappedVersions(now: Date): Promise<MappedVersion[]> {
  const isLive = and(live(now), isNotNull(releases.slug))
  const told = db
    .select({ id: releases.storyId })
    .from(releases)
    .where(isLive)
    .groupBy(releases.storyId)
    .having(gt(count(), 1))
  const rows = await db
    .select({ storyId: releases.storyId, language: releases.language, slug: releases.slug })
    .from(releases)
    .where(and(isLive, inArray(releases.storyId, told)))
    .orderBy(desc(releases.publishAt), asc(releases.id))
  return rows.flatMap(({ slug, ...row }) => (slug ? [{ ...row, slug }] : []))
}

/** Returns how many releases are live, in all languages. */
export async function countMappedReleases(now: Date): Promise<number> {
  const [row] = await db.select({ total: count() }).from(releases).where(live(now))
  return row?.total ?? 0
}

/** Returns the live releases of all languages, latest first. `since` leaves out those published until then. */
export async function listMappedReleases(
  now: Date,
  { limit, offset = 0, since }: { limit: number; offset?: number; since?: Date },
): Promise<MappedRelease[]> {
  const rows = await db
    .select({
      storyId: releases.storyId,
      language: releases.language,
      slug: releases.slug,
      title: revisions.title,
      hero: revisions.hero,
      publishAt: releases.publishAt,
      revisedAt: releases.revisedAt,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(live(now), isNotNull(releases.slug), since ? gt(releases.publishAt, since) : undefined))
    .orderBy(desc(releases.publishAt), asc(releases.id))
    .limit(limit)
    .offset(offset)
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

/** Returns whoever has said more in a language than stands on their own page, with that language. */
export async function listMappedQuotes(now: Date): Promise<{ slug: string; language: Language }[]> {
  return db
    .select({ slug: people.slug, language: releases.language })
    .from(quotes)
    .innerJoin(releases, eq(releases.liveRevisionId, quotes.revisionId))
    .innerJoin(people, and(eq(people.id, quotes.personId), presented()))
    .where(live(now))
    .groupBy(people.slug, releases.language)
    .having(gt(count(), quotesOnPage))
    .orderBy(asc(people.slug))
}

/** Returns the addresses of everybody with a page of their own. */
export async function listMappedPeople(): Promise<string[]> {
  const rows = await db.select({ slug: people.slug }).from(people).where(presented()).orderBy(asc(people.sortName))
  return rows.map((row) => row.slug)
}
