/** Taking up an older version of a release again. Nothing goes away by it: what was being written is kept as a version. */
import { and, eq, inArray } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { imagesIn, walk } from '#lib/rich-text.ts'
import { type Writer, write } from './client.ts'
import { type Actor, recordEvent } from './events.ts'
import { type Draft, insertRevision, parseDraft, readDraft } from './revisions.ts'
import { media, people, releases, revisions, topics } from './schema.ts'

/** How much of the older version is not there any longer and had to be left out. */
export interface LeftOut {
  images: number
  people: number
  topics: number
}

/**
 * Makes an older version what is being written, as a new version after all the others. Refuses a version of another
 * release, one that is being written already, and a stale release. What the older version points at and is gone is
 * left out and counted. `previousId` is what was being written, for whoever changes their mind.
 */
export async function restoreRevision(
  releaseId: string,
  revisionId: string,
  by: { actor: Actor; baseVersion: number; now: Date },
): Promise<{ version: number; previousId: string | null; leftOut: LeftOut }> {
  return write(async (tx) => {
    const release = await tx.query.releases.findFirst({ where: eq(releases.id, releaseId) })
    if (!release) throw new Refusal('unknown-release')
    if (release.draftVersion !== by.baseVersion)
      throw new Refusal('stale', { details: { version: release.draftVersion } })
    if (release.draftRevisionId === revisionId) throw new Refusal('version-is-draft')
    const [older] = await tx
      .select({ savedAt: revisions.savedAt })
      .from(revisions)
      .where(and(eq(revisions.id, revisionId), eq(revisions.releaseId, releaseId)))
    const written = older && (await readDraft(tx, revisionId))
    if (!older || !written) throw new Refusal('unknown-version')
    const { draft, leftOut } = await withoutWhatIsGone(tx, written)
    if (release.draftRevisionId) await keepAutosave(tx, release.draftRevisionId, by.actor)
    const newId = await insertRevision(tx, releaseId, parseDraft(draft), { ...by, reason: 'restore' })
    const version = release.draftVersion + 1
    await tx
      .update(releases)
      .set({ draftRevisionId: newId, draftVersion: version, updatedAt: by.now })
      .where(eq(releases.id, releaseId))
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

/** The rolling autosave stops rolling: from here on it says what was being written when the older version came back. */
async function keepAutosave(tx: Writer, revisionId: string, actor: Actor) {
  const current = await tx.query.revisions.findFirst({ where: eq(revisions.id, revisionId) })
  if (current?.reason !== 'autosave') return
  const reason = current.createdBy === actor.id ? 'aside' : 'takeover'
  await tx.update(revisions).set({ reason }).where(eq(revisions.id, revisionId))
}

async function withoutWhatIsGone(tx: Writer, draft: Draft): Promise<{ draft: Draft; leftOut: LeftOut }> {
  const wanted = wantedBy(draft)
  const [images, persons, subjects] = await Promise.all([
    knownIds(tx, media, wanted.media),
    knownIds(tx, people, wanted.people),
    knownIds(tx, topics, wanted.topics),
  ])
  const leftOut = {
    images: wanted.media.size - images.size,
    people: wanted.people.size - persons.size,
    topics: wanted.topics.size - subjects.size,
  }
  if (!leftOut.images && !leftOut.people && !leftOut.topics) return { draft, leftOut }
  return {
    leftOut,
    draft: {
      ...draft,
      hero: draft.hero && images.has(draft.hero.mediaId) ? draft.hero : null,
      topicIds: draft.topicIds.filter((id) => subjects.has(id)),
      cards: draft.cards.filter((card) => persons.has(card.personId)),
      contactIds: draft.contactIds.filter((id) => persons.has(id)),
      body: { ...draft.body, content: remaining(draft.body.content, images, persons) },
    },
  }
}

/** Everything the draft points at, by what it is. */
function wantedBy(draft: Draft) {
  const pictures = [...imagesIn(draft.body), ...(draft.hero ? [draft.hero] : [])]
  const speakers = [...walk(draft.body)].map((node) => (node.attrs as { personId?: string } | undefined)?.personId)
  return {
    media: new Set(pictures.map((use) => use.mediaId)),
    people: new Set([
      ...draft.cards.map((card) => card.personId),
      ...draft.contactIds,
      ...speakers.filter((id) => typeof id === 'string'),
    ]),
    topics: new Set(draft.topicIds),
  }
}

async function knownIds(tx: Writer, from: typeof media | typeof people | typeof topics, ids: Set<string>) {
  if (ids.size === 0) return new Set<string>()
  const rows = await tx
    .select({ id: from.id })
    .from(from)
    .where(inArray(from.id, [...ids]))
  return new Set(rows.map((row) => row.id))
}

/** The blocks without images that are gone, and quotes without speakers that are gone: the words themselves stay. */
function remaining(blocks: Draft['body']['content'], images: Set<string>, persons: Set<string>) {
  const kept = blocks.flatMap((block): typeof blocks => {
    if (block.type === 'image' && !images.has(block.attrs.mediaId)) return []
    if (block.type === 'quote' && block.attrs.personId && !persons.has(block.attrs.personId))
      return [{ ...block, attrs: { ...block.attrs, personId: null } }]
    return [block]
  })
  return kept.length ? kept : [{ type: 'paragraph' as const }]
}
