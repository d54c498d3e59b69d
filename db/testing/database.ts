/** Gives each test file a real, migrated SQLite database of its own, in a directory that is removed afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, vi } from 'vitest'

// A worker runs many files. Of our own modules each has copies of its own, so that nothing is remembered from the last.
vi.resetModules()
const environment = { ...process.env }
const directory = mkdtempSync(join(tmpdir(), 'pressrum-test-'))
process.env.DATA_DIR = directory
const { closeDatabase } = await import('../sqlite/connections.ts')
const { migrateDatabase } = await import('../sqlite/migrate.ts')
await migrateDatabase(new Date())

afterAll(async () => {
  await closeDatabase()
  rmSync(directory, { recursive: true, force: true })
  for (const name of Object.keys(process.env)) if (!(name in environment)) delete process.env[name]
  Object.assign(process.env, environment)
})
