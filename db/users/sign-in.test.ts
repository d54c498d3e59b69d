import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { listEvents } from '../events.ts'
import { attempts } from '../schema/users.ts'
import { refused } from '../testing/refused.ts'
import { createUser } from '../users.ts'
import { signIn, slowdown, unlockUser } from './sign-in.ts'

const start = new Date('2026-11-20T08:00:00Z')
const password = 'en lång mening'
let made = 0

/** A new member, at an hour of their own, so that no test counts what another has tried. */
async function newMember() {
  made++
  const now = new Date(start.getTime() + made * 3_600_000)
  const user = await createUser(
    { name: 'Amina Sjödahl', email: `${made}@example.org`, password, role: 'editor', language: 'sv' },
    now,
  )
  const at = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
  const enter = (address: string, typed: string, minutes = 0) =>
    signIn({ email: user.email, password: typed, address }, at(minutes))
  const miss = async (address: string, times: number) => {
    for (let n = 0; n < times; n++) expect(await enter(address, 'fel')).toBeUndefined()
  }
  return { user, now, enter, miss }
}

test('a wrong password and an unknown account get the same answer, and only the first is recorded', async () => {
  const { user, now, enter } = await newMember()
  expect(await enter('::1', 'fel')).toBeUndefined()
  expect(await signIn({ email: 'nobody@example.org', password: 'fel', address: '::1' }, now)).toBeUndefined()
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toEqual(['fail-sign-in', 'create'])
})

test('an address opens its account in another case, with spaces and in letters that look alike', async () => {
  const { user, now } = await newMember()
  const [name = ''] = user.email.split('@')
  const wide = [...name].map((digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0)).join('')
  for (const email of [`  ${user.email.toUpperCase()} `, `${wide}＠example.org`, `${name}\u00ad@example.org`])
    expect((await signIn({ email, password, address: '::1' }, now))?.user.id, email).toBe(user.id)
})

test('ten misses from one address close the account to that address alone, and say for how long', async () => {
  const { enter, miss } = await newMember()
  await miss('192.0.2.1', 10)
  const closed = refused('too-many-attempts')
  await expect(enter('192.0.2.1', password, 5)).rejects.toEqual(closed)
  await expect(enter('192.0.2.1', password, 5)).rejects.toMatchObject({ details: { seconds: 600, minutes: 10 } })
  // As another spelling of the same address.
  await expect(enter('::ffff:192.0.2.1', password)).rejects.toEqual(closed)
  expect((await enter('198.51.100.7', password))?.user.name).toBe('Amina Sjödahl')
  expect((await enter('192.0.2.1', password, 16))?.user.name).toBe('Amina Sjödahl')
})

test('an account nobody has is closed as one that somebody has', async () => {
  const { now } = await newMember()
  const attempt = () => signIn({ email: 'missing@example.org', password: 'fel', address: '192.0.2.9' }, now)
  for (let n = 0; n < 10; n++) expect(await attempt()).toBeUndefined()
  await expect(attempt()).rejects.toEqual(refused('too-many-attempts'))
})

test('the addresses of one network are one, so that nobody can change them for each attempt', async () => {
  const { enter } = await newMember()
  for (let n = 0; n < 10; n++) expect(await enter(`2001:db8:1:2::${n}`, 'fel')).toBeUndefined()
  await expect(enter('2001:db8:1:2:ffff::1', password)).rejects.toEqual(refused('too-many-attempts'))
  expect(await enter('2001:db8:1:3::1', password)).toBeDefined()
})

test('misses from everywhere slow an account down, and its member is let in', async () => {
  const { enter, miss } = await newMember()
  for (const host of [1, 2, 3]) await miss(`192.0.2.${host}`, 4)
  const began = performance.now()
  expect(await enter('198.51.100.7', password)).toBeDefined()
  expect(performance.now() - began).toBeGreaterThan(slowdown(13) - 5)
})

test('slowing down begins after ten misses and has an end', () => {
  expect([1, 10, 11, 20, 31, 1_000].map(slowdown)).toEqual([0, 0, 200, 2_000, 4_000, 4_000])
})

test('what succeeds is not counted, for the account or the address', async () => {
  const { enter, miss } = await newMember()
  await miss('192.0.2.1', 9)
  for (let n = 0; n < 12; n++) expect(await enter('192.0.2.1', password)).toBeDefined()
  await miss('192.0.2.1', 10)
  await expect(enter('192.0.2.1', password)).rejects.toEqual(refused('too-many-attempts'))
})

test('fifty misses on any accounts close an address to all of them', async () => {
  const { now, enter } = await newMember()
  for (let n = 0; n < 50; n++) {
    expect(await signIn({ email: `${n}@missing.example`, password: 'fel', address: '192.0.2.1' }, now)).toBeUndefined()
  }
  await expect(enter('192.0.2.1', password)).rejects.toEqual(refused('too-many-attempts'))
  expect(await enter('192.0.2.2', password)).toBeDefined()
})

test('the operator can lift it at once, and what is long past is forgotten', async () => {
  const { user, now, enter, miss } = await newMember()
  await miss('192.0.2.1', 10)
  await miss('192.0.2.2', 1)
  await unlockUser(` ${user.email.toUpperCase()} `, now)
  expect(await db.select().from(attempts)).toEqual([])
  expect(await enter('192.0.2.1', password)).toBeDefined()
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toContain('unlock')
  await expect(unlockUser('nobody@example.org', now)).rejects.toEqual(refused('unknown-user'))
  await enter('192.0.2.3', 'fel', 60)
  const kept = await db.select({ windowStart: attempts.windowStart }).from(attempts)
  expect(kept.every(({ windowStart }) => windowStart > now)).toBe(true)
})
