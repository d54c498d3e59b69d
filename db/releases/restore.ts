/**
 * Restores an older version of a release, or the one that is out. Nothing is lost: what was being written is kept as a
 * version.
 */
import { and, eq } from 'drizzle-orm'
import { type Block, emptyDocument } from '#lib/document/rich-text.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { revisions, scheduledChanges } from '../schema/releases.ts'
import { existingReferences, type ReferencedIds, referencesIn } from './draft-references.ts'
import { readDraft } from './drafts.ts'
import { requireDraft } from './require-release.ts'
import { type Draft, insertRevision, makeDraft, parseDraft } from './revisions.ts'
import { followTranslation } from './translations.ts'

/** How much of the older version no longer exists and had to be left out. */
export interface OmittedReferences {
  images: number
  people: number
  topics: number
}

/**
 * Makes an older version the draft, as a new version after all the others. Refuses a version of another release, one
 * that is the draft already, and a stale release. What the older version refers to and is gone is left out and counted.
 * `previousId` is the former draft, for whoever changes their mind.
 */
export async function restoreRevision(
  releaseId: string,
  revisionId: string,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<{ version: number; previousId: string | null; leftOut: OmittedReferences }> {
  return write(async (tx) => {
    const release = await requireDraft(tx, releaseId, by.baseVersion)
    if (release.draftRevisionId === revisionId) throw new Refusal('version-is-draft')
    const [older] = await tx
      .select({ savedAt: revisions.savedAt })
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.releaseId, releaseId)))
    const written = older && (await readDraft(tx, revisionId))
    if (!older || !written) throw new Refusal('unknown-version')
    const { draft, leftOut } = await withoutWhatIsGone(tx, written)
    if (release.draftRevisionId) await keepAutosave(tx, release.draftRevisionId, by.actor)
    const text = parseDraft(draft)
    await followTranslation(tx, releaseId, text)
    const newId = await insertRevision(tx, releaseId, text, { ...by, reason: 'restore' })
    const version = await makeDraft(tx, release, { revisionId: newId, draft: text }, by)
    await recordEvent(tx, {
      actor: by.actor,
      verb: 'restore',
      noun: 'release',
      targetId: releaseId,
      details: { revision: newId, from: revisionId, savedAt: older.savedAt.toISOString() },
      now: by.now,
    })
    return { version, previousId: release.draftRevisionId, leftOut }
  })
}

/**
 * Throws away what has been written since a release was scheduled or published: the draft is again what goes out, else
 * what readers see. Returns the former draft's id, for whoever changes their mind. Refuses a release where nothing has
 * been written since, or nothing is out (`no-changes`), and a stale one.
 */
export async function throwAwayChanges(
  releaseId: string,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<{ version: number; previousId: string }> {
  return write(async (tx) => {
    const release = await requireDraft(tx, releaseId, by.baseVersion)
    const [change] = await tx.select().from(scheduledChanges).where(eq(scheduledChanges.releaseId, releaseId))
    const outId = change?.revisionId ?? (release.withdrawnAt ? null : release.liveRevisionId)
    const text = outId && (await readDraft(tx, outId))
    const previousId = release.draftRevisionId
    if (!text || !previousId || previousId === outId) throw new Refusal('no-changes')
    await keepAutosave(tx, previousId, by.actor)
    await followTranslation(tx, releaseId, text)
    const version = await makeDraft(tx, release, { revisionId: outId, draft: text }, by)
    await recordEvent(tx, {
      actor: by.actor,
      verb: 'throw-away-changes',
      noun: 'release',
      targetId: releaseId,
      details: { revision: previousId },
      now: by.now,
    })
    return { version, previousId }
  })
}

/**
 * Keeps the rolling autosave as a version: from here on it is what was being written when the older version came back.
 */
async function keepAutosave(tx: Writer, revisionId: string, actor: Actor) {
  const current = await tx.query.revisions.findFirst({ where: eq(revisions.id, revisionId) })
  if (current?.reason !== 'autosave') return
  const reason = current.createdBy === actor.id ? 'aside' : 'takeover'
  await tx.update(revisions).set({ reason }).where(eq(revisions.id, revisionId))
}

async function withoutWhatIsGone(tx: Writer, draft: Draft): Promise<{ draft: Draft; leftOut: OmittedReferences }> {
  const wanted = referencesIn(draft)
  const there = await existingReferences(tx, wanted)
  const leftOut = {
    images: wanted.media.size - there.media.size,
    people: wanted.people.size - there.people.size,
    topics: wanted.topics.size - there.topics.size,
  }
  if (!leftOut.images && !leftOut.people && !leftOut.topics) return { draft, leftOut }
  const content = draft.body.content.flatMap((block) => remaining(block, there))
  return {
    leftOut,
    draft: {
      ...draft,
      hero: draft.hero && there.media.has(draft.hero.mediaId) ? draft.hero : null,
      topicIds: draft.topicIds.filter((id) => there.topics.has(id)),
      cards: draft.cards.filter((card) => there.people.has(card.personId)),
      contactIds: draft.contactIds.filter((id) => there.people.has(id)),
      body: { type: 'doc', content: content.length ? content : emptyDocument.content },
    },
  }
}

/**
 * Returns a block without images that are gone, and a quote without a speaker who is gone: the words themselves stay.
 */
function remaining(block: Block, there: ReferencedIds): Block[] {
  if (block.type === 'gallery') {
    const content = block.content.filter((image) => there.media.has(image.attrs.mediaId))
    return content.length ? [{ ...block, content }] : []
  }
  if (block.type === 'quote' && block.attrs.personId && !there.people.has(block.attrs.personId))
    return [{ ...block, attrs: { ...block.attrs, personId: null } }]
  return 'attrs' in block && 'mediaId' in block.attrs && !there.media.has(block.attrs.mediaId) ? [] : [block]
}
