/** Invitations make members: a secret link, mailed or handed over, that opens once and not for long. */
import { and, desc, eq, gt, isNotNull, isNull, lt, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import type { Language } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from '../client.ts'
import { alias } from '../dialect.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { accountEmail } from '../inputs.ts'
import { queueDelivery } from '../outbox/deliveries.ts'
import { countAttempt } from '../rate-limit.ts'
import { type Invitation, invitations, type User, users } from '../schema/users.ts'
import { type Role, roleNames } from '../types.ts'
import { addUser, requireOwner, userSchema } from '../users.ts'
import { hashPassword } from './passwords.ts'
import { hashOf, newToken } from './tokens.ts'

/** How long an invitation is good for, in hours: a mail lies unread for some days, a link is handed over at once. */
export const mailHours = 7 * 24
export const linkHours = 24
/** The most invitations within a quarter of an hour, for all owners together: a whole newsroom in one sitting. */
const maxAtOnce = 40
/** What has run out is shown to the owners for so many days, and then forgotten. */
const keptDays = 30

const asked = { role: z.enum(roleNames), userId: z.string().max(64).optional() }

const invitationSchema = z.discriminatedUnion('way', [
  z.object({ way: z.literal('mail'), email: accountEmail, ...asked }),
  z.object({ way: z.literal('link'), ...asked }),
])

type By = { actor: Pick<User, 'id' | 'language'>; now: Date }
type Made = { id: string; token: string | undefined }

const hoursFrom = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000)
const isOpen = (now: Date) =>
  and(isNull(invitations.revokedAt), isNull(invitations.redeemedAt), gt(invitations.expiresAt, now))

/**
 * Invites somebody to a role, or with `userId` a removed member to come back. Returns the secret of a link to hand over;
 * that of a mailed one is made when it is sent. Refuses whoever is no owner, an address that has an account or an open
 * invitation, a member who has not been removed, mail where no server is named, and more than forty within a quarter of
 * an hour.
 */
export async function invite(input: unknown, by: By): Promise<Made> {
  const { way, role, userId, ...rest } = invitationSchema.parse(input)
  const email = 'email' in rest ? rest.email : null
  if (way === 'mail') requireMail()
  return write(async (tx) => {
    await requireOwner(tx, by.actor)
    await countInvitation(tx, by.now)
    if (userId) await requireRemoved(tx, userId)
    if (email) await requireFree(tx, email)
    await requireNotInvited(tx, { email, userId, now: by.now })
    const language = by.actor.language
    const [row] = await tx
      .insert(invitations)
      .values({ email, role, language, userId, createdAt: by.now, createdBy: by.actor.id, expiresAt: by.now })
      .returning()
    if (!row) throw new Error('the invitation was not written')
    const token = await giveLink(tx, row, by.now)
    await record(tx, 'create', row, by)
    return { id: row.id, token }
  })
}

/**
 * Sends an invitation again, or makes its link anew and returns the secret: the old link opens nothing from then on. One
 * that has run out is good again. Refuses whoever is no owner, an invitation that has been used or revoked, and one for a
 * member who has come back meanwhile.
 */
export async function inviteAgain(id: string, by: By): Promise<Made> {
  return write(async (tx) => {
    await requireOwner(tx, by.actor)
    await countInvitation(tx, by.now)
    const row = await requireUnused(tx, id)
    if (row.userId) await requireRemoved(tx, row.userId)
    if (row.email) {
      requireMail()
      await requireFree(tx, row.email)
    }
    await requireNotInvited(tx, { email: row.email, userId: row.userId, now: by.now, but: id })
    // Whoever hands it over now answers for it.
    await tx.update(invitations).set({ createdBy: by.actor.id }).where(eq(invitations.id, id))
    const token = await giveLink(tx, row, by.now)
    await record(tx, 'renew', row, by)
    return { id, token }
  })
}

