import { afterEach, beforeEach, expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { accountMail } from '../outbox/account-mail.ts'
import { listDeliveries } from '../outbox/deliveries.ts'
import { accountLinks, attempts } from '../schema/users.ts'
import { addMember } from '../testing/members.ts'
import { refused } from '../testing/refused.ts'
import type { AccountMailKind } from '../types.ts'
import { listUsers, removeUser } from '../users.ts'
import {
  awaitedEmail,
  confirmEmail,
  createPasswordLink,
  openAccountLink,
  pruneAccountLinks,
  requestPasswordLink,
  resetPassword,
  withdrawEmail,
} from './account-links.ts'
import { changeOwnPassword, saveProfile } from './own-account.ts'
import { getSessionUser } from './sessions.ts'
import { signIn } from './sign-in.ts'

const now = new Date('2026-11-20T08:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const owner = await addMember('owner', 'owner')
const old = 'pressrum-demo'
const fresh = 'tre nya ord här'
const enter = async (email: string, password = old) =>
  (await signIn({ email, password, address: '::1' }, now))?.token ?? ''

const ask = (email: string, at = now, address = '::1') => requestPasswordLink({ email }, { address, now: at })
/** The mails of a kind to an address that are made now, in the order in which they were queued. */
async function mailsTo(kind: AccountMailKind, recipient: string, at = now) {
  const queued = (await listDeliveries(kind)).filter((delivery) => delivery.recipient === recipient)
  const mails = []
  for (const delivery of queued) mails.push(await accountMail(kind, delivery, at))
  return mails
}
const tokenIn = (mail: { text: string } | undefined) => /\/account\/\w+\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? ''

beforeEach(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:25'
})
afterEach(async () => {
  delete process.env.SMTP_URL
  await write((tx) => tx.delete(attempts))
})

test('a forgotten password is chosen anew by a mail, once, and ends every session', async () => {
  const user = await addMember('forgetful')
  const session = await enter(user.email)
  await ask(' Ｆorgetful@EXAMPLE.org ')
  const [mail] = await mailsTo('password-link', user.email)
  expect(mail).toMatchObject({ to: user.email, text: expect.stringContaining('30 minuter') })
  const token = tokenIn(mail)
  expect(JSON.stringify(await db.select().from(accountLinks))).not.toContain(token)
  await expect(resetPassword(token, { password: 'kort' }, now)).rejects.toThrow('password-short')
  expect(await getSessionUser(session, now)).toBeDefined()
  await resetPassword(token, { password: fresh }, now)
  expect(await getSessionUser(session, now)).toBeUndefined()
  expect([await enter(user.email), await enter(user.email, fresh)]).toEqual(['', expect.stringMatching(/./)])
  await expect(resetPassword(token, { password: fresh }, now)).rejects.toEqual(refused('link-opens-nothing'))
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toContain('reset-password')
})

test('of two who use a link to a new password at once one has chosen it', async () => {
  const user = await addMember('twice')
  const token = await createPasswordLink(user.id, { actor: owner, now })
  const outcomes = await Promise.allSettled(
    [fresh, 'tre andra ord'].map((password) => resetPassword(token, { password }, now)),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a link lasts for thirty minutes, and a new one ends the old', async () => {
  const user = await addMember('late')
  await ask(user.email)
  await ask(user.email, minutes(10))
  const [first, second] = (await mailsTo('password-link', user.email, minutes(10))).map(tokenIn)
  const opens = async (token = '', at = minutes(10)) => (await openAccountLink('password', token, at)) !== undefined
  expect([await opens(first), await opens(second)]).toEqual([false, true])
  expect([await opens(second, minutes(39.9)), await opens(second, minutes(40))]).toEqual([true, false])
  await expect(resetPassword(second ?? '', { password: fresh }, minutes(40))).rejects.toEqual(
    refused('link-opens-nothing'),
  )
  expect(await opens('guessed')).toBe(false)
  await pruneAccountLinks(minutes(60))
  expect(await db.select().from(accountLinks)).toEqual([])
})

test('asking does the same for an address that is nobody’s, and nobody gets a mail', async () => {
  const member = await addMember('member')
  const rows = async (email: string) => {
    const count = async () => [await db.$count(accountLinks), (await listDeliveries('password-link')).length] as const
    const before = await count()
    await ask(email)
    const after = await count()
    return [after[0] - before[0], after[1] - before[1]]
  }
  expect([await rows('nobody@example.org'), await rows(member.email)]).toEqual([
    [1, 1],
    [1, 1],
  ])
  expect(await mailsTo('password-link', 'nobody@example.org')).toEqual([undefined])
  await removeUser(member.email, { actor: 'operator', now })
  expect(await mailsTo('password-link', member.email)).toEqual([undefined])
})

test('asking is limited by address and by account, whoever has it, and refused without a mail server', async () => {
  for (const email of ['a@nobody.example', 'owner@example.org']) {
    for (let n = 0; n < 3; n++) await ask(email, now, `192.0.2.${n}`)
    await expect(ask(email, now, '192.0.2.9')).rejects.toEqual(refused('too-many-attempts'))
  }
  for (let n = 0; n < 5; n++) await ask(`${n}@nobody.example`, now, '198.51.100.1')
  await expect(ask('6@nobody.example', now, '198.51.100.1')).rejects.toEqual(refused('too-many-attempts'))
  delete process.env.SMTP_URL
  await expect(ask('owner@example.org', now, '203.0.113.1')).rejects.toEqual(refused('no-mail-server'))
})

test('an owner makes a link to a new password, and nobody else does', async () => {
  const user = await addMember('helped')
  await expect(createPasswordLink(user.id, { actor: user, now })).rejects.toEqual(refused('owners-only'))
  const first = await createPasswordLink(user.id, { actor: owner, now })
  const second = await createPasswordLink(user.id, { actor: owner, now })
  expect(await openAccountLink('password', first, now)).toBeUndefined()
  expect(await openAccountLink('email', second, now)).toBeUndefined()
  await resetPassword(second, { password: fresh }, now)
  expect(await enter(user.email, fresh)).not.toBe('')
  const dead = await createPasswordLink(user.id, { actor: owner, now })
  await removeUser(user.email, { actor: owner, now })
  expect(await openAccountLink('password', dead, now)).toBeUndefined()
  await expect(createPasswordLink(user.id, { actor: owner, now })).rejects.toEqual(refused('unknown-member'))
})

test('an address is another once it has been confirmed there', async () => {
  const user = await addMember('moving')
  const profile = { name: 'Moa Ving', language: 'en', email: 'NEW@example.org', current: old }
  expect(await saveProfile(user, profile, now)).toEqual({ awaits: 'new@example.org' })
  expect(await awaitedEmail(user.id, now)).toBe('new@example.org')
  const stored = async () => (await listUsers()).find(({ id }) => id === user.id)
  expect(await stored()).toMatchObject({ name: 'Moa Ving', language: 'en', email: 'moving@example.org' })
  const [mail] = await mailsTo('email-link', 'new@example.org')
  expect(mail?.text).toMatch(/Moa Ving wants to sign in/)
  const token = tokenIn(mail)
  expect(await openAccountLink('email', token, minutes(24 * 60))).toBeUndefined()
  await confirmEmail(token, now)
  expect(await stored()).toMatchObject({ email: 'new@example.org' })
  await expect(confirmEmail(token, now)).rejects.toEqual(refused('link-opens-nothing'))
  const [told] = await mailsTo('email-changed', 'moving@example.org')
  expect(told).toMatchObject({
    to: 'moving@example.org',
    text: expect.stringMatching(/with new@example.org[\s\S]+owner/),
  })
})

test('another address takes the password, and the old one is told how to stop it', async () => {
  const user = await addMember('taken')
  const profile = { name: 'Tagen', language: 'sv', email: 'thief@example.org' }
  const code = (current?: string) => saveProfile(user, { ...profile, ...(current && { current }) }, now)
  await expect(code()).rejects.toMatchObject({ code: 'password-needed', field: 'current' })
  await expect(code('fel')).rejects.toMatchObject({ code: 'wrong-password', field: 'current' })
  expect(await awaitedEmail(user.id, now)).toBeUndefined()
  // What takes no password is not saved either while something is refused.
  expect((await listUsers()).find(({ id }) => id === user.id)?.name).toBe('taken')
  await code(old)
  const [warned] = await mailsTo('email-asked', user.email)
  expect(warned?.to).toBe(user.email)
  expect(warned?.text).toMatch(/thief@example.org[\s\S]+byt lösenord[\s\S]+\/studio\/profile/)
  const token = tokenIn((await mailsTo('email-link', 'thief@example.org'))[0])
  await withdrawEmail(user.id, { actor: user, now })
  await withdrawEmail(user.id, { actor: user, now })
  expect(await awaitedEmail(user.id, now)).toBeUndefined()
  await expect(confirmEmail(token, now)).rejects.toEqual(refused('link-opens-nothing'))
  expect([await mailsTo('email-asked', user.email), await mailsTo('email-link', 'thief@example.org')]).toEqual([[], []])
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toEqual([
    'withdraw-email',
    'mail-email-link',
    'save',
    'ask-email',
    'create',
  ])
  for (let n = 0; n < 8; n++) await expect(code('fel')).rejects.toEqual(refused('wrong-password'))
  await expect(code(old)).rejects.toEqual(refused('too-many-attempts'))
})

test('a mail that anybody can ask for does not end what an owner has handed over; an owner ends both', async () => {
  const user = await addMember('asked')
  const handed = await createPasswordLink(user.id, { actor: owner, now })
  await ask(user.email)
  const first = tokenIn((await mailsTo('password-link', user.email))[0])
  expect(await openAccountLink('password', handed, now)).toBeDefined()
  await ask(user.email, minutes(1))
  const second = tokenIn((await mailsTo('password-link', user.email, minutes(1))).at(-1))
  expect([await openAccountLink('password', first, now), await openAccountLink('password', second, now)]).toEqual([
    undefined,
    expect.objectContaining({ user: expect.objectContaining({ id: user.id }) }),
  ])
  await ask(user.email, minutes(2))
  const last = await createPasswordLink(user.id, { actor: owner, now: minutes(2) })
  expect((await mailsTo('password-link', user.email, minutes(2))).at(-1)).toBeUndefined()
  expect([await openAccountLink('password', second, now), await openAccountLink('password', handed, now)]).toEqual([
    undefined,
    undefined,
  ])
  await resetPassword(last, { password: fresh }, minutes(2))
})

test('an address that has an account is refused, when asked for and when confirmed', async () => {
  const user = await addMember('asking')
  const profile = { name: user.name, language: 'sv', email: 'OWNER@example.org', current: old }
  await expect(saveProfile(user, profile, now)).rejects.toEqual(refused('email-taken'))
  await saveProfile(user, { ...profile, email: 'later@example.org' }, now)
  const token = tokenIn((await mailsTo('email-link', 'later@example.org'))[0])
  await addMember('later')
  await expect(confirmEmail(token, now)).rejects.toEqual(refused('email-taken'))
  delete process.env.SMTP_URL
  await expect(saveProfile(user, { ...profile, email: 'x@example.org' }, now)).rejects.toEqual(
    refused('no-mail-server'),
  )
  expect(await saveProfile(user, { ...profile, email: ' ASKING@example.org' }, now)).toEqual({ awaits: undefined })
})

test('a member’s own password is changed by whoever knows it, and signs out the other devices', async () => {
  const user = await addMember('careful')
  const [here, elsewhere] = [await enter(user.email), await enter(user.email)]
  const by = { token: here, now }
  const wrong = changeOwnPassword(user, { current: 'fel', password: fresh }, by)
  await expect(wrong).rejects.toMatchObject({ code: 'wrong-password', field: 'current' })
  const reset = await createPasswordLink(user.id, { actor: owner, now })
  await changeOwnPassword(user, { current: old, password: fresh }, by)
  expect([await getSessionUser(here, now), await getSessionUser(elsewhere, now)]).toEqual([
    expect.objectContaining({ id: user.id }),
    undefined,
  ])
  expect(await openAccountLink('password', reset, now)).toBeUndefined()
  // The page was opened before: what it knows of the password is old.
  await expect(changeOwnPassword(user, { current: old, password: old }, by)).rejects.toEqual(refused('wrong-password'))
  for (let n = 0; n < 7; n++) {
    await expect(changeOwnPassword(user, { current: 'fel', password: old }, by)).rejects.toEqual(
      refused('wrong-password'),
    )
  }
  await expect(changeOwnPassword(user, { current: 'fel', password: old }, by)).rejects.toEqual(
    refused('too-many-attempts'),
  )
})
