/**
 * Saves what is being written. A save names the version it started from; a stale one is refused and nothing is
 * overwritten. There is one rolling autosave per author: it becomes a version of its own when it is saved by hand,
 * published, or when another author takes over.
 */
import { isDeepStrictEqual } from 'node:util'
import { eq, max } from 'drizzle-orm'
import { z } from 'zod'
import { cleanTexts, withoutTurns } from '#lib/clean-text.ts'
import { aiUses } from '#lib/document/ai-use.ts'
import { requireBounds } from '#lib/document/bounds.ts'
import { maxSummaryLength, mediaIdsIn, quotesIn } from '#lib/document/rich-text.ts'
import { documentSchema, imageUseSchema } from '#lib/document/schema.ts'
import { maxSeats, wallMoment } from '#lib/meeting/meeting.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { refuseUnknown } from '../dialect.ts'
import type { Actor } from '../events.ts'
import { atMostLetters, storedId } from '../inputs.ts'
import {
  quotes,
  type Release,
  type Revision,
  releases,
  revisionContacts,
  revisionMedia,
  revisionPeople,
  revisions,
  revisionTopics,
} from '../schema/releases.ts'
import { moveAnswers } from '../sign-off/keep-answered.ts'
import { slugForm } from '../slugs.ts'
import { kinds, leadForms, type RevisionReason } from '../types.ts'
import { moveComments } from './comments.ts'
import { getDrafts, readDraft } from './drafts.ts'
import { requireDraft } from './require-release.ts'
import { tellOfChange } from './review/tell.ts'
import { followTranslation } from './translations.ts'

const key = storedId.min(1)

export const maxTopics = 20

const time = z.union([z.literal(''), z.string().regex(wallMoment)])

/** A text that stands within lines of other words, which it does not turn. */
const words = (most: number) => z.string().overwrite(withoutTurns).max(most)

/** What an editor can write of a press meeting: half of it, too, and what contradicts itself. */
const meetingSchema = z.strictObject({
  startsAt: time,
  endsAt: time,
  closesAt: time,
  place: words(300),
  stream: z.string().max(500),
  language: z.string().max(35),
  seats: z.int().min(1).max(maxSeats).nullable(),
  asksPressCard: z.boolean(),
})

/** Everything an editor can write in a release. */
const draftSchema = z.strictObject({
  kind: z.enum(kinds),
  title: words(300),
  slug: z.string().max(80).regex(slugForm, { error: 'slug-form' }),
  lead: z.array(z.string().max(1_000)).max(10),
  // Texts kept in a browser from before there was a choice lack this field.
  leadForm: z.enum(leadForms).default('points'),
  body: documentSchema,
  place: words(100),
  byline: words(200),
  summary: z.string().check(atMostLetters(maxSummaryLength)),
  hero: imageUseSchema.nullable(),
  topicIds: z.array(key).max(maxTopics),
  // Texts kept in a browser from before there were series lack this field.
  seriesId: key.nullable().default(null),
  // Texts kept in a browser from before it was asked for lack this field.
  ai: z
    .strictObject({ uses: z.array(z.enum(aiUses)).max(aiUses.length), note: z.string().max(300) })
    .nullable()
    .default(null),
  // Texts kept in a browser from before there were meetings lack this field.
  meeting: meetingSchema.nullable().default(null),
  cards: z.array(z.strictObject({ personId: key, role: words(200), organisation: words(200) })).max(50),
  contactIds: z.array(key).max(10),
})
export type Draft = z.infer<typeof draftSchema>

export interface SavedDraft {
  draft: Draft
  /** The version that the next save has to start from. */
  version: number
  savedAt: Date
  /** Who last wrote in it; null for the newsroom itself. */
  savedBy: { id: string; name: string } | null
}

/** Returns the draft as its last author left it. */
export async function getDraft(releaseId: string): Promise<SavedDraft | undefined> {
  return (await getDrafts([releaseId])).get(releaseId)
}

