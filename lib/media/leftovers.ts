/**
 * Notes whose files are still to be tidied, because the store was away when they were. The notes lie on this machine, so
 * that a restart does not lose them.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { env } from '../env.ts'

const root = () => join(/* turbopackIgnore: true */ env.dataDir, 'leftovers')

/** Notes that some of the files made from the same bytes may be unused. */
export async function noteLeftovers(hash: string): Promise<void> {
  await mkdir(root(), { recursive: true })
  await writeFile(join(/* turbopackIgnore: true */ root(), hash), '')
}

/** Returns the hashes noted. */
export const listLeftovers = (): Promise<string[]> => readdir(root()).catch(() => [])

export const forgetLeftovers = (hash: string): Promise<void> =>
  rm(join(/* turbopackIgnore: true */ root(), hash), { force: true })
