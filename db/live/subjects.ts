/**
 * Topics and series as readers see them. One without a live release does not exist for readers: its name alone could
 * tell what is coming.
 */
import { and, count, eq, exists, inArray } from 'drizzle-orm'
import { collator } from '#lib/format.ts'
import type { Language } from '#lib/locale.ts'
import { db } from '../client.ts'
import { releases } from '../schema/releases.ts'
import type { SubjectKind } from '../subjects.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { formerOwner } from './redirects.ts'
import { live, spokenIn, type Visit } from './visible.ts'

export interface LiveSubject {
  id: string
  name: string
  slug: string
}

export type LiveSubjectPage = LiveSubject & { intro: string }

/** Returns every topic or series with a live release, in alphabetical order, with how many it has. */
export async function listLiveSubjects(
  { noun, texts, members }: SubjectKind,
  visit: Visit,
): Promise<(LiveSubjectPage & { releases: number })[]> {
  const rows = await db
    .select({ ...columnsOf(texts), intro: texts.intro, releases: count() })
    .from(texts)
    .innerJoin(members.table, eq(members.subjectId, texts.subjectId))
    .innerJoin(releases, eq(releases.liveRevisionId, members.revisionId))
    .where(
      and(
        eq(texts.language, visit.language),
        // Most releases have a topic, and few are part of a series.
        members.areFew ? spokenIn(visit.language) : eq(releases.language, visit.language),
        live(visit.now),
        notInTrash(noun, texts.subjectId),
      ),
    )
    .groupBy(...Object.values(columnsOf(texts)), texts.intro)
  return rows.sort((a, b) => collator(visit.language).compare(a.name, b.name))
}

const columnsOf = (texts: SubjectKind['texts']) => ({ id: texts.subjectId, name: texts.name, slug: texts.slug })

/** Returns the topic or series at this address, or undefined where none with a live release has it. */
export async function getLiveSubject(
  kind: SubjectKind,
  slug: string,
  visit: Visit,
): Promise<LiveSubjectPage | undefined> {
  const { texts } = kind
  const [row] = await db
    .select({ ...columnsOf(texts), intro: texts.intro })
    .from(texts)
    .where(and(eq(texts.slug, slug), eq(texts.language, visit.language), readable(kind, visit)))
  return row
}

/** Returns the present address of one with a live release that used to have this one. */
export async function movedSubject(kind: SubjectKind, slug: string, visit: Visit): Promise<string | undefined> {
  const id = await formerOwner({ noun: kind.noun, language: visit.language }, slug)
  return id && (await liveSubjectsById(kind, [id], visit))[0]?.slug
}

/** Returns those that have a live release, in alphabetical order. */
export async function liveSubjectsById(kind: SubjectKind, ids: string[], visit: Visit): Promise<LiveSubject[]> {
  if (ids.length === 0) return []
  const { texts } = kind
  const rows = await db
    .select(columnsOf(texts))
    .from(texts)
    .where(and(inArray(texts.subjectId, ids), eq(texts.language, visit.language), readable(kind, visit)))
  return rows.sort((a, b) => collator(visit.language).compare(a.name, b.name))
}

/** Returns the address in each language in which there is a live release. */
export async function subjectAddresses(
  kind: SubjectKind,
  id: string,
  now: Date,
): Promise<Partial<Record<Language, string>>> {
  const { texts } = kind
  const rows = await db
    .select({ language: texts.language, slug: texts.slug })
    .from(texts)
    .where(and(eq(texts.subjectId, id), readable(kind, { now })))
  return Object.fromEntries(rows.map((row) => [row.language, row.slug]))
}

const readable = ({ noun, texts, members }: SubjectKind, { now }: Pick<Visit, 'now'>) =>
  and(
    notInTrash(noun, texts.subjectId),
    exists(
      db
        .select({ id: releases.id })
        .from(members.table)
        .innerJoin(releases, eq(releases.liveRevisionId, members.revisionId))
        .where(and(eq(members.subjectId, texts.subjectId), spokenIn(texts.language), live(now))),
    ),
  )
