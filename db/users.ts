/** Members of the newsroom: who they are, the role they have, and the language their studio speaks. */
import { and, asc, desc, eq, gt, isNotNull, isNull, ne, or } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from './client.ts'
import { fieldsOf } from './events/fields.ts'
import { type Actor, type AnyActor, recordEvent } from './events.ts'
import { accountEmail, comparableEmail, requiredLine } from './inputs.ts'
import { may } from './permissions.ts'
import { letGoOfQuestions } from './questions/steps.ts'
import { passOnReviewsOf } from './releases/review/tell.ts'
import { calendarLinks } from './schema/duties.ts'
import { notifications } from './schema/outbox.ts'
import { commentReads, presences, previewLinks, releases } from './schema/releases.ts'
import { signOffs } from './schema/sign-offs.ts'
import { accountLinks, invitations, sessions, type User, users } from './schema/users.ts'
import { type Role, roleNames } from './types.ts'
import { tellOfHandOver } from './users/notifications.ts'
import { hashPassword } from './users/passwords.ts'
import { hashOf } from './users/tokens.ts'

export const userSchema = z.object({
  name: requiredLine(200),
  email: accountEmail,
  // As it is hashed: å in two signs is one letter.
  password: z.string().normalize('NFC').min(12, { error: 'password-short' }).max(200, { error: 'too-long' }),
  role: z.enum(roleNames),
  language: z.enum(languages),
})

/** Adds a member inside a change under way. Refuses an address that has an account. */
export async function addUser(
  tx: Writer,
  input: Omit<z.infer<typeof userSchema>, 'password'> & { passwordHash: string },
  now: Date,
  actor: AnyActor = null,
): Promise<User> {
  const { name, email, role, language, passwordHash } = input
  if (await tx.query.users.findFirst({ where: eq(users.email, email) }))
    throw new Refusal('email-taken', { field: 'email' })
  const [user] = await tx
    .insert(users)
    .values({ name, email, role, language, passwordHash, createdAt: now })
    .returning()
  if (!user) throw new Error('the member was not written')
  // Whoever comes by an invitation or sets the newsroom up makes the account themselves.
  const maker = actor ?? { id: user.id }
  await recordEvent(tx, { actor: maker, verb: 'create', noun: 'user', targetId: user.id, before: {}, now })
  return user
}

/** Creates a member with a password of their own, for the operator. Refuses a short password and an address that has an account. */
export async function createUser(input: z.input<typeof userSchema>, now: Date): Promise<User> {
  const user = userSchema.parse(input)
  const passwordHash = await hashPassword(user.password)
  return write((tx) => addUser(tx, { ...user, passwordHash }, now, 'operator'))
}

/** Returns the members by name, without those who have been removed. */
export async function listUsers(): Promise<User[]> {
  return db.query.users.findMany({ where: isNull(users.removedAt), orderBy: asc(users.name) })
}

/** Sets the language of a member's studio. */
export async function setLanguage(language: Language, { actor, now }: { actor: Actor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const about = { noun: 'user', targetId: actor.id, before: await fieldsOf(tx, 'user', actor.id) }
    const set = tx
      .update(users)
      .set({ language })
      .where(and(eq(users.id, actor.id), ne(users.language, language)))
    if ((await set.returning({ id: users.id })).length === 0) return
    await recordEvent(tx, { actor, verb: 'save', ...about, now })
  })
}

/** Returns who has been removed, the latest first. */
export async function listRemoved(): Promise<Pick<User, 'id' | 'name' | 'role' | 'removedAt'>[]> {
  const { id, name, role, removedAt } = users
  return db.select({ id, name, role, removedAt }).from(users).where(isNotNull(removedAt)).orderBy(desc(removedAt))
}

type By = { actor: Actor | 'operator'; now: Date }

/** Refuses (`owners-only`) somebody who is no owner now, whatever they were when they asked. The operator may. */
export async function requireOwner(tx: Writer, actor: Actor | 'operator'): Promise<void> {
  if (actor === 'operator') return
  const member = await tx.query.users.findFirst({ where: and(eq(users.id, actor.id), isNull(users.removedAt)) })
  if (!member || !may(member, 'manage-members')) throw new Refusal('owners-only')
}

/**
 * Gives a member another role, which holds from the next request. The invitations of somebody who is no owner any more
 * open nothing. Refuses an unknown account, whoever is no owner, and to leave the newsroom without one.
 */
