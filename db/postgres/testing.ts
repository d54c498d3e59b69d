/** Gives each test file a database of its own on a server, copied from one that is migrated once. */
import { hash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrateDatabase, migrationsKnown } from './migrate.ts'
import { routines } from './routines.ts'

/** Held while the database that is copied is made: test files begin side by side. */
const templateLock = 7_270_103

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const named = (server: string, name: string) => Object.assign(new URL(server), { pathname: `/${name}` }).href

/** Makes a migrated database, names it in DATABASE_URL, and returns what takes it away. */
export async function makeTestDatabase(server: string): Promise<() => Promise<void>> {
  const template = `pressrum_template_${migrationsKnown()}_${hash('sha1', routines()).slice(0, 8)}`
  const name = `pressrum_test_${randomBytes(6).toString('hex')}`
  await onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock])
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])
    if (rows.length === 0) {
      await client.query(`CREATE DATABASE ${template}`)
      process.env.DATABASE_URL = named(server, template)
      await migrateDatabase(new Date())
    }
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`)
  })
  process.env.DATABASE_URL = named(server, name)
  return () => onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`)))
}
