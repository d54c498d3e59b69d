/**
 * Notes whose files are still to be tidied, because the store was away when they were, or the process ended before their
 * row was written. The notes lie on this machine, so that a restart does not lose them.
 */
import { mkdir, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env.ts'

const root = () => join(/* turbopackIgnore: true */ env.dataDir, 'leftovers')

/** So many milliseconds files that are being stored are left alone, also by another process: their row is to come. */
const storingTakes = 3_600_000

const noteOf = (hash: string) => join(/* turbopackIgnore: true */ root(), hash)

/**
 * Notes that some of the files made from the same bytes may be unused: now, or, of files that are only being stored, if
 * the note is still there after an hour. Its time says from when.
 */
export async function noteLeftovers(hash: string, { isStoring = false } = {}): Promise<void> {
  const from = new Date(Date.now() + (isStoring ? storingTakes : 0))
  await mkdir(root(), { recursive: true })
  await writeFile(noteOf(hash), '')
  await utimes(noteOf(hash), from, from)
}

/** Returns the hashes whose files are to be tidied now. */
export async function listLeftovers(): Promise<string[]> {
  const noted = await readdir(root()).catch(() => [])
  const times = await Promise.all(noted.map((hash) => stat(noteOf(hash)).catch(() => undefined)))
  return noted.filter((_, index) => (times[index]?.mtimeMs ?? Number.POSITIVE_INFINITY) <= Date.now())
}

export const forgetLeftovers = (hash: string): Promise<void> => rm(noteOf(hash), { force: true })
