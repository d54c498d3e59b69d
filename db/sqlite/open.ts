/** Opens the newsroom when a program starts, and says plainly why it cannot be opened. */
import { existsSync, statSync } from 'node:fs'
import { fileStore, holdsFiles } from '#lib/media/file-store.ts'
import { CannotOpen, closeToOthers, databasePath, openSecret } from '../engine/data-directory.ts'
import { chainEarlierEvents } from '../events/chain.ts'
import { connections } from './connections.ts'
import { errorCode } from './constraints.ts'
import { isKnown, isMigrated, migrateDatabase } from './migrate.ts'
import { renewSearch } from './search/rebuild.ts'

/**
 * Opens the database, migrates it, chains the audit log of before there was a chain, and makes the secret that protects sign-in. Closes what lies in the data directory to
 * other users of the machine. Throws `CannotOpen` for a file that is no database of ours, one that is damaged, from a
 * newer version or empty beside the files of a newsroom, for an empty secret, and for a directory that cannot be
 * written.
 */
export async function openNewsroom(now: Date): Promise<void> {
  const path = databasePath()
  try {
    if (existsSync(path) && statSync(path).isDirectory()) throw new CannotOpen(`${path} is a directory.`)
    await refuseLostDatabase(path)
    openSecret()
    const [problem] = connections().writing.pragma('quick_check(1)', { simple: false }) as { quick_check: string }[]
    if (problem?.quick_check !== 'ok') throw new CannotOpen(`${path} is damaged. Put the latest backup in its place.`)
    if (await isForeign()) throw new CannotOpen(`${path} is the database of another program. Check DATA_DIR.`)
    closeToOthers()
    await migrateDatabase(now)
    if (!(await isMigrated())) throw new CannotOpen(`${path} was made by a newer version of Pressrum.`)
    await chainEarlierEvents()
    await renewSearch()
  } catch (error) {
    throw error instanceof CannotOpen ? error : new CannotOpen(fileTrouble(error, path), { cause: error })
  }
}

/** A database without content, or none, is a new newsroom only where no files of an old one lie beside it. */
async function refuseLostDatabase(path: string): Promise<void> {
  if (existsSync(path) && statSync(path).size > 0) return
  const store = fileStore()
  if (!(await holdsFiles(store))) return
  throw new CannotOpen(
    `${path} is ${existsSync(path) ? 'empty' : 'missing'}, while ${store.place} holds the files of a newsroom. Put the latest backup in its place.`,
  )
}

/** Whether there are tables that no migration of ours has made. */
const isForeign = async (): Promise<boolean> =>
  !(await isKnown()) &&
  connections().writing.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table'").get() !== undefined

const reasons: Record<string, (path: string) => string> = {
  SQLITE_NOTADB: (path) => `${path} is not a database.`,
  SQLITE_CORRUPT: (path) => `${path} is damaged. Put the latest backup in its place.`,
  SQLITE_FULL: () => 'The disk is full.',
  ENOSPC: () => 'The disk is full.',
  SQLITE_BUSY: (path) => `Another program keeps ${path} locked.`,
}

/** Says in one sentence why a file cannot be the newsroom's database. */
export function fileTrouble(error: unknown, path: string): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = errorCode(error)
  if (/^(?:SQLITE_(?:READONLY|CANTOPEN|IOERR)|EACCES|EPERM|EROFS|ENOTDIR|EEXIST)/.test(code)) {
    return `${path} cannot be written. Check DATA_DIR and who owns it.`
  }
  return reasons[code]?.(path) ?? `${path} cannot be opened: ${cause instanceof Error ? cause.message : String(cause)}`
}
