/** Makes images for tests: real ones of any colour, and one that promises more than it holds. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'

/** Returns a plain image, to be encoded as the test likes. Each colour and size is another file. */
export const picture = (background: string, width = 800, height = 600) =>
  sharp({ create: { width, height, channels: 3, background } })

/**
 * Returns a PNG whose header promises this size, with nothing but zeros behind it: a few kilobytes that ask for
 * gigabytes.
 */
export function promisedPng(width: number, height: number): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
    const framed = Buffer.alloc(8 + body.length)
    framed.writeUInt32BE(data.length, 0)
    body.copy(framed, 4)
    framed.writeUInt32BE(crc32(body), 4 + body.length)
    return framed
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const data = deflateSync(Buffer.alloc(1_000_000))
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