/** Revokes an invitation at once. Refuses whoever is no owner, and one that has been used or revoked. */
export async function revokeInvitation(id: string, by: By): Promise<void> {
  await write(async (tx) => {
    await requireOwner(tx, by.actor)
    const row = await requireUnused(tx, id)
    await tx.update(invitations).set({ revokedAt: by.now, tokenHash: null }).where(eq(invitations.id, id))
    await record(tx, 'revoke', row, by)
  })
}

/** Returns the invitations that have not been used or revoked, the latest first, with who made them and who comes back. */
export async function listInvitations(now: Date) {
  const { id, email, role, createdAt, createdBy, expiresAt } = invitations
  const back = alias(users, 'back')
  return db
    .select({ id, email, role, createdAt, createdBy, expiresAt, madeBy: users.name, backName: back.name })
    .from(invitations)
    .innerJoin(users, eq(users.id, createdBy))
    .leftJoin(back, eq(back.id, invitations.userId))
    .where(and(isNull(invitations.revokedAt), isNull(invitations.redeemedAt), gt(expiresAt, longAgo(now))))
    .orderBy(desc(createdAt), desc(id))
}

export interface OpenInvitation {
  id: string
  /** Null where the invited say themselves at which address they sign in. */
  email: string | null
  role: Role
  language: Language
  madeBy: string
  /** The name of a member who comes back. */
  name: string | undefined
}

/**
 * Returns the invitation that a secret opens now. Undefined, without saying which, for one that is wrong, has run out, or
 * has been used or revoked.
 */
export async function openInvitation(token: string, now: Date): Promise<OpenInvitation | undefined> {
  const [row] = await db
    .select({ invitation: invitations, madeBy: users.name })
    .from(invitations)
    .innerJoin(users, eq(users.id, invitations.createdBy))
    .where(and(eq(invitations.tokenHash, hashOf(token)), isOpen(now)))
  if (!row) return undefined
  const { id, email, role, language, userId } = row.invitation
  const back = userId ? await db.query.users.findFirst({ where: eq(users.id, userId) }) : undefined
  return { id, email, role, language, madeBy: row.madeBy, name: back?.name }
}

const redeemSchema = userSchema.omit({ role: true, email: true })

/**
 * Makes a member of whoever holds an invitation, by a name, a language and a password of their own, and an address where
 * the invitation names none. Where no password opens none is asked for: they come in by their address at the provider. A
 * removed member is the same person again, whose texts are theirs. Refuses a link that opens nothing (`link-opens-nothing`;
 * of two at the same time one), a short password, and an address that has an account.
 */
export async function redeemInvitation(token: string, input: unknown, now: Date, from?: string): Promise<User> {
  const open = await openInvitation(token, now)
  // Checked before anything costly: hashing a password takes a core for a while.
  if (!open) throw new Refusal('link-opens-nothing')
  const { password, ...typed } = redeemSchema
    .extend(open.email ? {} : { email: accountEmail })
    .partial(env.allowsPasswords ? {} : { password: true })
    .parse(input)
  const passwordHash = password ? await hashPassword(password) : ''
  return write(async (tx) => {
    const invitation = await tx.query.invitations.findFirst({
      where: and(eq(invitations.tokenHash, hashOf(token)), isOpen(now)),
    })
    if (!invitation) throw new Refusal('link-opens-nothing')
    const email = invitation.email ?? ('email' in typed ? String(typed.email) : '')
    const { name, language } = typed
    const account = { name, language, email, role: invitation.role, passwordHash }
    const user = invitation.userId
      ? await bringBack(tx, invitation.userId, account, { from, now })
      : await addUser(tx, account, now)
    await tx
      .update(invitations)
      .set({ redeemedAt: now, userId: user.id, tokenHash: null })
      .where(eq(invitations.id, invitation.id))
    const actor = { id: user.id, from }
    await recordEvent(tx, { actor, verb: 'redeem', noun: 'invitation', targetId: invitation.id, now })
    return user
  })
}

type Account = Pick<User, 'name' | 'language' | 'email' | 'role' | 'passwordHash'>

