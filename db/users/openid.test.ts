import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { env } from '#lib/env.ts'
import { readIdentity } from '#lib/openid/identity.ts'
import { givenRoles } from '#lib/openid/settings.ts'
import { db } from '../client.ts'
import { listEvents } from '../events.ts'
import { addMember } from '../testing/members.ts'
import { refused } from '../testing/refused.ts'
import { roleNames } from '../types.ts'
import { changePassword, changeRole, listUsers, removeUser } from '../users.ts'
import {
  createPasswordLink,
  issueAccountLink,
  openAccountLink,
  requestPasswordLink,
  resetPassword,
  signInByLink,
} from './account-links.ts'
import { invite, redeemInvitation } from './invitations.ts'
import { countOpenidTry, recordOpenidRefusal, signInByOpenid, unlinkUser } from './openid.ts'
import { changeOwnPassword } from './own-account.ts'
import { getSessionUser } from './sessions.ts'
import { signIn, unlockUser } from './sign-in.ts'
import { writeVisits } from './visits.ts'

const now = new Date('2026-11-27T12:00:00Z')
const from = { address: '192.0.2.1', tries: 1 }
const iss = 'https://login.example.org'
const password = 'pressrum-demo'

beforeEach(() => {
  Object.assign(process.env, { OIDC_ISSUER: iss, OIDC_CLIENT_ID: 'press', OIDC_CLIENT_SECRET: 'secret' })
})
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('OIDC_')) delete process.env[name]
})

// What one file has noted is written into no other's database.
afterAll(writeVisits)

const asks = (settings: Record<string, string>) => Object.assign(process.env, settings)

/** Comes from the provider as somebody there. */
async function enter(sub: string, claims: Record<string, unknown> = {}) {
  const settings = env.openid
  if (!settings) throw new Error('no provider')
  const identity = readIdentity({ iss, sub, email_verified: true, email: `${sub}@example.org`, ...claims }, settings)
  return signInByOpenid(identity, from, now)
}

const verbsOf = async (id: string) => (await listEvents(id)).map(({ verb }) => verb)

test('the roles that groups give are the roles there are', () => {
  expect(givenRoles).toEqual(roleNames)
})

test('a member is known by the address the first time, however it is written, and by the subject from then on', async () => {
  const member = await addMember('amina')
  const { user, token } = await enter('s-1', { email: ' ＡＭＩＮＡ@Example.org' })
  expect(user.id).toBe(member.id)
  expect(await getSessionUser(token, now)).toMatchObject({ id: member.id, openidSubject: `${iss} s-1` })
  expect((await verbsOf(member.id)).toSorted()).toEqual(['create', 'link-openid', 'sign-in-openid'])
  expect((await enter('s-1', { email: 'another@example.org' })).user.id).toBe(member.id)
  // Somebody else who has got the address at the provider does not get the account.
  await expect(enter('s-2', { email: 'amina@example.org' })).rejects.toMatchObject({ code: 'openid-other-account' })
  // Nor does a subject of another provider; there the address decides anew.
  expect((await enter('s-2', { iss: 'https://new.example', email: 'amina@example.org' })).user.id).toBe(member.id)
  await unlinkUser('amina@example.org', now)
  expect((await enter('s-3', { email: 'amina@example.org' })).user.id).toBe(member.id)
})

test.each([
  [false, undefined, false],
  [undefined, undefined, false],
  ['false', 'on', false],
  [false, 'on', false],
  [undefined, 'on', true],
  ['true', undefined, true],
])('an address of which the provider says %j, trusted: %s, lets in: %s', async (verified, trusts, letsIn) => {
  if (!(await listUsers()).some(({ name }) => name === 'vera')) await addMember('vera')
  if (trusts) asks({ OIDC_TRUST_EMAIL: trusts })
  const coming = enter('vera', { email_verified: verified })
  if (letsIn) expect((await coming).user.name).toBe('vera')
  else await expect(coming).rejects.toMatchObject({ code: 'openid-unverified', details: { name: 'login.example.org' } })
})

