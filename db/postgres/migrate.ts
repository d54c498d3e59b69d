/** Migrates the database to the schema of this version of Pressrum, one program at a time. */
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type pg from 'pg'
import { CannotOpen } from '../engine/data-directory.ts'
import { connections, migrateLock, onConnection, writeLock } from './connections.ts'
import { explained, refuseUnfit } from './fit.ts'
import { dropRoutines, hasRoutines, makeRoutines } from './routines.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
const journal = 'public.__drizzle_migrations'

/**
 * Applies the missing migrations and returns how many there were; the operator backs up before an upgrade. Throws
 * `CannotOpen` for a database that cannot be the newsroom's.
 */
export const migrateDatabase = (_now: Date): Promise<number> =>
  explained(() =>
    onConnection(async (client) => {
      await client.query('SELECT pg_advisory_lock($1)', [migrateLock])
      const [applied, known] = [await migrationsApplied(client), migrationsKnown()]
      await refuseUnfit(client, { applied, known })
      if (applied === known && (await hasRoutines(client))) return 0
      // In one transaction, and while nobody changes anything: no change may go past the triggers.
      await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${writeLock})`)
      await dropRoutines(client)
      await applyMigrations(client, applied)
      await makeRoutines(client)
      await client.query('COMMIT')
      return known - applied
    }),
  )

/** Applies all migrations but the first ones, and keeps Drizzle's journal of them. Drizzle's own way ends the transaction. */
async function applyMigrations(client: pg.ClientBase, applied: number): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${journal} (id serial PRIMARY KEY, hash text NOT NULL, created_at bigint)`,
  )
  for (const { sql, hash, folderMillis } of readMigrationFiles({ migrationsFolder }).slice(applied)) {
    for (const statement of sql) await client.query(statement)
    await client.query(`INSERT INTO ${journal} (hash, created_at) VALUES ($1, $2)`, [hash, folderMillis])
  }
}

/** Whether the database has the schema of this version. */
export async function isMigrated(): Promise<boolean> {
  const { reading } = connections()
  return (await migrationsApplied(reading)) === migrationsKnown() && (await hasRoutines(reading))
}

/** How many migrations this version has. */
export const migrationsKnown = (): number => readMigrationFiles({ migrationsFolder }).length

/** How many migrations the database has had. */
async function migrationsApplied(client: pg.ClientBase | pg.Pool): Promise<number> {
  const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [journal])
  if (!tables[0]?.found) return 0
  const { rows } = await client.query(`SELECT count(*) AS applied FROM ${journal}`)
  return Number(rows[0]?.applied ?? 0)
}

/** Refuses: a copy is made by the server's own tool, which also puts it back. */
export async function backupDatabase(_path: string): Promise<void> {
  throw new CannotOpen(
    'A database of PostgreSQL is copied by its own tool: pg_dump --format=custom --file=pressrum.dump "$DATABASE_URL".',
  )
}
