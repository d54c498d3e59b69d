/** Finds what the entries of the log were about, where it is still there. */
import { and, eq, inArray } from 'drizzle-orm'
import { db } from '../client.ts'
import type { Event } from '../schema/events.ts'
import { media, organisations } from '../schema/library.ts'
import { people } from '../schema/people.ts'
import { releases, revisions } from '../schema/releases.ts'
import { series, topics } from '../schema/subjects.ts'
import { notInTrash } from '../trash/in-trash.ts'
import type { LogEntry } from './log.ts'

interface Thing {
  /** Its page in the studio. */
  href: string
  /** The title of the text it belongs to. */
  title?: string
}

export type Things = Map<string, Thing>

type About = Pick<Event, 'noun' | 'targetId' | 'details'>

/** What belongs to a text leads to the text. */
const partsOfTexts = new Set([
  'comment',
  'revision',
  'preview-link',
  'translation',
  'sign-off',
  'embargo-link',
  'meeting-sign-up',
  'suggestion',
])

const addressed = (event: About): { noun: string; id: string } =>
  partsOfTexts.has(event.noun)
    ? { noun: 'release', id: event.noun === 'translation' ? event.targetId : String(event.details?.release ?? '') }
    : { noun: event.noun, id: event.targetId }

/** Returns under which key `existingThings` has what an entry is about. */
export function thingKey(event: About): string {
  const { noun, id } = addressed(event)
  return `${noun} ${id}`
}

/** Returns the things that are still there and not in the trash, with where they are. */
export async function existingThings(entries: LogEntry[]): Promise<Things> {
  const asked = Map.groupBy(
    entries.map(({ event }) => addressed(event)),
    ({ noun }) => noun,
  )
  const found: Things = new Map()
  for (const [noun, things] of asked) {
    const ids = [...new Set(things.map(({ id }) => id))]
    for (const [id, thing] of await finderOf(noun)(ids)) found.set(`${noun} ${id}`, thing)
  }
  return found
}

type Finder = (ids: string[]) => Promise<[string, Thing][]>

const finderOf = (noun: string): Finder => (Object.hasOwn(finders, noun) ? (finders[noun] as Finder) : async () => [])

const inStudio =
  (noun: 'person' | 'media' | 'organisation' | 'topic' | 'series', pathOf: (id: string) => string): Finder =>
  async (ids) => {
    const table = { person: people, media, organisation: organisations, topic: topics, series }[noun]
    const rows = await db
      .select({ id: table.id })
      .from(table)
      .where(and(inArray(table.id, ids), notInTrash(noun, table.id)))
    return rows.map(({ id }) => [id, { href: pathOf(id) }])
  }

const always =
  (pathOf: (id: string) => string): Finder =>
  async (ids) =>
    ids.map((id) => [id, { href: pathOf(id) }])

const texts: Finder = async (ids) => {
  const rows = await db
    .select({ id: releases.id, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(and(inArray(releases.id, ids), notInTrash('release', releases.id)))
  return rows.map(({ id, title }) => [id, { href: `/studio/releases/${id}`, title }])
}

const finders: Record<string, Finder> = {
  release: texts,
  meeting: async (ids) => (await texts(ids)).map(([id, text]) => [id, { ...text, href: `${text.href}/meeting` }]),
  person: inStudio('person', (id) => `/studio/people/${id}`),
  media: inStudio('media', (id) => `/studio/media?item=${id}#m-${id}`),
  organisation: inStudio('organisation', (id) => `/studio/organisations/${id}`),
  topic: inStudio('topic', (id) => `/studio/topics/${id}`),
  series: inStudio('series', (id) => `/studio/series/${id}`),
  settings: always(() => '/studio/settings'),
  statement: always((kind) => `/studio/settings/${kind}`),
  crisis: always((storyId) => `/studio/crisis/${storyId}`),
  duty: always(() => '/studio/on-call'),
  rota: always(() => '/studio/on-call'),
  question: always((id) => (id === 'all' ? '/studio/questions' : `/studio/questions?question=${id}`)),
  feedback: always(() => '/studio/feedback'),
}
