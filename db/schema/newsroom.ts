/** The tables of the newsroom itself: its settings and statements, the edition, and the redirects. */

import { type CrawlPurpose, crawlPurposes } from '#lib/crawlers.ts'
import type { AiDisclosure } from '#lib/document/ai-use.ts'
import type { Language } from '#lib/locale.ts'
import { flag, id, index, instant, integer, json, primaryKey, table, text } from '../dialect.ts'
import type { FootYears, QuestionSettings, SettingsTexts, StatementKind, Statements } from '../types.ts'
import { users } from './users.ts'

export const settings = table('settings', {
  id: text().primaryKey().$type<'settings'>(),
  name: text().notNull(),
  accent: text().notNull(),
  languages: json<Language[]>().notNull(),
  timeZone: text().notNull(),
  foundedYear: integer().notNull(),
  footYears: json<FootYears>().notNull().default({ form: 'since', year: null }),
  pressPhone: text().notNull().default(''),
  pressEmail: text().notNull().default(''),
  /**
   * The LIX from which the writer is told that a text is heavy. Fifty is where easy news ends and officialese begins.
   */
  lixTarget: integer().notNull().default(50),
  /** For what purposes programs may use the pages. */
  crawlers: json<CrawlPurpose[]>()
    .notNull()
    .default([...crawlPurposes]),
  /** Whether nobody may publish what they have written themselves and nobody else has read. */
  twoPairsOfEyes: flag().notNull().default(false),
  /** Where it is shown how AI was used in a text. Where it is, its writer is asked. */
  aiDisclosure: text().notNull().default('none').$type<AiDisclosure>(),
  /**
   * Closed at first: a form that nobody watches is worse than none. Ninety days are enough to look up what was said when a
   * story is followed up, and short enough to be promised.
   */
  questions: json<QuestionSettings>().notNull().default({ isOpen: false, replyTo: 'desk', keptDays: 90 }),
  texts: json<Partial<Record<Language, SettingsTexts>>>().notNull(),
  version: integer().notNull().default(1),
})

/**
 * The statements that the law asks of a newsroom, on pages of their own. Each is one value, because it is written and
 * published whole.
 */
export const statements = table('statements', {
  kind: text().primaryKey().$type<StatementKind>(),
  content: json<Statements[StatementKind]>().notNull(),
  version: integer().notNull().default(1),
  updatedAt: instant().notNull(),
})

/** Readers' messages about the accessibility of the newsroom. They are personal data, and deleted when they are old. */
export const feedback = table(
  'feedback',
  {
    id: id(),
    language: text().notNull().$type<Language>(),
    text: text().notNull(),
    /** The page the message is about, in the reader's words. */
    page: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    createdAt: instant().notNull(),
    handledAt: instant(),
    handledBy: text().references(() => users.id),
  },
  (t) => [index('feedback_created').on(t.createdAt)],
)

/**
 * One row with the edition, which triggers raise in the same transaction as any change that readers could see
 * (`db/sqlite/edition-triggers.sql`).
 */
export const edition = table('edition', {
  id: integer().primaryKey(),
  number: integer().notNull(),
})

/** One row once the first steps of the newsroom are over, for all and for good. */
export const firstSteps = table('first_steps', {
  id: integer().primaryKey(),
  endedAt: instant().notNull(),
})

export const setupTokens = table('setup_tokens', {
  tokenHash: text().primaryKey(),
  createdAt: instant().notNull(),
})

/** Every slug that something used to have, so that no address ever breaks. */
export const redirects = table(
  'redirects',
  {
    noun: text().notNull().$type<'release' | 'person' | 'topic' | 'series'>(),
    language: text().notNull().$type<Language | ''>(),
    slug: text().notNull(),
    targetId: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.noun, t.language, t.slug] })],
)

export type Settings = typeof settings.$inferSelect
export type Feedback = typeof feedback.$inferSelect
