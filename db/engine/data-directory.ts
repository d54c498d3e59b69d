/** The data directory: the secret that protects sign-in lies in it, and nobody else on the machine may read it. */
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  globSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { secretPath } from '#lib/http/secret.ts'
import { mediaRoot } from '#lib/media/directories.ts'

/** Thrown when the newsroom cannot be opened; the message tells the operator why in one sentence. */
export class CannotOpen extends Error {}

/** Makes the data directory, for its owner alone. */
export const makeDataDirectory = () => mkdirSync(env.dataDir, { recursive: true, mode: ownerOnlyDirectory })

/** Where the database lies when it is SQLite's. */
export const databasePath = () => join(env.dataDir, 'pressrum.sqlite')

/** Returns where a copy of the database is kept unless another place is asked for. */
export const backupPath = (now: Date, prefix = ''): string =>
  join(env.dataDir, 'backups', `${prefix}${now.toISOString().replace(/[:.]/g, '-')}.sqlite`)

/**
 * Makes the secret where there is none, and the environment names none. An empty one, as a full disk leaves it, would let
 * nobody sign in.
 */
export function openSecret(): void {
  makeDataDirectory()
  if (env.secret !== undefined) return
  const path = secretPath()
  if (!existsSync(path)) writeSecret(path)
  if (readFileSync(path, 'utf8').trim() === '') {
    throw new CannotOpen(`${path} is empty. Put back the copy of it, or delete it, and a new one is made.`)
  }
}

/** Two nodes may start on one directory: the first to have a whole one is the one that counts. */
function writeSecret(path: string): void {
  const unfinished = `${path}.${process.pid}`
  writeFileSync(unfinished, randomBytes(32).toString('base64url'), { mode: ownerOnly, flush: true })
  try {
    linkSync(unfinished, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(unfinished)
  }
}

const ownerOnly = 0o600
const ownerOnlyDirectory = 0o700

/**
 * Lets only the owner read the newsroom, also one that an earlier version has made. What the process makes from now on
 * is so by its umask.
 */
export function closeToOthers(): void {
  const inside = (pattern: string) => globSync(pattern, { cwd: env.dataDir, withFileTypes: true })
  const isOpen = (path: string) => existsSync(path) && (statSync(path).mode & 0o077) !== 0
  const found = [...inside('{secret,pressrum.sqlite*,backups,backups/*}')]
  // Once: there may be a great many.
  if (isOpen(mediaRoot())) found.push(...inside('media/**'))
  for (const entry of found) {
    const mode = entry.isDirectory() ? ownerOnlyDirectory : ownerOnly
    if (entry.isDirectory() || entry.isFile()) setMode(join(entry.parentPath, entry.name), mode)
  }
  if (isOpen(env.dataDir)) setMode(env.dataDir, ownerOnlyDirectory)
}

/** On a volume that somebody else owns, and on some networks' file systems, the mode is theirs to decide. */
function setMode(path: string, mode: number): void {
  try {
    chmodSync(path, mode)
  } catch (error) {
    if (!/^(?:EPERM|ENOTSUP|EROFS|ENOENT)$/.test(String((error as NodeJS.ErrnoException).code))) throw error
  }
}
