/**
 * Finds a release, whole, as its page shows it; or what its address answers when readers may not have it any longer.
 */
import { and, eq, type SQL, sql } from 'drizzle-orm'
import { documentForReaders, leadForReaders } from '#lib/document/for-readers.ts'
import { type Document, downloadsIn, imagesIn, quotesIn } from '#lib/document/rich-text.ts'
import type { Language } from '#lib/locale.ts'
import { slugify } from '#lib/slug.ts'
import { db, prepared } from '../client.ts'
import { positionAt } from '../people/positions.ts'
import { releases, revisions } from '../schema/releases.ts'
import { deletedReleases } from '../schema/trash.ts'
import type { Hero, Kind, LeadForm } from '../types.ts'
import { documentsById, imagesById, type LiveDocument, type LiveImage } from './media.ts'
import { type LivePerson, type LivePosition, peopleById } from './people.ts'
import { formerOwner } from './redirects.ts'
import * as partRows from './release-parts.ts'
import { type SeriesPosition, seriesPosition } from './series.ts'
import type { LiveTopic } from './topics.ts'
import { live, readImmutable, type Visit, withdrawn } from './visible.ts'

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
  publishAt: Date
  revisedAt: Date | null
  corrections: { text: string; at: Date }[]
  topics: LiveTopic[]
  series: SeriesPosition | undefined
  cards: LiveCard[]
  contacts: LivePerson[]
  /** Everybody quoted, by id. The position is the card's if there is one, else the one held at publication. */
  speakers: Map<string, LiveCard>
  images: Map<string, LiveImage>
  /** The documents that the text offers for download. */
  documents: Map<string, LiveDocument>
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
  const release = await readLive(slug, visit)
  if (release) return { state: 'live', release }
  const former = await formerOwner({ noun: 'release', language: visit.language }, slug)
  const owner = former === undefined ? eq(releases.slug, slug) : eq(releases.id, former)
  const moved = former === undefined ? undefined : await liveSlug(former, visit)
  return moved === undefined ? withdrawal(owner, former, visit) : { state: 'moved', slug: moved }
}

async function liveSlug(id: string, { now, language }: Visit): Promise<string | undefined> {
  const [row] = await db
    .select({ slug: releases.slug })
    .from(releases)
    .where(and(eq(releases.id, id), eq(releases.language, language), live(now)))
  return row?.slug ?? undefined
}

/** Follows a withdrawn release to the one that replaced it, and on if that has been withdrawn in turn. */
async function withdrawal(which: SQL, former: string | undefined, visit: Visit): Promise<ReleaseLookup | undefined> {
  const gone = (await withdrawnRow(which, visit)) ?? (former ? await deletedRow(former) : undefined)
  if (!gone?.at) return undefined
  const seen = new Set<string>()
  for (let next = gone.redirectToId; next && !seen.has(next); ) {
    seen.add(next)
    const slug = await liveSlug(next, visit)
    if (slug) return { state: 'moved', slug }
    next = ((await withdrawnRow(eq(releases.id, next), visit)) ?? (await deletedRow(next)))?.redirectToId ?? null
  }
  return { state: 'withdrawn', reason: gone.reason ?? '', at: gone.at }
}

async function withdrawnRow(which: SQL, { now, language }: Visit) {
  const [row] = await db
    .select({ reason: releases.withdrawnReason, at: releases.withdrawnAt, redirectToId: releases.redirectToId })
    .from(releases)
    .where(and(which, eq(releases.language, language), withdrawn(now)))
  return row
}

/** Returns what a withdrawn text that has been deleted has left at its address. */
async function deletedRow(id: string) {
  const { withdrawnReason: reason, withdrawnAt: at, redirectToId } = deletedReleases
  const [row] = await db.select({ reason, at, redirectToId }).from(deletedReleases).where(eq(deletedReleases.id, id))
  return row
}

const columns = {
  id: releases.id,
  storyId: releases.storyId,
  slug: releases.slug,
  publishAt: releases.publishAt,
  revisedAt: releases.revisedAt,
}

const liveRow = prepared((reader) =>
  reader
    .select({ ...columns, revisionId: releases.liveRevisionId })
    .from(releases)
    .where(
      and(
        eq(releases.slug, sql.placeholder('slug')),
        eq(releases.language, sql.placeholder('language')),
        live(sql.placeholder('now')),
      ),
    )
    .prepare(),
)

