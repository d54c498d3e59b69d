/** The tables of what others say to the words of a text: the answers of those who are asked, and what is suggested instead. */
import type { Anchor } from '#lib/document/comment-anchor.ts'
import type { ReadQuote, ShownPeople } from '#lib/document/signed-words.ts'
import { id, index, instant, json, reference, table, text } from '../dialect.ts'
import type { SignOffAnswer, SuggestionOutcome } from '../types.ts'
import { previewLinks, releases, revisions } from './releases.ts'
import { users } from './users.ts'

/** Who outside is asked to say yes, by a link that opens until it expires or is revoked. Readers see none of it. */
export const signOffs = table(
  'sign_offs',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    name: text().notNull(),
    /** Whose quotes it is about; null for the whole text. Somebody who is deleted was asked all the same. */
    personId: text(),
    /** Where the link is mailed; empty where it is handed over. */
    email: text().notNull(),
    greeting: text().notNull(),
    /** Null until the mail is made that takes the link along, and when it has been revoked. */
    tokenHash: text().unique(),
    /** The secret of the latest reminder. The one before opens too: somebody may be writing behind it. */
    reminderHash: text().unique(),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
    expiresAt: instant().notNull(),
    remindedAt: instant(),
    revokedAt: instant(),
  },
  (t) => [index('sign_offs_release').on(t.releaseId), index('sign_offs_expire').on(t.expiresAt)],
)

/** What they have answered, to which words of which version. An answer that is changed stays, and says until when it held. */
export const signOffAnswers = table(
  'sign_off_answers',
  {
    id: id(),
    signOffId: reference(() => signOffs.id),
    revisionId: reference(() => revisions.id),
    answer: text().notNull().$type<SignOffAnswer>(),
    /** The hash of the very words. */
    hash: text().notNull(),
    /** The quote that was read, with how its speaker was presented; null for the whole text, which the revision has. */
    quote: json<ReadQuote>(),
    /** How the whole text presented people; null for a quote, and in answers from before it was kept. */
    presented: json<ShownPeople>(),
    /** Where the quote was at the latest save; null for the whole text. */
    anchor: json<Anchor>(),
    reason: text().notNull(),
    at: instant().notNull(),
    replacedAt: instant(),
  },
  (t) => [index('sign_off_answers_of').on(t.signOffId), index('sign_off_answers_revision').on(t.revisionId)],
)

/** Blocks written anew by somebody else than the writer: a colleague, a guest, or somebody who is asked to say yes. */
export const suggestions = table(
  'suggestions',
  {
    id: id(),
    releaseId: reference(() => releases.id),
    /** The version it was made on. */
    revisionId: reference(() => revisions.id),
    authorId: text().references(() => users.id),
    linkId: text().references(() => previewLinks.id),
    signOffId: text().references(() => signOffs.id),
    /** The name of whoever is no member. */
    guestName: text().notNull(),
    /** Where its block was at the latest save. */
    anchor: json<Anchor>().notNull(),
    /** The words of the block when it was made, and those suggested instead. */
    before: text().notNull(),
    words: text().notNull(),
    reason: text().notNull(),
    createdAt: instant().notNull(),
    outcome: text().$type<SuggestionOutcome>(),
    settledAt: instant(),
    settledBy: text().references(() => users.id),
  },
  (t) => [index('suggestions_release').on(t.releaseId, t.createdAt), index('suggestions_revision').on(t.revisionId)],
)

export type SignOff = typeof signOffs.$inferSelect
export type Answer = typeof signOffAnswers.$inferSelect
export type Suggestion = typeof suggestions.$inferSelect
