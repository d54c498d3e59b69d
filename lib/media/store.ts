/**
 * Receives, stores and finds the library's files. The directory of a file is made complete on this machine and then
 * stored, so a crash leaves nothing half made.
 */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type ImageWorker, imageProcess } from '../images/image-process.ts'
import { faceSizes, imageTypes, renditionTypes, storedName, versionedName } from '../images/image-type.ts'
import type { Size } from '../images/images.ts'
import type { EmbeddedMetadata } from '../images/read-metadata.ts'
import { countSpent } from '../images/spent-buffers.ts'
import { Refusal } from '../refusal.ts'
import { incomingRoot, pathInMedia } from './directories.ts'
import { diskRefusal } from './disk-refusal.ts'
import { type FileStore, type FoundFile, fileStore } from './file-store.ts'
import { noteLeftovers } from './leftovers.ts'
import { type DocumentType, documentTypes, fileTypeOf, maxFileMegabytes } from './library-item.ts'
import { marksOf, type Rights } from './licence.ts'

const abandonedAfter = 3_600_000

/** The bytes of a file, piece by piece as they are sent. */
export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>

/** A received file. It lies at its path until the work with it is done. */
export interface ReceivedFile {
  path: string
  hash: string
}

/**
 * Receives a file, does the work with it, and removes it. Refuses more than 50 MB (`file-too-large`) as soon as so much
 * has come, and an empty file (`file-empty`).
 */
export async function withReceived<T>(body: Bytes, use: (file: ReceivedFile) => Promise<T>): Promise<T> {
  const path = await newIncoming()
  try {
    return await use({ path, hash: await receive(body, path) })
  } finally {
    await remove(path)
  }
}

async function receive(body: Bytes, path: string): Promise<string> {
  const hash = createHash('sha256')
  let received = 0
  const bounded = new Transform({
    transform(chunk: Buffer, _, done) {
      received += chunk.length
      countSpent(chunk.length)
      hash.update(chunk)
      const isTooMuch = received > maxFileMegabytes * 1024 * 1024
      done(isTooMuch ? new Refusal('file-too-large', { details: { megabytes: maxFileMegabytes } }) : null, chunk)
    },
  })
  await pipeline(body, bounded, createWriteStream(path)).catch((error) => {
    throw diskRefusal(error)
  })
  if (received === 0) throw new Refusal('file-empty')
  return hash.digest('hex')
}

/** Returns a path for an upload. First it removes what a crash left there more than an hour ago. */
async function newIncoming(): Promise<string> {
  const root = incomingRoot()
  await mkdir(root, { recursive: true })
  for (const name of await readdir(root)) {
    const path = join(root, name)
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? 0)
    if (age > abandonedAfter) await remove(path)
  }
  return join(root, randomUUID())
}

/** The focal point that faces show, and the rights that copies carry. */
interface Shown extends Rights {
  focalX: number
  focalY: number
}

interface ImageOptions extends Shown {
  /** The type of a document; undefined for an image. */
  documentType: DocumentType | undefined
  /** How long to look for a smaller AVIF, 0 to 9. */
  effort?: number | undefined
  version: number
}

/** A stored image or document, as the library's row describes it. */
interface StoredFile {
  hash: string
  mime: string
  width: number
  height: number
  bytes: number
  renditions: Size[]
  fileVersion: number
}

/** The library's files during a change: no other change runs meanwhile. */
export interface MediaFiles {
  /** Reads the metadata that the maker has written into a received image. */
  readRemarks(file: ReceivedFile): Promise<EmbeddedMetadata>
  /** Stores a document as it is, or an image with everything that is made from it. */
  store(file: ReceivedFile, wanted: ImageOptions): Promise<StoredFile>
  /**
   * Makes the copy of an image for download again, writes the metadata of its sizes anew, and cuts its faces again where
   * the focal point has moved, as the next version beside the present one.
   */
  renewImage(
    stored: Pick<StoredFile, 'hash' | 'mime' | 'renditions' | 'fileVersion'> & Shown & { isRefocused: boolean },
  ): Promise<Pick<StoredFile, 'bytes' | 'fileVersion'>>
  /** Removes the faces, JPEGs and copies of every version but this one. */
  removeOtherVersions(hash: string, version: number): Promise<void>
  /** Removes everything of an image or a document. */
  remove(hash: string): Promise<void>
}