export async function changeRole(email: string, role: Role, by: By): Promise<void> {
  await write(async (tx) => {
    await requireOwner(tx, by.actor)
    const user = await memberBy(tx, email)
    if (user.role === role) return
    if (await isLastOwner(tx, user)) throw new Refusal('last-owner')
    await giveRole(tx, user, role, { ...by, verb: 'change-role' })
  })
}

/**
 * Gives a member another role as part of a change under way, and revokes the invitations of an owner who is none any more.
 * Whether the newsroom keeps an owner is the caller's to ask.
 */
export async function giveRole(
  tx: Writer,
  user: User,
  role: Role,
  { actor, now, verb }: { actor: AnyActor; now: Date; verb: 'change-role' | 'apply-role' },
): Promise<void> {
  const before = await fieldsOf(tx, 'user', user.id)
  await tx.update(users).set({ role }).where(eq(users.id, user.id))
  if (user.role === 'owner') await revokeInvitationsOf(tx, user, { actor, now })
  if (!may({ ...user, role }, 'review')) await passOnReviewsOf(tx, user, now)
  const details = { from: user.role, to: role }
  await recordEvent(tx, { actor, now, verb, noun: 'user', targetId: user.id, before, details })
}

/**
 * Removes a member. What they have written keeps their name, and nothing else of them is kept: the address is free for
 * another account, their sessions end, and the links they have made open nothing. Only who they are at the provider is kept,
 * and a hash of the address, so that signing in there does not bring them back. The texts they were writing, which
 * readers have not seen, or not as they are now, are handed to `heir`. Refuses an unknown account, whoever is no owner, to leave the newsroom
 * without one, and (`heir-missing`) an owner who does not say which other member takes over.
 */
export async function removeUser(email: string, by: By & { heir?: string }): Promise<void> {
  const { actor, now, heir } = by
  await write(async (tx) => {
    await requireOwner(tx, actor)
    const user = await memberBy(tx, email)
    if (await isLastOwner(tx, user)) throw new Refusal('last-owner')
    await handOver(tx, user, { actor, now, heir })
    const before = await fieldsOf(tx, 'user', user.id)
    await tx
      .update(users)
      .set({
        email: `removed:${user.id}`,
        formerAddress: formerAddressOf(user.id, user.email),
        passwordHash: '',
        lastSeenAt: null,
        mailChoices: {},
        removedAt: now,
      })
      .where(eq(users.id, user.id))
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id))
    await tx.delete(calendarLinks).where(eq(calendarLinks.userId, user.id))
    await tx.delete(presences).where(eq(presences.userId, user.id))
    await tx.delete(notifications).where(eq(notifications.userId, user.id))
    await tx.delete(commentReads).where(eq(commentReads.userId, user.id))
    await passOnReviewsOf(tx, user, now)
    await letGoOfQuestions(tx, user)
    await revokePreviewLinksOf(tx, user, { actor, now })
    await revokeSignOffsOf(tx, user, { actor, now })
    await revokeInvitationsOf(tx, user, { actor, now })
    await recordEvent(tx, { actor, now, verb: 'remove', noun: 'user', targetId: user.id, before })
  })
}

/** Returns the hash by which the address of a removed member is known again. */
const formerAddressOf = (id: string, email: string): string => hashOf(`${id} ${email}`)

/** Whether an address is that of somebody who has been removed. */
export async function wasRemoved(tx: Writer, email: string): Promise<boolean> {
  const former = await tx
    .select({ id: users.id, hash: users.formerAddress })
    .from(users)
    .where(and(isNotNull(users.removedAt), isNotNull(users.formerAddress)))
  return former.some(({ id, hash }) => hash === formerAddressOf(id, email))
}

/** The texts of which readers have not seen all: what would lie untouched without whoever writes them. */
const isUnfinished = (now: Date) =>
  or(isNull(releases.publishAt), gt(releases.publishAt, now), ne(releases.draftRevisionId, releases.liveRevisionId))

/** Returns how many texts each member is writing that readers have not seen, or not as they are now. */
export async function countUnfinished(now: Date): Promise<Map<string, number>> {
  const rows = await db.select({ writer: releases.createdBy }).from(releases).where(isUnfinished(now))
  const counts = new Map<string, number>()
  for (const { writer } of rows) if (writer) counts.set(writer, (counts.get(writer) ?? 0) + 1)
  return counts
}

