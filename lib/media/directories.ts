/** Names the directories of the library: each image and document has its own, named for the hash of its bytes. */
import { join } from 'node:path'
import { env } from '../env.ts'

/** The directory of the files that lie on this machine. */
export const mediaRoot = (): string => join(env.dataDir, 'media')

/** Where what is being received and made lies. */
export const incomingRoot = (): string => join(mediaRoot(), 'incoming')

/** Returns the key of a file in the store, or of the directory that holds everything made from the same bytes. */
export const pathInMedia = (hash: string, name = ''): string => join(hash.slice(0, 2), hash, name)
