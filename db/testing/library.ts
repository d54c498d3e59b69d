/** Looks into the store of files, for tests. */
import { existsSync, readdirSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { incomingRoot } from '#lib/media/directories.ts'
import { fileStore } from '#lib/media/file-store.ts'
import { mediaFile } from '../media/public-file.ts'
import type { Media } from '../schema/library.ts'

/** Returns the keys of all files, or of those made from the same bytes, in order. */
export async function storedKeys(hash = ''): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of fileStore().list()) if (key.includes(hash)) keys.push(key)
  return keys.sort()
}

/** Returns the names of the files made from the same bytes, in order. */
export const storedNames = async (hash: string): Promise<string[]> =>
  (await storedKeys(hash)).map((key) => key.replace(/.*\//, ''))

/** Returns all that lies anywhere: the keys of the store, and what is still being received or made. */
export const everythingLying = async (): Promise<string[]> => [
  ...(await storedKeys()),
  ...(existsSync(incomingRoot()) ? readdirSync(incomingRoot()) : []),
]

/** Reads what lies behind a public name. Throws where there is nothing. */
export async function readMedia(image: Media, name: string): Promise<Buffer> {
  const file = await mediaFile(image, name)
  if (!file) throw new Error(`there is no ${name}`)
  return buffer(await fileStore().read(file))
}
