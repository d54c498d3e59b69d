/**
 * Gives each test file a real, migrated database of its own: SQLite's in its data directory, or on the server that
 * TEST_DATABASE_URL names.
 */
import { randomBytes } from 'node:crypto'
import { afterAll } from 'vitest'

const server = process.env.TEST_DATABASE_URL
const name = `pressrum_test_${randomBytes(6).toString('hex')}`

/** Runs a command on the server. It is imported only where there is one. */
async function onServer(url: string, command: string) {
  const { Client } = (await import('pg')).default
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(command)
  await client.end()
}

if (server) {
  await onServer(server, `CREATE DATABASE ${name}`)
  process.env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${name}` }).href
}

// Not imported above: the data directory of the test file is known only now, and so are its copies of our modules.
const { closeDatabase, migrateDatabase } = await import('../engine.ts')
await migrateDatabase(new Date())

// What is registered last runs first: the directory goes when nothing is open in it.
afterAll(async () => {
  await closeDatabase()
  if (server) await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`)
})
