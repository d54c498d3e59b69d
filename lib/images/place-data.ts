/**
 * Finds where a picture was taken, down to the street, and takes it out byte by byte: what stands around it keeps its
 * place and its length.
 */
import { crc32 } from 'node:zlib'
import ExifReader from 'exifreader'
import type { ImageType } from './image-type.ts'
import { withPlainXmp } from './read-metadata.ts'

const placeTag = /^(GPS(?! Info IFD Pointer)|Location|Sub-?location|Content Location|Latitude|Longitude)/i

/** Whether an image says where it was taken. One that cannot be read may say so. */
export function namesPlace(bytes: Buffer): boolean {
  try {
    const { exif, xmp, iptc, gps } = ExifReader.load(withPlainXmp(bytes), { expanded: true, async: false })
    const tags = [exif, xmp, iptc, gps].flatMap((group) => Object.entries(group ?? {}))
    return tags.some(([name, tag]) => placeTag.test(name) && textOf(tag).trim() !== '')
  } catch {
    return true
  }
}

const textOf = (tag: unknown): string =>
  typeof tag === 'object' && tag !== null && 'description' in tag ? String(tag.description) : String(tag)

/** Returns the same image, as long as before, with blanks where it said where it was taken. */
export function withoutPlace(bytes: Buffer, type: ImageType): Buffer {
  const copy = Buffer.from(bytes)
  for (const head of ['Exif\0\0', 'eXIf', '\0\0\0\0']) {
    for (const order of ['II*\0', 'MM\0*']) {
      for (const at of placesOf(copy, head + order)) blankGps(copy.subarray(at + head.length))
    }
  }
  for (const at of placesOf(copy, '<x:xmpmeta')) blankXmp(copy, at)
  for (const at of placesOf(copy, '8BIM\x04\x04')) blankIptc(copy, at)
  if (type === 'png') renewChecksums(copy)
  return copy
}

function* placesOf(bytes: Buffer, sign: string): Generator<number> {
  for (let at = bytes.indexOf(sign, 0, 'latin1'); at !== -1; at = bytes.indexOf(sign, at + 1, 'latin1')) yield at
}

/** The bytes that a value of each of TIFF's types takes. */
const widths = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const gpsPointer = 0x8825

/** Empties the directory of places in an EXIF block, and zeros what it pointed to. */
function blankGps(tiff: Buffer): void {
  const isLittle = tiff[0] === 0x49
  const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  const entries = (directory: number) => Array.from({ length: short(directory) }, (_, n) => directory + 2 + n * 12)
  try {
    const pointer = entries(long(4)).find((at) => short(at) === gpsPointer)
    if (pointer === undefined) return
    const directory = long(pointer + 8)
    for (const at of entries(directory)) {
      const length = (widths[short(at + 2)] ?? 1) * long(at + 4)
      if (length > 4) tiff.fill(0, long(at + 8), Math.min(tiff.length, long(at + 8) + length))
    }
    tiff.fill(0, directory, directory + 2 + short(directory) * 12)
  } catch (error) {
    // What looked like an EXIF block is something else.
    if (!(error instanceof RangeError)) throw error
  }
}

const xmpPlace = /[\w-]+:(?:GPS\w*|Location\w*|Sublocation)/.source
const inXmp = [
  new RegExp(`\\s${xmpPlace}\\s*=\\s*(?:"[^"]*"|'[^']*')`, 'g'),
  new RegExp(`<(${xmpPlace})(?=[\\s/>])[^>]*?(?:/>|>[\\s\\S]*?</\\1\\s*>)`, 'g'),
]

function blankXmp(bytes: Buffer, from: number): void {
  const end = bytes.indexOf('</x:xmpmeta>', from)
  if (end === -1) return
  // Latin-1 keeps a letter for each byte.
  const text = bytes.toString('latin1', from, end)
  const blank = inXmp.reduce((said, form) => said.replace(form, (place) => ' '.repeat(place.length)), text)
  bytes.write(blank, from, 'latin1')
}

/** IPTC's fields for the place within a city, and for the places in the content. */
const iptcPlaces = [26, 27, 92]

function blankIptc(bytes: Buffer, from: number): void {
  const name = bytes[from + 6] ?? 0
  const start = from + 7 + name + ((name + 1) % 2) + 4
  for (let at = start; bytes[at] === 0x1c && at + 5 <= bytes.length; ) {
    const length = bytes.readUInt16BE(at + 3)
    if (bytes[at + 1] === 2 && iptcPlaces.includes(bytes[at + 2] ?? 0)) bytes.fill(0x20, at + 5, at + 5 + length)
    at += 5 + length
  }
}

function renewChecksums(png: Buffer): void {
  for (let at = 8; at + 12 <= png.length; ) {
    const end = at + 8 + png.readUInt32BE(at)
    if (end + 4 > png.length) break
    if (['eXIf', 'iTXt'].includes(png.toString('latin1', at + 4, at + 8))) {
      png.writeUInt32BE(crc32(png.subarray(at + 4, end)), end)
    }
    at = end + 4
  }
}
