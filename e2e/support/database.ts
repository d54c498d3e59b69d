/**
 * Which database a newsroom of the browser tests has: SQLite's, which lies in its data directory, or one of its own on the
 * server of PostgreSQL that TEST_DATABASE_URL names.
 */
import { runNode } from './server.ts'

const server = process.env.TEST_DATABASE_URL
/** The example newsroom, once for each server. */
const example = 'pressrum_example'

export interface OwnDatabase {
  /** What the newsroom's environment says of it. */
  environment: Record<string, string>
  drop(): Promise<void>
}

const inDirectory: OwnDatabase = { environment: {}, drop: async () => {} }

/** Loaded only where it is asked. */
const postgres = () => import('#db/postgres/testing.ts')

async function onServer(template?: string): Promise<OwnDatabase> {
  const { makeDatabase } = await postgres()
  const { url, drop } = await makeDatabase(server ?? '', template)
  return { environment: { DATABASE_URL: url }, drop }
}

/** The database of a newsroom nobody has set up yet. */
export const emptyDatabase = async (): Promise<OwnDatabase> => (server ? onServer() : inDirectory)

/** A copy of the example newsroom's database, to be used beside a copy of its data directory. */
export const exampleDatabase = async (): Promise<OwnDatabase> => (server ? onServer(example) : inDirectory)

/** Moves the example newsroom in a data directory to the server, where there is one. */
export async function moveExample(dataDir: string): Promise<void> {
  if (!server) return
  const { makeTemplate } = await postgres()
  await makeTemplate(server, example, async (url) => {
    const environment = { DATA_DIR: dataDir, DATABASE_URL: url }
    await runNode(['cli.ts', 'move', 'sqlite', 'postgres'], environment)
    // It enters the search, once for all copies.
    await runNode(['cli.ts', 'migrate'], environment)
  })
}
