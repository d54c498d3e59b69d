/**
 * Tells pictures whose colours AVIF and PNG name by numbers (CICP), which the decoders pass over, and converts those of
 * Display P3.
 */
import type { ImageType } from './image-type.ts'

/** The numbers in ITU-T H.273 of Display P3's primaries, and of the tones of HDR: PQ and HLG. */
const p3 = 12
const hdr = [16, 18]

/** Whether an image names its colours so. One with a profile is converted by that. */
export const isDisplayP3 = (bytes: Buffer, type: ImageType): boolean => namedIn(bytes, type)?.primaries === p3

/**
 * Whether an image is in HDR, whose tones most screens show as grey. One that has them beside those for all screens, with a
 * map from the one to the other, is not.
 */
export const isHdr = (bytes: Buffer, type: ImageType): boolean =>
  hdr.includes(namedIn(bytes, type)?.tones ?? 0) && bytes.subarray(0, 200).indexOf('tmap', 0, 'latin1') === -1

function namedIn(bytes: Buffer, type: ImageType): { primaries: number; tones: number } | undefined {
  const head = bytes.subarray(0, 64 * 1024)
  if (type === 'avif') {
    const at = head.indexOf('colrnclx', 0, 'latin1')
    if (at === -1 || at + 12 > head.length) return undefined
    return { primaries: head.readUInt16BE(at + 8), tones: head.readUInt16BE(at + 10) }
  }
  if (type !== 'png') return undefined
  const at = head.subarray(0, Math.max(0, head.indexOf('IDAT', 0, 'latin1'))).indexOf('cICP', 0, 'latin1')
  return at === -1 ? undefined : { primaries: head[at + 4] ?? 0, tones: head[at + 5] ?? 0 }
}

/** Light in the primaries of sRGB, by light in those of P3, which both have the same white. */
const toSrgb = [
  [1.2249402, -0.2249402, 0],
  [-0.0420569, 1.0420569, 0],
  [-0.0196376, -0.0786361, 1.0982735],
] as const

const lights = Float32Array.from({ length: 256 }, (_, value) => {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
})

/** Bytes for light in steps fine enough for the darkest. */
const steps = 16_383
const encoded = Uint8Array.from({ length: steps + 1 }, (_, step) => {
  const light = step / steps
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055))
})
const byteOf = (light: number): number => encoded[Math.round(Math.min(1, Math.max(0, light)) * steps)] ?? 0

/** Writes sRGB in the place of Display P3 in raw pixels of three or four channels. */
export function fromDisplayP3(data: Buffer, channels: number): void {
  if (channels < 3) return
  for (let at = 0; at + 2 < data.length; at += channels) {
    const red = lights[data[at] ?? 0] ?? 0
    const green = lights[data[at + 1] ?? 0] ?? 0
    const blue = lights[data[at + 2] ?? 0] ?? 0
    for (const [n, [byRed, byGreen, byBlue]] of toSrgb.entries()) {
      data[at + n] = byteOf(byRed * red + byGreen * green + byBlue * blue)
    }
  }
}
