/** Lists everything readers can see, a page at a time from the latest to the first, for programs. */
import { and, desc, eq, gte, inArray, lt, or } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Language } from '#lib/locale.ts'
import { db } from '../client.ts'
import { releases, revisions } from '../schema/releases.ts'
import type { Hero, Kind } from '../types.ts'
import { imagesById, type LiveImage } from './media.ts'
import { inSeries, ofKind, onTopics, withPeople } from './releases.ts'
import { live } from './visible.ts'

export interface CatalogueChoice {
  languages: Language[]
  kind?: Kind
  topicId?: string
  seriesId?: string
  personId?: string
  since?: Date
  until?: Date
  /** The end of the page before. */
  after?: { at: Date; id: string }
  limit: number
}

export interface CatalogueStory {
  id: string
  storyId: string
  language: Language
  slug: string
  kind: Kind
  title: string
  lead: string[]
  summary: string
  publishAt: Date
  revisedAt: Date | null
  hero: Hero | null
  image: LiveImage | null
}

/** Returns the chosen releases, latest first. */
export async function listCatalogue(choice: CatalogueChoice, now: Date): Promise<CatalogueStory[]> {
  const { languages, kind, topicId, seriesId, personId, since, until, after, limit } = choice
  const { publishAt, id } = releases
  const rows = await db
    .select({
      id,
      storyId: releases.storyId,
      language: releases.language,
      slug: releases.slug,
      kind: revisions.kind,
      title: revisions.title,
      lead: revisions.lead,
      summary: revisions.summary,
      publishAt,
      revisedAt: releases.revisedAt,
      hero: revisions.hero,
    })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(
      and(
        live(now),
        inArray(releases.language, languages),
        kind ? ofKind(kind) : undefined,
        topicId ? onTopics([topicId]) : undefined,
        seriesId ? inSeries(seriesId) : undefined,
        personId ? withPeople([personId]) : undefined,
        since ? gte(publishAt, since) : undefined,
        until ? lt(publishAt, until) : undefined,
        after ? or(lt(publishAt, after.at), and(eq(publishAt, after.at), lt(id, after.id))) : undefined,
      ),
    )
    .orderBy(desc(publishAt), desc(id))
    .limit(limit)
  const images = new Map<Language, Map<string, LiveImage>>()
  for (const language of languages) {
    const heroes = rows.flatMap((row) => (row.language === language && row.hero ? [row.hero.mediaId] : []))
    images.set(language, await imagesById(heroes, language))
  }
  return rows.flatMap(({ slug, publishAt: at, ...row }) => {
    const image = (row.hero && images.get(row.language)?.get(row.hero.mediaId)) ?? null
    return slug && at ? [{ ...row, lead: leadForReaders(row.lead), slug, publishAt: at, image }] : []
  })
}

/** Returns the address of the release with this id, if readers can see it. */
export async function addressOfRelease(
  id: string,
  now: Date,
): Promise<{ language: Language; slug: string } | undefined> {
  const [row] = await db
    .select({ language: releases.language, slug: releases.slug })
    .from(releases)
    .where(and(eq(releases.id, id), live(now)))
  return row?.slug ? { language: row.language, slug: row.slug } : undefined
}
