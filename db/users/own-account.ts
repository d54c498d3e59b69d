/** What members change about their own account. */
import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { countAttempt } from '../rate-limit.ts'
import { accountLinks, sessions, type User, users } from '../schema/users.ts'
import { userSchema } from '../users.ts'
import { requestEmail } from './account-links.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { hashOf } from './tokens.ts'

const maxTries = 10

const profileSchema = userSchema.pick({ name: true, email: true, language: true })

/**
 * Saves a member's name and language. Another e-mail address holds once it has been confirmed there: `awaits` is the
 * address that a mail goes to. Refuses an address that has an account, and one at all where no mail server is named.
 */
export async function saveProfile(
  user: User & Actor,
  input: unknown,
  now: Date,
): Promise<{ awaits: string | undefined }> {
  const { name, email, language } = profileSchema.parse(input)
  return write(async (tx) => {
    const current = await tx.query.users.findFirst({ where: and(eq(users.id, user.id), isNull(users.removedAt)) })
    if (!current) throw new Refusal('unknown-member')
    const awaits = email === current.email ? undefined : email
    if (awaits) await requestEmail(tx, { ...current, from: user.from }, awaits, now)
    if (name !== current.name || language !== current.language) {
      const before = await fieldsOf(tx, 'user', user.id)
      await tx.update(users).set({ name, language }).where(eq(users.id, user.id))
      await recordEvent(tx, { actor: user, verb: 'save', noun: 'user', targetId: user.id, before, now })
    }
    return { awaits }
  })
}

const passwordSchema = z.object({ current: z.string().max(200), password: userSchema.shape.password })

/**
 * Changes a member's own password and signs out their other devices. Refuses a wrong old password (`wrong-password`), a
 * short new one, and more than ten tries within a quarter of an hour.
 */
export async function changeOwnPassword(
  user: User,
  input: unknown,
  { token, now }: { token: string; now: Date },
): Promise<void> {
  const { current, password } = passwordSchema.parse(input)
  const key = `password:${user.id}`
  await write((tx) => countAttempt(tx, key, { max: maxTries, now }))
  if (!(await passwordFits(user.passwordHash, current))) throw new Refusal('wrong-password', { field: 'current' })
  const passwordHash = await hashPassword(password)
  await write(async (tx) => {
    // While the password was compared it may have been changed, or the member removed.
    const [changed] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash), isNull(users.removedAt)))
      .returning({ id: users.id })
    if (!changed) throw new Refusal('wrong-password', { field: 'current' })
    await tx.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, hashOf(token))))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id))
    await recordEvent(tx, { actor: user, verb: 'change-password', noun: 'user', targetId: user.id, now })
  })
}
