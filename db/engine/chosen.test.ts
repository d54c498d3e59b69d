import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

const program = `
  import { createRequire } from 'node:module'
  await import('./db/engine.ts')
  await import('./db/engine/search.ts')
  const loaded = Object.keys(createRequire(import.meta.url).cache)
  console.log(['pg', 'better-sqlite3'].filter((name) => loaded.some((path) => path.includes('/node_modules/' + name + '/'))).join())
`
const driversWith = (url: string) =>
  execFileSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: process.cwd(),
    env: { ...process.env, DATABASE_URL: url },
    encoding: 'utf8',
  }).trim()

test('only the driver of the database in use is loaded', () => {
  expect(driversWith('')).toBe('better-sqlite3')
  expect(driversWith('postgres://localhost/newsroom')).toBe('pg')
})
