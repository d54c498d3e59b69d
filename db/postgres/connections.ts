/**
 * Opens PostgreSQL's connections: a pool that reads and may do nothing else, and a pool that writes. Nothing is opened at
 * import: `next build` imports every module, and a build needs no database.
 */
import type { SQL } from 'drizzle-orm'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { env } from '#lib/env.ts'
import { withoutQuery } from '#lib/log.ts'
import { Refusal } from '#lib/refusal.ts'
import { schema } from '../schema/all.ts'
import type { Changed } from '../sqlite/connections.ts'
import type { ReadLog } from '../sqlite/read-log.ts'
import { errorCode, isAway, isDiskFull } from './constraints.ts'
import { writable } from './parameters.ts'
import { logReads } from './read-log.ts'
import { enterMarked } from './search/enter.ts'

/** As SQLite's, it returns the rows of a query that is written out. */
export type Reader = NodePgDatabase<typeof schema> & { all<Row>(query: SQL): Promise<Row[]> }
export type Writer = Reader

export interface Connections {
  url: string
  reading: pg.Pool
  writing: pg.Pool
  /** Holds the locks of longer work. */
  working: pg.Pool
  reader: Reader
  /** What pages ask while they are made. */
  reads: ReadLog
  /** The highest edition that this process has heard of. */
  edition: number
  /** Resolves when all nodes have heard of an edition. Undefined in a program that only visits. */
  told?: ((edition: number) => Promise<void>) | undefined
  queue: Promise<unknown>
}

/** Next bundles this module more than once; the process must still have one pair of pools, so they hang on the process. */
const processWide = globalThis as { [connectionsKey]?: Connections }
const connectionsKey = Symbol.for('pressrum.postgres')

/** One change at a time in the whole newsroom, whichever node it comes from, so that no verb needs a second look. */
export const writeLock = 7_270_101
/** Held while migrating and joining, so that nodes that start together do it one after another. */
export const migrateLock = 7_270_102

// Counts and places in the index fit into a number.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Whether there is a newsroom already: whoever names a database means it to be opened. */
export const databaseExists = (): boolean => true

/** A change waits for its turn, and a move or a migration takes long, whatever the server allows others. */
const noLimits = '-c statement_timeout=0 -c lock_timeout=0 -c idle_in_transaction_session_timeout=0'

/** How a connection is opened: `name` is seen in the server's own list of connections. */
export const connectionOptions = (name: string, more = '') => ({
  connectionString: env.databaseUrl,
  application_name: name,
  options: `-c timezone=UTC -c datestyle=ISO -c search_path=public,pressrum ${noLimits}${more}`,
  connectionTimeoutMillis: 5_000,
  keepAlive: true,
})

/**
 * Pages ask for little: to compile a question or to start helpers for it, as guessed costs suggest, takes longer than it. And
 * what they ask for lies in memory or on a disk without a head to move, so that an index is the way more often than is guessed.
 */
const atOnce = '-c jit=off -c max_parallel_workers_per_gather=0 -c random_page_cost=1.1'

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

export function connections(): Connections {
  const url = env.databaseUrl ?? ''
  const open = processWide[connectionsKey]
  if (open?.url === url) return open
  const reading = new pg.Pool({
    ...connectionOptions('pressrum reading', ` -c default_transaction_read_only=on ${atOnce}`),
    max: 8,
    idleTimeoutMillis: 30_000,
  })
  const writing = new pg.Pool({ ...connectionOptions('pressrum writing'), max: 2, idleTimeoutMillis: 30_000 })
  const working = new pg.Pool({ ...connectionOptions('pressrum working'), max: 4, idleTimeoutMillis: 30_000 })
  // An idle connection that the server ends is replaced by the next question.
  for (const pool of [reading, writing, working]) {
    pool.on('error', () => {})
    // Of one that is lost while it is held, whoever asks on it is told; heard by nobody, it would end the process.
    pool.on('connect', (client) => client.on('error', () => {}))
  }
  const reads = logReads(reading)
  const reader = readerOn(reading)
  const opened = { url, reading, writing, working, reader, reads, edition: 0, queue: Promise.resolve() }
  processWide[connectionsKey] = opened
  return opened
}

/** Closes the pools after the change under way, so that a stopping server leaves nothing half done. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[connectionsKey]
  if (!open) return
  await open.queue
  delete processWide[connectionsKey]
  await Promise.all([open.reading.end(), open.writing.end(), open.working.end()])
}

/**
 * Runs a change in a transaction, after every other that is under way on any node. A throw undoes all of it; a full disk
 * or a database that is away becomes a refusal. `settled` resolves when readers of every node get what it has changed.
 */
export async function transaction<T>(open: Connections, change: (tx: Writer) => Promise<T>): Promise<Changed<T>> {
  let client: pg.PoolClient | undefined
  let writer: Writer | undefined
  let failure: unknown
  const before = open.edition
  try {
    client = await open.writing.connect()
    writer = writerOn(client)
    await client.query(`BEGIN; SELECT pg_advisory_xact_lock(${writeLock})`)
    const result = await change(writer)
    const edition = await enterMarked(client)
    await client.query('COMMIT')
    open.edition = Math.max(open.edition, edition)
    return { result, settled: edition > before ? open.told?.(edition) : undefined }
  } catch (error) {
    failure = error
    // In its turn: what the change has asked and nobody waits for must not be done after it.
    await writer?.execute('ROLLBACK').catch(() => {})
    throw storageRefusal(error) ?? withoutQuery(error)
  } finally {
    client?.release(isAway(failure))
  }
}

const writers = new WeakMap<pg.PoolClient, Writer>()

function writerOn(client: pg.PoolClient): Writer {
  const writer = writers.get(client) ?? readerOn(inTurn(client))
  writers.set(client, writer)
  return writer
}

function readerOn(client: pg.Pool | pg.PoolClient): Reader {
  const database = drizzle(client as pg.Pool, { schema, casing: 'snake_case' })
  return Object.assign(database, {
    all: async <Row>(query: SQL) => (await database.execute(query)).rows as Row[],
  })
}

type Ask = (query: unknown, values?: unknown[]) => Promise<unknown>

/** A verb may ask several things at once; the connection takes one after another. */
export function inTurn<Client extends pg.ClientBase>(client: Client): Client {
  const ask = client.query.bind(client) as unknown as Ask
  let turn: Promise<unknown> = Promise.resolve()
  const query: Ask = (text, values) => {
    const answer = turn.then(() => ask(text, writable(values)))
    turn = answer.catch(() => {})
    return answer
  }
  return { query } as unknown as Client
}

/** The refusal that an error of the database is for whoever asked for a change; undefined for other errors. */
export function storageRefusal(error: unknown): Refusal | undefined {
  if (isDiskFull(error)) return new Refusal('disk-full')
  if (isAway(error) || errorCode(error) === '25006') return new Refusal('database-unavailable')
}