async function readLive(slug: string, visit: Visit): Promise<LiveRelease | undefined> {
  const [row] = await liveRow().execute({ slug, language: visit.language, now: visit.now })
  if (!row?.slug || !row.publishAt || !row.revisionId) return undefined
  const { revisionId, publishAt } = row
  const [words] = await readImmutable(() => partRows.wordsQuery().execute({ revisionId }))
  return words && withParts({ ...row, ...words, slug: row.slug, publishAt, revisionId }, visit)
}

/**
 * Returns the draft of a release as readers would see it if it were published now. It is not for readers: the caller
 * has made sure that a member, or a guest with a preview link, is asking.
 */
export async function getPreview(releaseId: string, visit: Visit): Promise<LiveRelease | undefined> {
  const [row] = await db
    .select({ ...columns, revisionId: revisions.id, wantedSlug: revisions.slug })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(eq(releases.id, releaseId), eq(releases.language, visit.language)))
  const [words] = row ? await partRows.wordsQuery().execute({ revisionId: row.revisionId }) : []
  if (!row || !words) return undefined
  const { wantedSlug, slug, publishAt, ...rest } = row
  return withParts(
    { ...rest, ...words, slug: wantedSlug || slug || slugify(words.title), publishAt: publishAt ?? visit.now },
    visit,
  )
}

type Row = Pick<LiveRelease, Exclude<keyof typeof columns | keyof typeof partRows.wordColumns, 'seriesId'>> & {
  revisionId: string
  seriesId: string | null
}

/** Returns a release's row with all parts that belong to it. */
async function withParts({ revisionId, seriesId, ...row }: Row, visit: Visit): Promise<LiveRelease> {
  const release = { ...row, lead: leadForReaders(row.lead), body: documentForReaders(row.body) }
  const mediaIds = [...(release.hero ? [release.hero] : []), ...imagesIn(release.body)].map((use) => use.mediaId)
  const documentIds = downloadsIn(release.body).map((use) => use.mediaId)
  const [people, topics, series, corrections, images, documents, versions] = await Promise.all([
    readPeople({ revisionId, body: release.body }, release.publishAt, visit),
    partRows.topicsQuery().execute({ revisionId, language: visit.language }),
    seriesPosition({ ...release, seriesId }, visit),
    partRows.correctionsQuery().execute({ releaseId: release.id }),
    imagesById(mediaIds, visit.language),
    documentsById(documentIds, visit.language),
    partRows.addressesQuery().execute({ storyId: release.storyId, now: visit.now }),
  ])
  const addresses = Object.fromEntries(versions.flatMap(({ language, slug }) => (slug ? [[language, slug]] : [])))
  return { ...release, ...people, topics, series, corrections, images, documents, addresses }
}

async function readPeople(
  { revisionId, body }: { revisionId: string; body: Document },
  publishAt: Date,
  visit: Visit,
): Promise<Pick<LiveRelease, 'cards' | 'contacts' | 'speakers'>> {
  const [onCards, asContacts] = await readImmutable(() =>
    Promise.all([partRows.cardsQuery().execute({ revisionId }), partRows.contactsQuery().execute({ revisionId })]),
  )
  const quoted = quotesIn(body).flatMap(({ personId }) => personId ?? [])
  const ids = [...onCards, ...asContacts].map((row) => row.personId)
  const then = await peopleById([...ids, ...quoted], visit, publishAt)
  const cards = onCards.flatMap(({ personId, role, organisation }) => {
    const person = then.get(personId)
    return person ? [{ person, role, organisation, ...languagesOf({ role, organisation }, person.positions) }] : []
  })
  const speakers = new Map(cards.map((card) => [card.person.id, card]))
  for (const id of quoted) {
    const person = then.get(id)
    if (!person || speakers.has(id)) continue
    const { title = '', organisation = '', titleIn, organisationIn } = person.position ?? {}
    speakers.set(id, { person, role: title, organisation, roleIn: titleIn, organisationIn })
  }
  const contacts = asContacts
    .flatMap(({ personId }) => then.get(personId) ?? [])
    .filter((person) => person.slug)
    .map((person) => ({ ...person, position: positionAt(person.positions, visit.now) }))
  return { cards, speakers, contacts }
}

/**
 * Returns the languages of a card's words. A card holds words alone; where they are those of a position that has not
 * been translated, they are in its language.
 */
function languagesOf({ role, organisation }: Pick<LiveCard, 'role' | 'organisation'>, posts: LivePosition[]) {
  return {
    roleIn: posts.find(({ title }) => title === role)?.titleIn,
    organisationIn: posts.find((post) => post.organisation === organisation)?.organisationIn,
  }
}
