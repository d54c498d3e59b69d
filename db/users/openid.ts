/**
 * Signs members in with the organisation's own account. The provider has said who somebody is, and that has been checked;
 * here it is decided who they are in the newsroom, whether they come in, and as what.
 */
import { and, eq, isNull } from 'drizzle-orm'
import { env } from '#lib/env.ts'
import { firstSpoken } from '#lib/locale.ts'
import type { OpenidIdentity } from '#lib/openid/identity.ts'
import type { OpenidSettings } from '#lib/openid/settings.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { recordEvent } from '../events.ts'
import { accountEmail } from '../inputs.ts'
import { addressKey, countAttempt, forgetAttempts } from '../rate-limit.ts'
import { accountLinks, sessions, type User, users } from '../schema/users.ts'
import { type Role, roleNames } from '../types.ts'
import { addUser, giveRole, isLastOwner, memberBy, wasRemoved } from '../users.ts'
import { openSession, type Visitor } from './sessions.ts'

/** The most beginnings and returns from one address within a quarter of an hour that have not ended inside. */
const maxPerAddress = 60
const maxRecorded = 20

const keyOf = (address: string) => addressKey('openid', address)

/**
 * Counts that somebody goes to the provider, or comes back from it, and returns how often that has been lately from their
 * address. Refuses more than sixty times within a quarter of an hour, since each makes the server ask the provider.
 */
export const countOpenidTry = (address: string, now: Date): Promise<number> =>
  write((tx) => countAttempt(tx, keyOf(address), { max: maxPerAddress, now }))

/** Where somebody comes from, and how often that has been counted. */
type Coming = Visitor & { tries: number }

type Verdict =
  | { code: string; member?: User | undefined }
  | { code?: undefined; member: User | undefined; role: Role | undefined; email: string }

/**
 * Signs in whoever the provider names, and returns a session token. A member is known by who they are there, and the
 * first time by the address. Their groups give them their role, but the only owner stays one. Somebody unknown becomes a
 * member where the settings say so. Refuses, and records: an address that is not verified (`openid-unverified`), somebody
 * unknown (`openid-unknown`), removed (`openid-removed`), without a group that has a role (`openid-no-group`; a member
 * known by the provider is signed out everywhere too), and an address whose member is somebody else there
 * (`openid-other-account`).
 */
export async function signInByOpenid(
  identity: OpenidIdentity,
  from: Coming,
  now: Date,
): Promise<{ user: User; token: string }> {
  const settings = env.openid
  if (!settings) throw new Refusal('openid-failed')
  const outcome = await write(async (tx) => {
    const verdict = await judge(tx, identity, settings)
    if (verdict.code !== undefined) {
      if (verdict.code === 'openid-no-group' && verdict.member?.openidSubject === identity.subject)
        await shutOut(tx, verdict.member, now)
      await recordRefusal(tx, { ...verdict, who: identity.name || identity.email, from, now })
      return verdict.code
    }
    const user = await enter(tx, identity, { ...verdict, address: from.address, now })
    const token = await openSession(tx, user, from, now)
    await forgetAttempts(tx, keyOf(from.address), [])
    const actor = { id: user.id, from: from.address }
    await recordEvent(tx, { actor, verb: 'sign-in-openid', noun: 'user', targetId: user.id, now })
    return { user, token }
  })
  if (typeof outcome === 'string') throw new Refusal(outcome, { details: { name: settings.name } })
  return outcome
}

async function judge(tx: Writer, identity: OpenidIdentity, settings: OpenidSettings): Promise<Verdict> {
  const known = await tx.query.users.findFirst({ where: eq(users.openidSubject, identity.subject) })
  const email = accountEmail.safeParse(identity.email).data
  if (!email || !identity.isVerified) return { code: 'openid-unverified', member: known }
  const isTheirs = and(eq(users.email, email), isNull(users.removedAt))
  const member = known && !known.removedAt ? known : await tx.query.users.findFirst({ where: isTheirs })
  if (known && !member) return { code: 'openid-removed', member: known }
  // An address that has passed to somebody else at the provider does not bring the account along.
  if (member?.openidSubject?.startsWith(`${identity.issuer} `) && member.openidSubject !== identity.subject)
    return { code: 'openid-other-account', member }
  const given = roleOf(identity.groups, settings)
  if (settings.roles.length > 0 && !given) return { code: 'openid-no-group', member }
  if (member) return { member, role: given, email }
  if (settings.newMembers === 'nobody') return { code: 'openid-unknown' }
  if (await wasRemoved(tx, email)) return { code: 'openid-removed' }
  return { member, role: given ?? (settings.newMembers === 'groups' ? undefined : settings.newMembers), email }
}

