import { deflateSync } from 'node:zlib'
import exifr from 'exifr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { writeRights } from './image-metadata.ts'
import type { ImageType } from './image-type.ts'
import { readEmbeddedMetadata } from './read-metadata.ts'
import { noRights, type RightsMetadata } from './rights-metadata.ts'
import { pngChunk } from './test-profiles.ts'

const rights: RightsMetadata = {
  ...noRights,
  credit: 'Maja Lind, Petter Ek / Andra vattnet',
  creators: ['Maja Lind', 'Petter Ek'],
  caption: { sv: 'Åsa mäter & ler.', en: 'Åsa measures.' },
  terms: '© Andra vattnet <2026> & Åse. Ange fotografen.',
  licence: { sv: 'CC BY 4.0', en: 'CC BY 4.0' },
  licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  digitalSourceType: 'digitalCapture',
}
const encode = { jpg: 'jpeg', png: 'png', webp: 'webp', avif: 'avif' } as const
const secret = {
  IFD0: { Artist: 'Hemlig', Make: 'Kameran', ImageDescription: 'Hemma hos Siv' },
  IFD2: { DateTimeOriginal: '2026:08:17 14:03:00', BodySerialNumber: 'SN-4711' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '18/1 4/1 0/1' },
}
const drawn = (channels: 3 | 4 = 3) =>
  sharp({ create: { width: 37, height: 23, channels, background: { r: 200, g: 30, b: 90, alpha: 0.5 } } })
const tagged = (type: ImageType, channels: 3 | 4 = 3) =>
  drawn(channels).withExif(secret).toFormat(encode[type], { lossless: true, quality: 90 }).toBuffer()
const pixels = (bytes: Buffer) => sharp(bytes).raw().toBuffer()

/** Everything independent readers find. exifr does not know WebP, whose blocks are handed to it as they are, nor XMP in AVIF. */
async function everything(bytes: Buffer, type: ImageType) {
  const options = { tiff: true, exif: true, gps: true, xmp: true, iptc: true, mergeOutput: false, multiSegment: true }
  const { exif, xmp } = await sharp(bytes).metadata()
  if (type === 'avif') return { ...(await exifr.parse(bytes, options)), xmp: xmp?.toString() }
  if (type !== 'webp') return exifr.parse(bytes, options)
  const told = exif && (await exifr.parse(exif.subarray(exif.indexOf('MM\0*')), options))
  return { ...told, xmp: xmp?.toString() }
}

test.each(['jpg', 'png', 'webp', 'avif'] as ImageType[])(
  '%s: whose it is is written in, where it was taken is not',
  async (type) => {
    const before = await tagged(type)
    const copy = writeRights(before, type, 1, rights)
    expect((await pixels(copy)).equals(await pixels(before))).toBe(true)
    expect(
      await exifr
        .gps(type === 'webp' ? ((await sharp(copy).metadata()).exif?.subarray(6) ?? copy) : copy)
        .catch(() => undefined),
    ).toBeUndefined()

    const found = await everything(copy, type)
    const text = JSON.stringify(found)
    for (const hidden of ['Hemlig', 'Kameran', 'Hemma', '4711', '2026-08-17', 'GPS', 'latitude']) {
      expect(text, hidden).not.toContain(hidden)
    }
    const artists = 'Maja Lind; Petter Ek'
    expect(found.ifd0).toEqual({ ImageDescription: rights.caption.sv, Artist: artists, Copyright: rights.terms })
    if (type === 'webp' || type === 'avif') {
      expect(found.xmp).toContain('<rdf:Seq><rdf:li>Maja Lind</rdf:li><rdf:li>Petter Ek</rdf:li></rdf:Seq>')
      expect(found.xmp).toContain('digitalsourcetype/digitalCapture<')
    } else {
      expect(found.dc.creator).toEqual(['Maja Lind', 'Petter Ek'])
      expect(found.Iptc4xmpExt.DigitalSourceType).toMatch(/\/digitalCapture$/)
      const { value } = found.dc.rights
      expect(value.replace('&lt;', '<').replace('&gt;', '>').replace('&amp;', '&')).toBe(rights.terms)
      expect(found.xmpRights).toMatchObject({ WebStatement: rights.licenceUrl })
    }
    if (type === 'jpg') {
      expect(found.iptc).toMatchObject({ Byline: rights.creators, Credit: rights.credit })
      // The reader takes every text for Latin-1, though the block says that it is UTF-8.
      expect(Buffer.from(found.iptc.CopyrightNotice, 'latin1').toString()).toBe(rights.terms)
    }
  },
)

test.each(['jpg', 'png', 'webp', 'avif'] as ImageType[])(
  '%s: other words take the place of the first',
  async (type) => {
    const once = writeRights(await tagged(type), type, 6, rights)
    const twice = writeRights(once, type, 6, { ...noRights, credit: 'Petter', creators: ['Petter'] })
    expect(JSON.stringify(await everything(twice, type))).not.toMatch(/Maja|Åse|Åsa|digitalCapture/)
    expect(readEmbeddedMetadata(twice, type)).toMatchObject({ credit: 'Petter' })
    expect((await sharp(twice).metadata()).orientation).toBe(type === 'avif' ? undefined : 6)
    const never = writeRights(await tagged(type), type, 1, noRights)
    expect(writeRights(twice, type, 1, noRights).length - never.length).toBeLessThanOrEqual(type === 'webp' ? 18 : 0)
  },
)