async function bringBack(
  tx: Writer,
  userId: string,
  account: Account,
  { from, now }: { from: string | undefined; now: Date },
): Promise<User> {
  await requireFree(tx, account.email)
  const before = await fieldsOf(tx, 'user', userId)
  const [user] = await tx
    .update(users)
    .set({ ...account, removedAt: null, formerAddress: null, openidRefusedAt: null })
    .where(and(eq(users.id, userId), isNotNull(users.removedAt)))
    .returning()
  if (!user) throw new Refusal('link-opens-nothing')
  await recordEvent(tx, { actor: { id: userId, from }, verb: 'restore', noun: 'user', targetId: userId, before, now })
  return user
}

/** Makes the secret that a mailed invitation takes along, when it is sent. Undefined for one that opens nothing. */
export async function issueInvitation(id: string, now: Date): Promise<{ row: Invitation; token: string } | undefined> {
  const token = newToken()
  return write(async (tx) => {
    const [row] = await tx
      .update(invitations)
      .set({ tokenHash: hashOf(token) })
      .where(and(eq(invitations.id, id), isOpen(now)))
      .returning()
    return row && { row, token }
  })
}

/** Deletes the invitations that ran out, were used or were revoked long ago. */
export async function pruneInvitations(now: Date): Promise<void> {
  const old = lt(invitations.expiresAt, longAgo(now))
  if (!(await db.select({ id: invitations.id }).from(invitations).where(old).limit(1)).length) return
  await write((tx) => tx.delete(invitations).where(old))
}

const longAgo = (now: Date) => hoursFrom(now, -keptDays * 24)

/** Gives an invitation a new link, good from now on: queued to be mailed, or returned to be handed over. */
async function giveLink(tx: Writer, { id, email }: Invitation, now: Date): Promise<string | undefined> {
  const token = email ? undefined : newToken()
  const link = { tokenHash: token ? hashOf(token) : null, expiresAt: hoursFrom(now, email ? mailHours : linkHours) }
  await tx.update(invitations).set(link).where(eq(invitations.id, id))
  if (email) await queueDelivery(tx, { kind: 'invitation', recipient: email, subjectId: id, now }, { again: true })
  return token
}

function requireMail() {
  if (!env.mailServer) throw new Refusal('no-mail-server')
}

const countInvitation = (tx: Writer, now: Date) =>
  countAttempt(tx, 'invitations', { max: maxAtOnce, now, code: 'too-many-invitations' })

async function requireUnused(tx: Writer, id: string): Promise<Invitation> {
  const row = await tx.query.invitations.findFirst({
    where: and(eq(invitations.id, id), isNull(invitations.revokedAt), isNull(invitations.redeemedAt)),
  })
  if (!row) throw new Refusal('unknown-invitation')
  return row
}

async function requireRemoved(tx: Writer, userId: string): Promise<void> {
  const user = await tx.query.users.findFirst({ where: eq(users.id, userId) })
  if (!user?.removedAt) throw new Refusal('unknown-member')
}

async function requireFree(tx: Writer, email: string): Promise<void> {
  if (await tx.query.users.findFirst({ where: eq(users.email, email) }))
    throw new Refusal('email-taken', { field: 'email' })
}

async function requireNotInvited(
  tx: Writer,
  who: { email: string | null; userId: string | null | undefined; now: Date; but?: string },
): Promise<void> {
  const alike = [
    ...(who.email ? [eq(invitations.email, who.email)] : []),
    ...(who.userId ? [eq(invitations.userId, who.userId)] : []),
  ]
  if (alike.length === 0) return
  const found = await tx.query.invitations.findFirst({
    where: and(or(...alike), isOpen(who.now), ne(invitations.id, who.but ?? '')),
  })
  if (found) throw new Refusal('already-invited', { field: 'email' })
}

/** Records whom it asks, and to be what. */
const record = (tx: Writer, verb: string, { id, role, email }: Invitation, { actor, now }: By) => {
  const details = { role, ...(email && { recipient: email }) }
  return recordEvent(tx, { actor, verb, noun: 'invitation', targetId: id, details, now })
}
