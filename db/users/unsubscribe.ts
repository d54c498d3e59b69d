/**
 * Lets a member end the mails about the work from a mail itself, without signing in (RFC 8058). The link is signed, not
 * stored: it opens nothing but this, and works for as long as the newsroom has its secret.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../client.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { type User, users } from '../schema/users.ts'
import { choicesOf, mailTopicNames } from './mail-choices.ts'
import { isSigned, signatureOf } from './signatures.ts'

const signed = (userId: string): string => `end notification mails to ${userId}`

/** Returns the secret with which a member's mails about the work can be ended. */
export const unsubscribeToken = (userId: string): string => `${userId}-${signatureOf(signed(userId))}`

/** Returns the member whose mails a secret ends. Undefined for one that is wrong, or of somebody who is no member any more. */
export async function openUnsubscribeLink(token: string): Promise<User | undefined> {
  const [, userId, signature] = /^(.+)-([0-9a-f]{64})$/.exec(token) ?? []
  if (!userId || !signature || !isSigned(signed(userId), signature)) return undefined
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
