/** Makes colour profiles and pictures that carry them, and converts colours by arithmetic of our own, for tests. */
import { crc32, deflateSync } from 'node:zlib'

type Colour = [number, number, number]

/** A profile of three primaries (their XYZ under the profile's white, D50) and one exponent. */
export interface Profile {
  primaries: [red: Colour, green: Colour, blue: Colour]
  gamma: number
}

export const profiles = {
  'Adobe RGB': {
    primaries: [
      [0.60974, 0.31111, 0.01947],
      [0.20528, 0.62567, 0.06087],
      [0.14919, 0.06322, 0.74457],
    ],
    gamma: 563 / 256,
  },
  ProPhoto: {
    primaries: [
      [0.7977, 0.288, 0],
      [0.1352, 0.7119, 0],
      [0.0313, 0.0001, 0.8249],
    ],
    gamma: 461 / 256,
  },
  'P3, linear': {
    primaries: [
      [0.5151, 0.2412, -0.0011],
      [0.292, 0.6922, 0.0419],
      [0.1571, 0.0666, 0.7841],
    ],
    gamma: 1,
  },
} satisfies Record<string, Profile>

/** Rows of the matrix from XYZ under D50 to sRGB's linear light. */
const toSrgb: Colour[] = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
]

const encoded = (light: number) => {
  const clipped = Math.min(1, Math.max(0, light))
  return Math.round(255 * (clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055))
}

/** Returns a colour of a profile, each channel from 0 to 1, as sRGB's bytes. */
export function asSrgb(colour: Colour, { primaries, gamma }: Profile): Colour {
  const light = colour.map((channel) => channel ** gamma)
  const xyz = [0, 1, 2].map((axis) => primaries.reduce((sum, one, n) => sum + (one[axis] ?? 0) * (light[n] ?? 0), 0))
  return toSrgb.map((row) => encoded(row.reduce((sum, weight, n) => sum + weight * (xyz[n] ?? 0), 0))) as Colour
}

/** Returns a grey of a profile that has an exponent alone, as a byte of sRGB. */
export const greyAsSrgb = (grey: number, gamma: number): number => encoded(grey ** gamma)

const tagged = (type: string, data: Buffer) => Buffer.concat([Buffer.from(`${type}\0\0\0\0`, 'latin1'), data])

function fixed(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((value, n) => {
    bytes.writeInt32BE(Math.round(value * 65_536), n * 4)
  })
  return bytes
}

function curve(gamma: number): Buffer {
  const bytes = Buffer.alloc(6)
  bytes.writeUInt32BE(1, 0)
  bytes.writeUInt16BE(Math.round(gamma * 256), 4)
  return tagged('curv', bytes)
}

/** Returns a profile as ICC has it: of colours, or with an exponent alone of greys. */
export function iccProfile(profile: Profile | { gamma: number }): Buffer {
  const text = Buffer.from('Prov\0')
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const named = tagged('desc', Buffer.concat([length, text, Buffer.alloc(78)]))
  const colours = 'primaries' in profile ? profile.primaries : []
  const tags: [string, Buffer][] = [
    ['desc', named],
    ['cprt', tagged('text', text)],
    ['wtpt', tagged('XYZ ', fixed(0.9642, 1, 0.8249))],
    ...colours.map((xyz, n): [string, Buffer] => [`${'rgb'[n]}XYZ`, tagged('XYZ ', fixed(...xyz))]),
    ...[...(colours.length ? 'rgb' : 'k')].map((of): [string, Buffer] => [`${of}TRC`, curve(profile.gamma)]),
  ]
  const head = Buffer.alloc(128)
  head.writeUInt32BE(0x02100000, 8)
  head.write(`mntr${colours.length ? 'RGB ' : 'GRAY'}XYZ `, 12, 'latin1')
  head.write('acsp', 36, 'latin1')
  fixed(0.9642, 1, 0.8249).copy(head, 68)
  const table = Buffer.alloc(4 + tags.length * 12)
  table.writeUInt32BE(tags.length, 0)
  const parts: Buffer[] = []
  let at = head.length + table.length
  for (const [n, [name, data]] of tags.entries()) {
    table.write(name, 4 + n * 12, 'latin1')
    table.writeUInt32BE(at, 8 + n * 12)
    table.writeUInt32BE(data.length, 12 + n * 12)
    const padded = Buffer.concat([data, Buffer.alloc((4 - (data.length % 4)) % 4)])
    parts.push(padded)
    at += padded.length
  }
  head.writeUInt32BE(at, 0)
  return Buffer.concat([head, table, ...parts])
}

/** Returns a chunk as PNG has it. */
export function pngChunk(name: string, data: Buffer): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(4), Buffer.from(name, 'latin1'), data, Buffer.alloc(4)])
  bytes.writeUInt32BE(data.length, 0)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, -4)), bytes.length - 4)
  return bytes
}

/** The kind of pixel by the number of its channels. */
const pngKinds: Record<number, number> = { 1: 0, 2: 4, 3: 2, 4: 6 }

/** Returns a PNG of one colour, each channel from 0 to 1, in eight or sixteen bits. */
export function onePng(
  colour: number[],
  { depth, side = 8, icc }: { depth: 8 | 16; side?: number; icc?: Buffer },
): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = depth
  head[9] = pngKinds[colour.length] ?? 2
  const pixel = Buffer.alloc((colour.length * depth) / 8)
  for (const [n, channel] of colour.entries()) {
    if (depth === 8) pixel[n] = Math.round(channel * 255)
    else pixel.writeUInt16BE(Math.round(channel * 65_535), n * 2)
  }
  const row = Buffer.concat([Buffer.alloc(1), ...Array.from({ length: side }, () => pixel)])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    pngChunk('IHDR', head),
    ...(icc ? [pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), deflateSync(icc)]))] : []),
    pngChunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: side }, () => row)))),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
