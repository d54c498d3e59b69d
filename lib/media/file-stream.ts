import { createReadStream } from 'node:fs'
import { ReadableStream as WebStream } from 'node:stream/web'

/** Streams bytes as they are asked for. Whoever stops reading ends them. */
export const streamOf = (bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  WebStream.from(bytes) as ReadableStream<Uint8Array>

/**
 * Reads a file of this machine, or the part from its first to its last byte, both included. The file is opened when it is
 * read, and closed at its end or when reading stops.
 */
export async function* bytesOf(path: string, part?: { start: number; end: number }): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path, part)
}
