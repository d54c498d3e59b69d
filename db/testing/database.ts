/** Gives each test file a real, migrated SQLite database of its own, in its data directory. */
import { afterAll } from 'vitest'

// Not imported above: the data directory of the test file is known only now, and so are its copies of our modules.
const { closeDatabase, migrateDatabase } = await import('../engine.ts')
await migrateDatabase(new Date())

// What is registered last runs first: the directory goes when nothing is open in it.
afterAll(closeDatabase)
