import { createReadStream } from 'node:fs'
import { ReadableStream as WebStream } from 'node:stream/web'

interface Part {
  /** The first and the last byte, both included. */
  start?: number
  end?: number
}

/**
 * Streams a file or a part of it. The file is opened when the stream is read, and closed at its end or when reading
 * stops.
 */
export const fileStream = (path: string, part: Part = {}): ReadableStream<Uint8Array> =>
  WebStream.from(bytesOf(path, part)) as ReadableStream<Uint8Array>

async function* bytesOf(path: string, part: Part): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, part)
}
