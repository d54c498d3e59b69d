/**
 * Where images lie on disk: one directory per image, named for the hash of its bytes. A directory is made ready beside
 * the others and then moved into place, so a crash leaves nothing half made.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from './env.ts'
import type { ImageType } from './image-type.ts'
import { type ImageFacts, makeFaces, makeRenditions, type Size } from './images.ts'
import { Refusal } from './refusal.ts'

export const mostBytes = 50 * 1024 * 1024
const megabytes = mostBytes / 1024 / 1024
const abandonedAfter = 3_600_000

const mediaRoot = () => join(env.dataDir, 'media')
const incoming = () => join(mediaRoot(), 'incoming')

export const mediaDirectory = (hash: string): string => join(mediaRoot(), hash.slice(0, 2), hash)
export const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

export const tooLarge = () => new Refusal('file-too-large', { details: { megabytes } })

/** A name for something on its way in. What a crash left there more than an hour ago is swept first. */
async function newIncoming(): Promise<string> {
  await mkdir(incoming(), { recursive: true })
  for (const name of await readdir(incoming())) {
    const path = join(incoming(), name)
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0)
    if (age > abandonedAfter) await rm(path, { recursive: true, force: true })
  }
  return join(incoming(), randomUUID())
}

/**
 * Receives a file into a temporary place and returns its path; the caller removes it. Refuses more than 50 MB
 * (`file-too-large`) as soon as that has come, and an empty file (`file-empty`).
 */
export async function receiveFile(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) throw new Refusal('file-empty')
  const path = await newIncoming()
  let received = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length
      done(received > mostBytes ? tooLarge() : null, chunk)
    },
  })
  try {
    await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), bounded, createWriteStream(path))
    if (received === 0) throw new Refusal('file-empty')
    return path
  } catch (error) {
    await removeFile(path)
    throw diskRefusal(error)
  }
}

export const removeFile = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

/** Stores an original with everything made from it, and returns the sizes made. */
export async function storeImage(
  hash: string,
  original: { bytes: Buffer; type: ImageType; facts: ImageFacts },
  focal: { x: number; y: number },
): Promise<Size[]> {
  const making = await newIncoming()
  try {
    await mkdir(making)
    const file = join(making, `original.${original.type}`)
    await writeFile(file, original.bytes)
    const sizes = await makeRenditions(file, original.facts, making)
    await makeFaces(join(making, `${sizes.at(-1)?.width}.webp`), focal, making)
    const place = mediaDirectory(hash)
    await mkdir(join(place, '..'), { recursive: true })
    await removeFile(place)
    await rename(making, place)
    return sizes
  } catch (error) {
    await removeFile(making)
    throw diskRefusal(error)
  }
}

/** Makes the faces of a stored image again, around another point. */
export async function remakeFaces(hash: string, sizes: Size[], focal: { x: number; y: number }): Promise<void> {
  const making = await newIncoming()
  try {
    await mkdir(making)
    const place = mediaDirectory(hash)
    await makeFaces(join(place, `${sizes.at(-1)?.width}.webp`), focal, making)
    for (const name of await readdir(making)) await rename(join(making, name), join(place, name))
  } catch (error) {
    throw diskRefusal(error)
  } finally {
    await removeFile(making)
  }
}

function diskRefusal(error: unknown): unknown {
  const full =
    error instanceof Error && /ENOSPC|no space left/i.test(`${'code' in error && error.code} ${error.message}`)
  return full ? new Refusal('disk-full') : error
}

let queue: Promise<unknown> = Promise.resolve()

/** Image work waits its turn: two large images at once would need the memory of both. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const turn = queue.then(work)
  queue = turn.catch(() => {})
  return turn
}