test('somebody unknown becomes what the settings say, or nobody', async () => {
  await expect(enter('nobody')).rejects.toMatchObject({ code: 'openid-unknown' })
  asks({ OIDC_NEW_MEMBERS: 'contributor' })
  const { user } = await enter('newcomer', { name: 'Nils Ny', locale: 'en-GB' })
  expect(user).toMatchObject({ name: 'Nils Ny', role: 'contributor', language: 'en', email: 'newcomer@example.org' })
  expect((await enter('newcomer')).user.id).toBe(user.id)
  expect(await signIn({ email: user.email, password: '', address: '192.0.2.9' }, now)).toBeUndefined()
  asks({ OIDC_NEW_MEMBERS: 'groups', OIDC_ROLES: 'press=editor' })
  expect((await enter('grouped', { groups: ['press'] })).user.role).toBe('editor')
  await expect(enter('loose', { groups: ['canteen'] })).rejects.toMatchObject({ code: 'openid-no-group' })
})

test('two windows of one newcomer make one member', async () => {
  asks({ OIDC_NEW_MEMBERS: 'editor' })
  const [one, two] = await Promise.all([enter('twice'), enter('twice')])
  expect(one.user.id).toBe(two.user.id)
})

test('groups give the role at each sign-in, from wherever the provider writes them, but the only owner stays one', async () => {
  const member = await addMember('rut', 'contributor')
  asks({ OIDC_ROLES: 'press=editor; chiefs=owner', OIDC_GROUPS_CLAIM: 'realm_access.roles' })
  const groups = (...roles: string[]) => ({ realm_access: { roles } })
  expect(await roleAfter(enter('rut', groups('press', 'x')))).toBe('editor')
  expect(await verbsOf(member.id)).toContain('apply-role')
  expect(await roleAfter(enter('rut', groups('press', 'chiefs')))).toBe('owner')
  expect(await roleAfter(enter('rut', groups('press')))).toBe('owner')
  await addMember('second', 'owner')
  expect(await roleAfter(enter('rut', groups('press')))).toBe('editor')
  await changeRole('rut@example.org', 'contributor', { actor: 'operator', now })
  expect(await roleAfter(enter('rut', groups('press')))).toBe('editor')
  asks({ OIDC_GROUPS_CLAIM: 'https://example.org/groups' })
  expect(await roleAfter(enter('rut', { 'https://example.org/groups': 'chiefs' }))).toBe('owner')
})

test('whoever has taken somebody’s address before them does not get their role along', async () => {
  const taken = await addMember('taken', 'contributor')
  const typed = { email: taken.email, password, address: '192.0.2.6' }
  const before = await signIn(typed, now)
  asks({ OIDC_ROLES: 'chiefs=owner; press=contributor' })
  expect(await roleAfter(enter('taken', { groups: ['chiefs'] }))).toBe('owner')
  expect([await getSessionUser(before?.token ?? '', now), await signIn(typed, now)]).toEqual([undefined, undefined])
})

test('whoever comes from the provider has no other way in, but what the operator makes', async () => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  const [owner, member] = [await addMember('linker', 'owner'), await addMember('elsewhere')]
  const typed = { email: member.email, password, address: '192.0.2.8' }
  const before = await signIn(typed, now)
  const handedOver = await createPasswordLink(member.id, { actor: owner, now })
  await enter('elsewhere')
  expect([await getSessionUser(before?.token ?? '', now), await signIn(typed, now)]).toEqual([undefined, undefined])
  expect(await openAccountLink('password', handedOver, now)).toBeUndefined()
  await requestPasswordLink({ email: member.email }, { address: '192.0.2.8', now })
  const asked = await db.query.accountLinks.findFirst({ where: (links, { eq }) => eq(links.email, member.email) })
  expect(await issueAccountLink(asked?.id ?? '', now)).toBeUndefined()
  await expect(createPasswordLink(member.id, { actor: owner, now })).rejects.toEqual(refused('signs-in-elsewhere'))
  const token = await createPasswordLink(member.id, { actor: 'operator', now })
  await resetPassword(token, { password }, now)
  expect((await signIn(typed, now))?.user.id).toBe(member.id)
  await enter('elsewhere')
  expect(await signIn(typed, now)).toBeUndefined()
  delete process.env.SMTP_URL
})

const roleAfter = async (coming: ReturnType<typeof enter>) => {
  const { token } = await coming
  return (await getSessionUser(token, now))?.role
}

