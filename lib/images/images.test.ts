import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { writeRights } from './image-metadata.ts'
import { type ImageType, sniffImage } from './image-type.ts'
import { inspectImage, makeFaces, makeRenditions } from './images.ts'
import { noRights } from './rights-metadata.ts'

const directory = mkdtempSync(join(tmpdir(), 'pressrum-images-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const unmarked = { directory, version: 1, rights: noRights }

/** Red above blue, so that up can be told. */
const flag = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#c00' } }).composite([
    {
      input: {
        create: { width, height: Math.floor(height / 2), channels: 3, background: '#00c' },
      },
      gravity: 'south',
    },
  ])
const place = { IFD0: { Artist: 'Hemlig Fotograf' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1' } }
const encode = { jpg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const

test.each(['jpg', 'png', 'webp', 'avif'] as ImageType[])('%s: place and names go, every pixel stays', async (type) => {
  const tagged = await flag(64, 48)
    .withExif(place)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><a>Hemlig Fotograf</a></x:xmpmeta>')
    .withIccProfile('p3')
    .toFormat(encode[type], { lossless: true, quality: 90 })
    .toBuffer()
  expect(tagged.includes('Hemlig Fotograf')).toBe(true)
  expect(sniffImage(tagged)).toBe(type)

  const stripped = writeRights(tagged, type, 1, noRights)
  expect(stripped.includes('Hemlig Fotograf')).toBe(false)
  const facts = await sharp(stripped).metadata()
  expect(facts.exif?.some((byte) => byte !== 0) ?? false).toBe(false)
  expect(facts.icc).toBeDefined()
  const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()
  expect((await pixels(stripped)).equals(await pixels(tagged))).toBe(true)
})

test.each(['jpg', 'png', 'webp'] as ImageType[])('%s: the original still says which way is up', async (type) => {
  const turned = await flag(64, 48).withMetadata({ orientation: 6 }).toFormat(encode[type]).toBuffer()
  const stripped = writeRights(turned, type, 6, noRights)
  expect((await sharp(stripped).metadata()).orientation).toBe(6)
  expect((await sharp(stripped).metadata()).exif?.length).toBeLessThan(40)
})

test.each([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i comes out upright', async (orientation) => {
  const marked = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#fff' } })
    .composite([
      { input: { create: { width: 20, height: 10, channels: 3, background: '#c00' } }, left: 0, top: 0 },
      { input: { create: { width: 10, height: 10, channels: 3, background: '#00c' } }, left: 50, top: 30 },
    ])
    .withMetadata({ orientation })
    .png()
    .toBuffer()
  const file = join(directory, `turned-${orientation}.png`)
  writeFileSync(file, marked)
  const facts = await inspectImage(marked, 'png')
  const [size] = await makeRenditions(file, facts, unmarked)
  expect(size).toEqual({ width: facts.width, height: facts.height })
  const ours = await sharp(join(directory, `${facts.width}.webp`))
    .raw()
    .toBuffer()
  const expected = await sharp(marked).autoOrient().webp({ quality: 78 }).toBuffer()
  expect(ours.equals(await sharp(expected).raw().toBuffer())).toBe(true)
})

test('sizes never grow, and odd images get at least one', async () => {
  const sizesOf = async (name: string, width: number, height: number) => {
    const file = join(directory, name)
    writeFileSync(file, await flag(width, height).jpeg().toBuffer())
    return makeRenditions(file, { width, height, orientation: 1 }, unmarked)
  }
  expect((await sizesOf('wide.jpg', 2400, 1350)).map((size) => size.width)).toEqual([
    96, 144, 216, 320, 480, 640, 960, 1280, 1920,
  ])
  expect(await sizesOf('portrait.jpg', 400, 500)).toEqual([
    { width: 96, height: 120 },
    { width: 144, height: 180 },
    { width: 216, height: 270 },
    { width: 320, height: 400 },
    { width: 400, height: 500 },
  ])
  expect(await sizesOf('dot.jpg', 2, 2)).toEqual([{ width: 2, height: 2 }])
  expect(await sizesOf('thread.jpg', 40, 8_000)).toEqual([{ width: 13, height: 2_560 }])
})

test('a progressive JPEG may be as large as its points of colour let it, and is told what would do', async () => {
  /** A JPEG that says it has so many points. */
  const promised = async (width: number, height: number, chromaSubsampling: string, progressive = true) => {
    const bytes = await flag(16, 16).jpeg({ progressive, chromaSubsampling }).toBuffer()
    const frame = bytes.indexOf(Buffer.from([0xff, progressive ? 0xc2 : 0xc0]))
    bytes.writeUInt16BE(height, frame + 5)
    bytes.writeUInt16BE(width, frame + 7)
    return inspectImage(bytes, 'jpg')
  }
  expect(await promised(9_000, 6_000, '4:2:0')).toMatchObject({ width: 9_000 })
  expect(await promised(9_000, 6_000, '4:4:4', false)).toMatchObject({ width: 9_000 })
  await expect(promised(9_000, 6_000, '4:4:4')).rejects.toMatchObject({
    code: 'image-too-large-whole',
    details: { megapixels: 40, inLines: 100 },
  })
})

test('see-through grey images become sRGB, on white where JPEG has no transparency', async () => {
  const file = join(directory, 'clear.png')
  const clear = sharp({ create: { width: 400, height: 400, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } })
  writeFileSync(file, await clear.toColourspace('b-w').png().toBuffer())
  await makeRenditions(file, { width: 400, height: 400, orientation: 1 }, unmarked)
  const jpeg = await sharp(join(directory, '320.jpg')).stats()
  expect(jpeg.channels.map((channel) => channel.mean)).toEqual([255, 255, 255])
  expect((await sharp(join(directory, '320.avif')).metadata()).hasAlpha).toBe(true)
})

test('a face is a square round the focal point, inside the image', async () => {
  const file = join(directory, 'flag.png')
  writeFileSync(file, await flag(400, 500).png().toBuffer())
  await makeFaces(file, { x: 50, y: 45 }, unmarked)
  expect(await sharp(join(directory, 'face.avif')).metadata()).toMatchObject({ width: 144, height: 144 })
  const redAbove = async () => {
    const { data } = await sharp(join(directory, 'face.jpg')).raw().toBuffer({ resolveWithObject: true })
    return Array.from({ length: 144 }, (_, row) => (data[row * 144 * 3] ?? 0) > 100).filter(Boolean).length
  }
  // Drawn on 400 × 500: a square of 276 whose top is at 87, so red reaches 163 of its 276 lines down.
  expect(Math.abs((await redAbove()) - Math.round((163 / 276) * 144))).toBeLessThanOrEqual(2)
  await makeFaces(file, { x: 0, y: 100 }, unmarked)
  expect(await redAbove()).toBeLessThan(23)
})
