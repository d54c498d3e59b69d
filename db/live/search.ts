/**
 * The readers' search: finds releases, quotes in them, the documents they offer, and people. It takes what a person
 * typed and the filters chosen. Entries come from the index; what is shown of them is read again, and passes `live`.
 */
import { and, eq, or, sql } from 'drizzle-orm'
import { type Language, type Localized, type LocalizedText, languages, textIn } from '#lib/locale.ts'
import { highlightExcerpt, highlightText, type MarkedText } from '#lib/search/highlight.ts'
import { trimQuery } from '#lib/search/terms.ts'
import { type Clock, yearIn } from '#lib/time/format.ts'
import { firstDayOf } from '#lib/time/period.ts'
import { startOfDay } from '#lib/time/zone.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { searchEntries } from '../engine/search.ts'
import { releases, revisions } from '../schema/releases.ts'
import { publishedAt } from '../search/entries.ts'
import { maxFaceted } from '../search/facets.ts'
import type { SearchQuery } from '../search/match-expression.ts'
import type { SearchResult } from '../search/query.ts'
import type { Kind } from '../types.ts'
import { documentsById, type LiveDocument } from './media.ts'
import { type LivePerson, peopleById } from './people.ts'
import { seriesById } from './series.ts'
import type { LiveSubject } from './subjects.ts'
import { topicsById } from './topics.ts'
import { asked, live, type Visit } from './visible.ts'

export const hitsPerPage = 10
/** Nobody reads further; somebody who looks for something types other words. */
export const maxPages = 50

/** The kinds of entries: releases by their kind, quotes, documents and people. */
export type EntryKind = Kind | 'quote' | 'document' | 'person'

export interface SearchFilter {
  kind?: EntryKind | undefined
  topicId?: string | undefined
  seriesId?: string | undefined
  personId?: string | undefined
  year?: number | undefined
  /** The language to search in; the reader's if it is not given. */
  within?: Language | 'all' | undefined
  /** The newest first, instead of those most like what was typed. */
  byDate?: boolean | undefined
}

interface Source {
  title: string
  slug: string
  language: Language
  publishAt: Date
}

export type Hit = { id: number; title: MarkedText; excerpt: MarkedText } & (
  | { noun: 'release'; kind: Kind; source: Source }
  | { noun: 'quote'; speaker: LivePerson | undefined; source: Source }
  | { noun: 'document'; document: LiveDocument; source: Source }
  | { noun: 'person'; person: LivePerson; excerptIn: Language | undefined }
)

/** The facets that lead to entries, each with their number where it is known. */
export interface SearchFacets {
  kinds: { kind: EntryKind; entries: number | undefined }[]
  topics: { subject: LiveSubject; entries: number | undefined }[]
  series: { subject: LiveSubject; entries: number | undefined }[]
  people: { person: { id: string; name: string; slug: string }; entries: number | undefined }[]
  years: { year: number; entries: number | undefined }[]
  /** Languages other than those searched. */
  languages: { language: Language; entries: number }[]
}

export interface SearchResultPage {
  hits: Hit[]
  total: number
  isMore: boolean
  facets: SearchFacets
  /** Another spelling that may have been meant, and finds more. */
  suggestion: string | undefined
}

/**
 * Returns what readers can find of what was typed, best first or newest first; undefined where nothing was typed. Nothing typed is ever
 * an error. This is the one way into readers' search. Its steps are `lib/search/parse-query.ts`,
 * `db/search/match-expression.ts`, `db/search/query.ts`, `db/search/facets.ts`, and for what is shown
 * `lib/search/highlight.ts`.
 */
export async function searchNewsroom(
  typed: string,
  { visit, page = 1, ...choice }: { visit: Visit; page?: number } & SearchFilter,
): Promise<SearchResultPage | undefined> {
  const result = await searchEntries(await queryFrom(typed, { visit, page, ...choice }))
  if (!result) return undefined
  const [hits, facets] = await Promise.all([show(result, visit), facetsIn(result, visit)])
  const { total, isMore, suggestion } = result
  return { hits, total, isMore, facets, suggestion }
}

async function queryFrom(
  typed: string,
  {
    visit,
    page,
    kind,
    topicId,
    seriesId,
    personId,
    year,
    within,
    byDate = false,
  }: { visit: Visit; page: number } & SearchFilter,
): Promise<SearchQuery> {
  const years = await yearsOf(visit)
  const from = year && startOfYear(year, visit)
  return {
    typed: trimQuery(typed),
    language: visit.language,
    within: within === 'all' ? [...languages] : [within ?? visit.language],
    facets: [
      kind && `k:${kind}`,
      topicId && `t:${topicId}`,
      seriesId && `s:${seriesId}`,
      personId && `p:${personId}`,
    ].filter((facet) => facet !== undefined),
    ...(year && from !== undefined && { between: [from, startOfYear(year + 1, visit)] as [number, number] }),
    years,
    now: visit.now.getTime(),
    byDate,
    page,
    perPage: hitsPerPage,
  }
}

const startOfYear = (year: number, { timeZone }: Pick<Clock, 'timeZone'>): number =>
  startOfDay(firstDayOf({ year }), timeZone).getTime()

const maxYears = 40

/** Returns when each year began, back to that of the oldest text and no further than `maxYears`. */
async function yearsOf(visit: Visit): Promise<[number, number][]> {
  const [{ oldest } = { oldest: null }] = await oldestQuery().execute()
  const last = yearIn(visit.now, visit.timeZone)
  const first = oldest === null ? last : Math.min(last, yearIn(publishedAt(oldest), visit.timeZone))
  return Array.from({ length: Math.min(last - first + 1, maxYears) }, (_, index) => [
    last - index,
    startOfYear(last - index, visit),
  ])
}

