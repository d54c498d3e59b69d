/** Answers of those who have been asked to say yes: to the very words they have read, and to no others. */
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { maxBlockWords, typedWords } from '#lib/document/block-words.ts'
import { type Anchor, anchorAt, followAnchor, maxCommentLength } from '#lib/document/comment-anchor.ts'
import type { Quote } from '#lib/document/rich-text.ts'
import { type ReadQuote, type ShownPeople, signedQuote, signedText, speakerIn } from '#lib/document/signed-words.ts'
import { quotePlaces, type Standing, standingAnswers } from '#lib/document/standing-answers.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Reader, type Writer, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { line } from '../inputs.ts'
import { readDraft } from '../releases/drafts.ts'
import { requireRelease } from '../releases/require-release.ts'
import type { Draft } from '../releases/revisions.ts'
import { type Answer, type Suggestion, signOffAnswers, suggestions } from '../schema/sign-offs.ts'
import { signOffAnswerNames } from '../types.ts'
import { hashOf } from '../users/tokens.ts'
import { keepAnswered } from './keep-answered.ts'
import { type OpenSignOff, openSignOff } from './links.ts'
import { registeredIn, shownPeopleIn } from './speakers.ts'
import { countOutside, insertSuggestion, requireLink } from './suggestions.ts'
import { tellOfAnswers } from './tell.ts'

/** The hash of a quote as it is signed, and of a whole text. A form carries it back with the answer. */
export const quoteHash = (quote: ReadQuote): string => hashOf(signedQuote(quote))
/** An answer from before it was kept how people were presented is to the words alone. */
export const textHash = (draft: Draft, presented: ShownPeople | null): string =>
  hashOf(signedText(draft, presented ?? undefined))

const hash = z.string().max(64)
const reason = line(maxCommentLength).default('')

const quoteAnswersSchema = z.object({
  quotes: z
    .array(
      z.object({
        hash,
        // Nothing is chosen beforehand, and not everything need be answered at once.
        answer: z.enum(signOffAnswerNames).optional(),
        words: line(maxBlockWords).default(''),
        reason,
      }),
    )
    .max(500)
    .default([]),
})
const textAnswerSchema = z.object({ hash, answer: z.enum(['approve', 'refuse']).optional(), reason })

type From = { address: string; now: Date }
type QuoteAnswer = z.infer<typeof quoteAnswersSchema>['quotes'][number]

/**
 * Stores what a quoted person says of their quotes: yes, other words, or no with a reason. An answer given before to the
 * same quote stays as what it was, and holds no longer. Refuses an answer to words that have been changed since they were
 * read (`words-changed`), other words that are the same, no without a reason, nothing at all, and too many.
 */
export async function answerQuotes(token: string, input: unknown, from: From): Promise<void> {
  const { quotes } = quoteAnswersSchema.parse(input)
  const given = quotes.flatMap((one, number) => (one.answer ? [{ ...one, number }] : []))
  if (given.length === 0) throw new Refusal('answer-missing')
  await write(async (tx) => {
    const { link, draft, revisionId, release } = await opened(tx, token, from)
    const { personId } = link
    if (!personId) throw new Refusal('answer-missing')
    const registered = (await registeredIn(release, [personId], from.now)).get(personId) ?? null
    const presented = speakerIn(draft, { personId, registered })
    const read = (index: number): ReadQuote => ({ ...(draft.body.content[index] as Quote), presented })
    const standing = standingAnswers(await heldAnswers(link.id, tx), draft, { personId, registered })
    const open = await openSuggestions(link.id, draft, tx)
    const left = quotePlaces(draft, personId)
    const said: typeof given = []
    for (const one of given) {
      const place = left.find((index) => quoteHash(read(index)) === one.hash)
      if (place === undefined) throw new Refusal('words-changed')
      left.splice(left.indexOf(place), 1)
      const quote = read(place)
      requireWhole(one, typedWords(quote.content))
      const former = standing.get(place)
      if (former && isSaidAgain(one, former, open.get(place))) continue
      said.push(one)
      await replaceAnswer(tx, former, open.get(place), from.now)
      const values = { signOffId: link.id, revisionId, hash: one.hash, quote, at: from.now }
      const anchor = anchorAt(draft, { place: 'block', index: place })
      await insertAnswer(tx, { ...values, anchor, answer: one.answer ?? 'approve', reason: one.reason }, link, from)
      if (one.answer !== 'suggest' || !anchor) continue
      const { releaseId, name: guestName, id: signOffId } = link
      const { words, reason } = one
      const made = { releaseId, revisionId, signOffId, guestName, anchor, words, reason, createdAt: from.now }
      const actor = { guest: { name: guestName, from: from.address } }
      await insertSuggestion(tx, { ...made, before: typedWords(quote.content) }, { actor, now: from.now })
    }
    await tellOfAnswers(tx, link, said, from)
  })
}

