import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { sessions, users } from '../schema/users.ts'
import { refused } from '../testing/refused.ts'
import { changePassword, createUser, listUsers } from '../users.ts'
import { endOtherSessions, endSession, getSessionUser, listSessions, pruneSessions, signOut } from './sessions.ts'
import { signIn } from './sign-in.ts'
import { visitEvery, writeVisits } from './visits.ts'

const now = new Date('2026-11-20T08:00:00Z')
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const person = (email: string) => ({
  name: 'Amina Sjödahl',
  email,
  password: 'en lång mening',
  role: 'editor' as const,
  language: 'sv' as const,
})

test('a session lasts until it is signed out, and the database never holds what the browser holds', async () => {
  await createUser(person('a@example.org'), now)
  const signedIn = await signIn({ email: ' A@Example.org ', password: 'en lång mening', address: '::1' }, now)
  const token = signedIn?.token ?? ''
  expect((await getSessionUser(token, now))?.email).toBe('a@example.org')
  expect((await db.select().from(sessions)).map(({ id }) => id)).not.toContain(token)
  await signOut(token, now)
  await signOut(token, now)
  expect(await getSessionUser(token, now)).toBeUndefined()
  const events = await listEvents(signedIn?.user.id ?? '')
  expect(events.map(({ verb, actor }) => [verb, actor])).toEqual([
    ['sign-out', 'Amina Sjödahl'],
    ['sign-in', 'Amina Sjödahl'],
    ['create', null],
  ])
})

test('a session expires, and dies with a new password or a removed account', async () => {
  const user = await createUser(person('b@example.org'), now)
  const enter = async (password: string) =>
    (await signIn({ email: user.email, password, address: '::1' }, now))?.token ?? ''
  const first = await enter('en lång mening')
  expect(await getSessionUser(first, minutesLater(31 * 24 * 60))).toBeUndefined()
  await changePassword(user.email, 'en annan mening', now)
  expect(await getSessionUser(first, now)).toBeUndefined()
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toEqual(['change-password', 'sign-in', 'create'])
  const second = await enter('en annan mening')
  await write(async (tx) => {
    await tx.update(users).set({ removedAt: now }).where(eq(users.id, user.id))
  })
  expect(await getSessionUser(second, now)).toBeUndefined()
})

const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

test('a member sees where they are signed in, and signs out one or all others', async () => {
  const user = await createUser(person('c@example.org'), now)
  const other = await createUser(person('d@example.org'), now)
  const enter = async (email: string) =>
    (await signIn({ email, password: 'en lång mening', address: '192.0.2.7', userAgent: firefox }, now))?.token ?? ''
  const [here, there, third] = [await enter(user.email), await enter(user.email), await enter(user.email)]
  const theirs = await enter(other.email)
  const listed = await listSessions(user.id, here, now)
  expect(listed).toHaveLength(3)
  expect(listed.filter(({ isThis }) => isThis)).toMatchObject([
    { browser: 'Firefox', system: 'Linux', network: '192.0.2.0/24' },
  ])
  const [foreign] = await listSessions(other.id, theirs, now)
  await expect(endSession(user, foreign?.id ?? '', now)).rejects.toEqual(refused('unknown-session'))
  const [second] = listed.filter(({ isThis }) => !isThis)
  await endSession(user, second?.id ?? '', now)
  expect(await listSessions(user.id, here, now)).toHaveLength(2)
  expect(await endOtherSessions(user, here, now)).toBe(1)
  expect(await endOtherSessions(user, here, now)).toBe(0)
  const open = await Promise.all([here, there, third, theirs].map((token) => getSessionUser(token, now)))
  expect(open.map((found) => found?.email)).toEqual([user.email, undefined, undefined, other.email])
  await pruneSessions(minutesLater(31 * 24 * 60))
  expect(await db.$count(sessions)).toBe(0)
})

test('when a member was last here is known to five minutes, and no request writes it', async () => {
  const user = await createUser(person('e@example.org'), now)
  const signedIn = await signIn({ email: user.email, password: 'en lång mening', address: '::1' }, now)
  const seen = async () => (await listUsers()).find(({ id }) => id === user.id)?.lastSeenAt
  const later = new Date(now.getTime() + visitEvery)
  await getSessionUser(signedIn?.token ?? '', later)
  expect(await seen()).toEqual(now)
  await writeVisits()
  expect(await seen()).toEqual(later)
  await getSessionUser(signedIn?.token ?? '', new Date(later.getTime() + visitEvery - 1))
  await writeVisits()
  expect(await seen()).toEqual(later)
})
