/** Takes the library's files from one store to another. Both can be read meanwhile. */
import { sha256Of } from './file-hash.ts'
import type { FileStore, FoundFile } from './file-store.ts'
import { bytesOf } from './file-stream.ts'
import { inLanes } from './in-lanes.ts'

/** Thrown when a store does not give back what it was given; the message says so in one sentence. */
export class BrokenCopy extends Error {}

/** So many files are on their way at once. */
const lanes = 4

interface Moved {
  files: number
  bytes: number
  /** How many of the files were there already, byte for byte. */
  there: number
  /** The keys under which something else lies there, which was left as it is. */
  different: string[]
  /** How many files lie there that are not among those moved. */
  others: number
}

interface MoveOptions {
  /** Whether what is different there is replaced. */
  replace: boolean
  /** Whether a file is removed where it came from, once it has been read back from where it is now. */
  deleteSource: boolean
  onProgress(done: { files: number; bytes: number }, all: { files: number; bytes: number }): void
}

/**
 * Copies every file that is not there yet, and reads it back: its size and its hash must be the same, or this throws. What
 * is there already is compared byte for byte, so that a move that was interrupted goes on where it was. A file that is
 * different there is left alone, on both sides, unless it is to be replaced.
 */
export async function moveFiles(from: FileStore, to: FileStore, options: MoveOptions): Promise<Moved> {
  const files: FoundFile[] = []
  for await (const file of from.list()) files.push(file)
  const all = { files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) }
  const moved: Moved = { files: 0, bytes: 0, there: 0, different: [], others: 0 }
  const seen = { files: 0, bytes: 0 }
  // Listed once: asking for each that is not there yet would double the requests.
  const there = new Map<string, FoundFile>()
  for await (const file of to.list()) there.set(file.key, file)
  await inLanes(files, lanes, async ({ key, size }) => {
    const outcome = await moveOne(from, to, { key, there: there.get(key) }, options.replace)
    if (outcome === 'moved') {
      moved.files++
      moved.bytes += size
    }
    if (outcome === 'there') moved.there++
    if (outcome === 'different') moved.different.push(key)
    else if (options.deleteSource) await from.remove([key])
    seen.files++
    seen.bytes += size
    options.onProgress(seen, all)
  })
  const known = new Set(files.map(({ key }) => key))
  for (const key of there.keys()) if (!known.has(key)) moved.others++
  return moved
}

async function moveOne(
  from: FileStore,
  to: FileStore,
  { key, there }: { key: string; there: FoundFile | undefined },
  replace: boolean,
): Promise<'moved' | 'there' | 'different' | 'gone'> {
  // A running newsroom may have removed it since it was listed.
  if (!(await from.find(key))) return 'gone'
  return from.withLocal([key], async ([path = '']) => {
    const wanted = await sha256Of(bytesOf(path))
    const isSame = async (file: FoundFile) =>
      file.size === wanted.size && (await sha256Of(await to.read(file))).sha256 === wanted.sha256
    if (there && (await isSame(there))) return 'there'
    if (there && !replace) return 'different'
    await to.put(path, key)
    const arrived = await to.find(key)
    if (!arrived || !(await isSame(arrived)))
      throw new BrokenCopy(`${key} came back from ${to.place} different from what was sent there.`)
    return 'moved'
  })
}
