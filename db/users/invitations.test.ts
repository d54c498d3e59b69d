import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { accountMail } from '../outbox/account-mail.ts'
import { listDeliveries } from '../outbox/deliveries.ts'
import { createRelease, getRelease } from '../releases.ts'
import { attempts, invitations } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { refused } from '../testing/refused.ts'
import { changeRole, listUsers, removeUser } from '../users.ts'
import {
  invite,
  inviteAgain,
  listInvitations,
  openInvitation,
  pruneInvitations,
  redeemInvitation,
  revokeInvitation,
} from './invitations.ts'
import { signIn } from './sign-in.ts'

const now = new Date('2026-11-20T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const owner = await addMember('owner', 'owner')
const by = { actor: owner, now }
const typed = { name: 'Maja Lind', language: 'sv', password: 'tre ord till dig' }
let made = 0

const handOver = async (role: 'contributor' | 'editor' | 'owner' = 'editor') => {
  const { id, token = '' } = await invite({ way: 'link', role }, by)
  return { id, token }
}
const join = (token: string, at = now) => redeemInvitation(token, { ...typed, email: `${++made}@new.example` }, at)
/** The secret in the mail about an invitation. */
async function mailed(id: string, at = now): Promise<string> {
  const mail = await accountMail('invitation', { subjectId: id, recipient: '' }, at)
  return /\/account\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''
}

beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write((tx) => tx.delete(attempts))
})

test('a link that is handed over makes one member, with a name, an address and a password of their own', async () => {
  const { id, token } = await handOver('contributor')
  expect(await openInvitation(token, now)).toMatchObject({ email: null, role: 'contributor', madeBy: 'owner' })
  const [stored] = await db.select().from(invitations).where(eq(invitations.id, id))
  expect(JSON.stringify(stored)).not.toContain(token)
  const user = await redeemInvitation(token, { ...typed, email: ' ＭＡＪＡ@Example.org ' }, now)
  expect(user).toMatchObject({ name: 'Maja Lind', email: 'maja@example.org', role: 'contributor', language: 'sv' })
  expect(await signIn({ email: 'maja@example.org', password: typed.password, address: '::1' }, now)).toBeDefined()
  expect((await listEvents(id)).map(({ verb, actor }) => [verb, actor]).sort()).toEqual([
    ['create', 'owner'],
    ['redeem', 'Maja Lind'],
  ])
  expect(await openInvitation(token, now)).toBeUndefined()
  await expect(join(token)).rejects.toEqual(refused('link-opens-nothing'))
})

