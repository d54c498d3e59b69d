/**
 * Topics and series as readers see them. One without a live release does not exist for readers: its name alone could
 * tell what is coming.
 */
import { and, count, eq, isNotNull, sql } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { prepared, type Reader } from '../client.ts'
import { among, atMost } from '../dialect.ts'
import { releases } from '../schema/releases.ts'
import type { SubjectKind } from '../subjects.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { formerOwner } from './redirects.ts'
import { asked, live, spokenIn, type Visit } from './visible.ts'

export interface LiveSubject {
  id: string
  name: string
  slug: string
}

export type LiveSubjectPage = LiveSubject & { intro: string }

/** A kind of subject with its queries. Each is built when it is first asked. */
export interface LiveSubjectKind extends SubjectKind {
  queries: ReturnType<typeof queriesOf>
}

export const withQueries = (kind: SubjectKind): LiveSubjectKind => ({ ...kind, queries: queriesOf(kind) })

function queriesOf(kind: SubjectKind) {
  const { noun, texts, members } = kind
  const columns = { id: texts.subjectId, name: texts.name, slug: texts.slug }
  const readable = (reader: Reader) => {
    const first = reader
      .select({ id: releases.id })
      .from(members.table)
      .innerJoin(releases, eq(releases.liveRevisionId, members.revisionId))
      .where(and(eq(members.subjectId, texts.subjectId), spokenIn(texts.language), live(asked.now)))
      .limit(atMost(1))
    // Asked whether there exists one, PostgreSQL gathers all releases with a subject first.
    return and(notInTrash(noun, texts.subjectId), isNotNull(sql`${first}`))
  }
  return {
    all: prepared((reader) =>
      reader
        .select({ ...columns, intro: texts.intro, releases: count() })
        .from(texts)
        .innerJoin(members.table, eq(members.subjectId, texts.subjectId))
        .innerJoin(releases, eq(releases.liveRevisionId, members.revisionId))
        .where(
          and(
            eq(texts.language, asked.language),
            // Most releases have a topic, and few are part of a series.
            members.areFew ? spokenIn(asked.language) : eq(releases.language, asked.language),
            live(asked.now),
            notInTrash(noun, texts.subjectId),
          ),
        )
        .groupBy(...Object.values(columns), texts.intro)
        .prepare(),
    ),
    at: prepared((reader) =>
      reader
        .select({ ...columns, intro: texts.intro })
        .from(texts)
        .where(and(eq(texts.slug, sql.placeholder('slug')), eq(texts.language, asked.language), readable(reader)))
        .prepare(),
    ),
    some: prepared((reader) =>
      reader
        .select(columns)
        .from(texts)
        .where(
          and(among(texts.subjectId, sql.placeholder('ids')), eq(texts.language, asked.language), readable(reader)),
        )
        .prepare(),
    ),
    addresses: prepared((reader) =>
      reader
        .select({ language: texts.language, slug: texts.slug })
        .from(texts)
        .where(and(eq(texts.subjectId, sql.placeholder('id')), readable(reader)))
        .prepare(),
    ),
    allAddresses: prepared((reader) =>
      reader
        .select({ ...columns, language: texts.language })
        .from(texts)
        .where(readable(reader))
        .prepare(),
    ),
  }
}

const byName = <Named extends { name: string }>(rows: Named[], language: Language): Named[] =>
  rows.toSorted((a, b) => collator(language).compare(a.name, b.name))

/** Returns every topic or series with a live release, in alphabetical order, with how many it has. */
export const listLiveSubjects = async (
  { queries }: LiveSubjectKind,
  visit: Visit,
): Promise<(LiveSubjectPage & { releases: number })[]> =>
  byName(await queries.all().execute({ ...visit }), visit.language)

/** Returns the topic or series at this address, or undefined where none with a live release has it. */
export const getLiveSubject = async (
  { queries }: LiveSubjectKind,
  slug: string,
  visit: Visit,
): Promise<LiveSubjectPage | undefined> => (await queries.at().execute({ ...visit, slug }))[0]

/** Returns the present address of one with a live release that used to have this one. */
export async function movedSubject(kind: LiveSubjectKind, slug: string, visit: Visit): Promise<string | undefined> {
  const id = await formerOwner({ noun: kind.noun, language: visit.language }, slug)
  return id && (await liveSubjectsById(kind, [id], visit))[0]?.slug
}

/** Returns those that have a live release, in alphabetical order. */
export async function liveSubjectsById(
  { queries }: LiveSubjectKind,
  ids: string[],
  visit: Visit,
): Promise<LiveSubject[]> {
  if (ids.length === 0) return []
  return byName(await queries.some().execute({ ...visit, ids }), visit.language)
}

type Addresses = Partial<Record<Language, string>>

/** Returns the address in each language in which there is a live release. */
export async function subjectAddresses({ queries }: LiveSubjectKind, id: string, now: Date): Promise<Addresses> {
  const rows = await queries.addresses().execute({ id, now })
  return Object.fromEntries(rows.map((row) => [row.language, row.slug]))
}

/**
 * Returns the addresses of all that have a live release, in the alphabetical order of each language. Those of one topic
 * or series are the same in each.
 */
export async function listSubjectAddresses(
  { queries }: LiveSubjectKind,
  languages: readonly Language[],
  now: Date,
): Promise<{ language: Language; slug: string; addresses: Addresses }[]> {
  const rows = await queries.allAddresses().execute({ now })
  const addresses = new Map<string, Addresses>()
  for (const { id, language, slug } of rows) addresses.set(id, { ...addresses.get(id), [language]: slug })
  return languages.flatMap((language) =>
    byName(
      rows.filter((row) => row.language === language),
      language,
    ).map(({ id, slug }) => ({ language, slug, addresses: addresses.get(id) ?? {} })),
  )
}
