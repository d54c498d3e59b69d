/** Reads translations beside their sources, several at once. */
import { and, asc, desc, eq, lte, sql } from 'drizzle-orm'
import { pairedSnapshot, type Seen } from '#lib/document/translation.ts'
import type { Language } from '#lib/locale.ts'
import { db, prepared, type Reader } from '../client.ts'
import { alias, among, atMost } from '../dialect.ts'
import { type Release, type Revision, releases, revisions, translations } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

export type SourceSnapshot = { sourceId: string; seen: Seen; version: number }

/** A translation's snapshot, with its source and what that says now. */
export interface TranslationPair {
  language: Language
  seen: Seen
  source: Release
  text: Revision
}

const source = alias(releases, 'source')
const sourceText = alias(revisions, 'source_text')
const other = alias(releases, 'other')

/** The first text of the story, which translations from before there were snapshots are translations of. */
const firstOfStory = (reader: Reader) =>
  sql<string>`(${reader
    .select({ id: other.id })
    .from(other)
    .where(eq(other.storyId, releases.storyId))
    .orderBy(asc(other.createdAt), asc(other.id))
    .limit(atMost(1))})`

const ofThese = () => among(releases.id, sql.placeholder('ids'))
const ofSource = () => and(eq(source.id, translations.sourceId), notInTrash('release', source.id))

const stampsQuery = prepared((reader) =>
  reader
    .select({
      id: releases.id,
      firstId: firstOfStory(reader),
      version: translations.version,
      sourceId: source.id,
      sourceVersion: source.draftVersion,
    })
    .from(releases)
    .leftJoin(translations, eq(translations.releaseId, releases.id))
    .leftJoin(source, ofSource())
    .where(ofThese())
    .prepare(),
)

/**
 * Returns the translations among some releases, each with a stamp: while it is the same, so are the snapshot and the
 * source's draft. One from before there were snapshots has none. A source in the trash is none.
 */
export async function stampsOf(ids: string[]): Promise<{ id: string; stamp: string | null }[]> {
  const rows = ids.length ? await stampsQuery().execute({ ids }) : []
  return rows.flatMap(({ id, firstId, version, sourceId, sourceVersion }): { id: string; stamp: string | null }[] => {
    if (version === null) return firstId === id ? [] : [{ id, stamp: null }]
    return sourceId === null ? [] : [{ id, stamp: `${id} ${version} ${sourceId} ${sourceVersion}` }]
  })
}

const pairsQuery = prepared((reader) =>
  reader
    .select({
      ...{ id: releases.id, language: releases.language, firstId: firstOfStory(reader) },
      ...{ seen: translations.seen, source, text: sourceText },
    })
    .from(releases)
    .leftJoin(translations, eq(translations.releaseId, releases.id))
    .leftJoin(source, ofSource())
    .leftJoin(sourceText, eq(sourceText.id, source.draftRevisionId))
    .where(ofThese())
    .prepare(),
)

/** Returns the translations among some releases beside their sources, but those in the trash. */
export async function pairsOf(ids: string[]): Promise<Map<string, TranslationPair>> {
  const rows = ids.length ? await pairsQuery().execute({ ids }) : []
  const found = await Promise.all(
    rows.map(async ({ id, language, firstId, seen, source: from, text }) => {
      if (seen === null) return firstId === id ? [] : await olderPair(id, language)
      return from && text ? [[id, { language, seen, source: from, text }] as const] : []
    }),
  )
  return new Map(found.flat())
}

/** Does the same for a translation from before there were snapshots. */
async function olderPair(id: string, language: Language): Promise<(readonly [string, TranslationPair])[]> {
  const snapshot = await snapshotOf(db, id)
  if (!snapshot) return []
  const isThere = and(eq(releases.id, snapshot.sourceId), notInTrash('release', releases.id))
  const [from] = await db.select().from(releases).where(isThere)
  const text = from && (await draftOf(db, from.id))
  return from && text ? [[id, { language, seen: snapshot.seen, source: from, text }]] : []
}

/**
 * Returns the stored source snapshot, or for a translation older than such snapshots one made from when it was last
 * saved.
 */
export async function snapshotOf(from: Reader, releaseId: string): Promise<SourceSnapshot | undefined> {
  const [kept] = await from.select().from(translations).where(eq(translations.releaseId, releaseId))
  if (kept) return kept
  const own = await from.query.releases.findFirst({ where: eq(releases.id, releaseId) })
  if (!own) return undefined
  const [first] = await from
    .select()
    .from(releases)
    .where(eq(releases.storyId, own.storyId))
    .orderBy(asc(releases.createdAt), asc(releases.id))
    .limit(1)
  const text = await draftOf(from, releaseId)
  if (!first || !text || first.id === releaseId) return undefined
  const [then] = await from
    .select()
    .from(revisions)
    .where(and(eq(revisions.releaseId, first.id), lte(revisions.savedAt, text.savedAt)))
    .orderBy(desc(revisions.number))
    .limit(1)
  const source = then ?? (await draftOf(from, first.id))
  return source && { sourceId: first.id, seen: pairedSnapshot(source, text), version: 0 }
}

export async function draftOf(from: Reader, releaseId: string) {
  const [row] = await from
    .select({ revision: revisions })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(eq(releases.id, releaseId))
  return row?.revision
}
