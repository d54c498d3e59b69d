/** Keeps the library's files in a directory of this machine. */
import { randomUUID } from 'node:crypto'
import { copyFile, mkdir, opendir, readdir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { diskRefusal } from '../disk-refusal.ts'
import type { FileStore, FoundFile } from '../file-store.ts'
import { bytesOf } from '../file-stream.ts'

/** Opens the store. What is still being made lies in `incoming` below the root, and is none of its files. */
export const diskStore = (root: string): FileStore => {
  const at = (key: string) => join(root, key)
  const find = async (key: string): Promise<FoundFile | undefined> => {
    const found = await stat(at(key)).catch(() => undefined)
    return found?.isFile() ? { key, size: found.size } : undefined
  }
  return {
    place: root,
    find,
    read: async ({ key }, part) => bytesOf(at(key), part),
    list: (directory = '') => filesBelow(root, directory),
    withLocal: (keys, use) => use(keys.map(at)),

    async put(path, key) {
      const unfinished = join(root, 'incoming', randomUUID())
      try {
        await mkdir(dirname(unfinished), { recursive: true })
        await mkdir(dirname(at(key)), { recursive: true })
        await copyFile(path, unfinished)
        await rename(unfinished, at(key))
      } catch (error) {
        await rm(unfinished, { force: true })
        throw diskRefusal(error)
      }
    },

    async putAll(local, directory, { whole }) {
      const place = at(directory)
      await mkdir(dirname(place), { recursive: true })
      if (whole) {
        await rm(place, { recursive: true, force: true })
        await rename(local, place)
      } else {
        for (const name of await readdir(local)) await rename(join(local, name), join(place, name))
      }
    },

    async remove(keys) {
      for (const key of keys) {
        await rm(at(key), { force: true })
        // The last one takes its directories along.
        for (const directory of [dirname(key), dirname(dirname(key))]) await rmdir(at(directory)).catch(() => {})
      }
    },
    removeDirectory: (directory) => rm(at(directory), { recursive: true, force: true }),
    // A disk that is full or read-only says so when it is written to.
    requireReachable: async () => {},
  }
}

async function* filesBelow(root: string, directory: string): AsyncGenerator<FoundFile> {
  const opened = await opendir(join(root, directory)).catch(() => undefined)
  if (!opened) return
  for await (const entry of opened) {
    const path = join(entry.parentPath, entry.name)
    const key = relative(root, path).replaceAll(sep, '/')
    if (entry.isDirectory() && key !== 'incoming') yield* filesBelow(root, key)
    const found = entry.isFile() ? await stat(path).catch(() => undefined) : undefined
    if (found) yield { key, size: found.size }
  }
}
