/** Several files as one, streamed: nothing of a file is in memory but what is on its way out. */
import { createReadStream, type ReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { ReadableStream as WebStream } from 'node:stream/web'
import { ZipFile } from 'yazl'

/** A file of the archive: its bytes, or where they lie and how many they are. */
export type ZipEntry = { name: string; bytes: Buffer } | { name: string; path: string; size: number }

/** The archive and how long it will be. Everything in it is dated `at`. Nothing is opened until somebody reads. */
export function zipStream(entries: ZipEntry[], at: Date): { size: number; stream: ReadableStream<Uint8Array> } {
  const stream = WebStream.from(bytesOf(entries, at)) as ReadableStream<Uint8Array>
  return { size: sizeOf(entries, at), stream }
}

type Give = Parameters<ZipFile['addReadStreamLazy']>[2] extends (give: infer G) => void ? G : never

/** What is packed is packed already, and only stored files have a size that is known beforehand. */
function zipOf(entries: ZipEntry[], at: Date, open: (path: string, give: Give) => void): ZipFile {
  const zip = new ZipFile()
  const stored = { compress: false, mode: 0o100644, mtime: at }
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(entry.bytes, entry.name, stored)
    else zip.addReadStreamLazy(entry.name, { ...stored, size: entry.size }, (give) => open(entry.path, give))
  }
  return zip
}

function sizeOf(entries: ZipEntry[], at: Date): number {
  const zip = zipOf(entries, at, () => {})
  let size = 0
  // The types leave out what the callback is told.
  const end = zip.end as (options: object, tell: (size: number) => void) => void
  end.call(zip, {}, (total) => {
    size = total
  })
  return size
}

async function* bytesOf(entries: ZipEntry[], at: Date): AsyncGenerator<Uint8Array> {
  let file: ReadStream | undefined
  const zip = zipOf(entries, at, (path, give) => {
    file = createReadStream(path).on('error', (error) => output.destroy(error))
    give(null, file)
  })
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error))
  zip.end()
  try {
    yield* output
  } finally {
    file?.destroy()
  }
}
