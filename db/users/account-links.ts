/** Links that let a member choose a new password, or show that a new e-mail address is theirs. */
import { and, eq, gt, isNotNull, isNull, lt, ne, type SQL } from 'drizzle-orm'
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
import { openSession, type Visitor } from './sessions.ts'
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
 * five from one client within a quarter of an hour, and all where no mail server is named or no password opens.
 */
export async function requestPasswordLink(input: unknown, from: { address: string; now: Date }): Promise<void> {
  const { email } = z.object({ email: accountEmail }).parse(input)
  const { now, address } = from
  requirePasswords()
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
 * Makes a link to a new password for a member, to be handed over, and returns its secret. An older one, mailed or handed
 * over, opens nothing from then on. Refuses whoever is no owner, and somebody who is no member; of all but the operator also
 * one for a member who signs in elsewhere, and any where no password opens: the operator's lets the member in without one.
 */
export async function createPasswordLink(
  userId: string,
  by: { actor: Actor | 'operator'; now: Date },
): Promise<string> {
  const token = newToken()
  if (by.actor !== 'operator') requirePasswords()
  return write(async (tx) => {
    await requireOwner(tx, by.actor)
    const user = await tx.query.users.findFirst({ where: and(eq(users.id, userId), isNull(users.removedAt)) })
    if (!user) throw new Refusal('unknown-member')
    if (by.actor !== 'operator' && signsInElsewhere(user)) throw new Refusal('signs-in-elsewhere')
    await endLinks(tx, userId, 'password')
    // So do the mails that have been asked for and are not made yet.
    await tx.delete(accountLinks).where(and(eq(accountLinks.kind, 'password'), eq(accountLinks.email, user.email)))
    if (by.actor === 'operator') await tx.update(users).set({ openidRefusedAt: null }).where(eq(users.id, userId))
    const expiresAt = after(by.now, passwordMinutes)
    await tx
      .insert(accountLinks)
      .values({ kind: 'password', tokenHash: hashOf(token), userId, createdAt: by.now, expiresAt })
    await recordEvent(tx, { ...by, verb: 'make-password-link', noun: 'user', targetId: userId })
    return token
  })
}

/**
 * Asks that a new address of a member be confirmed, as part of a change under way, and tells the one they have. Refuses an
 * address that has an account.
 */
export async function requestEmail(tx: Writer, user: User & Actor, email: string, now: Date): Promise<void> {
  if (!env.mailServer) throw new Refusal('no-mail-server', { field: 'email' })
  await countAttempt(tx, `email-link:${user.id}`, { max: maxEmailChanges, now })
  await requireFree(tx, email)
  await endLinks(tx, user.id, 'email')
  const values = { kind: 'email' as const, userId: user.id, email, createdAt: now, expiresAt: after(now, emailMinutes) }
  const [link] = await tx.insert(accountLinks).values(values).returning({ id: accountLinks.id })
  if (!link) throw new Error('the link was not written')
  await queueDelivery(tx, { kind: 'email-link', recipient: email, subjectId: link.id, now })
  await queueDelivery(tx, { kind: 'email-asked', recipient: user.email, subjectId: link.id, now })
  await recordEvent(tx, { actor: user, verb: 'ask-email', noun: 'user', targetId: user.id, now })
}

/** Withdraws the address that a member has asked to have: its link opens nothing. Where none is awaited, nothing changes. */
export async function withdrawEmail(userId: string, by: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const ended = await endLinks(tx, userId, 'email')
    if (ended.length === 0) return
    await dropDeliveriesAbout(tx, ended)
    await recordEvent(tx, { ...by, verb: 'withdraw-email', noun: 'user', targetId: userId })
  })
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
 * often they have missed. Refuses a short password, a link that opens nothing (`link-opens-nothing`; of two at the same
 * time one), and all where no password opens.
 */
export async function resetPassword(token: string, input: unknown, now: Date, from?: string): Promise<User> {
  requirePasswords()
  // Checked before anything costly: hashing a password takes a core for a while.
  if (!(await openAccountLink('password', token, now))) throw new Refusal('link-opens-nothing')
  const { password } = userSchema.pick({ password: true }).parse(input)
  const passwordHash = await hashPassword(password)
  return write(async (tx) => {
    const link = await linkBy(tx, 'password', token, now)
    if (!link) throw new Refusal('link-opens-nothing')
    const { user } = link
    const before = await fieldsOf(tx, 'user', user.id)
    await tx.update(users).set({ passwordHash }).where(eq(users.id, user.id))
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id))
    await forgetMisses(tx, user.email)
    const actor = { id: user.id, from }
    await recordEvent(tx, { actor, verb: 'reset-password', noun: 'user', targetId: user.id, before, now })
    return user
  })
}

