/** What members change about their own account. */
import { and, eq, isNull, ne } from 'drizzle-orm'
import { z } from 'zod'
import { env } from '#lib/env.ts'
import { Refusal } from '#lib/refusal.ts'
import { write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { type Actor, recordEvent } from '../events.ts'
import { countAttempt } from '../rate-limit.ts'
import { accountLinks, sessions, type User, users } from '../schema/users.ts'
import { mailChoiceNames } from '../types.ts'
import { userSchema } from '../users.ts'
import { requestEmail } from './account-links.ts'
import { mailTopicNames } from './mail-choices.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { hashOf } from './tokens.ts'

const maxTries = 10

const profileSchema = userSchema
  .pick({ name: true, email: true, language: true })
  .extend({ current: z.string().max(200).default('') })

/**
 * Saves a member's name and language. Another e-mail address, which takes the password, holds once it has been confirmed
 * there: `awaits` is the address that a mail goes to, and the old one is told. Refuses a wrong password, an address that
 * has an account, and one at all where no mail server is named.
 */
export async function saveProfile(
  user: User & Actor,
  input: unknown,
  now: Date,
): Promise<{ awaits: string | undefined }> {
  const { name, email, language, current: password } = profileSchema.parse(input)
  if (email !== user.email) {
    if (!password) throw new Refusal('password-needed', { field: 'current' })
    await requirePassword(user, password, now)
  }
  return write(async (tx) => {
    const current = await tx.query.users.findFirst({ where: and(eq(users.id, user.id), isNull(users.removedAt)) })
    if (!current) throw new Refusal('unknown-member')
    const awaits = email === current.email ? undefined : email
    // While the password was compared it may have been changed.
    if (awaits && current.passwordHash !== user.passwordHash) throw new Refusal('wrong-password', { field: 'current' })
    if (awaits) await requestEmail(tx, { ...current, from: user.from }, awaits, now)
    if (name !== current.name || language !== current.language) {
      const before = await fieldsOf(tx, 'user', user.id)
      await tx.update(users).set({ name, language }).where(eq(users.id, user.id))
      await recordEvent(tx, { actor: user, verb: 'save', noun: 'user', targetId: user.id, before, now })
    }
    return { awaits }
  })
}

const choicesSchema = z.record(z.enum(mailTopicNames), z.enum(mailChoiceNames))

/** Saves about what a member wants mail, and when. What has waited for the morning waits on. Refuses what is no choice. */
export async function saveMailChoices(user: User & Actor, input: unknown, now: Date): Promise<void> {
  const mailChoices = choicesSchema.parse(input)
  await write(async (tx) => {
    const before = await fieldsOf(tx, 'mail-choices', user.id)
    await tx.update(users).set({ mailChoices }).where(eq(users.id, user.id))
    await recordEvent(tx, { actor: user, verb: 'save', noun: 'mail-choices', targetId: user.id, before, now })
  })
}

const passwordSchema = z.object({ current: z.string().max(200), password: userSchema.shape.password })

/**
 * Changes a member's own password and signs out their other devices. Refuses a wrong old password (`wrong-password`), a
 * short new one, more than ten tries within a quarter of an hour, and all where no password opens.
 */
export async function changeOwnPassword(
  user: User,
  input: unknown,
  { token, now }: { token: string; now: Date },
): Promise<void> {
  if (!env.allowsPasswords) throw new Refusal('passwords-off')
  const { current, password } = passwordSchema.parse(input)
  await requirePassword(user, current, now)
  const passwordHash = await hashPassword(password)
  await write(async (tx) => {
    const before = await fieldsOf(tx, 'user', user.id)
    // While the password was compared it may have been changed, or the member removed.
    const [changed] = await tx
      .update(users)
      .set({ passwordHash })
      .where(and(eq(users.id, user.id), eq(users.passwordHash, user.passwordHash), isNull(users.removedAt)))
      .returning({ id: users.id })
    if (!changed) throw new Refusal('wrong-password', { field: 'current' })
    await tx.delete(sessions).where(and(eq(sessions.userId, user.id), ne(sessions.id, hashOf(token))))
    await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id))
    await recordEvent(tx, { actor: user, verb: 'change-password', noun: 'user', targetId: user.id, before, now })
  })
}

/** Refuses a wrong password (`wrong-password`), and more than ten tries within a quarter of an hour. */
async function requirePassword(user: User, password: string, now: Date): Promise<void> {
  await write((tx) => countAttempt(tx, `password:${user.id}`, { max: maxTries, now }))
  if (!(await passwordFits(user.passwordHash, password))) throw new Refusal('wrong-password', { field: 'current' })
}
