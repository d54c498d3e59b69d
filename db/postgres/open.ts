/** Opens a newsroom whose database is PostgreSQL's when a program starts, and says plainly why it cannot be opened. */
import type pg from 'pg'
import { env } from '#lib/env.ts'
import { fileStore, holdsFiles } from '#lib/media/file-store.ts'
import { CannotOpen, closeToOthers, openSecret } from '../engine/data-directory.ts'
import { connections } from './connections.ts'
import { errorCode, isAway } from './constraints.ts'
import { applyMigrations, isMigrated, migrationsApplied, migrationsKnown, onConnection } from './migrate.ts'
import { renewSearch } from './search/rebuild.ts'

/** The oldest server there is everything on. */
const oldestServer = 15

/**
 * Opens the database, migrates it, and makes the secret that protects sign-in. Throws `CannotOpen` for a server that cannot
 * be reached, is too old or refuses what is needed, and for a database that is another program's or of a newer version.
 */
export const openNewsroom = (now: Date): Promise<void> =>
  explained(async () => {
    openSecret()
    closeToOthers()
    await migrateDatabase(now)
    await refuseLost()
    await renewSearch()
  })

/** Applies the missing migrations and returns how many there were. Throws `CannotOpen` as `openNewsroom` does. */
export const migrateDatabase = (_now: Date): Promise<number> =>
  explained(async () => {
    await onConnection(refuseUnfit)
    return applyMigrations()
  })

/** Whether the database has the schema of this version. Throws `CannotOpen` where it cannot be asked. */
export const isUpToDate = (): Promise<boolean> => explained(isMigrated)

async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof CannotOpen ? error : new CannotOpen(reason(error), { cause: error })
  }
}

async function refuseUnfit(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Record<'version' | 'encoding' | 'tables' | 'readOnly', unknown>>(`
    SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding,
      (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables, pg_is_in_recovery() AS "readOnly"`)
  const { version, encoding, tables, readOnly } = rows[0] ?? {}
  if (Number(version) < oldestServer)
    throw new CannotOpen(`${place()} lies on PostgreSQL ${version}. Pressrum needs ${oldestServer} or later.`)
  if (encoding !== 'UTF8') throw new CannotOpen(`${place()} is kept as ${encoding}. Make it with the encoding UTF8.`)
  if (readOnly) throw new CannotOpen(`${place()} lies on a server that only reads. Name the one that writes.`)
  const applied = await migrationsApplied(client)
  if (applied > migrationsKnown()) throw new CannotOpen(`${place()} was made by a newer version of Pressrum.`)
  if (applied === 0 && Number(tables) > 0)
    throw new CannotOpen(`${place()} is the database of another program. Give Pressrum one of its own.`)
}

/** A database without a newsroom is a new one only where no files of an old one lie beside it. */
async function refuseLost(): Promise<void> {
  const store = fileStore()
  const { rows } = await connections().reading.query('SELECT 1 FROM settings')
  if (rows.length || !(await holdsFiles(store))) return
  throw new CannotOpen(
    `${place()} is empty, while ${store.place} holds the files of a newsroom. Bring it there with npm run pressrum -- move sqlite postgres.`,
  )
}

/** The database as the operator knows it, without the password. */
function place(): string {
  const { hostname, port, pathname } = new URL(env.databaseUrl ?? '')
  return `The database ${decodeURIComponent(pathname.slice(1))} on ${hostname || 'this machine'}${port && `:${port}`}`
}

const reasons: Record<string, () => string> = {
  '28P01': () => `${place()} refuses the name or the password in DATABASE_URL.`,
  '28000': () => `${place()} refuses the user in DATABASE_URL.`,
  '3D000': () => `${place()} does not exist. Make it with createdb.`,
  '42501': () =>
    `${place()} does not let its user make tables or the extension pg_trgm. Let that user own the database.`,
  '0A000': () => `${place()} has no extension pg_trgm. Install the server's contributed extensions.`,
  '58P01': () => `${place()} has no extension pg_trgm. Install the server's contributed extensions.`,
  '53300': () => `${place()} takes no more connections.`,
  ENOSPC: () => 'The disk is full.',
  '53100': () => `${place()} has no room left on its disk.`,
}

function reason(error: unknown): string {
  const code = errorCode(error)
  const known = reasons[code]
  if (known) return known()
  if (isAway(error))
    return `${place()} cannot be reached (${code || 'no answer'}). Check DATABASE_URL and that the server runs.`
  if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code))
    return `${env.dataDir} cannot be written. Check DATA_DIR and who owns it.`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return `${place()} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`
}
