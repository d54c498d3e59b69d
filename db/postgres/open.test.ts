import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterEach, expect, test } from 'vitest'
import { closeDatabase, openNewsroom } from '../engine.ts'
import { connections } from './connections.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const now = new Date('2026-11-20T08:00:00Z')
const own = process.env.DATABASE_URL
const made: string[] = []

async function onServer(...statements: string[]) {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const named = (name: string, user?: string) => {
  const url = Object.assign(new URL(server), { pathname: `/${name}` })
  if (user) Object.assign(url, { username: user, password: 'x' })
  return url.href
}

/** Makes an empty database and names it in DATABASE_URL. */
async function emptyDatabase(more = ''): Promise<string> {
  const name = `pressrum_open_${randomBytes(6).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} ${more}`)
  made.push(name)
  process.env.DATABASE_URL = named(name)
  return name
}

async function inside(...statements: string[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

afterEach(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = own
  for (const name of made.splice(0)) await onServer(`DROP DATABASE ${name} WITH (FORCE)`)
})

test.runIf(server)('an empty database is a new newsroom, and two nodes make it at once', async () => {
  await emptyDatabase()
  await Promise.all([openNewsroom(now), openNewsroom(now)])
  await openNewsroom(now)
})

test.runIf(server)('a database of a newer version is left alone', async () => {
  await emptyDatabase()
  await openNewsroom(now)
  await inside("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)")
  await expect(openNewsroom(now)).rejects.toThrow('was made by a newer version of Pressrum.')
})

test.runIf(server)('a database of another program is left alone', async () => {
  await emptyDatabase()
  await inside('CREATE TABLE invoices (id integer)')
  await expect(openNewsroom(now)).rejects.toThrow('is the database of another program.')
})

test.runIf(server)('a database with another program’s journal of migrations is left alone', async () => {
  await emptyDatabase()
  await inside(
    'CREATE TABLE __drizzle_migrations (id serial, hash text, created_at bigint)',
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('theirs', 1)",
  )
  await expect(openNewsroom(now)).rejects.toThrow('is the database of another program.')
})

test.runIf(server)('what somebody keeps in a schema of our name is never dropped', async () => {
  await emptyDatabase()
  await inside('CREATE SCHEMA pressrum', 'CREATE TABLE pressrum.invoices (id integer)')
  await expect(openNewsroom(now)).rejects.toThrow('has a schema pressrum that is not Pressrum')
  await inside('DROP TABLE pressrum.invoices')
  await openNewsroom(now)
  await inside('CREATE TABLE pressrum.invoices (id integer)', "COMMENT ON SCHEMA pressrum IS 'of an older version'")
  await expect(openNewsroom(now)).rejects.toThrow('has a schema pressrum that is not Pressrum')
  await inside('TABLE pressrum.invoices')
})

test.runIf(server)('an extension in another schema, and a database that only reads, are named', async () => {
  const name = await emptyDatabase()
  await inside('CREATE SCHEMA extensions', 'CREATE EXTENSION pg_trgm SCHEMA extensions')
  await expect(openNewsroom(now)).rejects.toThrow('has the extension pg_trgm in the schema extensions. Move it:')
  await inside(
    'ALTER EXTENSION pg_trgm SET SCHEMA public',
    `ALTER DATABASE ${name} SET default_transaction_read_only = on`,
  )
  await expect(openNewsroom(now)).rejects.toThrow('lets its user only read.')
})

test.runIf(server)('limits and ways of writing that the server sets do not hold for the newsroom', async () => {
  const name = await emptyDatabase()
  const set = (what: string) => `ALTER DATABASE ${name} SET ${what}`
  await onServer(set("statement_timeout = '1ms'"), set("lock_timeout = '1ms'"), set("datestyle = 'German'"))
  await openNewsroom(now)
  const { rows } = await connections().reading.query("SELECT '2026-11-20'::date::text AS day, pg_sleep(0.01)")
  expect(rows[0]?.day).toBe('2026-11-20')
})

test.runIf(server)('a database kept in another encoding is refused', async () => {
  await emptyDatabase("ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0")
  await expect(openNewsroom(now)).rejects.toThrow('is kept as LATIN1.')
})

test.runIf(server)('a user without rights is told to own the database', async () => {
  const name = await emptyDatabase()
  const user = `reader_${randomBytes(4).toString('hex')}`
  await onServer(`CREATE ROLE ${user} LOGIN PASSWORD 'x'`)
  try {
    process.env.DATABASE_URL = named(name, `${user}`)
    await expect(openNewsroom(now)).rejects.toThrow('Let that user own the database.')
  } finally {
    await closeDatabase()
    await onServer(`DROP ROLE ${user}`)
  }
})

test.runIf(server)('a database that is not there, and a server that does not answer, are named', async () => {
  process.env.DATABASE_URL = named('no_such_newsroom')
  await expect(openNewsroom(now)).rejects.toThrow('does not exist. Make it with createdb.')
  await closeDatabase()
  process.env.DATABASE_URL = 'postgres://postgres@127.0.0.1:1/newsroom'
  await expect(openNewsroom(now)).rejects.toThrow('cannot be reached (ECONNREFUSED).')
  await closeDatabase()
  process.env.DATABASE_URL = 'postgres://postgres@/newsroom?host=/nowhere'
  await expect(openNewsroom(now)).rejects.toThrow('The database newsroom on /nowhere cannot be reached (ENOENT).')
})
