/** Gives each test file a real, migrated SQLite database of its own, in a directory that is removed afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { db } from '../client.ts'
import { edition } from '../schema/newsroom.ts'
import { closeDatabase } from '../sqlite/connections.ts'
import { migrateDatabase } from '../sqlite/migrate.ts'

const directory = mkdtempSync(join(tmpdir(), 'pressrum-test-'))
process.env.DATA_DIR = directory
await migrateDatabase(new Date())

afterAll(async () => {
  await closeDatabase()
  rmSync(directory, { recursive: true, force: true })
})

/** Returns the edition, which rises with every change that readers could see. */
export async function editionNow(): Promise<number> {
  const [row] = await db.select().from(edition)
  return row?.number ?? 0
}
