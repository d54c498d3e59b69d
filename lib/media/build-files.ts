/**
 * Keeps the files of the build where all nodes find them. While a new version comes, a page that one node has sent asks
 * another, of another version, for its scripts and style sheets: whoever has them not sends those of the store.
 */
import { globSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Rendered } from '../http/rendered.ts'
import type { FileStore } from './file-store.ts'
import { inLanes } from './in-lanes.ts'

/** The directory of the store that they lie in: none of the library's, whose names are hashes. */
const kept = 'build'

const lanes = 4

/** Stores the files of this build that are not there yet. Their names tell their content. */
export async function keepBuildFiles(store: FileStore, directory: string): Promise<void> {
  const there = new Set<string>()
  for await (const { key } of store.list(kept)) there.add(key)
  const own = globSync('**/*', { cwd: directory, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const missing = own.filter((path) => !there.has(kept + path.slice(directory.length)))
  await inLanes(missing, lanes, (path) => store.put(path, kept + path.slice(directory.length)))
}

const types: Record<string, string> = {
  '.js': 'application/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
}

/** Returns the file of another version's build that an address below `/_next/static` names. Undefined where none is kept. */
export async function findBuildFile(store: FileStore, address: string): Promise<Rendered | undefined> {
  const [, path = ''] = /^\/_next\/static(\/.+)$/.exec(address) ?? []
  const type = types[extname(path)]
  const found = type && (await store.find(kept + path))
  if (!found) return undefined
  const body = Buffer.concat(await Array.fromAsync(await store.read(found)))
  const headers = { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' }
  return { status: 200, headers, body }
}
