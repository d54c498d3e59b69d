/** The tables of members and their sessions. */
import type { Language } from '#lib/locale.ts'
import { id, index, instant, integer, reference, table, text } from '../dialect.ts'
import type { Role } from '../types.ts'

export const users = table('users', {
  id: id(),
  name: text().notNull(),
  email: text().notNull().unique(),
  passwordHash: text().notNull(),
  role: text().notNull().$type<Role>(),
  language: text().notNull().$type<Language>(),
  createdAt: instant().notNull(),
  /** When the member put the list of first steps away. */
  firstStepsHiddenAt: instant(),
  removedAt: instant(),
})

/** `id` is the hash of the token that the browser holds, so a leaked database signs nobody in. */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: reference(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** Failed sign-ins, counted per key (an address, an account) and window of time. */
export const attempts = table('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowStart: instant().notNull(),
})

export type User = typeof users.$inferSelect
