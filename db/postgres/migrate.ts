/** Migrates the database to the schema of this version of Pressrum, one program at a time. */
import { join } from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { databaseUrl } from './connections.ts'

const migrationsFolder = join(import.meta.dirname, 'migrations')
const migrationsTable = '__drizzle_migrations'
const migrationsSchema = 'public'
/** Held while migrating, so that nodes that start together do it once. */
const migrateLock = 7_270_102

/** Applies the missing migrations and returns how many there were. */
export async function migrateDatabase(_now: Date): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [migrateLock])
    const missing = readMigrationFiles({ migrationsFolder }).length - (await appliedMigrations(client))
    if (missing > 0) await migrate(drizzle(client), { migrationsFolder, migrationsTable, migrationsSchema })
    return Math.max(0, missing)
  } finally {
    await client.end()
  }
}

async function appliedMigrations(client: pg.Client): Promise<number> {
  const { rows: tables } = await client.query(
    `SELECT 1 FROM information_schema.tables WHERE table_schema = $1 AND table_name = $2`,
    [migrationsSchema, migrationsTable],
  )
  if (tables.length === 0) return 0
  const { rows } = await client.query(`SELECT count(*)::integer AS applied FROM ${migrationsTable}`)
  return rows[0]?.applied ?? 0
}
