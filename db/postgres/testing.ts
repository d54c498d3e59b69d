/** Gives tests databases of their own on a server, copied from one that is migrated, or filled, once. */
import { hash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { migrateDatabase, migrationsKnown } from './migrate.ts'
import { routines } from './routines.ts'

/** Held while the database that is copied is made: test files begin side by side. */
const templateLock = 7_270_103

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

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

/** Makes a database, as a copy of another where one is named, and returns its address and what takes it away. */
export async function makeDatabase(server: string, template?: string): Promise<TestDatabase> {
  const name = `pressrum_test_${randomBytes(6).toString('hex')}`
  // Copied file by file, which is quicker where the server need not write it all down first.
  const copied = template ? `TEMPLATE ${template} STRATEGY FILE_COPY` : ''
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ${copied}`))
  return {
    url: named(server, name),
    drop: () => onServer(server, async (client) => void (await client.query(`DROP DATABASE ${name} WITH (FORCE)`))),
  }
}

/** Fills the database of this name once, by work that is given its address. What is there already stays. */
export const makeTemplate = (server: string, name: string, fill: (url: string) => Promise<unknown>): Promise<void> =>
  onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [templateLock])
    const { rows } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (rows.length) return
    await client.query(`CREATE DATABASE ${name}`)
    await fill(named(server, name))
  })

/** Makes a migrated database, names it in DATABASE_URL, and returns what takes it away. */
export async function makeTestDatabase(server: string): Promise<() => Promise<void>> {
  const template = `pressrum_template_${migrationsKnown()}_${hash('sha1', routines()).slice(0, 8)}`
  await makeTemplate(server, template, async (url) => {
    process.env.DATABASE_URL = url
    await migrateDatabase(new Date())
  })
  const { url, drop } = await makeDatabase(server, template)
  process.env.DATABASE_URL = url
  return drop
}