const oldestQuery = prepared((reader) =>
  reader.select({ oldest: sql<number | null>`max(id)` }).from(sql`search_entries`).prepare(),
)

/** What is shown of entries. One about a release must be about one that readers can see. */
const entriesQuery = prepared((reader) =>
  reader
    .select({
      id: sql<number>`entry.id`,
      noun: sql<Hit['noun']>`entry.noun`,
      targetId: sql<string>`entry.target_id`,
      title: sql<string>`entry.title`,
      lead: sql<string>`entry.lead`,
      body: sql<string>`entry.body`,
      language: releases.language,
      slug: releases.slug,
      publishAt: releases.publishAt,
      releaseTitle: revisions.title,
      kind: revisions.kind,
    })
    .from(sql`search_entries AS entry`)
    .leftJoin(releases, eq(releases.id, sql`entry.release_id`))
    .leftJoin(revisions, eq(revisions.id, releases.liveRevisionId))
    .where(and(among(sql`entry.id`, sql.placeholder('ids')), or(sql`entry.noun = 'person'`, live(asked.now))))
    .prepare(),
)

type Row = Awaited<ReturnType<ReturnType<typeof entriesQuery>['execute']>>[number]

function sourceOf({ releaseTitle, slug, language, publishAt }: Row): Source | undefined {
  if (releaseTitle === null || slug === null || language === null || publishAt === null) return undefined
  return { title: releaseTitle, slug, language, publishAt }
}

async function show({ ids, highlight }: SearchResult, visit: Visit): Promise<Hit[]> {
  if (ids.length === 0) return []
  const rows = await entriesQuery().execute({ ...visit, ids })
  const wanted = (noun: Hit['noun'], ...also: Hit['noun'][]) =>
    rows.filter((row) => row.noun === noun || also.includes(row.noun)).map((row) => row.targetId)
  const [people, documents] = await Promise.all([
    peopleById(wanted('person', 'quote'), visit, visit.now),
    documentsById(wanted('document'), visit.language),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id): Hit[] => {
    const row = byId.get(id)
    if (!row) return []
    const title = highlightText(row.title, highlight)
    const excerpt = (text: string, length?: number) => highlightExcerpt(text, highlight, length)
    if (row.noun === 'person') {
      const person = people.get(row.targetId)
      const about = aboutPerson(row, visit.language)
      return person?.slug
        ? [{ id, noun: 'person', title, excerpt: excerpt(about.text), excerptIn: about.lang, person }]
        : []
    }
    const source = sourceOf(row)
    if (!source) return []
    if (row.noun === 'release') {
      const text = excerpt(`${row.lead}\n${row.body}`)
      return row.kind ? [{ id, noun: 'release', kind: row.kind, title, excerpt: text, source }] : []
    }
    if (row.noun === 'quote') {
      return [{ id, noun: 'quote', title, excerpt: excerpt(row.body, 320), speaker: people.get(row.targetId), source }]
    }
    const document = documents.get(row.targetId)
    return document
      ? [{ id, noun: 'document', title, excerpt: highlightText(document.caption, highlight), document, source }]
      : []
  })
}

/** Returns the biography of a person, in the reader's language if it is there. */
const aboutPerson = ({ body }: Row, language: Language): LocalizedText =>
  textIn(JSON.parse(body) as Localized, language)

/** The most topics, and the most series, that are offered as facets. */
const maxSubjects = 12
const maxPeople = 8

async function facetsIn(
  { total, facets, years, languages: others }: SearchResult,
  visit: Visit,
): Promise<SearchFacets> {
  const areAllCounted = total <= maxFaceted
  const of = (prefix: string) =>
    facets
      .filter(([facet]) => facet.startsWith(prefix))
      .sort((a, b) => b[1] - a[1])
      .map(([facet, entries]) => ({ value: facet.slice(prefix.length), entries: areAllCounted ? entries : undefined }))
  const personFacets = of('p:').slice(0, maxPeople * 2)
  const [topics, series, people] = await Promise.all([
    named(of('t:'), topicsById, visit),
    named(of('s:'), seriesById, visit),
    peopleById(
      personFacets.map(({ value }) => value),
      visit,
      visit.now,
    ),
  ])
  return {
    kinds: of('k:').map(({ value, entries }) => ({ kind: value as EntryKind, entries })),
    topics,
    series,
    people: personFacets
      .flatMap(({ value, entries }) => {
        const person = people.get(value)
        return person?.slug ? [{ person: { id: value, name: person.name, slug: person.slug }, entries }] : []
      })
      .slice(0, maxPeople),
    years: years.map(([year, entries]) => ({ year, entries })),
    languages: others.flatMap(([language, entries]) => (entries > 0 ? [{ language, entries }] : [])),
  }
}

/** Returns the topics or series that entries have as facets, those with most entries first. */
async function named(
  facets: { value: string; entries: number | undefined }[],
  find: typeof topicsById,
  visit: Visit,
): Promise<SearchFacets['topics']> {
  const likely = facets.slice(0, maxSubjects * 2)
  const ids = likely.map(({ value }) => value)
  const byId = new Map((await find(ids, visit)).map((subject) => [subject.id, subject]))
  return likely
    .flatMap(({ value, entries }) => {
      const subject = byId.get(value)
      return subject ? [{ subject, entries }] : []
    })
    .slice(0, maxSubjects)
}
