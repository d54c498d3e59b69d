import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { sessions, users } from '../schema/users.ts'
import { changePassword, createUser } from '../users.ts'
import { getSessionUser, signOut } from './sessions.ts'
import { signIn } from './sign-in.ts'

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
