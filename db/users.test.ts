import { expect, test } from 'vitest'
import { refused } from './testing/refused.ts'
import { createUser } from './users.ts'

const now = new Date('2026-11-20T08:00:00Z')
const person = (email: string) => ({
  name: 'Amina Sjödahl',
  email,
  password: 'en lång mening',
  role: 'editor' as const,
  language: 'sv' as const,
})

test('an address that has an account cannot get another, nor can anyone have a short password', async () => {
  await createUser(person('e@example.org'), now)
  await expect(createUser(person('E@example.org'), now)).rejects.toEqual(refused('email-taken'))
  await expect(createUser({ ...person('f@example.org'), password: 'kort' }, now)).rejects.toThrow('password-short')
})
