import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { env, environmentTrouble } from '../env.ts'
import { keyFor, newsroomSecret, secretPath } from './secret.ts'

test('the secret is that of the environment, else that of the data directory', () => {
  mkdirSync(env.dataDir, { recursive: true })
  writeFileSync(secretPath(), 'from the file')
  expect(newsroomSecret()).toBe('from the file')
  process.env.NEXTAUTH_SECRET = 'from the environment, and long enough'
  expect(newsroomSecret()).toBe('from the environment, and long enough')
  const key = keyFor('one')
  expect(Buffer.from(key, 'base64')).toHaveLength(32)
  expect(keyFor('one')).toBe(key)
  expect(keyFor('other')).not.toBe(key)
  process.env.NEXTAUTH_SECRET = 'short'
  expect(environmentTrouble()).toMatch(/^NEXTAUTH_SECRET must be at least 32 characters/)
})
