/** Links that let a member choose a new password, or show that a new e-mail address is theirs. */
import { and, eq, gt, isNull, lt, ne } from 'drizzle-orm'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { accountEmail } from '../inputs.ts'
import { dropDeliveriesAbout, queueDelivery } from '../outbox/deliveries.ts'
import { addressKey, countAttempt } from '../rate-limit.ts'
import { accountLinks, sessions, type User, users } from '../schema/users.ts'
import { requireOwner, userSchema } from '../users.ts'
import { hashPassword } from './passwords.ts'
import { forgetMisses } from './sign-in.ts'
import { hashOf, newToken } from './tokens.ts'

export const passwordMinutes = 30
const emailMinutes = 24 * 60
const maxPerAddress = 5
const maxPerAccount = 3
const maxAtOnce = 60
const maxEmailChanges = 5

type Kind = (typeof accountLinks.$inferSelect)['kind']
export type AccountLink = { id: string; email: string | null; user: User }

const after = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000)

/**
 * Asks for a link to a new password by mail. It does the same, in the same time, whether the address is a member's or
 * nobody's: whose it is, is looked up when the mail is made. Refuses what is no address, more than three for an address or
 * five from one client within a quarter of an hour, and all where no mail server is named.
 */
export async function requestPasswordLink(input: unknown, from: { address: string; now: Date }): Promise<void> {
  const { email } = z.object({ email: accountEmail }).parse(input)
  const { now, address } = from
  if (!env.mailServer) throw new Refusal('no-mail-server')
  await write(async (tx) => {
    await countAttempt(tx, 'password-links', { max: maxAtOnce, now })
    await countAttempt(tx, addressKey('password-link', address), { max: maxPerAddress, now })
    await countAttempt(tx, `password-link:${hashOf(email)}`, { max: maxPerAccount, now })
    const values = { kind: 'password' as const, email, createdAt: now, expiresAt: after(now, passwordMinutes) }
    const [link] = await tx.insert(accountLinks).values(values).returning({ id: accountLinks.id })
    if (!link) throw new Error('the link was not written')
    await queueDelivery(tx, { kind: 'password-link', recipient: email, subjectId: link.id, now })
  })
}

/**
 * Makes a link to a new password for a member, to be handed over, and returns its secret. An older one opens nothing from
 * then on. Refuses whoever is no owner, and somebody who is no member.
 */
export async function createPasswordLink(userId: string, by: { actor: Actor; now: Date }): Promise<string> {
  const token = newToken()
  return write(async (tx) => {
    await requireOwner(tx, by.actor)
    const user = await tx.query.users.findFirst({ where: and(eq(users.id, userId), isNull(users.removedAt)) })
    if (!user) throw new Refusal('unknown-member')
    await endLinks(tx, userId, 'password')
    const expiresAt = after(by.now, passwordMinutes)
    await tx
      .insert(accountLinks)
      .values({ kind: 'password', tokenHash: hashOf(token), userId, createdAt: by.now, expiresAt })
    await recordEvent(tx, { ...by, verb: 'make-password-link', noun: 'user', targetId: userId })
    return token
  })
}

/** Asks that a new address of a member be confirmed, as part of a change under way. Refuses one that has an account. */
export async function requestEmail(tx: Writer, user: User & Actor, email: string, now: Date): Promise<void> {
  if (!env.mailServer) throw new Refusal('no-mail-server', { field: 'email' })
  await countAttempt(tx, `email-link:${user.id}`, { max: maxEmailChanges, now })
  await requireFree(tx, email)
  await endLinks(tx, user.id, 'email')
  const values = { kind: 'email' as const, userId: user.id, email, createdAt: now, expiresAt: after(now, emailMinutes) }
  const [link] = await tx.insert(accountLinks).values(values).returning({ id: accountLinks.id })
  if (!link) throw new Error('the link was not written')
  await queueDelivery(tx, { kind: 'email-link', recipient: email, subjectId: link.id, now })
  await recordEvent(tx, { actor: user, verb: 'ask-email', noun: 'user', targetId: user.id, now })
}

/** Returns the address that a member has asked to have and not confirmed yet. */
export async function awaitedEmail(userId: string, now: Date): Promise<string | undefined> {
  const link = await db.query.accountLinks.findFirst({
    where: and(eq(accountLinks.userId, userId), eq(accountLinks.kind, 'email'), gt(accountLinks.expiresAt, now)),
  })
  return link?.email ?? undefined
}

/**
 * Returns what a secret opens now. Undefined, without saying which, for one that is wrong, has run out or has been used,
 * and for one of somebody who is no member any more.
 */
export const openAccountLink = (kind: Kind, token: string, now: Date): Promise<AccountLink | undefined> =>
  linkBy(db, kind, token, now)

