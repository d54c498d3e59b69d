import { createReadStream } from 'node:fs'
import { ReadableStream as WebStream } from 'node:stream/web'

interface Part {
  /** The first and the last byte. */
  start?: number
  end?: number
}

/** The bytes of a file, or of a part of it. It is opened when somebody reads, and closed when they have or stop. */
export const fileStream = (path: string, part: Part = {}): ReadableStream<Uint8Array> =>
  WebStream.from(bytesOf(path, part)) as ReadableStream<Uint8Array>

async function* bytesOf(path: string, part: Part): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, part)
}
