/** The data directory: the secret that protects sign-in lies in it, and nobody else on the machine may read it. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '#lib/env.ts'
import { mediaRoot } from '#lib/media/directories.ts'

/** Thrown when the newsroom cannot be opened; the message tells the operator why in one sentence. */
export class CannotOpen extends Error {}

/** Makes the data directory, for its owner alone. */
export const makeDataDirectory = () => mkdirSync(env.dataDir, { recursive: true, mode: ownerOnlyDirectory })

/** Makes the secret where there is none. An empty one, as a full disk leaves it, would let nobody sign in. */
export function openSecret(): void {
  const path = join(env.dataDir, 'secret')
  if (!existsSync(path)) {
    makeDataDirectory()
    writeFileSync(path, randomBytes(32).toString('base64url'), { mode: ownerOnly, flag: 'wx', flush: true })
  }
  if (readFileSync(path, 'utf8').trim() === '') {
    throw new CannotOpen(`${path} is empty. Put back the copy of it, or delete it, and a new one is made.`)
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
