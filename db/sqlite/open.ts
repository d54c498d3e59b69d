/** Opens the newsroom when a program starts, and says plainly why it cannot be opened. */
import { randomBytes } from 'node:crypto'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { connections, databasePath } from './connections.ts'
import { isMigrated, migrateDatabase } from './migrate.ts'
import { renewSearch } from './search/rebuild.ts'

/** Thrown when the newsroom cannot be opened; the message tells the operator why in one sentence. */
export class CannotOpen extends Error {}

/**
 * Opens the database, migrates it and makes the secret that protects sign-in. Throws `CannotOpen` for a file that is no
 * database, one that is damaged or from a newer version, and a directory that cannot be written.
 */
export async function openNewsroom(now: Date): Promise<void> {
  const path = databasePath()
  try {
    if (existsSync(path) && statSync(path).isDirectory()) throw new CannotOpen(`${path} is a directory.`)
    const [problem] = connections().writing.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
    if (problem?.quick_check !== 'ok') throw new CannotOpen(`${path} is damaged. Put the latest backup in its place.`)
    await migrateDatabase(now)
    if (!isMigrated()) throw new CannotOpen(`${path} was made by a newer version of Pressrum.`)
    await renewSearch()
    const secret = join(env.dataDir, 'secret')
    if (!existsSync(secret)) writeFileSync(secret, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    throw error instanceof CannotOpen ? error : new CannotOpen(reason(error, path), { cause: error })
  }
}

const reasons: Record<string, (path: string) => string> = {
  SQLITE_NOTADB: (path) => `${path} is not a database.`,
  SQLITE_CORRUPT: (path) => `${path} is damaged. Put the latest backup in its place.`,
  SQLITE_FULL: () => 'The disk is full.',
  ENOSPC: () => 'The disk is full.',
  SQLITE_BUSY: (path) => `Another program keeps ${path} locked.`,
}

function reason(error: unknown, path: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (/^(?:SQLITE_(?:READONLY|CANTOPEN|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return `${path} cannot be written. Check DATA_DIR and who owns it.`
  }
  return reasons[code]?.(path) ?? `${path} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`
}
