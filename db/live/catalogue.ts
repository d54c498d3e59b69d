/** Lists everything readers can see, a page at a time from the latest to the first, for programs. */
import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import { leadForReaders } from '#lib/document/for-readers.ts'
import type { Language } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { atMost } from '../dialect.ts'
import { releases, revisions } from '../schema/releases.ts'
import type { Hero, Kind } from '../types.ts'
import { imagesById, type LiveImage } from './media.ts'
import { inSeries, ofKind, onTopic, withPerson } from './narrowing.ts'
import { compareLatest } from './releases.ts'
import { asked, live, momentAsked } from './visible.ts'

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

/** What the catalogue can be narrowed by. Each is a part of the query only where it is asked for. */
const filters = ['kind', 'topicId', 'seriesId', 'personId', 'since', 'until', 'after'] as const
type Filter = (typeof filters)[number]

/**
 * Returns the chosen releases, latest first. Each language is asked for by itself: SQLite goes along the index of one and
 * stops, where it would sort everything in two.
 */
export async function listCatalogue(choice: CatalogueChoice, now: Date): Promise<CatalogueStory[]> {
  const { languages, after, ...values } = choice
  const query = catalogueQuery(filters.filter((filter) => choice[filter]))
  const given = { ...values, now, afterAt: after?.at, afterId: after?.id }
  const found = await Promise.all(languages.map(async (language) => query.execute({ ...given, language })))
  const rows = found.flat().sort(compareLatest).slice(0, choice.limit)
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

const catalogueQuery = prepared((reader, narrowed: readonly Filter[]) => {
  const { publishAt, id } = releases
  const when = (filter: Filter, condition: SQL | undefined) => (narrowed.includes(filter) ? condition : undefined)
  const [afterAt, afterId] = [momentAsked('afterAt'), sql.placeholder('afterId')]
  return reader
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
        live(asked.now),
        eq(releases.language, asked.language),
        when('kind', ofKind(reader)),
        when('topicId', onTopic(reader)),
        when('seriesId', inSeries(reader)),
        when('personId', withPerson(reader)),
        when('since', gte(publishAt, momentAsked('since'))),
        when('until', lt(publishAt, momentAsked('until'))),
        when('after', or(lt(publishAt, afterAt), and(eq(publishAt, afterAt), lt(id, afterId)))),
      ),
    )
    .orderBy(desc(publishAt), desc(id))
    .limit(atMost(sql.placeholder('limit')))
    .prepare()
})

/** Returns the address of the release with this id, if readers can see it. */
export async function addressOfRelease(
  id: string,
  now: Date,
): Promise<{ language: Language; slug: string } | undefined> {
  const [row] = await addressQuery().execute({ id, now })
  return row?.slug ? { language: row.language, slug: row.slug } : undefined
}

const addressQuery = prepared((reader) =>
  reader
    .select({ language: releases.language, slug: releases.slug })
    .from(releases)
    .where(and(eq(releases.id, sql.placeholder('id')), live(asked.now)))
    .prepare(),
)
