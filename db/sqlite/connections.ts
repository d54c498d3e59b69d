/**
 * Opens SQLite's connections: one that reads and sees only what is committed, and one that writes. Nothing is opened at
 * import: `next build` imports every module, and a build must not make a database.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { Refusal } from '#lib/refusal.ts'
import { databasePath, makeDataDirectory } from '../engine/data-directory.ts'
import { schema } from '../schema/all.ts'
import { errorCode, isDiskFull } from './constraints.ts'
import { logReads, type ReadLog } from './read-log.ts'
import { openEntering } from './search/enter.ts'

export type Connection = Database.Database
export type Reader = BetterSQLite3Database<typeof schema>
export type Writer = Reader

export interface Connections {
  path: string
  reading: Connection
  writing: Connection
  reader: Reader
  writer: Writer
  /** What pages ask while they are made. */
  reads: ReadLog
  /** Enters into the search what the change under way has marked. */
  enterMarked(): void
  queue: Promise<unknown>
}

/** Next bundles this module more than once; the process must still have one writer, so the connections hang on the process. */
const processWide = globalThis as { [connectionsKey]?: Connections }
const connectionsKey = Symbol.for('pressrum.connections')

/** Whether there is a database already. Opening it would make one. */
export const databaseExists = () => existsSync(databasePath())

/** Opens a connection with the settings every connection must have. Creates the file only where `create` says so. */
export function openConnection(path: string, { create = false } = {}): Connection {
  const connection = new Database(path, { fileMustExist: !create })
  connection.pragma('journal_mode = WAL')
  // better-sqlite3 is built with NORMAL for WAL, which may lose the last commits in a power cut.
  connection.pragma('synchronous = FULL')
  connection.pragma('foreign_keys = ON')
  connection.pragma(`busy_timeout = ${patience}`)
  return connection
}

export function connections(): Connections {
  const path = databasePath()
  const open = processWide[connectionsKey]
  if (open?.path === path) return open
  if (!existsSync(path)) {
    makeDataDirectory()
    // SQLite gives the files it makes beside it the same mode.
    writeFileSync(path, '', { mode: 0o600, flag: 'a' })
  }
  const writing = openConnection(path, { create: true })
  const reading = openConnection(path)
  reading.pragma('query_only = ON')
  // Before the first query runs on it.
  const reads = logReads(reading)
  const opened: Connections = {
    path,
    reading,
    writing,
    reader: drizzle(reading, { schema, casing: 'snake_case' }),
    writer: drizzle(writing, { schema, casing: 'snake_case' }),
    reads,
    enterMarked: openEntering(writing),
    queue: Promise.resolve(),
  }
  processWide[connectionsKey] = opened
  return opened
}

/** Closes the database after the change under way, so that a stopping server leaves nothing half done. */
export async function closeDatabase(): Promise<void> {
  const open = processWide[connectionsKey]
  if (!open) return
  await open.queue
  delete processWide[connectionsKey]
  open.reading.close()
  open.writing.close()
}

/**
 * What several nodes must not do at once: work on the library's files, the rounds of the clock, asking after links, and making
 * the search anew.
 */
export type Work = 'files' | 'clock' | 'links' | 'search'

/** What a change has returned. */
export interface Changed<T> {
  result: T
  /** Resolves when every process that serves the newsroom knows it. Undefined where each asks before it answers. */
  settled: Promise<void> | undefined
}

/** Runs a change between BEGIN and COMMIT. A throw undoes all of it; a full disk or a locked file becomes a refusal. */
export async function transaction<T>(
  { writing: connection, writer, enterMarked }: Connections,
  change: (tx: Writer) => Promise<T>,
): Promise<Changed<T>> {
  try {
    await begin(connection)
    const result = await change(writer)
    enterMarked()
    connection.exec('COMMIT')
    return { result, settled: undefined }
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw storageRefusal(error) ?? error
  }
}

/** So many milliseconds a change waits while another program changes the file, as a move of the newsroom does for long. */
const patience = 5_000
const tryAgainAfter = 20

/** Begins a change, and waits for its turn so that readers are answered meanwhile: SQLite's own waiting lets nothing else run. */
async function begin(connection: Connection): Promise<void> {
  const end = performance.now() + patience
  for (;;) {
    try {
      connection.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE')
      return
    } catch (error) {
      if (!errorCode(error).startsWith('SQLITE_BUSY') || performance.now() > end) throw error
    } finally {
      connection.exec(`PRAGMA busy_timeout = ${patience}`)
    }
    await pause(tryAgainAfter)
  }
}

function storageRefusal(error: unknown): Refusal | undefined {
  if (isDiskFull(error)) return new Refusal('disk-full')
  if (/^SQLITE_(BUSY|IOERR|READONLY|CANTOPEN)/.test(errorCode(error))) return new Refusal('database-unavailable')
}