async function handOver(tx: Writer, user: User, { actor, now, heir }: By & { heir?: string | undefined }) {
  const isTheirs = and(eq(releases.createdBy, user.id), isUnfinished(now))
  const texts = await tx.select({ id: releases.id }).from(releases).where(isTheirs)
  if (texts.length === 0) return
  if (!heir) {
    // The operator may need to shut somebody out before anybody knows who takes over.
    if (actor !== 'operator') throw new Refusal('heir-missing', { field: 'heir' })
    return
  }
  const taker = await memberBy(tx, heir).catch(() => undefined)
  if (!taker || taker.id === user.id) throw new Refusal('unknown-member', { field: 'heir' })
  for (const { id } of texts) {
    const before = await fieldsOf(tx, 'release', id)
    await tx.update(releases).set({ createdBy: taker.id }).where(eq(releases.id, id))
    const details = { writer: taker.id }
    await recordEvent(tx, { actor, now, verb: 'reassign', noun: 'release', targetId: id, details, before })
    await tellOfHandOver(tx, { releaseId: id, from: null, to: taker }, { actor, now })
  }
}

async function revokePreviewLinksOf(tx: Writer, { id: userId }: User, { actor, now }: By): Promise<void> {
  const open = await tx
    .select({ id: previewLinks.id, release: previewLinks.releaseId })
    .from(previewLinks)
    .where(and(eq(previewLinks.createdBy, userId), isNull(previewLinks.revokedAt)))
  for (const { id, release } of open) {
    const about = { noun: 'preview-link', targetId: id, before: await fieldsOf(tx, 'preview-link', id) }
    await tx.update(previewLinks).set({ revokedAt: now }).where(eq(previewLinks.id, id))
    await recordEvent(tx, { actor, now, verb: 'revoke', ...about, details: { release } })
  }
}

async function revokeSignOffsOf(tx: Writer, { id: userId }: User, { actor, now }: By): Promise<void> {
  const open = await tx
    .select({ id: signOffs.id, name: signOffs.name, release: signOffs.releaseId })
    .from(signOffs)
    .where(and(eq(signOffs.createdBy, userId), isNull(signOffs.revokedAt)))
  for (const { id, ...details } of open) {
    const about = { noun: 'sign-off', targetId: id, before: await fieldsOf(tx, 'sign-off', id) }
    await tx.update(signOffs).set({ revokedAt: now, tokenHash: null, reminderHash: null }).where(eq(signOffs.id, id))
    await recordEvent(tx, { actor, now, verb: 'revoke', ...about, details })
  }
}

async function revokeInvitationsOf(
  tx: Writer,
  user: User,
  { actor, now }: { actor: AnyActor; now: Date },
): Promise<void> {
  const isOpen = and(isNull(invitations.revokedAt), isNull(invitations.redeemedAt))
  const revoked = await tx
    .update(invitations)
    .set({ revokedAt: now })
    .where(and(eq(invitations.createdBy, user.id), isOpen))
    .returning({ id: invitations.id, role: invitations.role, email: invitations.email })
  for (const { id, role, email } of revoked) {
    const details = { role, ...(email && { recipient: email }) }
    await recordEvent(tx, { actor, now, verb: 'revoke', noun: 'invitation', targetId: id, details })
  }
}

/** Returns the member with an address. Refuses (`unknown-user`) one that nobody has. */
export async function memberBy(tx: Writer, email: string): Promise<User> {
  const user = await tx.query.users.findFirst({
    where: and(eq(users.email, comparableEmail(email)), isNull(users.removedAt)),
  })
  if (!user) throw new Refusal('unknown-user', { field: 'email' })
  return user
}

/** Whether the newsroom has no other owner than this member. */
export async function isLastOwner(tx: Writer, { id, role }: User): Promise<boolean> {
  if (role !== 'owner') return false
  const another = await tx.query.users.findFirst({
    where: and(eq(users.role, 'owner'), ne(users.id, id), isNull(users.removedAt)),
  })
  return another === undefined
}

/**
 * Changes the password and ends every session of the account, which can be entered again whatever the provider has said.
 * Refuses a short password and an unknown account.
 */
export async function changePassword(email: string, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(userSchema.shape.password.parse(password))
  await write(async (tx) => {
    const { id } = await memberBy(tx, email)
    const before = await fieldsOf(tx, 'user', id)
    await tx.update(users).set({ passwordHash, openidRefusedAt: null }).where(eq(users.id, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, id))
    await recordEvent(tx, { actor: 'operator', verb: 'change-password', noun: 'user', targetId: id, before, now })
  })
}