/** Returns the highest of the roles that somebody's groups give them. */
function roleOf(groups: string[], { roles }: OpenidSettings): Role | undefined {
  const given = roles.filter(({ group }) => groups.includes(group)).map(({ role }) => role)
  return roleNames.findLast((role) => given.includes(role))
}

/** Makes the account what the provider says it is: whose it is there, and which role it has. */
async function enter(
  tx: Writer,
  identity: OpenidIdentity,
  { member, role, email, address, now }: Extract<Verdict, { email: string }> & { address: string; now: Date },
): Promise<User> {
  const user = member ?? (await addMemberOf(tx, identity, { role, email, now }))
  const isNew = user.openidSubject !== identity.subject
  if (member && (isNew || member.passwordHash)) await endOtherWays(tx, member)
  if (role && role !== user.role && !(await isLastOwner(tx, user)))
    await giveRole(tx, user, role, { actor: null, now, verb: 'apply-role' })
  // Somebody removed who is a member again under an account of its own.
  if (isNew) await tx.update(users).set({ openidSubject: null }).where(eq(users.openidSubject, identity.subject))
  if (isNew || user.openidRefusedAt)
    await tx.update(users).set({ openidSubject: identity.subject, openidRefusedAt: null }).where(eq(users.id, user.id))
  const actor = { id: user.id, from: address }
  if (isNew) await recordEvent(tx, { actor, verb: 'link-openid', noun: 'user', targetId: user.id, now })
  return user
}

/**
 * Ends the sessions, the links and the password of an account whose owner comes from the provider: whoever was invited by a
 * link has said themselves whose address it is, and may be somebody else; and whoever is let go there must not come in by
 * what they know.
 */
async function endOtherWays(tx: Writer, { id }: User): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, id))
  await tx.delete(accountLinks).where(eq(accountLinks.userId, id))
  await tx.update(users).set({ passwordHash: '' }).where(eq(users.id, id))
}

function addMemberOf(
  tx: Writer,
  { name, locale }: OpenidIdentity,
  { role, email, now }: { role: Role | undefined; email: string; now: Date },
): Promise<User> {
  if (!role) throw new Error('a new member has no role')
  const called = name.slice(0, 200) || (email.split('@')[0] ?? email)
  return addUser(tx, { name: called, email, role, language: firstSpoken([locale]), passwordHash: '' }, now)
}

/** Ends the sessions of a member whom the provider has turned away. No password opens either until it says otherwise. */
async function shutOut(tx: Writer, { id }: User, now: Date): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.userId, id))
  await tx.update(users).set({ openidRefusedAt: now }).where(eq(users.id, id))
}

/**
 * Records that somebody was refused who came back from the provider with an answer that does not hold, such as one with
 * another's nonce (`openid-nonce`).
 */
export const recordOpenidRefusal = (code: string, from: Coming, now: Date): Promise<void> =>
  write((tx) => recordRefusal(tx, { code, who: '', from, now }))

interface Refused {
  code: string
  member?: User | undefined
  /** What the provider calls them. */
  who: string
  from: Coming
  now: Date
}

async function recordRefusal(tx: Writer, { code, member, who, from, now }: Refused): Promise<void> {
  // Whoever fails again and again cannot fill the log.
  if (from.tries > maxRecorded) return
  const actor = { guest: { name: who.slice(0, 200), from: from.address } }
  const details = { refused: code }
  const targetId = member?.id ?? 'unknown'
  await recordEvent(tx, { actor, verb: 'refuse-openid', noun: 'user', targetId, details, now })
}

/**
 * Forgets who a member is at the provider: the next to sign in there with the member's address is that member. Refuses an
 * unknown account.
 */
export async function unlinkUser(email: string, now: Date): Promise<void> {
  await write(async (tx) => {
    const { id } = await memberBy(tx, email)
    await tx.update(users).set({ openidSubject: null, openidRefusedAt: null }).where(eq(users.id, id))
    await recordEvent(tx, { actor: 'operator', verb: 'unlink-openid', noun: 'user', targetId: id, now })
  })
}
