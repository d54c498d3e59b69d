/** The secret address of a member's calendar. Only its hash is kept; a new one ends the old. */
import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { type Actor, recordEvent } from '../events.ts'
import { calendarLinks } from '../schema/duties.ts'
import { type User, users } from '../schema/users.ts'
import { hashOf, newToken } from '../users/tokens.ts'

/** Makes the secret of the member's own calendar and returns it; the one before stops working. */
export async function makeCalendarLink(by: { actor: Actor; now: Date }): Promise<string> {
  const token = newToken()
  const { id } = by.actor
  const values = { tokenHash: hashOf(token), createdAt: by.now }
  await write(async (tx) => {
    await tx
      .insert(calendarLinks)
      .values({ userId: id, ...values })
      .onConflictDoUpdate({ target: calendarLinks.userId, set: values })
    await recordEvent(tx, { ...by, verb: 'create', noun: 'calendar-link', targetId: id })
  })
  return token
}

/** Ends the address of the member's own calendar. Refuses where there is none. */
export async function endCalendarLink(by: { actor: Actor; now: Date }): Promise<void> {
  const { id } = by.actor
  await write(async (tx) => {
    const ended = await tx.delete(calendarLinks).where(eq(calendarLinks.userId, id)).returning()
    if (ended.length === 0) throw new Refusal('link-opens-nothing')
    await recordEvent(tx, { ...by, verb: 'revoke', noun: 'calendar-link', targetId: id })
  })
}

/** Returns when the member's calendar address was made, or undefined where there is none. */
export async function calendarLinkMade(userId: string): Promise<Date | undefined> {
  const link = await db.query.calendarLinks.findFirst({ where: eq(calendarLinks.userId, userId) })
  return link?.createdAt
}

/** Returns the member whose calendar a secret opens. Undefined for one that is wrong or ended, or of a removed member. */
export async function openCalendarLink(token: string): Promise<User | undefined> {
  const [found] = await db
    .select({ user: users })
    .from(calendarLinks)
    .innerJoin(users, eq(users.id, calendarLinks.userId))
    .where(and(eq(calendarLinks.tokenHash, hashOf(token)), isNull(users.removedAt), isNull(users.openidRefusedAt)))
  return found?.user
}
