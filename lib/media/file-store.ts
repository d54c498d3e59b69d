/**
 * Says where the library's files lie, and is the one way to them: a directory on the disk, or a store that speaks the S3
 * protocol. A file has a key, its path below the root. Whoever asks does not know what kind of store answers.
 */
import { env } from '../env.ts'
import { mediaRoot } from './directories.ts'
import { diskStore } from './stores/disk.ts'
import { s3Store } from './stores/s3.ts'
import { s3Trouble } from './stores/s3-trouble.ts'

/** A file that the store has. */
export interface FoundFile {
  key: string
  /** In bytes. */
  size: number
  /** Names just these bytes under the key, where the store knows that. */
  tag?: string | undefined
}

/** The first and the last byte, both included. */
export interface ByteRange {
  start: number
  end: number
}

/** Keeps files. Where it cannot be reached, everything it is asked refuses (`storage-unavailable`). */
export interface FileStore {
  /** Where the files lie, for the operator. */
  readonly place: string
  /** Finds a file. Returns undefined where there is none. */
  find(key: string): Promise<FoundFile | undefined>
  /** Reads a file or a part of it, piece by piece. Whoever stops reading closes it. */
  read(file: FoundFile, part?: ByteRange): Promise<AsyncIterable<Uint8Array>>
  /** Lists the files of a directory and of those in it; of all, without one. */
  list(directory?: string): AsyncIterable<FoundFile>
  /**
   * Hands the files over as they lie on this machine, under their names: themselves, or copies that are gone afterwards. They
   * may be read and nothing else. Throws where one is missing.
   */
  withLocal<T>(keys: string[], use: (paths: string[]) => Promise<T>): Promise<T>
  /** Stores a file of this machine under a key, whole or not at all, in place of what is there. */
  put(path: string, key: string): Promise<void>
  /**
   * Stores all files of a directory of this machine; when one cannot be stored, no new one stays. With `whole` nothing
   * else is in the directory afterwards. What is stored is gone from the machine's directory, or may be.
   */
  putAll(local: string, directory: string, options: { whole: boolean }): Promise<void>
  /** Removes files. One that is not there is none the less removed. */
  remove(keys: string[]): Promise<void>
  removeDirectory(directory: string): Promise<void>
  /** Refuses at once where nothing can be stored. */
  requireReachable(): Promise<void>
}

/** Opens the store that the operator has chosen. */
export function fileStore(): FileStore {
  const address = env.mediaStore
  return address ? s3Store(address) : diskStore(mediaRoot())
}

/** Opens the one store or the other. Returns undefined where `MEDIA_URL` names none. */
export function openStore(kind: 'disk' | 's3'): FileStore | undefined {
  if (kind === 'disk') return diskStore(mediaRoot())
  return env.mediaStore && s3Store(env.mediaStore)
}

/** Returns why the chosen store cannot be used, in a sentence for the operator. Undefined when all is well. */
export async function fileStoreTrouble(): Promise<string | undefined> {
  return env.mediaStore && s3Trouble(env.mediaStore)
}

/** Returns that the files still lie on the disk while they are looked for elsewhere, in a sentence for the operator. */
export async function unmovedTrouble(): Promise<string | undefined> {
  const store = openStore('s3')
  if (!store || (await holdsFiles(store)) || !(await holdsFiles(diskStore(mediaRoot())))) return undefined
  return `${store.place} is empty, while ${mediaRoot()} holds files. Move them: npm run pressrum -- files move s3`
}

/** Whether there is any file at all. What a trial of the store has left, files of the build and hidden files of the system, are none. */
export async function holdsFiles(store: FileStore): Promise<boolean> {
  for await (const { key } of store.list()) if (!/^(?:start-|build\/|\.)/.test(key)) return true
  return false
}
