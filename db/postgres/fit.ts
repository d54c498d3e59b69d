/** Whether a database can be the newsroom's, and in one sentence why it cannot. */
import type pg from 'pg'
import { env } from '#lib/env.ts'
import { databaseNames } from '#lib/outbound/database-address.ts'
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
 * Throws `CannotOpen` for a server that is too old or only reads, for a database in another encoding or with the extension
 * where it is not looked for, and for one that is another program's or was made by a newer version.
 */
export async function refuseUnfit(client: pg.Client, migrations: { applied: number; known: number }): Promise<void> {
  const { rows } = await client.query<Found>(found)
  if (!rows[0]) throw new Error('nothing was found')
  const { version, encoding, tables, hasOurs, inSchema, keptInSchema, extension, isReplica, isReadOnly } = rows[0]
  if (version < oldestServer)
    throw new CannotOpen(`${place()} lies on PostgreSQL ${version}. Pressrum needs ${oldestServer} or later.`)
  if (encoding !== 'UTF8') throw new CannotOpen(`${place()} is kept as ${encoding}. Make it with the encoding UTF8.`)
  if (isReplica) throw new CannotOpen(`${place()} lies on a server that only reads. Name the one that writes.`)
  const { applied, known } = migrations
  if (tables > 0 && !(applied > 0 && hasOurs))
    throw new CannotOpen(`${place()} is the database of another program. Give Pressrum one of its own.`)
  // What is made by this program is dropped and made anew with each version.
  if (applied === 0 ? inSchema > 0 : keptInSchema > 0)
    throw new CannotOpen(
      `${place()} has a schema pressrum that is not Pressrum's. Give Pressrum a database of its own, or give that schema another name.`,
    )
  if (applied > known) throw new CannotOpen(`${place()} was made by a newer version of Pressrum.`)
  if (extension && extension !== 'public')
    throw new CannotOpen(
      `${place()} has the extension pg_trgm in the schema ${extension}. Move it: ALTER EXTENSION pg_trgm SET SCHEMA public.`,
    )
  if (isReadOnly)
    throw new CannotOpen(
      `${place()} lets its user only read. Set default_transaction_read_only to off for the user and the database.`,
    )
}

interface Found {
  version: number
  encoding: string
  tables: number
  hasOurs: boolean
  /** How much there is in the schema in which Pressrum keeps its functions, and how much of it is neither function nor view. */
  inSchema: number
  keptInSchema: number
  /** The schema that the extension is in, where it is there. */
  extension: string | null
  isReplica: boolean
  isReadOnly: boolean
}

const found = `
  SELECT current_setting('server_version_num')::integer / 10000 AS version, current_setting('server_encoding') AS encoding,
    (SELECT count(*) FROM pg_tables WHERE schemaname = 'public') AS tables,
    to_regclass('public.edition') IS NOT NULL AS "hasOurs",
    (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('pressrum')) +
      (SELECT count(*) FROM pg_proc WHERE pronamespace = to_regnamespace('pressrum')) AS "inSchema",
    (SELECT count(*) FROM pg_class WHERE relnamespace = to_regnamespace('pressrum') AND relkind <> 'v') AS "keptInSchema",
    (SELECT extnamespace::regnamespace::text FROM pg_extension WHERE extname = 'pg_trgm') AS extension,
    pg_is_in_recovery() AS "isReplica", current_setting('transaction_read_only')::boolean AS "isReadOnly"`

/** The database as the operator knows it, without the password. */
export function place(): string {
  const { database, server } = databaseNames(env.databaseUrl ?? '')
  return `The database ${database} on ${server}`
}

const reasons: Record<string, () => string> = {
  '28P01': () => `${place()} refuses the name or the password in DATABASE_URL.`,
  '28000': () => `${place()} refuses the user in DATABASE_URL.`,
  '08P01': () => `${place()} lies behind a pooler that does not pass on what Pressrum asks. Name the server itself.`,
  '3D000': () => `${place()} does not exist. Make it with createdb.`,
  '42501': () =>
    `${place()} does not let its user in, or make tables or the extension pg_trgm. Let that user own the database.`,
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
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const message = cause instanceof Error ? cause.message : String(cause)
  if (message.includes('client password must be')) return `${place()} asks for a password. Name it in DATABASE_URL.`
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `${place()} has a certificate for another name. Name the server in DATABASE_URL as its certificate does, or write sslmode=verify-ca beside sslrootcert.`
  if (isUntrusted(error))
    return `${place()} has no certificate that can be checked (${code || 'no TLS'}). Name its root with sslrootcert in DATABASE_URL, or write sslmode=disable there where the network is your own.`
  if (isAway(error))
    return `${place()} cannot be reached (${code || 'no answer'}). Check DATABASE_URL and that the server runs.`
  if (/^(?:EACCES|EPERM|EROFS|ENOTDIR|EEXIST)$/.test(code))
    return `${env.dataDir} cannot be written. Check DATA_DIR and who owns it.`
  return `${place()} cannot be opened: ${message}`
}