/** Waits for its turn and changes the library's files. */
export const changeMediaFiles = <T>(change: (files: MediaFiles) => Promise<T>): Promise<T> =>
  imageProcess.runExclusive((worker) => change(mediaFiles(worker, fileStore())))

const mediaFiles = (worker: ImageWorker, store: FileStore): MediaFiles => ({
  async readRemarks({ path }) {
    const done = await worker.run({ task: 'read', file: path })
    if (!('remarks' in done)) throw new Error('nothing was read')
    return done.remarks
  },
  store: (file, wanted) =>
    withDirectory(async (directory) => {
      await store.requireReachable()
      const { hash, ...stored } = await made(worker, file, directory, wanted)
      await putAll(store, directory, hash, { whole: true })
      return { ...stored, hash, fileVersion: wanted.version }
    }),
  renewImage: ({ hash, mime, renditions, fileVersion, isRefocused, ...shown }) =>
    withDirectory(async (directory) => {
      const original = pathInMedia(hash, versionedName(`original.${fileTypeOf(mime)}`, fileVersion))
      const largest = isRefocused ? [pathInMedia(hash, `${renditions.at(-1)?.width}.webp`)] : []
      const stems = [...renditions.map(({ width }) => String(width)), ...(isRefocused ? [] : Object.keys(faceSizes))]
      const names = stems.flatMap((stem) => renditionTypes.map((type) => `${stem}.${type}`))
      const found = await Promise.all(names.map((name) => findRendition(hash, name, fileVersion)))
      const version = fileVersion + 1
      const { focal, rights } = jobFor(shown)
      const keys = [original, ...found.flatMap((one) => one?.key ?? []), ...largest]
      const done = await store.withLocal(keys, ([file = '', ...paths]) => {
        const faces = isRefocused ? { largest: paths.pop() ?? '', focal } : undefined
        return worker.run({ task: 'renew', file, renditions: paths, faces, directory, version, rights })
      })
      if (!('bytes' in done)) throw new Error('nothing was renewed')
      await putAll(store, directory, hash, { whole: false })
      return { bytes: done.bytes, fileVersion: version }
    }),
  async removeOtherVersions(hash, version) {
    const others: string[] = []
    for await (const { key } of store.list(pathInMedia(hash))) {
      const [, stem = '', number = '1'] = /\/(face\d*|original|\d+(?=[-\d]*\.jpg))(?:-(\d+))?\.\w+$/.exec(key) ?? []
      if (stem && Number(number) !== version) others.push(key)
    }
    await store.remove(others)
  },
  remove: (hash) => store.removeDirectory(pathInMedia(hash)),
})

async function putAll(store: FileStore, local: string, hash: string, options: { whole: boolean }): Promise<void> {
  try {
    await store.putAll(local, pathInMedia(hash), options)
  } catch (error) {
    // The store has removed what it could, unless it is away. A disk that is full takes no note, and has nothing to tell.
    await noteLeftovers(hash).catch(() => {})
    throw error
  }
}

/** Finds a size or a face. A JPEG that was stored before its version was in its name lies there without one. */
export const findRendition = async (hash: string, name: string, version: number): Promise<FoundFile | undefined> => {
  const find = (stored: string) => fileStore().find(pathInMedia(hash, stored))
  return (await find(storedName(name, version))) ?? (/^\d/.test(name) ? find(name) : undefined)
}

async function made(
  worker: ImageWorker,
  { path, hash }: ReceivedFile,
  directory: string,
  { documentType, effort, version, ...shown }: ImageOptions,
): Promise<Omit<StoredFile, 'fileVersion'>> {
  if (documentType) {
    const original = join(directory, versionedName(`original.${documentType}`, version))
    await copyFile(path, original)
    const { size } = await stat(original)
    return { hash, mime: documentTypes[documentType], width: 0, height: 0, bytes: size, renditions: [] }
  }
  const done = await worker.run({ task: 'make', file: path, directory, effort, version, ...jobFor(shown) })
  if (!('made' in done)) throw new Error('no image was made')
  const { type, sizes, ...measures } = done.made
  return { ...measures, hash, mime: imageTypes[type], renditions: sizes }
}

const jobFor = (shown: Shown) => ({ focal: { x: shown.focalX, y: shown.focalY }, rights: marksOf(shown) })

async function withDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = await newIncoming()
  try {
    await mkdir(directory)
    return await work(directory)
  } catch (error) {
    throw diskRefusal(error)
  } finally {
    await remove(directory)
  }
}

const remove = (path: string): Promise<void> => rm(path, { recursive: true, force: true })
