/** Streams several files as one ZIP. Of a file, only the part being sent is in memory. */
import { Readable } from 'node:stream'
import { ReadableStream as WebStream } from 'node:stream/web'
import { ZipFile } from 'yazl'

/** A file of the archive: its bytes, or its size in bytes and how it is read. */
export type ZipEntry =
  | { name: string; bytes: Buffer }
  | { name: string; size: number; read(): Promise<AsyncIterable<Uint8Array>> }
type ReadEntry = Exclude<ZipEntry, { bytes: Buffer }>

/**
 * Returns the archive as a stream, and its length in bytes. Every file in it is dated `at`. No file is opened until the
 * stream is read.
 */
export function zipStream(entries: ZipEntry[], at: Date): { size: number; stream: ReadableStream<Uint8Array> } {
  const stream = WebStream.from(bytesOf(entries, at)) as ReadableStream<Uint8Array>
  return { size: sizeOf(entries, at), stream }
}

type Give = Parameters<ZipFile['addReadStreamLazy']>[2] extends (give: infer G) => void ? G : never

/** Files are stored and not packed: they are packed already, and only the size of stored ones is known beforehand. */
function zipOf(entries: ZipEntry[], at: Date, open: (entry: ReadEntry, give: Give) => void): ZipFile {
  const zip = new ZipFile()
  const stored = { compress: false, mode: 0o100644, mtime: at }
  for (const entry of entries) {
    if ('bytes' in entry) zip.addBuffer(entry.bytes, entry.name, stored)
    else zip.addReadStreamLazy(entry.name, { ...stored, size: entry.size }, (give) => open(entry, give))
  }
  return zip
}

function sizeOf(entries: ZipEntry[], at: Date): number {
  const zip = zipOf(entries, at, () => {})
  let size = 0
  // The types of the package leave out the argument of this callback.
  const end = zip.end as (options: object, tell: (size: number) => void) => void
  end.call(zip, {}, (total) => {
    size = total
  })
  return size
}

async function* bytesOf(entries: ZipEntry[], at: Date): AsyncGenerator<Uint8Array> {
  let file: Readable | undefined
  let isOver = false
  const zip = zipOf(entries, at, async (entry, give) => {
    try {
      file = Readable.from(await entry.read(), { objectMode: false })
      file.on('error', (error) => output.destroy(error))
      // Reading may have stopped while the file was being opened.
      if (isOver) file.destroy()
      else give(null, file)
    } catch (error) {
      output.destroy(error as Error)
    }
  })
  const output = zip.outputStream as Readable
  zip.on('error', (error) => output.destroy(error))
  zip.end()
  try {
    yield* output
  } finally {
    isOver = true
    file?.destroy()
  }
}