async function linkBy(reader: Writer, kind: Kind, token: string, now: Date): Promise<AccountLink | undefined> {
  const [row] = await reader
    .select({ link: accountLinks, user: users })
    .from(accountLinks)
    .innerJoin(users, and(eq(users.id, accountLinks.userId), isNull(users.removedAt)))
    .where(and(eq(accountLinks.tokenHash, hashOf(token)), eq(accountLinks.kind, kind), gt(accountLinks.expiresAt, now)))
  return row && { id: row.link.id, email: row.link.email, user: row.user }
}

/**
 * Gives the member of a link a new password, ends all their sessions and links, and lets them sign in at once however
 * often they have missed. Refuses a short password, and a link that opens nothing (`link-opens-nothing`; of two at the
 * same time one).
 */
export async function resetPassword(token: string, input: unknown, now: Date, from?: string): Promise<User> {
  // Checked before anything costly: hashing a password takes a core for a while.
  if (!(await openAccountLink('password', token, now))) throw new Refusal('link-opens-nothing')
  const { password } = userSchema.pick({ password: true }).parse(input)
  const passwordHash = await hashPassword(password)
  return write(async (tx) => {
    const link = await linkBy(tx, 'password', token, now)
    if (!link) throw new Refusal('link-opens-nothing')
    const { user } = link
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id))
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id))
    await forgetMisses(tx, user.email)
    const actor = { id: user.id, from }
    await recordEvent(tx, { actor, verb: 'reset-password', noun: 'user', targetId: user.id, now })
    return user
  })
}

/**
 * Makes the confirmed address the one the member signs in with. Links to a new password that were mailed to the old one
 * open nothing from then on. Refuses a link that opens nothing, and an address that has got an account meanwhile.
 */
export async function confirmEmail(token: string, now: Date, from?: string): Promise<void> {
  await write(async (tx) => {
    const link = await linkBy(tx, 'email', token, now)
    if (!link?.email) throw new Refusal('link-opens-nothing')
    await requireFree(tx, link.email)
    const before = await fieldsOf(tx, 'user', link.user.id)
    await tx.update(users).set({ email: link.email }).where(eq(users.id, link.user.id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, link.user.id))
    const actor = { id: link.user.id, from }
    await recordEvent(tx, { actor, verb: 'change-email', noun: 'user', targetId: link.user.id, before, now })
  })
}

/**
 * Makes the secret that a mailed link takes along, when it is sent, and finds whose it is. Undefined for one that has run
 * out, and for an address that is nobody's.
 */
export async function issueAccountLink(id: string, now: Date): Promise<(AccountLink & { token: string }) | undefined> {
  const token = newToken()
  return write(async (tx) => {
    const link = await tx.query.accountLinks.findFirst({
      where: and(eq(accountLinks.id, id), gt(accountLinks.expiresAt, now)),
    })
    if (!link) return undefined
    const whose = link.userId ? eq(users.id, link.userId) : eq(users.email, link.email ?? '')
    const user = await tx.query.users.findFirst({ where: and(whose, isNull(users.removedAt)) })
    if (!user) {
      await tx.delete(accountLinks).where(eq(accountLinks.id, id))
      // An address that somebody has typed is kept no longer than it takes to see that it is nobody's.
      await dropDeliveriesAbout(tx, [id])
      return undefined
    }
    await endLinks(tx, user.id, link.kind, id)
    await tx
      .update(accountLinks)
      .set({ userId: user.id, tokenHash: hashOf(token) })
      .where(eq(accountLinks.id, id))
    const verb = { password: 'mail-password-link', email: 'mail-email-link' }[link.kind]
    await recordEvent(tx, { actor: null, verb, noun: 'user', targetId: user.id, now })
    return { id, email: link.email, user, token }
  })
}

/** Deletes the links that have run out, and what is known of their mails. */
export async function pruneAccountLinks(now: Date): Promise<void> {
  const old = lt(accountLinks.expiresAt, now)
  if (!(await db.select({ id: accountLinks.id }).from(accountLinks).where(old).limit(1)).length) return
  await write(async (tx) => {
    const deleted = await tx.delete(accountLinks).where(old).returning({ id: accountLinks.id })
    await dropDeliveriesAbout(
      tx,
      deleted.map(({ id }) => id),
    )
  })
}

async function endLinks(tx: Writer, userId: string, kind: Kind, but = ''): Promise<void> {
  const others = and(eq(accountLinks.userId, userId), eq(accountLinks.kind, kind), ne(accountLinks.id, but))
  await tx.delete(accountLinks).where(others)
}

async function requireFree(tx: Writer, email: string): Promise<void> {
  if (await tx.query.users.findFirst({ where: eq(users.email, email) }))
    throw new Refusal('email-taken', { field: 'email' })
}
