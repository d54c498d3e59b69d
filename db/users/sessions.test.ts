import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db, write } from '../client.ts'
import { listEvents } from '../events.ts'
import { sessions, users } from '../schema/users.ts'
import { refused } from '../testing/refused.ts'
import { changePassword, createUser } from '../users.ts'
import { getSessionUser, signIn, signOut } from './sessions.ts'

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
  await signOut(token)
  expect(await getSessionUser(token, now)).toBeUndefined()
})

test('a session expires, and dies with a new password or a removed account', async () => {
  const user = await createUser(person('b@example.org'), now)
  const enter = async (password: string) =>
    (await signIn({ email: user.email, password, address: '::1' }, now))?.token ?? ''
  const first = await enter('en lång mening')
  expect(await getSessionUser(first, minutesLater(31 * 24 * 60))).toBeUndefined()
  await changePassword(user.email, 'en annan mening', now)
  expect(await getSessionUser(first, now)).toBeUndefined()
  expect((await listEvents(user.id)).map(({ verb }) => verb)).toEqual(['change-password', 'create'])
  const second = await enter('en annan mening')
  await write(async (tx) => {
    await tx.update(users).set({ removedAt: now }).where(eq(users.id, user.id))
  })
  expect(await getSessionUser(second, now)).toBeUndefined()
})

test('a wrong password and an unknown account get the same answer', async () => {
  await createUser(person('c@example.org'), now)
  expect(await signIn({ email: 'c@example.org', password: 'fel', address: '::1' }, now)).toBeUndefined()
  expect(await signIn({ email: 'nobody@example.org', password: 'fel', address: '::1' }, now)).toBeUndefined()
})

test('the eleventh miss on an account is refused without looking, existing or not, until a quarter has passed', async () => {
  await createUser(person('d@example.org'), now)
  for (const email of ['d@example.org', 'missing@example.org']) {
    const attempt = (password: string, at: Date) => signIn({ email, password, address: `10.0.0.${email.length}` }, at)
    for (let n = 0; n < 10; n++) expect(await attempt('fel', now)).toBeUndefined()
    await expect(attempt('en lång mening', now)).rejects.toEqual(refused('too-many-attempts'))
  }
  const later = await signIn({ email: 'd@example.org', password: 'en lång mening', address: '::1' }, minutesLater(16))
  expect(later?.user.email).toBe('d@example.org')
})
