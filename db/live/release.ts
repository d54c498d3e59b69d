/**
 * Finds a release, whole, as its page shows it; or what its address answers when readers may not have it any longer.
 */
import { and, eq, sql } from 'drizzle-orm'
import type { AiStatement } from '#lib/document/ai-use.ts'
import { documentForReaders, leadForReaders } from '#lib/document/for-readers.ts'
import { type Document, downloadsIn, imagesIn } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import type { Meeting } from '#lib/meeting/meeting.ts'
import { slugify } from '#lib/slug.ts'
import { prepared } from '../client.ts'
import { among } from '../dialect.ts'
import { releases, revisions } from '../schema/releases.ts'
import { deletedReleases } from '../schema/trash.ts'
import type { Hero, Kind, LeadForm } from '../types.ts'
import { coursesOf, type LiveCourse } from './crisis/updates.ts'
import { type LiveDocument, type LiveImage, mediaById } from './media.ts'
import { type LiveMeeting, meetingsOf } from './meetings/meeting.ts'
import type { LivePerson } from './people.ts'
import { formerOwner } from './redirects.ts'
import * as partRows from './release-parts.ts'
import { type SeriesPosition, seriesPositions } from './series.ts'
import type { LiveTopic } from './topics.ts'
import { asked, live, readImmutable, scheduled, spokenIn, type Visit, withdrawn } from './visible.ts'

export interface LiveCard {
  person: LivePerson
  /** The position held when this release was published, whatever came later. */
  role: string
  organisation: string
  /** The languages of position and organisation, where they are not the reader's. */
  roleIn: Language | undefined
  organisationIn: Language | undefined
}

export interface LiveRelease {
  id: string
  storyId: string
  slug: string
  kind: Kind
  title: string
  /** The parts that have words, as points or as paragraphs. */
  lead: string[]
  leadForm: LeadForm
  body: Document
  place: string
  byline: string
  summary: string
  hero: Hero | null
  /** How AI was used in it, and who else has read it; null and nobody where nothing was said. */
  ai: AiStatement | null
  readBy: string[]
  /** The press meeting it invites to. */
  meeting: LiveMeeting | undefined
  publishAt: Date
  revisedAt: Date | null
  /** What was wrong and what is right, the earliest first. An old correction says both in its text. */
  corrections: { wrong: string; text: string; at: Date }[]
  /** What readers have been told is new, the earliest first. */
  notes: { text: string; at: Date }[]
  topics: LiveTopic[]
  series: SeriesPosition | undefined
  cards: LiveCard[]
  contacts: LivePerson[]
  /** Everybody quoted, by id. The position is the card's if there is one, else the one held at publication. */
  speakers: Map<string, LiveCard>
  images: Map<string, LiveImage>
  /** The documents that the text offers for download. */
  documents: Map<string, LiveDocument>
  /** What was told while crisis mode was on for it; undefined for other releases. */
  crisis: LiveCourse | undefined
  /** The address in every language readers can have the story in, this one too. */
  addresses: Partial<Record<Language, string>>
}

export type ReleaseLookup =
  | { state: 'live'; release: LiveRelease }
  | { state: 'moved'; slug: string }
  | { state: 'withdrawn'; reason: string; at: Date }

/**
 * Returns what readers get at an address: the release, the address it has now, or why it was withdrawn. Undefined where
 * there is nothing, or nothing yet.
 */
export async function findRelease(slug: string, visit: Visit): Promise<ReleaseLookup | undefined> {
  const [release] = await readLive(await liveRow().execute({ ...visit, slug }), visit)
  if (release) return { state: 'live', release }
  const former = await formerOwner({ noun: 'release', language: visit.language }, slug)
  const moved = former === undefined ? undefined : await liveSlug(former, visit)
  if (moved !== undefined) return { state: 'moved', slug: moved }
  return former === undefined ? withdrawal({ slug }, visit) : withdrawal({ id: former }, visit)
}

