/** The tables of questions from the press: who asks what and until when, who has it, and what has been answered. */
import type { Language } from '#lib/locale.ts'
import { id, index, instant, integer, reference, table, text } from '../dialect.ts'
import type { QuestionClosing, QuestionEntryKind } from '../types.ts'
import { releases } from './releases.ts'
import { users } from './users.ts'

/**
 * A question. What was written in it is personal data: some time after it is closed all of it is blanked, and what is left
 * says that there was a question, when, and how it ended. Readers see none of it.
 */
export const questions = table(
  'questions',
  {
    id: id(),
    /** What it is called in mail and in the log, counted from one. */
    number: integer().notNull().unique(),
    language: text().notNull().$type<Language>(),
    /** The text it is about; null for something else. */
    releaseId: text().references(() => releases.id),
    text: text().notNull(),
    name: text().notNull(),
    outlet: text().notNull(),
    email: text().notNull(),
    phone: text().notNull(),
    /** Until when an answer is needed. */
    deadline: instant().notNull(),
    createdAt: instant().notNull(),
    /** The member who has written down what was asked by telephone; null for what came by the form. */
    enteredBy: text().references(() => users.id),
    /** Who answers it; null as long as nobody has taken it. */
    heldBy: text().references(() => users.id),
    heldSince: instant(),
    closedAt: instant(),
    closedBy: text().references(() => users.id),
    closing: text().$type<QuestionClosing>(),
    /** Why it was closed without an answer. */
    closingReason: text().notNull().default(''),
    erasedAt: instant(),
  },
  (t) => [
    index('questions_open').on(t.closedAt, t.deadline),
    index('questions_erase').on(t.erasedAt, t.closedAt),
    index('questions_release').on(t.releaseId),
    index('questions_email').on(t.email),
  ],
)

/** What has been written in a question since: answers that go out by mail, and notes for the newsroom alone. */
export const questionEntries = table(
  'question_entries',
  {
    id: id(),
    questionId: reference(() => questions.id),
    kind: text().notNull().$type<QuestionEntryKind>(),
    text: text().notNull(),
    authorId: reference(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [index('question_entries_question').on(t.questionId, t.createdAt)],
)

export type Question = typeof questions.$inferSelect
export type QuestionEntry = typeof questionEntries.$inferSelect
