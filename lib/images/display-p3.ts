/**
 * Converts pictures whose colours are those of Display P3 without a profile saying so: AVIF and PNG can name them by a number
 * (CICP), which the decoders pass over.
 */
import type { ImageType } from './image-type.ts'

/** The number of Display P3's primaries in ITU-T H.273. */
const p3 = 12

/** Whether an image names its colours so. One with a profile is converted by that. */
export function isDisplayP3(bytes: Buffer, type: ImageType): boolean {
  const head = bytes.subarray(0, 64 * 1024)
  if (type === 'avif') {
    const at = head.indexOf('colrnclx', 0, 'latin1')
    return at !== -1 && at + 10 <= head.length && head.readUInt16BE(at + 8) === p3
  }
  if (type !== 'png') return false
  const at = head.subarray(0, Math.max(0, head.indexOf('IDAT', 0, 'latin1'))).indexOf('cICP', 0, 'latin1')
  return at !== -1 && head[at + 4] === p3
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
