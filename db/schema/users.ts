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
  /** When the member last asked for anything, to some minutes. */
  lastSeenAt: instant(),
  removedAt: instant(),
})

/**
 * `id` is the hash of the token that the browser holds, so a leaked database signs nobody in. What is kept of the device
 * is what its member needs to know it again: the names of the browser and the system, and a part of the address.
 */
export const sessions = table(
  'sessions',
  {
    id: text().primaryKey(),
    userId: reference(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    browser: text().notNull().default(''),
    system: text().notNull().default(''),
    network: text().notNull().default(''),
    lastSeenAt: instant(),
  },
  (t) => [index('sessions_user').on(t.userId)],
)

/** What has been sent or handed over to somebody who is to become a member. */
export const invitations = table(
  'invitations',
  {
    id: id(),
    /** Null until the mail that takes the secret along is sent: the secret itself is stored nowhere. */
    tokenHash: text().unique(),
    /** Where it is mailed; null for a link that is handed over. */
    email: text(),
    role: text().notNull().$type<Role>(),
    /** The language of the mail. */
    language: text().notNull().$type<Language>(),
    /** The removed member whom it brings back; once redeemed, the member who came by it. */
    userId: text().references(() => users.id),
    createdAt: instant().notNull(),
    createdBy: reference(() => users.id),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    redeemedAt: instant(),
  },
  (t) => [index('invitations_made').on(t.createdAt)],
)

/** Links to choose a new password, or to confirm a new e-mail address. One that has been used is deleted. */
export const accountLinks = table(
  'account_links',
  {
    id: id(),
    kind: text().notNull().$type<'password' | 'email'>(),
    /** Null until the mail that takes the secret along is sent. */
    tokenHash: text().unique(),
    /** Null until it is known whose account a forgotten password is to. */
    userId: text().references(() => users.id),
    /** Where it is mailed; null for a link that an owner hands over. */
    email: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [index('account_links_user').on(t.userId)],
)

/** Failed sign-ins, counted per key (an address, an account) and window of time. */
export const attempts = table('attempts', {
  key: text().primaryKey(),
  count: integer().notNull(),
  windowStart: instant().notNull(),
})

export type User = typeof users.$inferSelect
export type Invitation = typeof invitations.$inferSelect
