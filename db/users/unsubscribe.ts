/**
 * Lets a member end the mails about the work from a mail itself, without signing in (RFC 8058). The link is signed, not
 * stored: it opens nothing but this, and works for as long as the newsroom has its secret.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { newsroomSecret } from '#lib/http/secret.ts'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { type User, users } from '../schema/users.ts'
import { choicesOf, mailTopicNames } from './mail-choices.ts'

const signatureOf = (userId: string): string =>
  createHmac('sha256', newsroomSecret()).update(`end notification mails to ${userId}`).digest('hex')

/** Returns the secret with which a member's mails about the work can be ended. */
export const unsubscribeToken = (userId: string): string => `${userId}-${signatureOf(userId)}`

/** Returns the member whose mails a secret ends. Undefined for one that is wrong, or of somebody who is no member any more. */
export async function openUnsubscribeLink(token: string): Promise<User | undefined> {
  const [, userId, signature] = /^(.+)-([0-9a-f]{64})$/.exec(token) ?? []
  if (!userId || !signature) return undefined
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signatureOf(userId)))) return undefined
  return db.query.users.findFirst({ where: and(eq(users.id, userId), isNull(users.removedAt)) })
}

/** Ends all mails about the work to the member of a link; the desk goes on. Refuses a link that opens nothing. */
export async function unsubscribe(token: string, now: Date, from?: string): Promise<void> {
  const opened = await openUnsubscribeLink(token)
  if (!opened) throw new Refusal('link-opens-nothing')
  const { id } = opened
  await write(async (tx) => {
    const user = await tx.query.users.findFirst({ where: and(eq(users.id, id), isNull(users.removedAt)) })
    if (!user || Object.values(choicesOf(user)).every((choice) => choice === 'never')) return
    const before = await fieldsOf(tx, 'mail-choices', id)
    const mailChoices = Object.fromEntries(mailTopicNames.map((topic) => [topic, 'never' as const]))
    await tx.update(users).set({ mailChoices }).where(eq(users.id, id))
    await recordEvent(tx, { actor: { id, from }, verb: 'unsubscribe', noun: 'mail-choices', targetId: id, before, now })
  })
}
