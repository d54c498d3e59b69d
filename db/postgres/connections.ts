/**
 * Opens PostgreSQL's connections: a pool that reads and may do nothing else, and a pool that writes. Nothing is opened at
 * import: `next build` imports every module, and a build needs no database.
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { Refusal } from '#lib/refusal.ts'
import { schema } from '../schema.ts'
import { errorCode, isDiskFull } from './constraints.ts'
import { logReads, type ReadLog } from './read-log.ts'

export type Reader = NodePgDatabase<typeof schema>
export type Writer = Reader

export interface Connections {
  url: string
  reading: pg.Pool
  writing: pg.Pool
  reader: Reader
  /** What pages ask while they are made. */
  reads: ReadLog
  queue: Promise<unknown>
}

/** Next bundles this module more than once; the process must still have one pair of pools, so they hang on the process. */
const processWide = globalThis as { [connectionsKey]?: Connections }
const connectionsKey = Symbol.for('pressrum.postgres')

/** One change at a time in the whole newsroom, whichever node it comes from, so that no verb needs a second look. */
const writeLock = 7_270_101

export const databaseUrl = (): string => process.env.DATABASE_URL ?? ''

const timeouts = { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 30_000, keepAlive: true }

export function connections(): Connections {
  const url = databaseUrl()
  const open = processWide[connectionsKey]
  if (open?.url === url) return open
  const reading = new pg.Pool({
    connectionString: url,
    max: 8,
    options: '-c default_transaction_read_only=on -c timezone=UTC',
    ...timeouts,
  })
  const writing = new pg.Pool({ connectionString: url, max: 2, options: '-c timezone=UTC', ...timeouts })
  // An idle connection that the server ends is replaced by the next question.
  for (const pool of [reading, writing]) pool.on('error', () => {})
  const reads = logReads(reading)
  const opened = {
    url,
    reading,
    writing,
    reader: drizzle(reading, { schema, casing: 'snake_case' }),
    reads,
    queue: Promise.resolve(),
  }
  processWide[connectionsKey] = opened
  return opened
}

/** Closes the pools after the change under way, so that a stopping server leaves nothing half done. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[connectionsKey]
  if (!open) return
  await open.queue
  delete processWide[connectionsKey]
  await Promise.all([open.reading.end(), open.writing.end()])
}

/**
 * Runs a change in a transaction, after every other that is under way on any node. A throw undoes all of it; a full disk
 * or a database that is away becomes a refusal.
 */
export async function transaction<T>({ writing }: Connections, change: (tx: Writer) => Promise<T>): Promise<T> {
  let client: pg.PoolClient | undefined
  try {
    client = await writing.connect()
    await client.query('BEGIN')
    await client.query('SELECT pg_advisory_xact_lock($1)', [writeLock])
    const result = await change(drizzle(client, { schema, casing: 'snake_case' }))
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client?.query('ROLLBACK').catch(() => {})
    throw storageRefusal(error) ?? error
  } finally {
    client?.release()
  }
}

function storageRefusal(error: unknown): Refusal | undefined {
  if (isDiskFull(error)) return new Refusal('disk-full')
  if (/^(?:08|57P0|53|25006|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND)/.test(errorCode(error))) {
    return new Refusal('database-unavailable')
  }
}
