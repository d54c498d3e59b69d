/** Names the directories of the library: each image and document has its own, named for the hash of its bytes. */
import { join } from 'node:path'
import { env } from '../env.ts'

export const mediaRoot = (): string => join(env.dataDir, 'media')

/** Returns the path of a file below the root, or of the directory that holds everything made from the same bytes. */
export const pathInMedia = (hash: string, name = ''): string => join(hash.slice(0, 2), hash, name)

export const mediaDirectory = (hash: string): string => join(mediaRoot(), pathInMedia(hash))
