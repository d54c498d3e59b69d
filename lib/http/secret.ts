/** The newsroom's secret. It protects sign-in and signs links, and all nodes of a newsroom have the same one. */
import { hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { env } from '../env.ts'

/** The file that holds it where the environment does not. */
export const secretPath = (): string => join(/* turbopackIgnore: true */ env.dataDir, 'secret')

/** Returns the secret. Throws where there is none yet: it is made as the newsroom is opened, and a build has none. */
export const newsroomSecret = (): string => env.secret ?? readFileSync(secretPath(), 'utf8')

/** Returns a key of 32 bytes for one purpose, in Base64. Nodes with the same secret make the same one. */
export const keyFor = (purpose: string): string =>
  Buffer.from(hkdfSync('sha256', newsroomSecret(), '', purpose, 32)).toString('base64')
