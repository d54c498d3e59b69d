import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { hashPassword, passwordFits } from './passwords.ts'

const composed = 'Lösenordåäö ett två'.normalize('NFC')
const decomposed = composed.normalize('NFD')

test.each([
  ['typed as it was chosen', composed, composed],
  ['with letters in two signs where it was chosen with letters in one', composed, decomposed],
  ['the other way round', decomposed, composed],
  ['with a space that does not break', composed, composed.replace(' ', '\u00a0')],
])('a password fits %s', async (_, chosen, typed) => {
  expect(await passwordFits(await hashPassword(chosen), typed)).toBe(true)
})

test('a hash made of the very bytes that were typed is still accepted', async () => {
  const before = await hash(decomposed)
  expect(await passwordFits(before, decomposed)).toBe(true)
})

test.each([
  ['another case', composed.toUpperCase()],
  ['a space more', `${composed} `],
  ['letters without their marks', 'Losenordaao ett tva'],
  ['letters that only look alike', composed.replace('e', 'е')],
])('a password with %s does not fit', async (_, typed) => {
  expect(await passwordFits(await hashPassword(composed), typed)).toBe(false)
})
