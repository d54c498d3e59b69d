import { createReadStream } from 'node:fs'
import { ReadableStream as WebStream } from 'node:stream/web'

/** The bytes of a file. It is opened when somebody reads, and closed when they have or stop. */
export const fileStream = (path: string): ReadableStream<Uint8Array> =>
  WebStream.from(bytesOf(path)) as ReadableStream<Uint8Array>

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}