test('a WebP that could say nothing gets room for it, with and without transparency', async () => {
  for (const [channels, lossless] of [
    [3, false],
    [3, true],
    [4, true],
  ] as const) {
    const plain = await drawn(channels).webp({ lossless }).toBuffer()
    const copy = writeRights(plain, 'webp', 1, rights)
    expect(await sharp(copy).metadata()).toMatchObject({ width: 37, height: 23, hasAlpha: channels === 4 })
    expect((await pixels(copy)).equals(await pixels(plain))).toBe(true)
    expect(readEmbeddedMetadata(copy, 'webp').credit).toBe(rights.credit)
  }
})

test('an AVIF that says something in another place, or breaks off, or moves', async () => {
  const tagged = await drawn().withExif(secret).avif({ lossless: true }).toBuffer()
  const box = (type: string, inside: Buffer) => {
    const head = Buffer.from(`\0\0\0\0${type}`, 'latin1')
    head.writeUInt32BE(8 + inside.length)
    return Buffer.concat([head, inside])
  }
  const uuid = box('uuid', Buffer.from('be7acfcb97a942e89c71999491e3afac<x:xmpmeta>Hemlig plats</x:xmpmeta>'))
  const copy = writeRights(Buffer.concat([tagged, uuid]), 'avif', 1, rights)
  expect(copy.includes('Hemlig')).toBe(false)
  expect((await pixels(copy)).equals(await pixels(tagged))).toBe(true)
  expect(readEmbeddedMetadata(copy, 'avif')).toMatchObject({ credit: rights.credit, licence: 'cc-by-4.0' })
  for (const cut of [20, 60, 100, 200, 300]) {
    expect(() => writeRights(tagged.subarray(0, cut), 'avif', 1, rights)).toThrow('file-broken')
  }
  const moving = Buffer.concat([tagged, box('moov', Buffer.alloc(8))])
  expect(() => writeRights(moving, 'avif', 1, rights)).toThrow('image-animated')
})

const segment = (marker: number, data: Buffer) =>
  Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data])

/** The image with parts put in where its header ends. */
const withParts = (image: Buffer, at: number, ...parts: Buffer[]) =>
  Buffer.concat([image.subarray(0, at), ...parts, image.subarray(at)])

test('a profile that unpacks to more than a printing press has is refused unread, and a broken one goes', async () => {
  const [png, jpg] = await Promise.all([drawn().png().toBuffer(), drawn().jpeg().toBuffer()])
  const packed = (profile: Buffer) =>
    withParts(png, 33, pngChunk('iCCP', Buffer.concat([Buffer.from('p\0\0'), profile])))
  const bomb = packed(deflateSync(Buffer.alloc(300 * 1024 * 1024), { level: 1 }))
  const tooLarge = expect.objectContaining({ code: 'image-profile-too-large', details: { megabytes: 4 } })
  expect(() => writeRights(bomb, 'png', 1, noRights)).toThrow(tooLarge)
  expect(writeRights(packed(deflateSync(Buffer.alloc(4_000_000))), 'png', 1, noRights).includes('iCCP')).toBe(true)
  expect(writeRights(packed(Buffer.from('no zlib')), 'png', 1, noRights).includes('iCCP')).toBe(false)
  const piece = segment(0xe2, Buffer.concat([Buffer.from('ICC_PROFILE\0'), Buffer.alloc(65_000)]))
  const whole = (pieces: number) => withParts(jpg, 2, ...Array.from({ length: pieces }, () => piece))
  expect(() => writeRights(whole(65), 'jpg', 1, noRights)).toThrow(tooLarge)
  expect(writeRights(whole(60), 'jpg', 1, noRights).length).toBeGreaterThan(3_900_000)
})

test('of a JPEG stay its tables, its scans and what defines its colours, and no small picture of another', async () => {
  const jpg = await drawn().withIccProfile('p3').jpeg({ progressive: true }).toBuffer()
  const thumbnail = Buffer.concat([
    Buffer.from('JFIF\0'),
    Buffer.from([1, 2, 0, 0, 1, 0, 1, 2, 2]),
    Buffer.from('tumme-tumme-'),
  ])
  const hiding = withParts(
    jpg,
    2,
    segment(0xe0, thumbnail),
    segment(0xfe, Buffer.from('gömd kommentar')),
    segment(0xe2, Buffer.from('MPF\0gömd bild')),
    segment(0xe5, Buffer.from('gömd i APP5')),
    segment(0xf0, Buffer.from('gömd i JPG0')),
    segment(0xee, Buffer.from('gömd i APP14')),
  )
  const copy = writeRights(Buffer.concat([hiding, Buffer.from('gömd efteråt')]), 'jpg', 1, noRights)
  expect(copy.toString()).not.toMatch(/gömd|tumme/)
  expect((await pixels(copy)).equals(await pixels(jpg))).toBe(true)
  expect((await sharp(copy).metadata()).icc).toBeDefined()
})
