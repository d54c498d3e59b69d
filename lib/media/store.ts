/**
 * Stores images and documents on disk: one directory for each, named for the hash of its bytes. A directory is made
 * complete beside the others and then moved into place, so a crash leaves nothing half made.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { env } from '../env.ts'
import { type ImageWorker, imageProcess, type MadeImage } from '../images/image-process.ts'
import { type ImageType, versionedName } from '../images/image-type.ts'
import type { Size } from '../images/images.ts'
import type { ImageRemarks } from '../images/read-metadata.ts'
import type { Marks } from '../images/rights-metadata.ts'
import { countSpent } from '../images/spent-buffers.ts'
import { Refusal } from '../refusal.ts'
import type { DocumentType } from './library-item.ts'

const mostBytes = 50 * 1024 * 1024
const megabytes = mostBytes / 1024 / 1024
const abandonedAfter = 3_600_000

const mediaRoot = () => join(env.dataDir, 'media')
const incoming = () => join(mediaRoot(), 'incoming')

export const mediaDirectory = (hash: string): string => join(mediaRoot(), hash.slice(0, 2), hash)

export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  const file = await open(path)
  try {
    // One buffer for the whole file: a stream would leave as much garbage as the file is long.
    const buffer = Buffer.allocUnsafe(256 * 1024)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      if (bytesRead === 0) return hash.digest('hex')
      hash.update(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

/** Returns a path for an upload. First it removes what a crash left there more than an hour ago. */
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
 * (`file-too-large`) as soon as so much has come, and an empty file (`file-empty`).
 */
export async function receiveFile(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string> {
  const path = await newIncoming()
  let received = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length
      countSpent(chunk.length)
      done(received > mostBytes ? new Refusal('file-too-large', { details: { megabytes } }) : null, chunk)
    },
  })
  try {
    await pipeline(body, bounded, createWriteStream(path))
    if (received === 0) throw new Refusal('file-empty')
    return path
  } catch (error) {
    await removeFile(path)
    throw diskRefusal(error)
  }
}

export const removeFile = (path: string): Promise<void> => rm(path, { recursive: true, force: true })

interface Wanted {
  focal: { x: number; y: number }
  marks: Marks
  version: number
}

/** The library's files in the hands of whoever changes them: nobody else changes any meanwhile. */
export interface MediaFiles {
  /** What its maker has written into an uploaded image. */
  readImage(file: string): Promise<ImageRemarks>
  /** Makes everything of an uploaded image and moves it into place. */
  storeImage(file: string, hash: string, wanted: Wanted & { effort?: number }): Promise<MadeImage>
  /** Keeps a document as it is. */
  storeDocument(file: string, hash: string, type: DocumentType, version: number): Promise<StoredDocument>
  /** Makes the faces and the copy to download again, beside those of the version before, and returns how large the copy is. */
  renewImage(stored: StoredImage, wanted: Wanted): Promise<number>
  /** Removes the faces and copies of every version but this one. */
  removeOtherVersions(hash: string, version: number): Promise<void>
  /** Removes everything of an image or a document. */
  remove(hash: string): Promise<void>
}

interface StoredImage {
  hash: string
  type: ImageType
  sizes: Size[]
  version: number
}

interface StoredDocument {
  type: DocumentType
  bytes: number
  width: 0
  height: 0
  sizes: Size[]
}

/** Waits until nobody changes the library's files, and changes them. */
export const changeMediaFiles = <T>(change: (files: MediaFiles) => Promise<T>): Promise<T> =>
  imageProcess.runExclusive((worker) => change(mediaFiles(worker)))

const mediaFiles = (worker: ImageWorker): MediaFiles => ({
  async readImage(file) {
    const done = await worker.run({ task: 'read', file })
    if (!('remarks' in done)) throw new Error('nothing was read')
    return done.remarks
  },
  storeImage: (file, hash, wanted) =>
    withDirectory(async (directory) => {
      const done = await worker.run({ task: 'make', file, directory, ...wanted })
      if (!('made' in done)) throw new Error('no image was made')
      await moveIntoPlace(directory, hash)
      return done.made
    }),
  storeDocument: (file, hash, type, version) =>
    withDirectory(async (directory) => {
      const original = join(directory, versionedName(`original.${type}`, version))
      await copyFile(file, original)
      const { size } = await stat(original)
      await moveIntoPlace(directory, hash)
      return { type, bytes: size, width: 0, height: 0, sizes: [] }
    }),
  renewImage: (stored, wanted) =>
    withDirectory(async (directory) => {
      const place = mediaDirectory(stored.hash)
      const file = join(place, versionedName(`original.${stored.type}`, stored.version))
      const largest = join(place, `${stored.sizes.at(-1)?.width}.webp`)
      const done = await worker.run({ task: 'renew', file, largest, directory, ...wanted })
      if (!('bytes' in done)) throw new Error('nothing was renewed')
      for (const name of await readdir(directory)) await rename(join(directory, name), join(place, name))
      return done.bytes
    }),
  async removeOtherVersions(hash, version) {
    const place = mediaDirectory(hash)
    for (const name of await readdir(place)) {
      const [, stem = '', number = '1'] = /^(face\d*|original)(?:-(\d+))?\./.exec(name) ?? []
      if (stem && Number(number) !== version) await removeFile(join(place, name))
    }
  },
  remove: (hash) => removeFile(mediaDirectory(hash)),
})

async function moveIntoPlace(directory: string, hash: string): Promise<void> {
  const place = mediaDirectory(hash)
  await mkdir(join(place, '..'), { recursive: true })
  await removeFile(place)
  await rename(directory, place)
}

async function withDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await newIncoming()
  try {
    await mkdir(directory)
    return await work(directory)
  } catch (error) {
    throw diskRefusal(error)
  } finally {
    await removeFile(directory)
  }
}

function diskRefusal(error: unknown): unknown {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC' ? new Refusal('disk-full') : error
}
