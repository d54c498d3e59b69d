/** Signs members in and out. A session, a role and a removal are looked up at every request, so a change acts at once. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import { db, write } from '../client.ts'
import { countAttempt } from '../rate-limit.ts'
import { attempts, sessions, type User, users } from '../schema/users.ts'
import { passwordFits } from './passwords.ts'
import { hashOf, newToken } from './tokens.ts'

const sessionDays = 30
const attemptsPerAccount = 10
const attemptsPerAddress = 50

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

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
