/**
 * Takes out of an image what it tells about whoever took it (place, camera, names, edits) without touching a pixel: the
 * containers are cut apart and put together again. Colour profiles stay, and so does which way is up.
 */
import { crc32 } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import type { ImageType } from './image-type.ts'
import { stripIsoMetadata } from './iso-media.ts'

/** The same image without its metadata. Refuses a container that does not hold together (`file-broken`) and a moving one. */
export function stripMetadata(bytes: Buffer, type: ImageType, orientation: number): Buffer {
  try {
    if (type === 'jpg') return stripJpeg(bytes, orientation)
    if (type === 'png') return stripPng(bytes, orientation)
    if (type === 'webp') return stripWebp(bytes, orientation)
    return stripIsoMetadata(bytes)
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('file-broken')
    throw error
  }
}

/** An EXIF block that says which way is up and nothing else. */
function orientationExif(orientation: number): Buffer {
  const exif = Buffer.alloc(26)
  exif.write('MM\0*', 0, 'latin1')
  exif.writeUInt32BE(8, 4)
  exif.writeUInt16BE(1, 8)
  exif.writeUInt16BE(0x0112, 10)
  exif.writeUInt16BE(3, 12)
  exif.writeUInt32BE(1, 14)
  exif.writeUInt16BE(orientation, 18)
  return exif
}

function stripJpeg(bytes: Buffer, orientation: number): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 2)]
  if (orientation > 1) {
    const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), orientationExif(orientation)])
    const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2])
    kept.push(head, exif)
  }
  let at = 2
  while (at < bytes.length) {
    if (bytes.readUInt8(at) !== 0xff) throw new RangeError('no marker')
    const marker = bytes.readUInt8(at + 1)
    if (marker === 0xff) {
      at += 1
    } else if (marker === 0xd9) {
      kept.push(bytes.subarray(at, at + 2))
      break
    } else {
      const end = at + 2 + bytes.readUInt16BE(at + 2)
      if (end > bytes.length) throw new RangeError('a segment ends outside the file')
      const next = marker === 0xda ? scanEnd(bytes, end) : end
      if (isPicture(marker, bytes.toString('latin1', at + 4, at + 16))) kept.push(bytes.subarray(at, next))
      at = next
    }
  }
  return Buffer.concat(kept)
}

/** Application segments and comments go, except those that say how colours are meant. */
function isPicture(marker: number, name: string): boolean {
  if (marker === 0xfe) return false
  if (marker < 0xe0 || marker > 0xef) return true
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  )
}

/** Where the compressed data of a scan ends: at a marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}

const pngPicture = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT bKGD pHYs hIST cICP mDCV cLLI'.split(' '))

function stripPng(bytes: Buffer, orientation: number): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) throw new RangeError('a chunk ends outside the file')
    if (name === 'acTL') throw new Refusal('image-animated')
    if (pngPicture.has(name)) kept.push(bytes.subarray(at, end))
    if (name === 'IHDR' && orientation > 1) kept.push(pngChunk('eXIf', orientationExif(orientation)))
    if (name === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

function pngChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(name, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

const webpPicture = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])

function stripWebp(bytes: Buffer, orientation: number): Buffer {
  const kept: Buffer[] = [Buffer.from(bytes.subarray(0, 12))]
  const fileEnd = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  for (let at = 12; at + 8 <= fileEnd; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > fileEnd) throw new RangeError('a chunk ends outside the file')
    if (name === 'ANIM' || name === 'ANMF') throw new Refusal('image-animated')
    if (webpPicture.has(name)) {
      const chunk = Buffer.from(bytes.subarray(at, end))
      if (name === 'VP8X') chunk[8] = ((chunk[8] ?? 0) & ~0x0c) | (orientation > 1 ? 0x08 : 0)
      kept.push(chunk)
    }
    at = end
  }
  if (orientation > 1) {
    const exif = orientationExif(orientation)
    const head = Buffer.from('EXIF\0\0\0\0', 'latin1')
    head.writeUInt32LE(exif.length, 4)
    kept.push(head, exif)
  }
  const whole = Buffer.concat(kept)
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}
