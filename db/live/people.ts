/** People as readers see them: on a card, beside a quote, as a contact, and on a page of their own. */
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import { type Language, textIn } from '#lib/locale.ts'
import { prepared } from '../client.ts'
import { among, atMost } from '../dialect.ts'
import { listPositions, type Position, positionAt } from '../people/positions.ts'
import { media } from '../schema/library.ts'
import { type Person, people, personTopics } from '../schema/people.ts'
import { quotes, releases, revisionPeople, revisions } from '../schema/releases.ts'
import { imageColumns, imageFrom, type LiveImage } from './media.ts'
import { formerOwner } from './redirects.ts'
import { asked, dayOf, live, portraitShown, presented, type Visit } from './visible.ts'

export interface LivePosition {
  title: string
  organisation: string
  /** The languages of title and organisation, where they are not the reader's. */
  titleIn: Language | undefined
  organisationIn: Language | undefined
  organisationId: string
  since: string
  until: string | null
}

export interface LivePerson extends Pick<Person, 'id' | 'name' | 'sortName' | 'email' | 'phone' | 'pressContact'> {
  /** The slug of their page; null where they have none yet, or no more. */
  slug: string | null
  archived: boolean
  portrait: LiveImage | null
  /** The position held on the day asked about: the first in the person's own order. */
  position: LivePosition | undefined
  positions: LivePosition[]
}

/**
 * Returns people by id, each with the position held at `at`. An archived person keeps a name and a position on what was
 * published, and nothing else.
 */
export async function peopleById(ids: string[], visit: Visit, at: Date): Promise<Map<string, LivePerson>> {
  const unique = [...new Set(ids)]
  if (unique.length === 0) return new Map()
  const [rows, posts] = await Promise.all([
    peopleQuery().execute({ ids: unique, now: visit.now, ...dayOf(visit) }),
    listPositions(unique, { forReaders: true }),
  ])
  return new Map(
    rows.map(({ archivedAt, isPresented, portrait, slug, email, phone, pressContact, id, name, sortName }) => {
      const held = (posts.get(id) ?? []).map((position) => livePosition(position, visit))
      const shown = archivedAt === null
      const person: LivePerson = {
        id,
        name,
        sortName,
        slug: isPresented ? slug : null,
        archived: !shown,
        email: shown ? email : '',
        phone: shown ? phone : '',
        pressContact: shown && pressContact,
        portrait: portrait && imageFrom(portrait, visit.language),
        position: positionAt(held, at),
        positions: held,
      }
      return [id, person]
    }),
  )
}

function livePosition(position: Position, { language }: Visit): LivePosition {
  const [title, organisation] = [textIn(position.title, language), textIn(position.organisation, language)]
  return {
    title: title.text,
    organisation: organisation.text,
    titleIn: title.lang,
    organisationIn: organisation.lang,
    organisationId: position.organisationId,
    since: position.since,
    until: position.until,
  }
}

const peopleQuery = prepared((reader) =>
  reader
    .select({
      id: people.id,
      name: people.name,
      sortName: people.sortName,
      slug: people.slug,
      email: people.email,
      phone: people.phone,
      pressContact: people.pressContact,
      archivedAt: people.archivedAt,
      isPresented: sql<boolean | number>`${presented(asked.now)}`,
      portrait: imageColumns,
    })
    .from(people)
    .leftJoin(media, and(eq(media.id, people.portraitMediaId), portraitShown(asked.today)))
    .where(among(people.id, sql.placeholder('ids')))
    .prepare(),
)

/**
 * Returns everybody the newsroom presents, in the order of the reader's alphabet, or those who answer questions about a
 * topic.
 */
export async function listLivePeople(visit: Visit, { topicId }: { topicId?: string } = {}): Promise<LivePerson[]> {
  const { now } = visit
  const rows = topicId ? await onTopicQuery().execute({ now, topicId }) : await everybodyQuery().execute({ now })
  return inAlphabet(rows, visit)
}

const everybodyQuery = prepared((reader) =>
  reader.select({ id: people.id, sortName: people.sortName }).from(people).where(presented(asked.now)).prepare(),
)

const onTopicQuery = prepared((reader) => {
  const onTopic = reader
    .select({ id: personTopics.personId })
    .from(personTopics)
    .where(eq(personTopics.topicId, sql.placeholder('topicId')))
  return reader
    .select({ id: people.id, sortName: people.sortName })
    .from(people)
    .where(and(presented(asked.now), inArray(people.id, onTopic)))
    .prepare()
})

function inAlphabet(rows: Pick<Person, 'id' | 'sortName'>[], visit: Visit): Promise<LivePerson[]> {
  const { compare } = collator(visit.language)
  return inOrder(
    rows.toSorted((a, b) => compare(a.sortName, b.sortName)),
    visit,
  )
}

/** Returns people in the order of some rows. */
export async function inOrder(rows: { id: string }[], visit: Visit): Promise<LivePerson[]> {
  const ids = rows.map(({ id }) => id)
  const found = await peopleById(ids, visit, visit.now)
  return ids.flatMap((id) => found.get(id) ?? [])
}

