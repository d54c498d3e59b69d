/** Keeps the library's files in a store that speaks the S3 protocol. */
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '../../refusal.ts'
import { incomingRoot } from '../directories.ts'
import { diskRefusal } from '../disk-refusal.ts'
import { sha256Of } from '../file-hash.ts'
import type { FileStore, FoundFile } from '../file-store.ts'
import { bytesOf } from '../file-stream.ts'
import { inLanes } from '../in-lanes.ts'
import type { S3Address } from '../store-address.ts'
import { listObjects } from './list-objects.ts'
import { bytesFrom, send, sendPlain } from './s3-client.ts'
import { StoreFailure } from './s3-failure.ts'

/** So many files are sent, fetched or removed at once. */
const lanes = 6

/** Opens the store. It asks nothing before it is used. */
export function s3Store(address: S3Address): FileStore {
  const { bucket, prefix } = address
  const fullKey = (key: string) => prefix + key

  async function find(key: string): Promise<FoundFile | undefined> {
    const answer = await sendPlain(address, { method: 'HEAD', key: fullKey(key) }, [404])
    if (answer.statusCode === 404) return undefined
    return { key, size: Number(answer.headers['content-length']), tag: answer.headers.etag }
  }

  async function read({ key, size, tag }: FoundFile, part?: { start: number; end: number }) {
    const isWhole = !part || (part.start === 0 && part.end === size - 1)
    // A range of nothing cannot be asked for.
    const headers = {
      ...(isWhole ? {} : { range: `bytes=${part.start}-${part.end}` }),
      // What is sent must be what was found: another may have taken its place meanwhile.
      ...(tag && { 'if-match': tag }),
    }
    return bytesFrom(await send(address, { method: 'GET', key: fullKey(key), headers }), part)
  }

  async function* list(directory = ''): AsyncGenerator<FoundFile> {
    const below = fullKey(directory && `${directory}/`)
    for await (const { key, size } of listObjects(address, below)) yield { key: key.slice(prefix.length), size }
  }

  async function put(path: string, key: string): Promise<void> {
    const file = { open: () => createReadStream(path), ...(await sha256Of(bytesOf(path))) }
    await sendPlain(address, { method: 'PUT', key: fullKey(key), file })
  }

  const remove = (keys: string[]) =>
    inLanes(keys, lanes, async (key) => {
      await sendPlain(address, { method: 'DELETE', key: fullKey(key) }, [404])
    })

  async function keysIn(directory: string): Promise<string[]> {
    const keys: string[] = []
    for await (const { key } of list(directory)) keys.push(key)
    return keys
  }

  async function putAll(local: string, directory: string, { whole }: { whole: boolean }): Promise<void> {
    const names = await readdir(local)
    const keys = names.map((name) => `${directory}/${name}`)
    const before = await keysIn(directory)
    try {
      await inLanes(names, lanes, (name) => put(join(local, name), `${directory}/${name}`))
    } catch (error) {
      const fresh = keys.filter((key) => !before.includes(key))
      // What cannot be removed now is noted by whoever asked.
      await remove(fresh).catch(() => {})
      throw error
    }
    if (whole) await remove(before.filter((key) => !keys.includes(key)))
  }

  async function withLocal<T>(keys: string[], use: (paths: string[]) => Promise<T>): Promise<T> {
    if (keys.length === 0) return use([])
    const directory = join(incomingRoot(), randomUUID())
    await mkdir(directory, { recursive: true })
    try {
      // Each keeps its name, by which its type is known.
      const paths = keys.map((key, index) => join(directory, String(index), basename(key)))
      await inLanes(keys.entries(), lanes, async ([index, key]) => {
        const file = await find(key)
        if (!file) throw new Error(`${key} is not in the store`)
        await mkdir(join(directory, String(index)))
        await pipeline(await read(file), createWriteStream(paths[index] ?? ''))
      })
      return await use(paths)
    } catch (error) {
      throw diskRefusal(error)
    } finally {
      await rm(directory, { recursive: true, force: true })
    }
  }

  return {
    place: `s3://${bucket}/${prefix}`.replace(/\/$/, ''),
    find: (key) => refusing(find(key)),
    read: (file, part) => refusing(read(file, part)),
    list: (directory) => refusingEach(list(directory)),
    withLocal: (keys, use) => refusing(withLocal(keys, use)),
    put: (path, key) => refusing(put(path, key)),
    putAll: (local, directory, options) => refusing(putAll(local, directory, options)),
    remove: (keys) => refusing(remove(keys)),
    removeDirectory: (directory) => refusing(keysIn(directory).then(remove)),
    requireReachable: async () => {
      await refusing(find('reachable'))
    },
  }
}

/** Turns the failures of the store, which are in the log, into the refusal that people are told. */
const refusing = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw refusalFor(error)
  })

async function* refusingEach<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* items
  } catch (error) {
    throw refusalFor(error)
  }
}

const refusalFor = (error: unknown) => (error instanceof StoreFailure ? new Refusal('storage-unavailable') : error)
