/** Suggestions: a block of a text written anew by a colleague or by somebody outside. The writer takes them, or leaves them. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { maxBlockWords, wordsAt } from '#lib/document/block-words.ts'
import {
  type Anchor,
  anchorAt,
  anchorPlaces,
  followAnchor,
  maxAnchorLength,
  maxCommentLength,
} from '#lib/document/comment-anchor.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { alias } from '../dialect.ts'
import { type Actor, type AnyActor, recordEvent } from '../events.ts'
import { line, requiredLine } from '../inputs.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { readDraft } from '../releases/drafts.ts'
import { type OpenLink, openPreviewLink } from '../releases/preview-links.ts'
import { requireRelease } from '../releases/require-release.ts'
import type { Draft } from '../releases/revisions.ts'
import { previewLinks, type Release } from '../schema/releases.ts'
import { type Suggestion, suggestions } from '../schema/sign-offs.ts'
import { users } from '../schema/users.ts'
import { suggestionOutcomes } from '../types.ts'
import { notify } from '../users/notifications.ts'
import { keepAnswered } from './keep-answered.ts'
import { type OpenSignOff, openSignOff } from './links.ts'
import { tellOfSuggestion } from './tell.ts'

/** What a form sends: the block by its place and its first words, the words it had then, and those suggested. */
const suggestionSchema = z.object({
  place: z.enum(anchorPlaces),
  index: z.coerce.number().int().min(0).max(2_000),
  about: z.string().max(maxAnchorLength),
  key: z.string().max(64),
  before: z.string().max(maxBlockWords),
  words: requiredLine(maxBlockWords),
  reason: line(maxCommentLength).default(''),
})
const guestSuggestionSchema = suggestionSchema.extend({ name: requiredLine(100) })

export interface SuggestionFacts
  extends Pick<Suggestion, 'id' | 'anchor' | 'before' | 'words' | 'reason' | 'createdAt' | 'outcome' | 'settledAt'> {
  author: string
  authorId: string | null
  /** By which link to say yes it came, and from whom outside where it came by another. */
  signOffId: string | null
  link: string | null
  settledBy: string | null
}

const perLink = 60
const perAddress = 20

/**
 * Suggests other words for the head, a caption or a block, and returns the id. Refuses an unknown text, what has no words
 * (`no-such-block`) and words that are those there are (`same-words`).
 */
export async function addSuggestion(
  releaseId: string,
  input: unknown,
  by: { actor: Actor; now: Date },
): Promise<string> {
  const typed = suggestionSchema.parse(input)
  return write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    return suggest(tx, release, typed, { ...by, as: { authorId: by.actor.id, guestName: '' } })
  })
}

/** Does the same for a guest behind a preview link. Refuses also more than twenty from an address, or sixty by a link. */
export async function addGuestSuggestion(token: string, input: unknown, from: From): Promise<string> {
  const { name, ...typed } = guestSuggestionSchema.parse(input)
  return write(async (tx) => {
    const link = await requireLink(openPreviewLink(token, from.now, tx))
    return suggestOutside(tx, link, typed, { ...from, name, as: { linkId: link.id } })
  })
}

/** Does the same for somebody who has been asked to say yes to the whole text. */
export async function addAskedSuggestion(token: string, input: unknown, from: From): Promise<string> {
  const typed = suggestionSchema.parse(input)
  return write(async (tx) => {
    const link = await requireLink(openSignOff(token, from.now, tx))
    if (link.personId) throw new Refusal('no-such-block')
    return suggestOutside(tx, link, typed, { ...from, name: link.name, as: { signOffId: link.id } })
  })
}

type From = { address: string; now: Date }

/** Returns what a link opens, looked up in the change itself: one that is revoked meanwhile changes nothing. */
export async function requireLink<Link>(opened: Promise<Link | undefined>): Promise<Link> {
  const link = await opened
  if (!link) throw new Refusal('link-opens-nothing')
  return link
}

/** Counts what comes from outside by a link: refuses more than twenty from an address, or sixty by the link. */
export async function countOutside(tx: Writer, link: { id: string }, { address, now }: From): Promise<void> {
  await countAttempt(tx, `answer:${link.id}`, { max: perLink, now })
  await countAttempt(tx, addressKey(`answer:${link.id}`, address), { max: perAddress, now })
}

type Outside = From & { name: string; as: Pick<Partial<Suggestion>, 'linkId' | 'signOffId'> }

async function suggestOutside(
  tx: Writer,
  link: OpenLink | OpenSignOff,
  typed: z.infer<typeof suggestionSchema>,
  { name, address, now, as }: Outside,
): Promise<string> {
  await countOutside(tx, link, { address, now })
  const release = await requireRelease(tx, link.releaseId)
  const actor = { guest: { name, from: address } }
  return suggest(tx, release, typed, { actor, now, as: { ...as, guestName: name } })
}