export interface LiveProfile extends LivePerson, Pick<Person, 'links' | 'shortBio' | 'longBio' | 'speaks'> {
  portraitAlt: string
  topicIds: string[]
}

/** Returns a person's page, or undefined where nobody presented has that address. */
export async function getLivePerson(slug: string, visit: Visit): Promise<LiveProfile | undefined> {
  const [row] = await profileQuery().execute({ now: visit.now, slug })
  if (!row) return undefined
  const person = (await peopleById([row.id], visit, visit.now)).get(row.id)
  if (!person) return undefined
  const topics = await topicIdsQuery().execute({ personId: row.id })
  const portraitAlt = row.portraitAlt[visit.language] ?? ''
  return { ...person, ...row, portraitAlt, topicIds: topics.map(({ id }) => id) }
}

const profileQuery = prepared((reader) => {
  const { id, links, shortBio, longBio, speaks, portraitAlt } = people
  return reader
    .select({ id, links, shortBio, longBio, speaks, portraitAlt })
    .from(people)
    .where(and(eq(people.slug, sql.placeholder('slug')), presented(asked.now)))
    .prepare()
})

const topicIdsQuery = prepared((reader) =>
  reader
    .select({ id: personTopics.topicId })
    .from(personTopics)
    .where(eq(personTopics.personId, sql.placeholder('personId')))
    .prepare(),
)

/** Returns the present address of somebody presented who used to have this one. */
export async function movedPerson(slug: string, { now }: Pick<Visit, 'now'>): Promise<string | undefined> {
  const id = await formerOwner({ noun: 'person', language: '' }, slug)
  if (!id) return undefined
  const [row] = await slugQuery().execute({ now, id })
  return row?.slug
}

const slugQuery = prepared((reader) =>
  reader
    .select({ slug: people.slug })
    .from(people)
    .where(and(eq(people.id, sql.placeholder('id')), presented(asked.now)))
    .prepare(),
)

/** How much of what somebody has said stands on their page; more of it has a page of its own. */
export const quotesOnPage = 3

export interface LiveQuote {
  text: string
  /** The speaker's position and organisation as that release names them, empty where it names none. */
  role: string
  organisation: string
  title: string
  slug: string
  publishAt: Date
}

/** Returns what a person has said in live releases, latest first. */
export async function listLiveQuotes(
  { id: personId, positions }: Pick<LivePerson, 'id' | 'positions'>,
  visit: Visit,
  limit: number,
  offset = 0,
): Promise<LiveQuote[]> {
  const rows = await quotesQuery().execute({ ...visit, personId, limit, offset })
  return rows.flatMap(({ slug, publishAt, text, title, ...card }) => {
    if (!slug || !publishAt) return []
    const then = positionAt(positions, publishAt)
    const role = card.role ?? then?.title ?? ''
    const organisation = card.organisation ?? then?.organisation ?? ''
    return [{ text, title, slug, publishAt, role, organisation }]
  })
}

/** A quote that was begun and left stands in its text, where nobody sees it. */
export const hasWords = sql`trim(${quotes.text}, ${'\n\t \u00a0–—-"“”„»«•'}) <> ''`

const ofPerson = and(
  eq(quotes.personId, sql.placeholder('personId')),
  hasWords,
  eq(releases.language, asked.language),
  live(asked.now),
)

const quotesQuery = prepared((reader) =>
  reader
    .select({
      text: quotes.text,
      title: revisions.title,
      slug: releases.slug,
      publishAt: releases.publishAt,
      role: revisionPeople.role,
      organisation: revisionPeople.organisation,
    })
    .from(quotes)
    .innerJoin(releases, eq(releases.liveRevisionId, quotes.revisionId))
    .innerJoin(revisions, eq(revisions.id, quotes.revisionId))
    .leftJoin(
      revisionPeople,
      and(eq(revisionPeople.revisionId, quotes.revisionId), eq(revisionPeople.personId, quotes.personId)),
    )
    .where(ofPerson)
    .orderBy(desc(releases.publishAt), desc(releases.id), asc(quotes.position))
    .limit(atMost(sql.placeholder('limit')))
    .offset(sql.placeholder('offset'))
    .prepare(),
)

export async function countLiveQuotes(personId: string, visit: Visit): Promise<number> {
  const [row] = await quoteCountQuery().execute({ ...visit, personId })
  return row?.total ?? 0
}

const quoteCountQuery = prepared((reader) =>
  reader
    .select({ total: count() })
    .from(quotes)
    .innerJoin(releases, eq(releases.liveRevisionId, quotes.revisionId))
    .where(ofPerson)
    .prepare(),
)

/** Returns the press contacts, in the order of the reader's alphabet. */
export const listPressContacts = async (visit: Visit): Promise<LivePerson[]> =>
  inAlphabet(await pressContactsQuery().execute({ now: visit.now }), visit)

const pressContactsQuery = prepared((reader) =>
  reader
    .select({ id: people.id, sortName: people.sortName })
    .from(people)
    .where(and(presented(asked.now), eq(people.pressContact, true)))
    .prepare(),
)
