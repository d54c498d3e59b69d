/** Recognises the type of an image by its bytes. Names and declared types are never believed. */
import { Refusal } from '../refusal.ts'

export const imageTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
} as const
export type ImageType = keyof typeof imageTypes

/** The formats that every size is made in. */
export const renditionTypes = ['avif', 'webp', 'jpg'] as const

/** The share of an image's shorter side that a face takes. */
export const faceShare = 0.69

/** The width and height of each face, for screens of one, two and three pixels to a point. */
export const faceSizes: Record<string, number> = { face48: 48, face96: 96, face: 144 }

/**
 * Returns the name of a file in a version: `face.webp` is `face-2.webp` in version 2. The first version has no number.
 */
export function versionedName(name: string, version: number): string {
  if (version === 1) return name
  return name.includes('.') ? name.replace('.', `-${version}.`) : `${name}-${version}`
}

/**
 * Returns the name under which a file of the library lies. The sizes that pages show keep theirs, for nothing that is said
 * about a picture is in them but how it was made.
 */
export const storedName = (name: string, version: number): string =>
  /^\d+\.(avif|webp)$/.test(name) ? name : versionedName(name, version)

export const imageTypeOf = (mime: string): ImageType | undefined =>
  (Object.keys(imageTypes) as ImageType[]).find((type) => imageTypes[type] === mime)

/** What a TIFF is sent as. It is taken in as a PNG, for browsers do not show it. */
export const tiffTypes = ['image/tiff', '.tif', '.tiff']

/** Whether an image is a TIFF. */
export const isTiff = (bytes: Buffer): boolean => /^(II[*+]\0|MM\0[*+])/.test(bytes.toString('latin1', 0, 4))

const jpegScan = Buffer.from('ffda', 'hex')
const jpegEnd = Buffer.from('ffd9', 'hex')

/** Returns a JPEG that lacks its end mark with one; undefined for one that has it. */
export const endedJpeg = (bytes: Buffer): Buffer | undefined =>
  bytes.lastIndexOf(jpegEnd) < bytes.lastIndexOf(jpegScan) ? Buffer.concat([bytes, jpegEnd]) : undefined

/**
 * Returns the type of an image. Refuses an empty file (`file-empty`), an SVG under any name (`file-svg`: it is a
 * document that can carry script), a HEIC (`file-heic`: its decoder is not free), a moving image (`image-animated`) and
 * anything else that is not JPEG, PNG, WebP or AVIF (`file-type`).
 */
export function sniffImage(bytes: Buffer): ImageType {
  if (bytes.length === 0) throw new Refusal('file-empty')
  const ascii = (from: number, to: number) => bytes.toString('latin1', from, to)
  if (ascii(0, 3) === '\xff\xd8\xff') return 'jpg'
  if (ascii(0, 8) === '\x89PNG\r\n\x1a\n') return 'png'
  if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'webp'
  if (ascii(4, 8) === 'ftyp') {
    const brands = ascii(8, Math.min(bytes.readUInt32BE(0), 200))
    if (brands.startsWith('avis')) throw new Refusal('image-animated')
    if (brands.includes('avif')) return 'avif'
    if (/hei[cxms]|hev[cmx]|mif1|msf1/.test(brands)) throw new Refusal('file-heic')
  }
  if (/^GIF8[79]a/.test(ascii(0, 6))) throw new Refusal('file-gif')
  if (/<svg[\s>]/i.test(ascii(0, 4_096).replaceAll('\0', ''))) throw new Refusal('file-svg')
  throw new Refusal('file-type')
}