async function suggest(
  tx: Writer,
  release: Release,
  { about, words, before, reason, ...place }: z.infer<typeof suggestionSchema>,
  { actor, now, as }: { actor: AnyActor; now: Date; as: Pick<Suggestion, 'guestName'> & Partial<Suggestion> },
): Promise<string> {
  const draft = release.draftRevisionId ? await readDraft(tx, release.draftRevisionId) : undefined
  if (!draft || !release.draftRevisionId) throw new Refusal('unknown-release')
  const seen: Anchor = { ...place, text: about }
  const anchor = followAnchor(seen, draft) ?? seen
  const isThere = followAnchor(seen, draft) !== undefined
  if (isThere && wordsAt(draft, anchor) === undefined) throw new Refusal('no-such-block')
  if (words === before.trim()) throw new Refusal('same-words', { field: 'words' })
  const revisionId = release.draftRevisionId
  const made = { releaseId: release.id, revisionId, anchor, before, words, reason, createdAt: now }
  const id = await insertSuggestion(tx, { ...made, ...as }, { actor, now })
  await tellOfSuggestion(tx, release, { ...as, note: words }, { actor, now })
  return id
}

/** Writes a suggestion, as part of a change under way, and keeps the version it is about. */
export async function insertSuggestion(
  tx: Writer,
  values: typeof suggestions.$inferInsert,
  by: { actor: AnyActor; now: Date },
): Promise<string> {
  const [row] = await tx.insert(suggestions).values(values).returning({ id: suggestions.id })
  if (!row) throw new Error('the suggestion was not written')
  await keepAnswered(tx, values.revisionId)
  const details = { release: values.releaseId }
  await recordEvent(tx, { ...by, verb: 'create', noun: 'suggestion', targetId: row.id, details })
  return row.id
}

export const settlingSchema = z.strictObject({ outcome: z.enum(suggestionOutcomes) })

/**
 * Notes what the writer has done with a suggestion; the text itself is changed by its writer. Refuses an unknown one, and
 * one that somebody has settled already (`suggestion-settled`): of two at once, one.
 */
export async function settleSuggestion(
  releaseId: string,
  id: string,
  input: unknown,
  by: { actor: Actor; now: Date },
): Promise<void> {
  const { outcome } = settlingSchema.parse(input)
  await write(async (tx) => {
    const { draftRevisionId } = await requireRelease(tx, releaseId)
    const own = and(eq(suggestions.id, id), eq(suggestions.releaseId, releaseId))
    const found = await tx.query.suggestions.findFirst({ where: own })
    if (!found) throw new Refusal('unknown-suggestion')
    if (found.settledAt) throw new Refusal('suggestion-settled')
    const settled = { outcome, settledAt: by.now, settledBy: by.actor.id }
    await tx.update(suggestions).set(settled).where(own)
    // The text as it was before the words went in can be gone back to.
    if (draftRevisionId) await keepAnswered(tx, draftRevisionId)
    const verb = { taken: 'take', changed: 'change', left: 'leave' }[outcome]
    await recordEvent(tx, { ...by, verb, noun: 'suggestion', targetId: id, details: { release: releaseId } })
    const kind = outcome === 'left' ? 'suggestion-left' : 'suggestion-taken'
    await notify(tx, { ...by, kind, releaseId, to: [found.authorId] })
  })
}

interface Which {
  all?: boolean
  linkId?: string
  signOffId?: string
}

/**
 * Returns the suggestions to a text that nobody has settled, or `all` there have been, oldest first; with an id only those
 * that came by that link.
 */
export async function listSuggestions(
  releaseId: string,
  { all = false, linkId, signOffId }: Which = {},
): Promise<SuggestionFacts[]> {
  const settler = alias(users, 'settler')
  const rows = await db
    .select({ one: suggestions, author: users.name, link: previewLinks.name, by: settler.name })
    .from(suggestions)
    .leftJoin(users, eq(users.id, suggestions.authorId))
    .leftJoin(previewLinks, eq(previewLinks.id, suggestions.linkId))
    .leftJoin(settler, eq(settler.id, suggestions.settledBy))
    .where(
      and(
        eq(suggestions.releaseId, releaseId),
        all ? undefined : isNull(suggestions.settledAt),
        linkId ? eq(suggestions.linkId, linkId) : undefined,
        signOffId ? eq(suggestions.signOffId, signOffId) : undefined,
      ),
    )
    .orderBy(asc(suggestions.createdAt), asc(suggestions.id))
  return rows.map(({ one, author, link, by }) => ({
    id: one.id,
    anchor: one.anchor,
    before: one.before,
    words: one.words,
    reason: one.reason,
    createdAt: one.createdAt,
    outcome: one.outcome,
    settledAt: one.settledAt,
    settledBy: by,
    author: author ?? one.guestName,
    authorId: one.authorId,
    signOffId: one.signOffId,
    link,
  }))
}

/** Returns the anchor to a part of the text as a form sends it, with the words it has; undefined where nothing can be rewritten. */
export function rewritable(
  draft: Draft,
  at: Pick<Anchor, 'place' | 'index'>,
): { anchor: Anchor; words: string } | undefined {
  const words = wordsAt(draft, at)
  const anchor = words?.trim() ? anchorAt(draft, at) : undefined
  return anchor && words !== undefined && words.length <= maxBlockWords ? { anchor, words } : undefined
}