/**
 * Saves a draft and returns its new version. Refuses an unknown or stale release, a malformed document (`malformed`,
 * with the place), and people, topics, a series or images that are not there. A refused save has stored nothing.
 * `keepCurrent` keeps the present draft as a version of its own: for a writer who has seen another text and chosen
 * against it.
 */
export async function saveDraft(
  releaseId: string,
  input: unknown,
  by: { actor: Actor; baseVersion: number; reason: 'autosave' | 'save'; keepCurrent?: boolean; now: Date },
): Promise<{ version: number }> {
  const draft = parseDraft(input)
  return write(async (tx) => {
    const release = await requireDraft(tx, releaseId, by.baseVersion)
    return { version: await writeDraft(tx, release, draft, by) }
  })
}

/** Writes a draft over the present one inside a change under way, and returns its version. */
export async function writeDraft(
  tx: Writer,
  release: Release,
  draft: Draft,
  by: { actor: Actor; reason: RevisionReason; keepCurrent?: boolean; now: Date },
): Promise<number> {
  await followTranslation(tx, release.id, draft)
  const revisionId = await placeForSave(tx, release, draft, by)
  return makeDraft(tx, release, { revisionId, draft }, by)
}

/**
 * Makes a version the draft of a release, and returns the draft's version: whoever approved the former words is told, and
 * what was said of the text finds its place in the new ones.
 */
export async function makeDraft(
  tx: Writer,
  release: Release,
  { revisionId, draft }: { revisionId: string; draft: Draft },
  by: { actor: Actor; now: Date },
): Promise<number> {
  const version = release.draftVersion + 1
  if (revisionId !== release.draftRevisionId) await tellOfChange(tx, release, draft, by)
  await tx
    .update(releases)
    .set({
      // Setting the same revision again would have its words indexed twice.
      ...(revisionId !== release.draftRevisionId && { draftRevisionId: revisionId }),
      draftVersion: version,
      updatedAt: by.now,
    })
    .where(eq(releases.id, release.id))
  await moveComments(tx, release.id, draft)
  await moveAnswers(tx, release.id, draft)
  return version
}

/**
 * Checks a draft that came in, and puts spaces for control characters. A document that nobody could have written here
 * is refused with the place where it is wrong, and one with too many levels or parts before it is looked at.
 */
export function parseDraft(input: unknown): Draft {
  requireBounds(input)
  const parsed = draftSchema.safeParse(cleanTexts(input))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const place = issue?.path.join('.') ?? ''
  if (JSON.stringify(parsed.error.issues).includes('unsafe-link'))
    throw new Refusal('unsafe-link', { details: { place } })
  throw new Refusal(place.startsWith('body') ? 'malformed-document' : 'malformed', {
    field: String(issue?.path[0] ?? ''),
    details: { place },
  })
}

/** Writes the first revision of a new release and returns its id. */
export async function firstRevision(
  tx: Writer,
  releaseId: string,
  draft: Draft,
  by: { actor: Actor | null; now: Date },
): Promise<string> {
  return insertRevision(tx, releaseId, draft, { ...by, reason: 'autosave' })
}

/**
 * Decides where a save goes: it overwrites the author's own autosave; anything else (a saved, published or another
 * author's version) is kept. Whoever saves the words that stand there has written nothing, and is not their author.
 */
