/**
 * Says what stays in an original when it is handed out, for every format in one place: what the picture is drawn from.
 * All else goes, known or not, for anything can be said in it.
 */
import { inflateSync } from 'node:zlib'
import { Refusal } from '../refusal.ts'

const words = (names: string) => new Set(names.split(' '))

/** JPEG's frames, scans and tables, by their markers; its application segments stay by marker and name. */
export const jpegTables = new Set([
  ...[0xc0, 0xc1, 0xc2, 0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf],
  ...[0xda, 0xdb, 0xdc, 0xdd],
])
export const jpegSegments: Record<number, string> = { 224: 'JFIF\0', 226: 'ICC_PROFILE\0', 238: 'Adobe' }
export const pngChunks = words('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT bKGD pHYs hIST cICP mDCV cLLI')
export const webpChunks = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ICCP'])
export const isoBoxes = words('ftyp meta mdat')
/** The boxes of `meta` that are kept as they are. The references between items (iref) are written anew. */
export const isoMetaBoxes = words('hdlr pitm iinf iloc iprp idat grpl')

/** The largest colour profile, in bytes: those of printing presses have two or three million. */
const maxProfile = 4 * 1024 * 1024

/** Refuses (`image-profile-too-large`) a colour profile that takes more than four megabytes in whoever opens it. */
export function requireProfileSize(bytes: number): void {
  if (bytes > maxProfile) throw new Refusal('image-profile-too-large', { details: { megabytes: 4 } })
}

/**
 * Returns how many bytes a compressed profile takes, or undefined for one that cannot be read. One that is too large is
 * not unpacked.
 */
export function unpackedProfileSize(compressed: Buffer): number | undefined {
  try {
    return inflateSync(compressed, { maxOutputLength: maxProfile + 1 }).length
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? maxProfile + 1 : undefined
  }
}
