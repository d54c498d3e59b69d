/** The newsroom itself: its settings and statements, the edition readers see, and the addresses that have moved. */
import type { Language } from '#lib/locale.ts'
import { id, index, instant, integer, json, primaryKey, table, text } from '../dialect.ts'
import type { SettingsTexts, StatementKind, Statements } from '../types.ts'
import { users } from './users.ts'

export const settings = table('settings', {
  id: text().primaryKey().$type<'settings'>(),
  name: text().notNull(),
  accent: text().notNull(),
  languages: json<Language[]>().notNull(),
  timeZone: text().notNull(),
  foundedYear: integer().notNull(),
  pressPhone: text().notNull().default(''),
  pressEmail: text().notNull().default(''),
  /** How heavy a text may read, by LIX, before its writer is told. Fifty is where easy news ends and officialese begins. */
  lixTarget: integer().notNull().default(50),
  texts: json<Partial<Record<Language, SettingsTexts>>>().notNull(),
  version: integer().notNull().default(1),
})

/** What the law has a newsroom say, on pages of their own: whole, because it is written and published whole. */
export const statements = table('statements', {
  kind: text().primaryKey().$type<StatementKind>(),
  content: json<Statements[StatementKind]>().notNull(),
  version: integer().notNull().default(1),
  updatedAt: instant().notNull(),
})

/** What readers have written about the accessibility of the newsroom. Personal data, and deleted when it is old. */
export const feedback = table(
  'feedback',
  {
    id: id(),
    language: text().notNull().$type<Language>(),
    text: text().notNull(),
    /** Which page it is about, in the reader's words. */
    page: text().notNull(),
    name: text().notNull(),
    email: text().notNull(),
    createdAt: instant().notNull(),
    handledAt: instant(),
    handledBy: text().references(() => users.id),
  },
  (t) => [index('feedback_created').on(t.createdAt)],
)

/** One row, raised in the same transaction as any change a reader could see (`db/sqlite/edition-triggers.sql`). */
export const edition = table('edition', {
  id: integer().primaryKey(),
  number: integer().notNull(),
})

export const setupTokens = table('setup_tokens', {
  tokenHash: text().primaryKey(),
  createdAt: instant().notNull(),
})

/** Every slug something used to have, so that no address ever breaks. */
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
