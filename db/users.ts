/** Members of the newsroom and their sessions. A session, a role and a removal are looked up at every request. */
import { and, asc, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { type Language, languages } from '#lib/locale.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, type Writer, write } from './client.ts'
import { recordEvent } from './events.ts'
import { countAttempt } from './rate-limit.ts'
import { attempts, sessions, type User, users } from './schema/users.ts'
import { roleNames } from './types.ts'
import { hashPassword, passwordFits } from './users/passwords.ts'
import { hashOf, newToken } from './users/tokens.ts'

export const userSchema = z.object({
  name: z.string().trim().min(1, { error: 'required' }).max(200, { error: 'too-long' }),
  email: z
    .email({ error: 'email' })
    .max(254, { error: 'too-long' })
    .transform((email) => email.toLowerCase()),
  password: z.string().min(12, { error: 'password-short' }).max(200, { error: 'too-long' }),
  role: z.enum(roleNames),
  language: z.enum(languages),
})

const sessionDays = 30
const attemptsPerAccount = 10
const attemptsPerAddress = 50

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

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

/**
 * Signs in and returns a session token, or undefined: the same answer, in the same time, whether the account is missing
 * or the password wrong. Refuses (`too-many-attempts`) after ten misses on an account or fifty from an address within a
 * quarter of an hour, counted before anything is hashed.
 */
export async function signIn(
  input: { email: string; password: string; address: string },
  now: Date,
): Promise<{ user: User; token: string } | undefined> {
  const email = input.email.trim().normalize('NFC').toLowerCase()
  const keys = [`account:${hashOf(email)}`, `address:${input.address}`] as const
  await write(async (tx) => {
    await countAttempt(tx, keys[0], attemptsPerAccount, now)
    await countAttempt(tx, keys[1], attemptsPerAddress, now)
  })
  const user = await db.query.users.findFirst({ where: and(eq(users.email, email), isNull(users.removedAt)) })
  if (!(await passwordFits(user?.passwordHash, input.password)) || !user) return undefined
  const token = newToken()
  await write(async (tx) => {
    await tx.delete(attempts).where(eq(attempts.key, keys[0]))
    await tx
      .insert(sessions)
      .values({ id: hashOf(token), userId: user.id, createdAt: now, expiresAt: daysFrom(now, sessionDays) })
  })
  return { user, token }
}

/** Returns who holds this token now: undefined when it is unknown, expired, signed out, or its user removed. */
export async function getSessionUser(token: string, now: Date): Promise<User | undefined> {
  const [row] = await db
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.id, hashOf(token)), gt(sessions.expiresAt, now), isNull(users.removedAt)))
  return row?.user
}

/** Ends one session. Unknown tokens are ignored. */
export async function signOut(token: string): Promise<void> {
  await write(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.id, hashOf(token)))
  })
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
