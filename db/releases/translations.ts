/** Compares a translation with its source: what has changed there since, and what has been marked as still right. */
import { and, asc, desc, eq, lte } from 'drizzle-orm'
import { comparable, comparableTexts, sourceWords, untranslatedIn } from '#lib/checks/untranslated.ts'
import {
  countOutdatedRows,
  followTargets,
  pairedSnapshot,
  type Seen,
  seenAsItIs,
  settled,
  type Translatable,
  type TranslationRows,
  translationRows,
} from '#lib/document/translation.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader, type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { type Release, releases, revisions, translations } from '../schema/releases.ts'
import { notInTrash } from '../trash/in-trash.ts'

export interface TranslationSource {
  source: Release
  rows: TranslationRows
}

type SourceSnapshot = { sourceId: string; seen: Seen; version: number }

/**
 * Returns the source of a text with what has become of each of its blocks, or undefined for a text that is not a
 * translation.
 */
export async function getTranslationSource(releaseId: string): Promise<TranslationSource | undefined> {
  const snapshot = await snapshotOf(db, releaseId)
  const source = snapshot && (await getSourceRelease(snapshot.sourceId))
  const text = snapshot && (await draftOf(db, snapshot.sourceId))
  return source && text ? { source, rows: translationRows(snapshot.seen, text) } : undefined
}

export interface Source {
  id: string
  language: Language
  /** What the source says, and said when the translation was last right for it; comparable. */
  texts: string[]
  /** Those of them that are meant to be the same in both languages. */
  alike: string[]
}

/** Returns what a text was translated from, or null. */
export async function getSource(releaseId: string): Promise<Source | null> {
  const snapshot = await snapshotOf(db, releaseId)
  const source = snapshot && (await getSourceRelease(snapshot.sourceId))
  const text = snapshot && (await draftOf(db, snapshot.sourceId))
  if (!source || !text) return null
  const { blocks, fields, alike = [] } = snapshot.seen
  const then = {
    title: fields.title ?? '',
    lead: [...(fields.lead ?? '').split('\n'), ...(fields.hero ?? '').split('\n')],
    summary: fields.summary ?? '',
    body: { type: 'doc' as const, content: blocks.map(({ block }) => block) },
  }
  const texts = [...new Set([...comparableTexts(text), ...comparableTexts(then)])]
  return { id: source.id, language: source.language, texts, alike }
}

/** Returns how much of each translation still reads as its source; only translations are in it. */
export async function countUntranslated(releaseIds: string[]): Promise<Map<string, { left: number; total: number }>> {
  const counted = await Promise.all(
    releaseIds.map(async (id) => {
      const [source, text] = await Promise.all([getSource(id), draftOf(db, id)])
      if (!source || !text) return []
      const { left, total } = untranslatedIn(text, sourceWords(source))
      return [[id, { left: left.length, total }] as const]
    }),
  )
  return new Map(counted.flat())
}

/**
 * Notes that a text is meant to be the same in both languages. Refuses a text that is no translation, and words without
 * letters.
 */
export async function markAlike(releaseId: string, text: string, by: { actor: Actor; now: Date }): Promise<void> {
  const words = comparable(text)
  if (!words) throw new Refusal('unknown-reference')
  await changeAlike(releaseId, 'mark-alike', by, (alike) => [...new Set([...alike, words])])
}

/** Takes back that a text is meant to be the same, or with null that any is. Refuses a text that is no translation. */
export async function unmarkAlike(
  releaseId: string,
  text: string | null,
  by: { actor: Actor; now: Date },
): Promise<void> {
  const gone = text === null ? null : comparable(text)
  await changeAlike(releaseId, 'unmark-alike', by, (alike) =>
    gone === null ? [] : alike.filter((words) => words !== gone),
  )
}

async function changeAlike(
  releaseId: string,
  verb: 'mark-alike' | 'unmark-alike',
  by: { actor: Actor; now: Date },
  change: (alike: string[]) => string[],
): Promise<void> {
  await write(async (tx) => {
    const snapshot = await snapshotOf(tx, releaseId)
    if (!snapshot) throw new Refusal('unknown-release')
    const alike = change(snapshot.seen.alike ?? [])
    await storeSnapshot(tx, releaseId, { ...snapshot, seen: { ...snapshot.seen, alike } })
    await recordEvent(tx, { ...by, verb, noun: 'translation', targetId: releaseId })
  })
}

/** Returns the source, unless it lies in the trash. */
const getSourceRelease = (id: string): Promise<Release | undefined> =>
  db.query.releases.findFirst({ where: and(eq(releases.id, id), notInTrash('release', releases.id)) })

/**
 * Returns how much of their sources has changed since, by release; only translations that have fallen behind are in it.
 */
export async function countOutdated(releaseIds: string[]): Promise<Map<string, number>> {
  const counted = await Promise.all(
    releaseIds.map(async (id) => {
      const source = await getTranslationSource(id)
      return [id, source ? countOutdatedRows(source.rows) : 0] as const
    }),
  )
  return new Map(counted.filter(([, count]) => count > 0))
}

/** Starts the source snapshot of a new translation, whose blocks are those of its source. */
export async function createSnapshot(
  tx: Writer,
  releaseId: string,
  sourceId: string,
  source: Translatable,
): Promise<void> {
  await tx.insert(translations).values({ releaseId, sourceId, seen: seenAsItIs(source) })
}

/**
 * Notes that a translation is right for one block or field of its source as the writer saw it. Refuses when the source
 * has changed again since (`source-changed`), and a text that is no translation.
 */
export async function settleBlock(
  releaseId: string,
  key: string,
  by: { actor: Actor; now: Date },
): Promise<TranslationRows> {
  return write(async (tx) => {
    const snapshot = await snapshotOf(tx, releaseId)
    const source = snapshot && (await draftOf(tx, snapshot.sourceId))
    const own = await draftOf(tx, releaseId)
    if (!snapshot || !source || !own) throw new Refusal('unknown-release')
    const seen = settled(snapshot.seen, source, { key }, own.body.content.length)
    if (!seen) throw new Refusal('source-changed')
    await storeSnapshot(tx, releaseId, { ...snapshot, seen })
    await recordEvent(tx, { actor: by.actor, verb: 'settle', noun: 'translation', targetId: releaseId, now: by.now })
    return translationRows(seen, source)
  })
}

/** Follows a translation's blocks through a save, inside the change that saves and before the text is replaced. */
export async function followTranslation(tx: Writer, releaseId: string, text: Translatable): Promise<void> {
  const [snapshot] = await tx.select().from(translations).where(eq(translations.releaseId, releaseId))
  const before = snapshot && (await draftOf(tx, releaseId))
  if (!snapshot || !before) return
  const seen = followTargets(snapshot.seen, before.body.content, text.body.content)
  if (JSON.stringify(seen) !== JSON.stringify(snapshot.seen)) await storeSnapshot(tx, releaseId, { ...snapshot, seen })
}

async function storeSnapshot(tx: Writer, releaseId: string, { sourceId, seen, version }: SourceSnapshot) {
  await tx
    .insert(translations)
    .values({ releaseId, sourceId, seen })
    .onConflictDoUpdate({ target: translations.releaseId, set: { seen, version: version + 1 } })
}

/**
 * Returns the stored source snapshot, or for a translation older than such snapshots one made from when it was last
 * saved.
 */
async function snapshotOf(from: Reader, releaseId: string): Promise<SourceSnapshot | undefined> {
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

async function draftOf(from: Reader, releaseId: string) {
  const [row] = await from
    .select({ revision: revisions })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(eq(releases.id, releaseId))
  return row?.revision
}