test('whoever has lost their group is signed out, and no password opens either until the operator lets them', async () => {
  const member = await addMember('lost')
  asks({ OIDC_ROLES: 'press=editor' })
  const { token } = await enter('lost', { groups: ['press'] })
  const typed = { email: member.email, password, address: '192.0.2.7' }
  await expect(enter('lost', { groups: [] })).rejects.toMatchObject({ code: 'openid-no-group' })
  expect(await getSessionUser(token, now)).toBeUndefined()
  expect(await signIn(typed, now)).toBeUndefined()
  expect((await listEvents(member.id)).find(({ verb }) => verb === 'refuse-openid')?.details).toEqual({
    refused: 'openid-no-group',
  })
  await unlockUser(member.email, now)
  expect((await enter('lost', { groups: ['press'] })).user.id).toBe(member.id)
})

test('somebody removed here does not come back by the provider, linked or not, but by an invitation', async () => {
  const owner = await addMember('boss', 'owner')
  asks({ OIDC_NEW_MEMBERS: 'contributor' })
  const [linked, unlinked] = [await addMember('linked'), await addMember('unlinked')]
  await enter('linked')
  for (const { email } of [linked, unlinked]) {
    await removeUser(email, { actor: 'operator', now })
    await expect(enter(email.split('@')[0] ?? '')).rejects.toMatchObject({ code: 'openid-removed' })
  }
  const { token = '' } = await invite({ way: 'link', role: 'editor', userId: linked.id }, { actor: owner, now })
  await redeemInvitation(token, { name: 'L', email: linked.email, language: 'sv', password }, now)
  expect((await enter('linked')).user.id).toBe(linked.id)
  // Or under an account of their own.
  const again = await addMember('unlinked')
  expect((await enter('unlinked')).user.id).toBe(again.id)
})

test('what is refused is recorded, and cannot fill the log', async () => {
  const before = (await listEvents('unknown')).length
  await recordOpenidRefusal('openid-nonce', from, now)
  await recordOpenidRefusal('openid-nonce', { ...from, tries: 21 }, now)
  const events = await listEvents('unknown')
  expect(events).toHaveLength(before + 1)
  expect(events[0]).toMatchObject({ verb: 'refuse-openid', details: { refused: 'openid-nonce' } })
})

test('going there is counted by address, until it has ended inside', async () => {
  const later = new Date(now.getTime() + 3_600_000)
  await addMember('often')
  for (let n = 0; n < 60; n++) await countOpenidTry(from.address, later)
  await expect(countOpenidTry(from.address, later)).rejects.toEqual(refused('too-many-attempts'))
  await enter('often')
  expect(await countOpenidTry(from.address, later)).toBe(1)
})

test('where no password opens, each way to one is refused, and the operator’s link leads in', async () => {
  const [owner, member] = [await addMember('chief', 'owner'), await addMember('off')]
  const early = await createPasswordLink(member.id, { actor: owner, now })
  asks({ OIDC_PASSWORDS: 'off' })
  const off = refused('passwords-off')
  const address = '192.0.2.8'
  await expect(signIn({ email: member.email, password, address }, now)).rejects.toEqual(off)
  await expect(requestPasswordLink({ email: member.email }, { address, now })).rejects.toEqual(off)
  await expect(createPasswordLink(member.id, { actor: owner, now })).rejects.toEqual(off)
  await expect(resetPassword(early, { password }, now)).rejects.toEqual(off)
  await expect(changeOwnPassword(member, { current: password, password }, { token: '', now })).rejects.toEqual(off)

  const { token = '' } = await invite({ way: 'link', role: 'editor' }, { actor: owner, now })
  const joined = await redeemInvitation(token, { name: 'Ny', email: 'ny@example.org', language: 'sv' }, now)
  expect((await enter('ny')).user.id).toBe(joined.id)

  await changePassword(member.email, password, now)
  const link = await createPasswordLink(member.id, { actor: 'operator', now })
  const entered = await signInByLink(link, { address }, now)
  expect((await getSessionUser(entered?.token ?? '', now))?.id).toBe(member.id)
  expect(await signInByLink(link, { address }, now)).toBeUndefined()
  const unused = await createPasswordLink(member.id, { actor: 'operator', now })
  asks({ OIDC_PASSWORDS: 'on' })
  expect(await signInByLink(unused, { address }, now)).toBeUndefined()
  expect((await resetPassword(unused, { password }, now)).id).toBe(member.id)
})
