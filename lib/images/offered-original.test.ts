import { deflateSync } from 'node:zlib'
import exifr from 'exifr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { ImageType } from './image-type.ts'
import { offeredOriginal } from './offered-original.ts'
import { namesPlace } from './place-data.ts'
import { readEmbeddedMetadata } from './read-metadata.ts'
import { noRights } from './rights-metadata.ts'
import { c2paBox, cborSourceType, drawn, jpegWithIptc, signed, withParts, xmpPacket } from './test-metadata.ts'
import { pngChunk } from './test-profiles.ts'

const types = ['jpg', 'png', 'webp', 'avif'] as const
const encode = { jpg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const
const rights = {
  ...noRights,
  credit: 'Maja Lind',
  creators: ['Maja Lind'],
  digitalSourceType: 'trainedAlgorithmicMedia',
}
const offer = (bytes: Buffer, type: ImageType) => offeredOriginal(bytes, type, { orientation: 1, rights })
const place = {
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 4711/100', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 0/1' },
}
const manifest = c2paBox(cborSourceType('trainedAlgorithmicMedia'))
const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()

test.each(types)('%s: how it was made stays in the copy', async (type) => {
  const copy = offer(await drawn().toFormat(encode[type]).toBuffer(), type)
  expect(readEmbeddedMetadata(copy, type)).toMatchObject({
    digitalSourceType: 'trainedAlgorithmicMedia',
    credit: 'Maja Lind',
  })
})

test.each(types)('%s: an original with a manifest keeps its bytes, and says how it was made', async (type) => {
  const image = await drawn()
    .withExif({ IFD0: { Artist: 'Modellen' } })
    .toFormat(encode[type])
    .toBuffer()
  const original = await signed(image, type, manifest)
  expect(readEmbeddedMetadata(original, type).digitalSourceType).toBe('trainedAlgorithmicMedia')
  expect(offer(original, type).equals(original)).toBe(true)
})

test.each(types)('%s: where it was taken goes even so, and nothing else does', async (type) => {
  const image = await drawn()
    .withExif({ IFD0: { Artist: 'Modellen' }, ...place })
    .withXmp(xmpPacket('<exif:GPSLatitude>59,19.78N</exif:GPSLatitude>', 'exif:GPSLongitude="18,4E"'))
    .toFormat(encode[type])
    .toBuffer()
  const original = await signed(image, type, manifest)
  expect(namesPlace(original)).toBe(true)
  const copy = offer(original, type)
  expect(copy.length).toBe(original.length)
  expect(copy.includes(manifest)).toBe(true)
  expect(copy.includes('GPSL')).toBe(false)
  expect((await pixels(copy)).equals(await pixels(original))).toBe(true)
  expect(readEmbeddedMetadata(copy, type)).toMatchObject({
    credit: 'Modellen',
    digitalSourceType: 'trainedAlgorithmicMedia',
  })
  const { exif } = await sharp(copy).metadata()
  const start = exif?.findIndex((_, at) => /^(II\*\0|MM\0\*)/.test(exif.toString('latin1', at, at + 4))) ?? 0
  const told = exif && (await exifr.parse(exif.subarray(start), { gps: true }))
  expect(JSON.stringify(told ?? {})).not.toMatch(/GPS|latitude/i)
  // Made again, it is the same.
  expect(offer(copy, type).equals(copy)).toBe(true)
})

test('a street in IPTC is blanked, and a manifest that itself says where goes', async () => {
  const jpeg = await jpegWithIptc([
    [80, 'Maja Lind'],
    [92, 'Storgatan 3, hos Siv'],
  ])
  const copy = offer(await signed(jpeg, 'jpg', manifest), 'jpg')
  expect(copy.includes('Storgatan')).toBe(false)
  expect(copy.includes(manifest)).toBe(true)
  const telling = await signed(await drawn().jpeg().toBuffer(), 'jpg', c2paBox('stds.exif exif:GPSLatitude 59,19N'))
  expect(offer(telling, 'jpg').includes('59,19N')).toBe(false)
})

test('a long manifest in many segments is read across their borders, and other boxes go', async () => {
  const image = await drawn().jpeg().toBuffer()
  const long = c2paBox(`${'x'.repeat(500)}${cborSourceType('compositeWithTrainedAlgorithmicMedia')}`)
  for (const most of [100, 487, 560, 601]) {
    const original = await signed(image, 'jpg', long, most)
    expect(readEmbeddedMetadata(original, 'jpg').digitalSourceType).toBe('compositeWithTrainedAlgorithmicMedia')
    expect(offer(original, 'jpg').equals(original)).toBe(true)
  }
  const other = await signed(image, 'jpg', Buffer.from('\0\0\0\x20jumb hidden 360 degrees picture'))
  expect(offer(other, 'jpg').includes('hidden')).toBe(false)
})

test('of several manifests the last is the picture’s own', async () => {
  const image = await drawn().png().toBuffer()
  const made = async (...codes: string[]) =>
    readEmbeddedMetadata(await signed(image, 'png', c2paBox(...codes.map(cborSourceType))), 'png').digitalSourceType
  expect(await made('trainedAlgorithmicMedia', 'compositeWithTrainedAlgorithmicMedia')).toBe(
    'compositeWithTrainedAlgorithmicMedia',
  )
  expect(await made('digitalCapture')).toBe('digitalCapture')
})

test('a place that is packed out of sight does not go out with an original', async () => {
  const xmp = deflateSync(xmpPacket('', 'exif:GPSLatitude="59,19.78N" exif:GPSLongitude="18,4.0E"'))
  const head = Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1')
  const png = withParts(await drawn().png().toBuffer(), 33, pngChunk('iTXt', Buffer.concat([head, xmp])))
  const original = await signed(png, 'png', manifest)
  expect(namesPlace(original)).toBe(true)
  expect(namesPlace(offer(original, 'png'))).toBe(false)
})
