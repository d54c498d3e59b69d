/** Where the library's files lie on disk: each image and document in a directory named for the hash of its bytes. */
import { join } from 'node:path'
import { env } from '../env.ts'

export const mediaRoot = (): string => join(env.dataDir, 'media')

/** A file's place below the root, or the directory of all that is made of the same bytes. */
export const pathInMedia = (hash: string, name = ''): string => join(hash.slice(0, 2), hash, name)

export const mediaDirectory = (hash: string): string => join(mediaRoot(), pathInMedia(hash))
