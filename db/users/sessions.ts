/** Knows who holds a session. A session, a role and a removal are looked up at every request, so a change acts at once. */
import { and, eq, gt, isNull } from 'drizzle-orm'
import { db, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { sessions, type User, users } from '../schema/users.ts'
import { hashOf } from './tokens.ts'

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
export async function signOut(token: string, now: Date, from?: string): Promise<void> {
  await write(async (tx) => {
    const [ended] = await tx
      .delete(sessions)
      .where(eq(sessions.id, hashOf(token)))
      .returning({ userId: sessions.userId })
    if (!ended) return
    const { userId } = ended
    await recordEvent(tx, { actor: { id: userId, from }, verb: 'sign-out', noun: 'user', targetId: userId, now })
  })
}
