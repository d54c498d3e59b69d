/**
 * Removes from an image the metadata about whoever took it (place, camera, names, edits) and writes rights metadata in,
 * without touching a pixel: containers are cut apart and put together again. Colour profiles stay, and so does the
 * orientation.
 */
import { crc32 } from 'node:zlib'
import { Refusal } from '../refusal.ts'
import type { ImageType } from './image-type.ts'
import { writeIsoRights } from './iso-media.ts'
import {
  jpegSegments,
  jpegTables,
  pngChunks,
  requireProfileSize,
  unpackedProfileSize,
  webpChunks,
} from './kept-parts.ts'
import { exifOf, iptcOf, type RightsMetadata, xmpOf } from './rights-metadata.ts'

/**
 * Returns the same image with these rights as its only metadata. Refuses a container that does not hold together
 * (`file-broken`), a moving image, and a colour profile of more than four megabytes (`image-profile-too-large`).
 */
export function writeRights(bytes: Buffer, type: ImageType, orientation: number, rights: RightsMetadata): Buffer {
  // An AVIF states its orientation in another place, which stays.
  const exif = exifOf(type === 'avif' ? 1 : orientation, rights)
  const blocks = { exif, xmp: xmpOf(rights), iptc: iptcOf(rights) }
  try {
    if (type === 'jpg') return writeJpegRights(bytes, blocks)
    if (type === 'png') return writePngRights(bytes, blocks)
    if (type === 'webp') return writeWebpRights(bytes, blocks)
    return writeIsoRights(bytes, blocks)
  } catch (error) {
    if (error instanceof RangeError) throw new Refusal('file-broken')
    throw error
  }
}

interface Blocks {
  exif: Buffer | undefined
  xmp: Buffer | undefined
  /** IPTC in the frame that JPEG keeps it in. */
  iptc: Buffer | undefined
}

function jpegSegment(marker: number, name: string, data: Buffer | undefined): Buffer[] {
  if (!data) return []
  const head = Buffer.from(`\xff${String.fromCharCode(marker)}\0\0${name}`, 'latin1')
  head.writeUInt16BE(2 + name.length + data.length, 2)
  return [head, data]
}

function writeJpegRights(bytes: Buffer, { exif, xmp, iptc }: Blocks): Buffer {
  const kept: Buffer[] = [
    bytes.subarray(0, 2),
    ...jpegSegment(0xe1, 'Exif\0\0', exif),
    ...jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0', xmp),
    ...jpegSegment(0xed, '', iptc),
  ]
  let at = 2
  let profile = 0
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
      if (jpegTables.has(marker)) kept.push(bytes.subarray(at, next))
      else if (isNamed(bytes, at)) {
        kept.push(...applicationSegment(bytes.subarray(at, end)))
        if (marker === 0xe2) profile += end - at
      }
      at = next
    }
  }
  requireProfileSize(profile)
  return Buffer.concat(kept)
}

/** Whether an application segment is one of those that define the picture's colours. */
function isNamed(bytes: Buffer, at: number): boolean {
  const name = jpegSegments[bytes.readUInt8(at + 1)]
  return name !== undefined && bytes.toString('latin1', at + 4, at + 4 + name.length) === name
}

const jfifLength = 18

/** Returns an application segment as it stays: JFIF without the small picture it can hold, which may show another. */
function applicationSegment(segment: Buffer): Buffer[] {
  if (segment[1] !== 0xe0) return [segment]
  if (segment.length < jfifLength) return []
  const head = Buffer.from(segment.subarray(0, jfifLength))
  head.writeUInt16BE(jfifLength - 2, 2)
  head.writeUInt16BE(0, jfifLength - 2)
  return [head]
}

/** Returns where the compressed data of a scan ends: at a marker that is neither a stuffed byte nor a restart. */
function scanEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at
  }
  return bytes.length
}

const pngXmpHead = Buffer.from('XML:com.adobe.xmp\0\0\0\0\0', 'latin1')

function writePngRights(bytes: Buffer, { exif, xmp }: Blocks): Buffer {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  for (let at = 8; at < bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    const name = bytes.toString('latin1', at + 4, at + 8)
    if (end > bytes.length) throw new RangeError('a chunk ends outside the file')
    if (name === 'acTL') throw new Refusal('image-animated')
    const isKept = pngChunks.has(name) && (name !== 'iCCP' || isReadableProfile(bytes.subarray(at + 8, end - 4)))
    if (isKept) kept.push(bytes.subarray(at, end))
    if (name === 'IHDR' && exif) kept.push(pngChunk('eXIf', exif))
    if (name === 'IHDR' && xmp) kept.push(pngChunk('iTXt', Buffer.concat([pngXmpHead, xmp])))
    if (name === 'IEND') break
    at = end
  }
  return Buffer.concat(kept)
}

/** Whether a profile can be read. It is compressed, and stands after its name and a byte for the kind of compression. */
function isReadableProfile(data: Buffer): boolean {
  const size = unpackedProfileSize(data.subarray(data.indexOf(0) + 2))
  requireProfileSize(size ?? 0)
  return size !== undefined
}

function pngChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(12 + data.length)
  chunk.writeUInt32BE(data.length, 0)
  chunk.write(name, 4, 'latin1')
  data.copy(chunk, 8)
  chunk.writeUInt32BE(crc32(chunk.subarray(4, 8 + data.length)), 8 + data.length)
  return chunk
}

function writeWebpRights(bytes: Buffer, { exif, xmp }: Blocks): Buffer {
  const kept: Buffer[] = [Buffer.from(bytes.subarray(0, 12))]
  const fileEnd = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  for (let at = 12; at + 8 <= fileEnd; ) {
    const name = bytes.toString('latin1', at, at + 4)
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (at + 8 + size > fileEnd) throw new RangeError('a chunk ends outside the file')
    if (name === 'ANIM' || name === 'ANMF') throw new Refusal('image-animated')
    if (name === 'ICCP') requireProfileSize(size)
    if (webpChunks.has(name)) {
      const chunk = Buffer.from(bytes.subarray(at, end))
      if (kept.length === 1 && name !== 'VP8X' && (exif || xmp)) kept.push(webpHead(name, chunk))
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~0x0c
      kept.push(chunk)
    }
    at = end
  }
  const [, head] = kept
  if (head && exif) head[8] = (head[8] ?? 0) | 0x08
  if (head && xmp) head[8] = (head[8] ?? 0) | 0x04
  if (exif) kept.push(webpChunk('EXIF', exif))
  if (xmp) kept.push(webpChunk('XMP ', xmp))
  const whole = Buffer.concat(kept)
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

function webpChunk(name: string, data: Buffer): Buffer {
  const chunk = Buffer.alloc(8 + data.length + (data.length % 2))
  chunk.write(name, 0, 'latin1')
  chunk.writeUInt32LE(data.length, 4)
  data.copy(chunk, 8)
  return chunk
}

/** Returns the header that a WebP of one chunk needs before metadata can be added. */
function webpHead(name: string, image: Buffer): Buffer {
  const data = Buffer.alloc(10)
  const isLossless = name === 'VP8L'
  const bits = isLossless ? image.readUInt32LE(9) : image.readUInt32LE(14)
  const [width, height] = isLossless
    ? [bits & 0x3fff, (bits >> 14) & 0x3fff]
    : [(bits & 0x3fff) - 1, ((bits >> 16) & 0x3fff) - 1]
  if (isLossless && bits & 0x10000000) data[0] = 0x10
  data.writeUIntLE(width, 4, 3)
  data.writeUIntLE(height, 7, 3)
  return webpChunk('VP8X', data)
}