async function placeForSave(
  tx: Writer,
  release: Release,
  draft: Draft,
  by: { actor: Actor; reason: RevisionReason; keepCurrent?: boolean; now: Date },
): Promise<string> {
  const current = release.draftRevisionId
    ? await tx.query.revisions.findFirst({ where: eq(revisions.id, release.draftRevisionId) })
    : undefined
  if (current?.reason === 'autosave' && current.createdBy === by.actor.id && !by.keepCurrent) {
    const { id } = current
    return pointing(async () => {
      await tx
        .update(revisions)
        .set({ ...columns(draft), reason: by.reason, savedAt: by.now })
        .where(eq(revisions.id, id))
      await clearParts(tx, id)
      await writeParts(tx, id, draft)
      return id
    })
  }
  const isRolling = current?.reason === 'autosave'
  if (current && !by.keepCurrent && isDeepStrictEqual(await readDraft(tx, current.id), draft)) {
    if (isRolling) await tx.update(revisions).set({ reason: by.reason }).where(eq(revisions.id, current.id))
    return current.id
  }
  if (isRolling) await tx.update(revisions).set({ reason: 'takeover' }).where(eq(revisions.id, current.id))
  return insertRevision(tx, release.id, draft, by)
}

/** Adds a revision after all the others of its release, with everything it refers to, and returns its id. */
export async function insertRevision(
  tx: Writer,
  releaseId: string,
  draft: Draft,
  by: { actor: Actor | null; reason: RevisionReason; now: Date },
): Promise<string> {
  const [last] = await tx
    .select({ number: max(revisions.number) })
    .from(revisions)
    .where(eq(revisions.releaseId, releaseId))
  return pointing(async () => {
    const [row] = await tx
      .insert(revisions)
      .values({
        ...columns(draft),
        releaseId,
        number: (last?.number ?? 0) + 1,
        reason: by.reason,
        createdAt: by.now,
        createdBy: by.actor?.id ?? null,
        savedAt: by.now,
      })
      .returning({ id: revisions.id })
    if (!row) throw new Error('the revision was not written')
    await writeParts(tx, row.id, draft)
    return row.id
  })
}

/** Makes a change, and refuses it when the draft refers to something that is not there. */
const pointing = <T>(change: () => Promise<T>): Promise<T> => refuseUnknown('unknown-reference', change)

function columns(draft: Draft): Omit<Draft, 'topicIds' | 'cards' | 'contactIds'> & Pick<Revision, 'meetsOn'> {
  const { topicIds: _topics, cards: _cards, contactIds: _contacts, ...rest } = draft
  const starts = rest.kind === 'invitation' ? rest.meeting?.startsAt : undefined
  return { ...rest, meetsOn: starts?.slice(0, 10) || null }
}

async function clearParts(tx: Writer, revisionId: string) {
  for (const part of [revisionTopics, revisionPeople, revisionContacts, revisionMedia, quotes]) {
    await tx.delete(part).where(eq(part.revisionId, revisionId))
  }
}

/**
 * Writes the rows by which topics, people and images find the revision. They follow from the draft and are never edited
 * alone.
 */
async function writeParts(tx: Writer, revisionId: string, draft: Draft) {
  const mediaIds = new Set([...mediaIdsIn(draft.body), ...(draft.hero ? [draft.hero.mediaId] : [])])
  const rows = {
    topics: [...new Set(draft.topicIds)].map((topicId, position) => ({ revisionId, topicId, position })),
    cards: uniqueBy(draft.cards, (card) => card.personId).map((card, position) => ({ revisionId, ...card, position })),
    contacts: [...new Set(draft.contactIds)].map((personId, position) => ({ revisionId, personId, position })),
    quotes: quotesIn(draft.body).map((quote, position) => ({ revisionId, ...quote, position })),
    media: [...mediaIds].map((mediaId) => ({ revisionId, mediaId })),
  }
  if (rows.topics.length) await tx.insert(revisionTopics).values(rows.topics)
  if (rows.cards.length) await tx.insert(revisionPeople).values(rows.cards)
  if (rows.contacts.length) await tx.insert(revisionContacts).values(rows.contacts)
  if (rows.quotes.length) await tx.insert(quotes).values(rows.quotes)
  if (rows.media.length) await tx.insert(revisionMedia).values(rows.media)
}

const uniqueBy = <T>(items: T[], by: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [by(item), item])).values(),
]
