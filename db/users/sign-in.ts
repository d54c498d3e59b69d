/** Signs members in, and keeps strangers from trying passwords without keeping the members themselves out. */
import { setTimeout as wait } from 'node:timers/promises'
import { and, eq, isNull, like, or } from 'drizzle-orm'
import { shortAddress } from '#lib/http/client-network.ts'
import { deviceOf } from '#lib/http/device.ts'
import { db, type Writer, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { comparableEmail } from '../inputs.ts'
import { addressKey, countAttempt, forgetAttempts } from '../rate-limit.ts'
import { attempts, sessions, type User, users } from '../schema/users.ts'
import { memberBy } from '../users.ts'
import { passwordFits } from './passwords.ts'
import { hashOf, newToken } from './tokens.ts'

const sessionDays = 30
const maxPerAccountAndAddress = 10
const maxPerAddress = 50
const freePerAccount = 10
const maxRecorded = 20

const daysFrom = (now: Date, days: number) => new Date(now.getTime() + days * 86_400_000)

const accountKey = (email: string) => `account:${hashOf(email)}`

/**
 * Returns how many milliseconds a sign-in waits when so many have failed on the account lately, from wherever they came.
 * An account is slowed down and never closed: whoever fails must not be able to keep its member out.
 */
export const slowdown = (attempts: number): number => Math.min(4_000, Math.max(0, attempts - freePerAccount) * 200)

/**
 * Signs in and returns a session token, or undefined: the same answer, in the same time, whether the account is missing
 * or the password wrong. Refuses (`too-many-attempts`) after ten misses on an account from one address, or fifty on any
 * from one address, within a quarter of an hour, counted before anything is hashed. Misses on an account from several
 * addresses only slow it down. What succeeds is not counted, nor are a member's own slips before it.
 */
export async function signIn(
  input: { email: string; password: string; address: string; userAgent?: string | undefined },
  now: Date,
): Promise<{ user: User; token: string } | undefined> {
  const email = comparableEmail(input.email)
  const account = accountKey(email)
  const [here, anywhere] = [addressKey(account, input.address), addressKey('address', input.address)]
  const tried = await write(async (tx) => {
    const fromHere = await countAttempt(tx, here, { max: maxPerAccountAndAddress, now })
    const fromAddress = await countAttempt(tx, anywhere, { max: maxPerAddress, now })
    return { fromHere, fromAddress, inAll: await countAttempt(tx, account, { max: Number.POSITIVE_INFINITY, now }) }
  })
  if (slowdown(tried.inAll) > 0) await wait(slowdown(tried.inAll))
  const found = await db.query.users.findFirst({ where: isMember(email) })
  const fits = await passwordFits(found?.passwordHash, input.password)
  return write(async (tx) => {
    // While the password was compared it may have been changed, or the member removed.
    const user = await tx.query.users.findFirst({ where: isMember(email) })
    if (!fits || user?.passwordHash !== found?.passwordHash || !user) {
      const verb = tried.fromHere === maxPerAccountAndAddress ? 'close-sign-in' : 'fail-sign-in'
      const actor = { guest: { name: '', from: input.address } }
      // The first miss from somewhere within a quarter of an hour, and the last, among the first twenty from an
      // address: whoever fails cannot fill the log. What is recorded of an account that nobody has takes as long, and does not say what was typed.
      if ((tried.fromHere === 1 && tried.fromAddress <= maxRecorded) || verb === 'close-sign-in')
        await recordEvent(tx, { actor, verb, noun: 'user', targetId: user?.id ?? 'unknown', now })
      return undefined
    }
    const token = newToken()
    await forgetAttempts(tx, here, [account, anywhere])
    await tx.insert(sessions).values({
      id: hashOf(token),
      userId: user.id,
      createdAt: now,
      expiresAt: daysFrom(now, sessionDays),
      ...deviceOf(input.userAgent ?? ''),
      network: shortAddress(input.address) ?? '',
      lastSeenAt: now,
    })
    await tx.update(users).set({ lastSeenAt: now }).where(eq(users.id, user.id))
    const actor = { ...user, from: input.address }
    await recordEvent(tx, { actor, verb: 'sign-in', noun: 'user', targetId: user.id, now })
    return { user, token }
  })
}

const isMember = (email: string) => and(eq(users.email, email), isNull(users.removedAt))

/** Forgets what has been counted against an account, as part of a change under way. */
export async function forgetMisses(tx: Writer, email: string): Promise<void> {
  const account = accountKey(comparableEmail(email))
  await tx.delete(attempts).where(or(eq(attempts.key, account), like(attempts.key, `${account}:%`)))
}

/**
 * Forgets what has been counted against an account, and against every address, so that its member can try again at once
 * from wherever they are. Refuses an unknown account.
 */
export async function unlockUser(email: string, now: Date): Promise<void> {
  await write(async (tx) => {
    const { id } = await memberBy(tx, email)
    await forgetMisses(tx, email)
    await tx.delete(attempts).where(like(attempts.key, 'address:%'))
    await recordEvent(tx, { actor: 'operator', verb: 'unlock', noun: 'user', targetId: id, now })
  })
}
