/** Knows who holds a session. A session, a role and a removal are looked up at every request, so a change acts at once. */
import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, prepared, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { sessions, type User, users } from '../schema/users.ts'
import { hashOf } from './tokens.ts'
import { noteVisit } from './visits.ts'

/** Returns who holds this token now: undefined when it is unknown, expired, signed out, or its user removed. */
export async function getSessionUser(token: string, now: Date): Promise<User | undefined> {
  const [row] = await sessionUser().execute({ id: hashOf(token), now })
  if (row) noteVisit(hashOf(token), now)
  return row?.user
}

const sessionUser = prepared((reader) =>
  reader
    .select({ user: users })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.id, sql.placeholder('id')),
        gt(sessions.expiresAt, sql.param(sql.placeholder('now'), sessions.expiresAt)),
        isNull(users.removedAt),
      ),
    )
    .prepare(),
)

/** Returns where a member is signed in, the latest seen first, and which of it is the session of a token. */
export async function listSessions(userId: string, token: string, now: Date) {
  const { id, browser, system, network, createdAt, lastSeenAt, expiresAt } = sessions
  const rows = await db
    .select({ id, browser, system, network, createdAt, lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(expiresAt, now)))
    .orderBy(desc(lastSeenAt), desc(createdAt))
  return rows.map((row) => ({ ...row, isThis: row.id === hashOf(token) }))
}

/** Signs a member out on one of their devices, at once. Refuses a session that is not theirs, or has ended. */
export async function endSession(user: User, id: string, now: Date): Promise<void> {
  await write(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.id, id), eq(sessions.userId, user.id)))
      .returning({ id: sessions.id })
    if (ended.length === 0) throw new Refusal('unknown-session')
    await recordEvent(tx, { actor: user, verb: 'end-session', noun: 'user', targetId: user.id, now })
  })
}

/** Signs a member out everywhere but where the token is. Returns on how many devices. */
export async function endOtherSessions(user: User, token: string, now: Date): Promise<number> {
  return write(async (tx) => {
    const ended = await tx
      .delete(sessions)
      .where(and(eq(sessions.userId, user.id), ne(sessions.id, hashOf(token))))
      .returning({ id: sessions.id })
    if (ended.length === 0) return 0
    const details = { count: ended.length }
    await recordEvent(tx, { actor: user, verb: 'end-sessions', noun: 'user', targetId: user.id, details, now })
    return ended.length
  })
}

/** Deletes the sessions that have run out. */
export async function pruneSessions(now: Date): Promise<void> {
  const old = lt(sessions.expiresAt, now)
  if (!(await db.select({ id: sessions.id }).from(sessions).where(old).limit(1)).length) return
  await write((tx) => tx.delete(sessions).where(old))
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