function requireWhole({ answer, words, reason, number }: QuoteAnswer & { number: number }, before: string): void {
  if (answer === 'refuse' && !reason) throw new Refusal('refusal-reason-missing', { field: `quotes.${number}.reason` })
  if (answer !== 'suggest') return
  if (!words || words === before.trim()) throw new Refusal('same-words', { field: `quotes.${number}.words` })
}

/** Stores yes or no to a whole text; the same once more changes nothing. Refuses what `answerQuotes` refuses. */
export async function answerText(token: string, input: unknown, from: From): Promise<void> {
  const { hash, answer, reason } = textAnswerSchema.parse(input)
  if (!answer) throw new Refusal('answer-missing')
  if (answer === 'refuse' && !reason) throw new Refusal('refusal-reason-missing', { field: 'reason' })
  await write(async (tx) => {
    const { link, draft, revisionId, release } = await opened(tx, token, from)
    if (link.personId) throw new Refusal('answer-missing')
    const presented = await shownPeopleIn(release, draft, from.now)
    if (textHash(draft, presented) !== hash) throw new Refusal('words-changed')
    const holds = and(eq(signOffAnswers.signOffId, link.id), isNull(signOffAnswers.replacedAt))
    const former = await tx.query.signOffAnswers.findFirst({ where: holds })
    if (former?.hash === hash && former.answer === answer && former.reason === reason) return
    await tx.update(signOffAnswers).set({ replacedAt: from.now }).where(holds)
    const values = { signOffId: link.id, revisionId, hash, presented, quote: null, anchor: null, at: from.now }
    await insertAnswer(tx, { ...values, answer, reason }, link, from)
    await tellOfAnswers(tx, link, [{ answer, reason }], from)
  })
}

async function opened(tx: Writer, token: string, from: From) {
  const link = await requireLink(openSignOff(token, from.now, tx))
  await countOutside(tx, link, from)
  const release = await requireRelease(tx, link.releaseId)
  const { draftRevisionId: revisionId } = release
  const draft = revisionId ? await readDraft(tx, revisionId) : undefined
  if (!draft || !revisionId) throw new Refusal('link-opens-nothing')
  return { link, draft, revisionId, release }
}

export type HeldAnswer = Answer & { anchor: Anchor; quote: ReadQuote }

/** Returns the answers of a link to quotes that hold. */
export async function heldAnswers(signOffId: string, reader: Reader = db): Promise<HeldAnswer[]> {
  const held = await reader
    .select()
    .from(signOffAnswers)
    .where(and(eq(signOffAnswers.signOffId, signOffId), isNull(signOffAnswers.replacedAt)))
  return held.flatMap(({ anchor, quote, ...answer }) => (anchor && quote ? [{ ...answer, anchor, quote }] : []))
}

/** Returns the suggestions of a link that nobody has settled, by the place of their block in the body. */
export async function openSuggestions(
  signOffId: string,
  draft: Draft,
  reader: Reader = db,
): Promise<Map<number, Suggestion>> {
  const open = await reader
    .select()
    .from(suggestions)
    .where(and(eq(suggestions.signOffId, signOffId), isNull(suggestions.settledAt)))
  return new Map(
    open.flatMap((one) => {
      const anchor = followAnchor(one.anchor, draft)
      return anchor?.place === 'block' ? [[anchor.index, one] as const] : []
    }),
  )
}

/** Whether an answer is the one that holds already: a form sends along what was answered before to other quotes. */
const isSaidAgain = (one: QuoteAnswer, former: Standing<HeldAnswer>, suggested: Suggestion | undefined): boolean =>
  former.isSame &&
  former.answer === one.answer &&
  former.reason === one.reason &&
  (one.answer !== 'suggest' || suggested?.words === one.words)

/** Ends what the same person has said of the quote before, with a suggestion that nobody has settled. */
async function replaceAnswer(
  tx: Writer,
  former: HeldAnswer | undefined,
  suggested: Suggestion | undefined,
  now: Date,
): Promise<void> {
  if (former) await tx.update(signOffAnswers).set({ replacedAt: now }).where(eq(signOffAnswers.id, former.id))
  if (!suggested) return
  const withdrawn = { outcome: 'withdrawn', settledAt: now } as const
  await tx.update(suggestions).set(withdrawn).where(eq(suggestions.id, suggested.id))
}

async function insertAnswer(
  tx: Writer,
  values: typeof signOffAnswers.$inferInsert,
  { id, name, releaseId }: OpenSignOff,
  { address, now }: From,
): Promise<void> {
  await tx.insert(signOffAnswers).values(values)
  await keepAnswered(tx, values.revisionId)
  const actor = { guest: { name, from: address } }
  const details = { release: releaseId, name, revision: values.revisionId, hash: values.hash }
  const verb = { approve: 'sign-off', suggest: 'suggest', refuse: 'refuse' }[values.answer]
  await recordEvent(tx, { actor, verb, noun: 'sign-off', targetId: id, details, now })
}
