/** Members of the newsroom: who they are, the role they have, and the language their studio speaks. */
import { and, asc, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from './client.ts'
import { fieldsOf } from './events/fields.ts'
import { type AnyActor, recordEvent } from './events.ts'
import { comparableEmail, requiredLine } from './inputs.ts'
import { commentReads, presences, previewLinks } from './schema/releases.ts'
import { sessions, type User, users } from './schema/users.ts'
import { type Role, roleNames } from './types.ts'
import { hashPassword } from './users/passwords.ts'

export const userSchema = z.object({
  name: requiredLine(200),
  email: z
    .email({ error: 'email' })
    .max(254, { error: 'too-long' })
    .transform((email) => email.toLowerCase()),
  password: z.string().min(12, { error: 'password-short' }).max(200, { error: 'too-long' }),
  role: z.enum(roleNames),
  language: z.enum(languages),
})

/** Adds a member inside a change under way. Refuses an address that has an account. */
export async function addUser(
  tx: Writer,
  input: z.infer<typeof userSchema> & { passwordHash: string },
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
  await recordEvent(tx, { actor, verb: 'create', noun: 'user', targetId: user.id, before: {}, now })
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
export async function setLanguage(userId: string, language: Language): Promise<void> {
  await write(async (tx) => {
    await tx.update(users).set({ language }).where(eq(users.id, userId))
  })
}

/**
 * Gives a member another role, which holds from the next request. Refuses an unknown account, and to leave the newsroom
 * without an owner.
 */
export async function changeRole(email: string, role: Role, by: { actor: AnyActor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const user = await memberBy(tx, email)
    if (user.role === role) return
    if (role !== 'owner') await requireAnotherOwner(tx, user)
    const before = await fieldsOf(tx, 'user', user.id)
    await tx.update(users).set({ role }).where(eq(users.id, user.id))
    const details = { from: user.role, to: role }
    await recordEvent(tx, { ...by, verb: 'change-role', noun: 'user', targetId: user.id, before, details })
  })
}

/**
 * Removes a member. What they have written keeps their name, and nothing else of them is kept: the address is free for
 * another account, their sessions end, and the preview links they have made open nothing. Refuses an unknown account,
 * and to leave the newsroom without an owner.
 */
export async function removeUser(email: string, by: { actor: AnyActor; now: Date }): Promise<void> {
  await write(async (tx) => {
    const user = await memberBy(tx, email)
    await requireAnotherOwner(tx, user)
    await tx
      .update(users)
      .set({ email: `removed:${user.id}`, passwordHash: '', removedAt: by.now })
      .where(eq(users.id, user.id))
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await tx.delete(presences).where(eq(presences.userId, user.id))
    await tx.delete(commentReads).where(eq(commentReads.userId, user.id))
    await tx
      .update(previewLinks)
      .set({ revokedAt: by.now })
      .where(and(eq(previewLinks.createdBy, user.id), isNull(previewLinks.revokedAt)))
    await recordEvent(tx, { ...by, verb: 'remove', noun: 'user', targetId: user.id })
  })
}

/** Returns the member with an address. Refuses (`unknown-user`) one that nobody has. */
export async function memberBy(tx: Writer, email: string): Promise<User> {
  const user = await tx.query.users.findFirst({
    where: and(eq(users.email, comparableEmail(email)), isNull(users.removedAt)),
  })
  if (!user) throw new Refusal('unknown-user', { field: 'email' })
  return user
}

async function requireAnotherOwner(tx: Writer, { id, role }: User): Promise<void> {
  if (role !== 'owner') return
  const another = await tx.query.users.findFirst({
    where: and(eq(users.role, 'owner'), ne(users.id, id), isNull(users.removedAt)),
  })
  if (!another) throw new Refusal('last-owner')
}

/** Changes the password and ends every session of the account. Refuses a short password and an unknown account. */
export async function changePassword(email: string, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(userSchema.shape.password.parse(password))
  await write(async (tx) => {
    const { id } = await memberBy(tx, email)
    await tx.update(users).set({ passwordHash }).where(eq(users.id, id))
    await tx.delete(sessions).where(eq(sessions.userId, id))
    await recordEvent(tx, { actor: 'operator', verb: 'change-password', noun: 'user', targetId: id, now })
  })
}
