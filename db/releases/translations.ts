/** Compares a translation with its source: what has changed there since, and what has been marked as still right. */
import { eq } from 'drizzle-orm'
import { LRUCache } from 'lru-cache'
import { comparable, comparableTexts, sourceWords, untranslatedIn } from '#lib/checks/untranslated.ts'
import {
  countOutdatedRows,
  followTargets,
  seenAsItIs,
  settled,
  type Translatable,
  type TranslationRows,
  translationRows,
} from '#lib/document/translation.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { listPositions } from '../people/positions.ts'
import { type Release, translations } from '../schema/releases.ts'
import type { Draft } from './revisions.ts'
import {
  draftOf,
  pairsOf,
  type SourceSnapshot,
  snapshotOf,
  stampsOf,
  type TranslationPair,
} from './translation-sources.ts'

export interface TranslationSource {
  source: Release
  rows: TranslationRows
}

/**
 * Returns the source of a text with what has become of each of its blocks, or undefined for a text that is not a
 * translation.
 */
export async function getTranslationSource(releaseId: string): Promise<TranslationSource | undefined> {
  const pair = (await pairsOf([releaseId])).get(releaseId)
  return pair && { source: pair.source, rows: translationRows(pair.seen, pair.text) }
}

export interface Source {
  id: string
  language: Language
  /** What the source says, and said when the translation was last right for it; comparable. */
  texts: string[]
  /** Those of them that are meant to be the same in both languages. */
  alike: string[]
}

type Card = Draft['cards'][number]

/** A translation beside its source. */
export interface ComparedTranslation {
  source: Source
  /** How much of the source has changed since. */
  behind: number
  /** How much of the translation still reads as its source. */
  untranslated: { left: number; total: number }
}

/**
 * Compares drafts with their sources among them, by the ids of their releases; only translations are in it. The sources may
 * be known already.
 */
export async function compareTranslations(
  drafts: ReadonlyMap<string, { draft: Draft }>,
  known?: ReadonlyMap<string, TranslationPair>,
): Promise<Map<string, ComparedTranslation>> {
  const pairs = known ?? (await pairsOf([...drafts.keys()]))
  const cardsOf = (id: string) => drafts.get(id)?.draft.cards ?? []
  const isSaidAlike = (one: Card, other: Card) => one.personId === other.personId && one.role === other.role
  const saidAlike = [...pairs].flatMap(([id, { source }]) =>
    cardsOf(source.id).filter((card) => cardsOf(id).some((own) => isSaidAlike(own, card))),
  )
  const positions = await listPositions([...new Set(saidAlike.map(({ personId }) => personId))])
  return new Map(
    [...drafts].flatMap(([id, { draft }]) => {
      const pair = pairs.get(id)
      if (!pair) return []
      // A position that the register has in both languages in the same words is translated: “Professor”.
      const isAlike = ({ personId, role }: Card) =>
        positions
          .get(personId)
          ?.some(({ title }) => title[pair.language] === role && title[pair.source.language] === role)
      const cards = cardsOf(pair.source.id).filter((card) => !isAlike(card))
      const source = sourceIn(pair, cards)
      const { left, total } = untranslatedIn(draft, sourceWords(source))
      const behind = countOutdatedRows(translationRows(pair.seen, pair.text))
      return [[id, { source, behind, untranslated: { left: left.length, total } }] as const]
    }),
  )
}

function sourceIn({ seen, source, text }: TranslationPair, cards: Card[]): Source {
  const { blocks, fields, alike = [] } = seen
  const then = {
    title: fields.title ?? '',
    lead: [...(fields.lead ?? '').split('\n'), ...(fields.hero ?? '').split('\n')],
    summary: fields.summary ?? '',
    body: { type: 'doc' as const, content: blocks.map(({ block }) => block) },
  }
  const texts = [...new Set([...comparableTexts({ ...text, cards }), ...comparableTexts(then)])]
  return { id: source.id, language: source.language, texts, alike }
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

/**
 * Returns how much of their sources has changed since, by release; only translations that have fallen behind are in it.
 */
export async function countOutdated(releaseIds: string[]): Promise<Map<string, number>> {
  const stamps = await stampsOf(releaseIds)
  const unknown = stamps.filter(({ stamp }) => stamp === null || !outdated.has(stamp))
  const pairs = await pairsOf(unknown.map(({ id }) => id))
  return new Map(
    stamps.flatMap(({ id, stamp }) => {
      const pair = pairs.get(id)
      const known = stamp === null ? undefined : outdated.get(stamp)
      const count = known ?? (pair ? countOutdatedRows(translationRows(pair.seen, pair.text)) : 0)
      if (stamp !== null) outdated.set(stamp, count)
      return count > 0 ? [[id, count] as const] : []
    }),
  )
}

/** What has been counted, by the stamp of a translation. Two texts are compared block by block, which takes a while. */
const outdated = new LRUCache<string, number>({ max: 5_000 })

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