test('of two who use a link at once one becomes a member, and the other is told', async () => {
  const { token } = await handOver()
  const outcomes = await Promise.allSettled([join(token), join(token)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const lost = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(lost?.reason).toEqual(refused('link-opens-nothing'))
})

test('a link that has run out, was revoked or is guessed opens nothing', async () => {
  const { id, token } = await handOver()
  expect(await openInvitation(token, hours(23.9))).toBeDefined()
  expect(await openInvitation(token, hours(24))).toBeUndefined()
  await expect(join(token, hours(24))).rejects.toEqual(refused('link-opens-nothing'))
  await revokeInvitation(id, by)
  for (const dead of [token, '', 'guessed']) {
    expect(await openInvitation(dead, now)).toBeUndefined()
    await expect(join(dead)).rejects.toEqual(refused('link-opens-nothing'))
  }
  await expect(revokeInvitation(id, by)).rejects.toEqual(refused('unknown-invitation'))
  await expect(inviteAgain(id, by)).rejects.toEqual(refused('unknown-invitation'))
})

test('a mailed invitation is good for a week at the address it went to, and a new one ends the old', async () => {
  const { id, token } = await invite({ way: 'mail', email: 'Post@Example.org', role: 'editor' }, by)
  expect(token).toBeUndefined()
  expect((await listDeliveries('invitation')).map(({ recipient }) => recipient)).toContain('post@example.org')
  expect(await listEvents(id)).toMatchObject([{ details: { role: 'editor', recipient: 'post@example.org' } }])
  const first = await mailed(id)
  expect(await openInvitation(first, hours(7 * 24 - 1))).toMatchObject({ email: 'post@example.org' })
  await inviteAgain(id, { ...by, now: hours(1) })
  expect(await openInvitation(first, hours(1))).toBeUndefined()
  const second = await mailed(id, hours(1))
  const user = await redeemInvitation(second, { ...typed, email: 'other@example.org' }, hours(2))
  expect(user.email).toBe('post@example.org')
  expect(await mailed(id, hours(3))).toBe('')
})

test('the mail is in the language of whoever invites, and says until when', async () => {
  const { id } = await invite({ way: 'mail', email: 'sv@example.org', role: 'editor' }, by)
  const mail = await accountMail('invitation', { subjectId: id, recipient: '' }, now)
  expect(mail).toMatchObject({ to: 'sv@example.org', replyTo: '' })
  expect(mail?.text).toMatch(/owner bjuder in dig[\s\S]+27 november/)
})

test('an invitation is refused to an address that has one or an account, however it is written', async () => {
  await addMember('taken')
  await invite({ way: 'mail', email: 'twice@example.org', role: 'editor' }, by)
  const ask = (email: string) => invite({ way: 'mail', email, role: 'editor' }, by)
  for (const email of ['taken@example.org', ' TAKEN@example.org', 'ｔaken@example.org', 'ta\u200bken@example.org']) {
    await expect(ask(email), email).rejects.toEqual(refused('email-taken'))
  }
  await expect(ask('Twice@Example.org ')).rejects.toEqual(refused('already-invited'))
  const both = await Promise.allSettled([ask('race@example.org'), ask('RACE@example.org')])
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(ask('no address')).rejects.toThrow('email')
  delete process.env.SMTP_URL
  await expect(ask('unmailed@example.org')).rejects.toEqual(refused('no-mail-server'))
})

test('nobody but an owner invites, and whoever is none any more has invited nobody', async () => {
  const editor = await addMember('editor')
  const other = await addMember('other', 'owner')
  const { token = '', id } = await invite({ way: 'link', role: 'owner' }, { actor: other, now })
  for (const actor of [editor, { ...editor, role: 'owner' as const }]) {
    const asked = invite({ way: 'link', role: 'contributor' }, { actor, now })
    await expect(asked).rejects.toEqual(refused('owners-only'))
    await expect(revokeInvitation(id, { actor, now })).rejects.toEqual(refused('owners-only'))
    await expect(inviteAgain(id, { actor, now })).rejects.toEqual(refused('owners-only'))
  }
  await changeRole(other.email, 'editor', by)
  expect(await openInvitation(token, now)).toBeUndefined()
  await expect(invite({ way: 'link', role: 'god' }, by)).rejects.toThrow()
})

test('fifty invitations in a minute meet a limit and a sentence', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => handOver()))
  const refusals = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  expect(refusals).toHaveLength(10)
  expect(refusals[0]).toMatchObject({ code: 'too-many-invitations', details: { minutes: 15 } })
})

test('a removed member comes back as the same person, with the texts that were theirs', async () => {
  const anna = await addMember('anna')
  const release = await createRelease({ language: 'sv', kind: 'news' }, { actor: anna, now })
  await expect(invite({ way: 'link', role: 'editor', userId: anna.id }, by)).rejects.toEqual(refused('unknown-member'))
  await removeUser(anna.email, { actor: 'operator', now })
  const { token = '' } = await invite({ way: 'link', role: 'contributor', userId: anna.id }, by)
  await expect(invite({ way: 'link', role: 'editor', userId: anna.id }, by)).rejects.toEqual(refused('already-invited'))
  expect(await openInvitation(token, now)).toMatchObject({ name: 'anna' })
  const back = await redeemInvitation(token, { ...typed, name: 'Anna Ek', email: 'anna@example.org' }, now)
  expect(back).toMatchObject({ id: anna.id, name: 'Anna Ek', role: 'contributor', removedAt: null })
  expect((await getRelease(release))?.createdBy).toBe(anna.id)
  expect((await listUsers()).map(({ id }) => id)).toContain(anna.id)
})

test('an older invitation back opens nothing once its member is here again, and takes nothing from them', async () => {
  const anna = await addMember('anna-back')
  await removeUser(anna.email, { actor: 'operator', now })
  const old = await invite({ way: 'link', role: 'contributor', userId: anna.id }, by)
  const later = { ...by, now: hours(30) }
  const { token = '' } = await invite({ way: 'link', role: 'owner', userId: anna.id }, later)
  await redeemInvitation(token, { ...typed, name: 'Anna', email: 'anna-back@example.org' }, later.now)
  await expect(inviteAgain(old.id, later)).rejects.toEqual(refused('unknown-member'))
  expect((await listUsers()).find(({ id }) => id === anna.id)).toMatchObject({ role: 'owner', removedAt: null })
})

test('what has run out is listed for a month, and what was used or revoked is not', async () => {
  const open = await handOver()
  const used = await handOver()
  await join(used.token)
  const listed = async (at: Date) => (await listInvitations(at)).map(({ id }) => id)
  expect(await listed(hours(48))).toContain(open.id)
  expect(await listed(now)).not.toContain(used.id)
  await pruneInvitations(hours(32 * 24))
  expect(await db.select().from(invitations).where(eq(invitations.id, open.id))).toEqual([])
})
