/** Members of the newsroom: who they are, the role they have, and the language their studio speaks. */
import { asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from './client.ts'
import { recordEvent } from './events.ts'
import { requiredLine } from './inputs.ts'
import { sessions, type User, users } from './schema/users.ts'
import { roleNames } from './types.ts'
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
): Promise<User> {
  const { name, email, role, language, passwordHash } = input
  if (await tx.query.users.findFirst({ where: eq(users.email, email) }))
    throw new Refusal('email-taken', { field: 'email' })
  const [user] = await tx
    .insert(users)
    .values({ name, email, role, language, passwordHash, createdAt: now })
    .returning()
  if (!user) throw new Error('the member was not written')
  await recordEvent(tx, { actor: null, verb: 'create', noun: 'user', targetId: user.id, now })
  return user
}

/** Creates a member with a password of their own. Refuses a short password and an address that has an account. */
export async function createUser(input: z.input<typeof userSchema>, now: Date): Promise<User> {
  const user = userSchema.parse(input)
  const passwordHash = await hashPassword(user.password)
  return write((tx) => addUser(tx, { ...user, passwordHash }, now))
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

/** Changes the password and ends every session of the account. Refuses a short password and an unknown account. */
export async function changePassword(email: string, password: string, now: Date): Promise<void> {
  const passwordHash = await hashPassword(userSchema.shape.password.parse(password))
  await write(async (tx) => {
    const [user] = await tx
      .update(users)
      .set({ passwordHash })
      .where(eq(users.email, email.trim().normalize('NFC').toLowerCase()))
      .returning({ id: users.id })
    if (!user) throw new Refusal('unknown-user', { field: 'email' })
    await tx.delete(sessions).where(eq(sessions.userId, user.id))
    await recordEvent(tx, { actor: null, verb: 'change-password', noun: 'user', targetId: user.id, now })
  })
}
