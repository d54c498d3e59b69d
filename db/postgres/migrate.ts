/** Migrates the database to the schema of this version of Pressrum, one program at a time. */
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { CannotOpen } from '../engine/data-directory.ts'
import { connectionOptions } from './connections.ts'
import { explained, refuseUnfit } from './fit.ts'
import { dropRoutines, hasRoutines, makeRoutines } from './routines.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
const journal = { migrationsTable: '__drizzle_migrations', migrationsSchema: 'public' }
/** Held while migrating, so that nodes that start together do it once. */
const migrateLock = 7_270_102

/** Does something on a connection of its own. */
export async function onConnection<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(connectionOptions('pressrum'))
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

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
      if (applied < known) {
        await dropRoutines(client)
        await migrate(drizzle(client), { migrationsFolder, ...journal })
      }
      if (applied < known || !(await hasRoutines(client))) await makeRoutines(client)
      return known - applied
    }),
  )

/** Whether the database has the schema of this version. */
export const isMigrated = (): Promise<boolean> =>
  onConnection(async (client) => (await migrationsApplied(client)) === migrationsKnown() && (await hasRoutines(client)))

/** How many migrations this version has. */
export const migrationsKnown = (): number => readMigrationFiles({ migrationsFolder }).length

/** How many migrations the database has had. */
async function migrationsApplied(client: pg.ClientBase): Promise<number> {
  const { rows: tables } = await client.query('SELECT to_regclass($1) AS found', [`public.${journal.migrationsTable}`])
  if (!tables[0]?.found) return 0
  const { rows } = await client.query(`SELECT count(*) AS applied FROM ${journal.migrationsTable}`)
  return Number(rows[0]?.applied ?? 0)
}

/** Refuses: a copy is made by the server's own tool, which also puts it back. */
export async function backupDatabase(_path: string): Promise<void> {
  throw new CannotOpen(
    'A database of PostgreSQL is copied by its own tool: pg_dump --format=custom --file=pressrum.dump "$DATABASE_URL".',
  )
}
