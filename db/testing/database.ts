/**
 * Gives each test file a real, migrated database of its own: SQLite's in its data directory, or on the server that
 * TEST_DATABASE_URL names.
 */
import { afterAll } from 'vitest'

const server = process.env.TEST_DATABASE_URL
// Which database it is is chosen once, as our modules are imported.
if (server) process.env.DATABASE_URL = server
else delete process.env.DATABASE_URL
// Not imported above: the data directory of the test file is known only now, and so are its copies of our modules.
const drop = server
  ? await (await import('../postgres/testing.ts')).makeTestDatabase(server)
  : await (await import('../sqlite/testing.ts')).makeTestDatabase()
const { closeDatabase } = await import('../engine.ts')

// What is registered last runs first: the directory goes when nothing is open in it.
afterAll(async () => {
  await closeDatabase()
  if (drop) await drop()
})