/** Returns those of some releases that readers can see, whole, in the order of their ids. */
export async function liveReleasesById(ids: string[], visit: Visit): Promise<LiveRelease[]> {
  const rows = ids.length ? await liveRows().execute({ ...visit, ids }) : []
  const found = new Map((await readLive(rows, visit)).map((release) => [release.id, release]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

const liveSlug = async (id: string, visit: Visit): Promise<string | undefined> =>
  (await liveRows().execute({ ...visit, ids: [id] }))[0]?.slug ?? undefined

/** Follows a withdrawn release to the one that replaced it, and on if that has been withdrawn in turn. */
async function withdrawal(which: { slug: string } | { id: string }, visit: Visit): Promise<ReleaseLookup | undefined> {
  const gone = (await withdrawnRow(which, visit)) ?? ('id' in which ? await deletedRow(which.id) : undefined)
  if (!gone?.at) return undefined
  const seen = new Set<string>()
  for (let next = gone.redirectToId; next && !seen.has(next); ) {
    seen.add(next)
    const slug = await liveSlug(next, visit)
    if (slug) return { state: 'moved', slug }
    next = ((await withdrawnRow({ id: next }, visit)) ?? (await deletedRow(next)))?.redirectToId ?? null
  }
  return { state: 'withdrawn', reason: gone.reason ?? '', at: gone.at }
}

const withdrawnRow = async (which: { slug: string } | { id: string }, visit: Visit) =>
  (await withdrawnQuery('id' in which ? 'id' : 'slug').execute({ ...visit, ...which }))[0]

const withdrawnQuery = prepared((reader, by: 'slug' | 'id') =>
  reader
    .select({ reason: releases.withdrawnReason, at: releases.withdrawnAt, redirectToId: releases.redirectToId })
    .from(releases)
    .where(and(eq(releases[by], sql.placeholder(by)), eq(releases.language, asked.language), withdrawn(asked.now)))
    .prepare(),
)

/** Returns what a withdrawn text that has been deleted has left at its address. */
const deletedRow = async (id: string) => (await deletedQuery().execute({ id }))[0]

const deletedQuery = prepared((reader) => {
  const { withdrawnReason: reason, withdrawnAt: at, redirectToId } = deletedReleases
  return reader
    .select({ reason, at, redirectToId })
    .from(deletedReleases)
    .where(eq(deletedReleases.id, sql.placeholder('id')))
    .prepare()
})

const columns = {
  id: releases.id,
  storyId: releases.storyId,
  slug: releases.slug,
  publishAt: releases.publishAt,
  revisedAt: releases.revisedAt,
}

const liveColumns = { ...columns, revisionId: releases.liveRevisionId }

const liveRow = prepared((reader) =>
  reader
    .select(liveColumns)
    .from(releases)
    .where(and(eq(releases.slug, sql.placeholder('slug')), eq(releases.language, asked.language), live(asked.now)))
    .prepare(),
)

const liveRows = prepared((reader) =>
  reader
    .select(liveColumns)
    .from(releases)
    .where(and(among(releases.id, sql.placeholder('ids')), spokenIn(asked.language), live(asked.now)))
    .prepare(),
)

async function readLive(rows: Awaited<ReturnType<ReturnType<typeof liveRow>['execute']>>, visit: Visit) {
  const revisionIds = rows.flatMap(({ revisionId }) => revisionId ?? [])
  if (revisionIds.length === 0) return []
  const texts = await readImmutable(() => partRows.wordsQuery().execute({ revisionIds }))
  const words = new Map(texts.map((row) => [row.revisionId, row]))
  const found = rows.flatMap(({ slug, publishAt, revisionId, ...row }) => {
    const said = revisionId && words.get(revisionId)
    return said && slug && publishAt ? [{ ...row, ...said, slug, publishAt }] : []
  })
  return withParts(found, visit)
}

/**
 * Returns the draft of a release as readers would see it if it were published now. It is not for readers: the caller
 * has made sure that a member, or a guest with a preview link, is asking.
 */
export async function getPreview(releaseId: string, visit: Visit): Promise<LiveRelease | undefined> {
  const [row] = await draftRow().execute({ ...visit, releaseId })
  const [words] = row ? await partRows.wordsQuery().execute({ revisionIds: [row.revisionId] }) : []
  if (!row || !words) return undefined
  const { wantedSlug, slug, publishAt, ...rest } = row
  const address = wantedSlug || slug || slugify(words.title)
  return (await withParts([{ ...rest, ...words, slug: address, publishAt: publishAt ?? visit.now }], visit))[0]
}

const draftRow = prepared((reader) =>
  reader
    .select({ ...columns, revisionId: revisions.id, wantedSlug: revisions.slug })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(eq(releases.id, sql.placeholder('releaseId')), eq(releases.language, asked.language)))
    .prepare(),
)

/**
 * Returns what goes out of a release that is scheduled, as readers will see it. It is not for readers: the caller has made
 * sure that somebody asks who may have it before its time.
 */
export async function getEmbargoed(releaseId: string, visit: Visit): Promise<LiveRelease | undefined> {
  return (await readLive(await scheduledRow().execute({ ...visit, releaseId }), visit))[0]
}

const scheduledRow = prepared((reader) =>
  reader
    .select(liveColumns)
    .from(releases)
    .where(
      and(eq(releases.id, sql.placeholder('releaseId')), eq(releases.language, asked.language), scheduled(asked.now)),
    )
    .prepare(),
)

type Row = Pick<
  LiveRelease,
  Exclude<keyof typeof columns | keyof typeof partRows.wordColumns, 'seriesId' | 'meeting'>
> & {
  revisionId: string
  seriesId: string | null
  meeting: Meeting | null
}

/** Returns the rows of releases with all parts that belong to each. The parts of all of them are read at once. */
export async function withParts(rows: Row[], visit: Visit): Promise<LiveRelease[]> {
  if (rows.length === 0) return []
  const texts = rows.map((row) => ({ ...row, lead: leadForReaders(row.lead), body: documentForReaders(row.body) }))
  const revisionIds = rows.map((row) => row.revisionId)
  const disclosing = rows.flatMap(({ ai, revisionId }) => (ai ? [revisionId] : []))
  const [people, topics, series, told, media, versions, readers, meetings] = await Promise.all([
    partRows.readPeople(texts, visit),
    partRows.topicsQuery().execute({ ...visit, revisionIds }),
    seriesPositions(rows, visit),
    partRows.correctionsQuery().execute({ releaseIds: rows.map(({ id }) => id) }),
    mediaById(texts.flatMap(mediaIn), visit.language),
    partRows.addressesQuery().execute({ ...visit, storyIds: [...new Set(rows.map(({ storyId }) => storyId))] }),
    disclosing.length ? partRows.readersQuery().execute({ revisionIds: disclosing }) : [],
    meetingsOf(rows, visit),
  ])
  const courses = await coursesOf(versions, visit)
  return texts.map(({ revisionId, seriesId: _, ...release }) => ({
    ...release,
    ...people(revisionId),
    ...media,
    topics: topics.flatMap((row) => (row.revisionId === revisionId ? [row.topic] : [])),
    series: series.get(release.id),
    meeting: meetings.get(release.id),
    readBy: [...new Set(readers.flatMap((row) => (row.revisionId === revisionId ? [row.name] : [])))],
    corrections: told.flatMap(({ releaseId, kind, ...correction }) =>
      releaseId === release.id && kind === 'correction' ? [correction] : [],
    ),
    notes: told.flatMap(({ releaseId, kind, text, at }) =>
      releaseId === release.id && kind === 'note' ? [{ text, at }] : [],
    ),
    crisis: courses.get(release.storyId),
    addresses: Object.fromEntries(
      versions.flatMap(({ storyId, language, slug }) =>
        storyId === release.storyId && slug ? [[language, slug]] : [],
      ),
    ),
  }))
}

const mediaIn = ({ hero, body }: Pick<LiveRelease, 'hero' | 'body'>): string[] =>
  [...(hero ? [hero] : []), ...imagesIn(body), ...downloadsIn(body)].map((use) => use.mediaId)
