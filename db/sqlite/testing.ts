/** Gives test files databases of their own, copied from one that is migrated once for each state of the migrations. */

import { hash } from 'node:crypto'
import { copyFileSync, existsSync, globSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databasePath } from '../engine/data-directory.ts'
import { closeDatabase } from './connections.ts'
import { migrateDatabase } from './migrate.ts'

const migrations = globSync(join(import.meta.dirname, '../migrations/**/*.{sql,json}')).sort()

/** Makes a migrated database in the data directory. */
export async function makeTestDatabase(): Promise<void> {
  const state = hash('sha1', migrations.map((path) => readFileSync(path, 'utf8')).join())
  const template = join(tmpdir(), `pressrum-migrated-${state}.sqlite`)
  if (existsSync(template)) return copyFileSync(template, databasePath())
  await migrateDatabase(new Date())
  // Closed, it is one file.
  await closeDatabase()
  const unfinished = `${template}.${process.pid}`
  copyFileSync(databasePath(), unfinished)
  renameSync(unfinished, template)
}
