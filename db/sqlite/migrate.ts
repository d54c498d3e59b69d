/**
 * Migrates the database to the schema of this version of Pressrum. It runs at start and in the CLI, never at import.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { backupPath, databasePath, makeDataDirectory } from '../engine/data-directory.ts'
import { type Connection, connections, databaseExists, openConnection } from './connections.ts'

const migrationsFolder = join(import.meta.dirname, '../migrations')

/**
 * Applies the missing migrations and returns how many there were. A database with content is copied to
 * `DATA_DIR/backups` first.
 */
export async function migrateDatabase(now: Date): Promise<number> {
  const before = await appliedMigrations()
  const missing = readMigrationFiles({ migrationsFolder }).length - before
  if (missing <= 0) return 0
  if (before > 0) await backupDatabase(backupPath(now, 'before-upgrade-'))
  applyMigrations(databasePath())
  return missing
}

/** Makes a new database of this version in the data directory, in the place of a file that is there. */
export function makeDatabase(path: string): void {
  makeDataDirectory()
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
  applyMigrations(path)
}

function applyMigrations(path: string): void {
  const connection = openConnection(path)
  try {
    addFormerFunctions(connection)
    migrate(drizzle(connection), { migrationsFolder })
  } finally {
    connection.close()
  }
}

/**
 * Adds the functions of ours that triggers called before `0025_search-by-marks`. What they enter is empty: that migration
 * has everything entered anew.
 */
function addFormerFunctions(connection: Connection): void {
  const answers = { search_tokens: '', search_words: '[]', search_text: '', document_text: '', quote_text: '' }
  for (const [name, answer] of Object.entries(answers)) {
    connection.function(name, { varargs: true, deterministic: true, directOnly: false }, () => answer)
  }
}

/**
 * Copies the database, whole and consistent while it is in use, to a file that must not exist yet. What cannot be
 * written whole is taken away again.
 */
export async function backupDatabase(path: string): Promise<void> {
  if (existsSync(path)) throw new Error(`${path} exists already`)
  mkdirSync(join(path, '..'), { recursive: true, mode: 0o700 })
  // SQLite writes into an empty file, and asks nobody who may read one of its own.
  writeFileSync(path, '', { mode: 0o600, flag: 'wx' })
  try {
    connections().writing.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** Whether the database has the schema of this version. */
export const isMigrated = async (): Promise<boolean> =>
  databaseExists() && (await appliedMigrations()) === readMigrationFiles({ migrationsFolder }).length

/** Whether the database is one that a version of Pressrum has made. */
export const isKnown = async (): Promise<boolean> => (await appliedMigrations()) > 0

async function appliedMigrations(): Promise<number> {
  const { writer } = connections()
  const tables = await writer.all(sql`SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'`)
  if (tables.length === 0) return 0
  const [row] = await writer.all<{ applied: number }>(sql`SELECT count(*) AS applied FROM __drizzle_migrations`)
  return row?.applied ?? 0
}
