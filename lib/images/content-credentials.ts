/**
 * Finds Content Credentials in an image: C2PA's signed manifest of how it was made. A manifest vouches for the bytes
 * around it, so it is worth something only as long as those stay.
 */
import type { ImageType } from './image-type.ts'

/** The start of an APP11 segment that holds a part of a JUMBF box: its number, and which part it is. */
const jumbf = { marker: 0xeb, name: 'JP', number: 6, part: 8, head: 12 }
/** A box's length and type, which every part repeats. */
const boxHead = 8
const isoUuid = Buffer.from('d8fec3d61b0e483c92975828877ec481', 'hex')

/** Returns the bytes of the manifest that an image carries, or undefined where it carries none. */
export function manifestIn(bytes: Buffer, type: ImageType): Buffer | undefined {
  const found = { jpg: inJpeg, png: inPng, webp: inWebp, avif: inIso }[type](bytes)
  return found.length ? Buffer.concat(found) : undefined
}

/** Whether an APP11 segment is a part of a manifest, where `numbers` are those of the boxes met so far that are one. */
function isManifestSegment(segment: Buffer, numbers: Set<number>): boolean {
  if (segment[1] !== jumbf.marker || segment.toString('latin1', 4, 6) !== jumbf.name) return false
  if (segment.length < jumbf.head) return false
  const number = segment.readUInt16BE(jumbf.number)
  if (segment.readUInt32BE(jumbf.part) <= 1 && segment.subarray(0, 256).includes('c2pa')) numbers.add(number)
  return numbers.has(number)
}

/** Whether a box of the ISO media container holds a manifest, by the bytes that follow its head. */
const isManifestBox = (type: string, content: Buffer): boolean =>
  type === 'uuid' && content.subarray(0, isoUuid.length).equals(isoUuid)

const manifestChunks = { png: 'caBX', webp: 'C2PA' } as const

function inJpeg(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  const numbers = new Set<number>()
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    // Any marker may be preceded by fill bytes.
    const end = bytes[at + 1] === 0xff ? at + 1 : at + 2 + bytes.readUInt16BE(at + 2)
    const segment = bytes.subarray(at, end)
    if (isManifestSegment(segment, numbers)) {
      const isFirst = segment.readUInt32BE(jumbf.part) <= 1
      parts.push(segment.subarray(isFirst ? jumbf.head : jumbf.head + boxHead))
    }
    at = end
  }
  return parts
}

function inPng(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 8; at + 8 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === manifestChunks.png) parts.push(bytes.subarray(at + 8, end - 4))
    at = end
  }
  return parts
}

function inWebp(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32LE(at + 4)
    if (bytes.toString('latin1', at, at + 4) === manifestChunks.webp) parts.push(bytes.subarray(at + 8, at + 8 + size))
    at += 8 + size + (size % 2)
  }
  return parts
}

function inIso(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = []
  for (let at = 0; at + boxHead <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    if (size < boxHead) break
    const content = bytes.subarray(at + boxHead, at + size)
    if (isManifestBox(bytes.toString('latin1', at + 4, at + 8), content)) parts.push(content)
    at += size
  }
  return parts
}
