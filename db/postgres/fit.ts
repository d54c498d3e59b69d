/** Whether a database can be the newsroom's, and in one sentence why it cannot. */
import type pg from 'pg'
import { env } from '#lib/env.ts'
import { CannotOpen } from '../engine/data-directory.ts'
import { errorCode, isAway } from './constraints.ts'

/** The oldest server there is everything on. */
const oldestServer = 15

/** Does the work, and throws `CannotOpen` with a sentence for the operator where the database is why it fails. */
export async function explained<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw error instanceof CannotOpen ? error : new CannotOpen(reason(error), { cause: error })
  }
}

/**
 * Throws `CannotOpen` for a server that is too old or only reads, for a database in another encoding, and for one that is
 * another program's or was made by a newer version.
 */
export async function refuseUnfit(client: pg.Client, migrations: { applied: number; known: number }): Promise<void> {
  const { rows } = await client.query<Record<'version' | 'encoding' | 'tables' | 'readOnly', unknown>>(`
    SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding,
      (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables, pg_is_in_recovery() AS "readOnly"`)
  const { version, encoding, tables, readOnly } = rows[0] ?? {}
  if (Number(version) < oldestServer)
    throw new CannotOpen(`${place()} lies on PostgreSQL ${version}. Pressrum needs ${oldestServer} or later.`)
  if (encoding !== 'UTF8') throw new CannotOpen(`${place()} is kept as ${encoding}. Make it with the encoding UTF8.`)
  if (readOnly) throw new CannotOpen(`${place()} lies on a server that only reads. Name the one that writes.`)
  const { applied, known } = migrations
  if (applied > known) throw new CannotOpen(`${place()} was made by a newer version of Pressrum.`)
  if (applied === 0 && Number(tables) > 0)
    throw new CannotOpen(`${place()} is the database of another program. Give Pressrum one of its own.`)
}

/** The database as the operator knows it, without the password. */
export function place(): string {
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

/** Whether an error says that the server is not known to be the one that is meant, or does not encrypt. */
const isUntrusted = (error: unknown): boolean =>
  /^(?:CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/.test(errorCode(error)) ||
  (error instanceof Error && error.message === 'The server does not support SSL connections')

function reason(error: unknown): string {
  const code = errorCode(error)
  const known = reasons[code]
  if (known) return known()
  if (isUntrusted(error))
    return `${place()} has no certificate that can be checked (${code || 'no TLS'}). Name its root with sslrootcert in DATABASE_URL, or write sslmode=disable there where the network is your own.`
  if (isAway(error))
    return `${place()} cannot be reached (${code || 'no answer'}). Check DATABASE_URL and that the server runs.`
  if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code))
    return `${env.dataDir} cannot be written. Check DATA_DIR and who owns it.`
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return `${place()} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`
}