/**
 * Signs in the member of a link where no password opens, and returns a session token: what the operator makes for
 * whoever the provider does not let in. Undefined for a link that opens nothing, and where its member is to choose a
 * password.
 */
export async function signInByLink(
  token: string,
  from: Visitor,
  now: Date,
): Promise<{ user: User; token: string } | undefined> {
  if (env.allowsPasswords) return undefined
  return write(async (tx) => {
    const link = await linkBy(tx, 'password', token, now)
    if (!link) return undefined
    const { user } = link
    await endLinks(tx, user.id, 'password')
    const session = await openSession(tx, user, from, now)
    const actor = { id: user.id, from: from.address }
    await recordEvent(tx, { actor, verb: 'sign-in-by-link', noun: 'user', targetId: user.id, now })
    return { user, token: session }
  })
}

/**
 * Makes the confirmed address the one the member signs in with, and tells the one they had. Links to a new password that
 * were mailed to the old one open nothing from then on. Refuses a link that opens nothing, and an address that has got an
 * account meanwhile.
 */
export async function confirmEmail(token: string, now: Date, from?: string): Promise<void> {
  await write(async (tx) => {
    const link = await linkBy(tx, 'email', token, now)
    if (!link?.email) throw new Refusal('link-opens-nothing')
    await requireFree(tx, link.email)
    const before = await fieldsOf(tx, 'user', link.user.id)
    await tx.update(users).set({ email: link.email }).where(eq(users.id, link.user.id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, link.user.id))
    const told = { recipient: link.user.email, subjectId: link.user.id, now }
    await queueDelivery(tx, { kind: 'email-changed', ...told }, { again: true })
    const actor = { id: link.user.id, from }
    await recordEvent(tx, { actor, verb: 'change-email', noun: 'user', targetId: link.user.id, before, now })
  })
}

/**
 * Makes the secret that a mailed link takes along, when it is sent, and finds whose it is. Undefined for one that has run
 * out, for an address that is nobody's, and for a new password of somebody who signs in elsewhere.
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
    if (!user || (link.kind === 'password' && signsInElsewhere(user))) {
      await tx.delete(accountLinks).where(eq(accountLinks.id, id))
      // An address that somebody has typed is kept no longer than it takes to see that it is nobody's.
      await dropDeliveriesAbout(tx, [id])
      return undefined
    }
    // Anybody can ask for a mail: it ends the mails before it, and never what an owner has handed over.
    await endLinks(tx, user.id, link.kind, and(isNotNull(accountLinks.email), ne(accountLinks.id, id)))
    await tx
      .update(accountLinks)
      .set({ userId: user.id, tokenHash: hashOf(token) })
      .where(eq(accountLinks.id, id))
    const verb = { password: 'mail-password-link', email: 'mail-email-link' }[link.kind]
    await recordEvent(tx, { actor: null, verb, noun: 'user', targetId: user.id, now })
    return { id, email: link.email, user, token }
  })
}

/** Returns a confirmation that is awaited, and whose it is. Undefined for one that was withdrawn, used, or has run out. */
export async function awaitedLink(id: string, now: Date): Promise<{ email: string; user: User } | undefined> {
  const [row] = await db
    .select({ email: accountLinks.email, user: users })
    .from(accountLinks)
    .innerJoin(users, and(eq(users.id, accountLinks.userId), isNull(users.removedAt)))
    .where(and(eq(accountLinks.id, id), gt(accountLinks.expiresAt, now)))
  return row?.email ? { email: row.email, user: row.user } : undefined
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

/** Ends the links of a kind, and returns which they were. */
async function endLinks(tx: Writer, userId: string, kind: Kind, which?: SQL): Promise<string[]> {
  const theirs = and(eq(accountLinks.userId, userId), eq(accountLinks.kind, kind), which)
  const ended = await tx.delete(accountLinks).where(theirs).returning({ id: accountLinks.id })
  return ended.map(({ id }) => id)
}

/** Whether a member comes from the provider: a password of theirs would outlive their account there. */
const signsInElsewhere = ({ openidSubject }: User): boolean => env.openid !== undefined && openidSubject !== null

function requirePasswords() {
  if (!env.allowsPasswords) throw new Refusal('passwords-off')
}

async function requireFree(tx: Writer, email: string): Promise<void> {
  if (await tx.query.users.findFirst({ where: eq(users.email, email) }))
    throw new Refusal('email-taken', { field: 'email' })
}
