/** Colours come out as an independent conversion says, whatever the depth, the profile and the format. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { isTiff, sniffImage } from './image-type.ts'
import { inspectImage, makeRenditions, pngOfTiff } from './images.ts'
import { noRights } from './rights-metadata.ts'
import { withParts } from './test-metadata.ts'
import { asSrgb, greyAsSrgb, iccProfile, onePng, pngChunk, profiles } from './test-profiles.ts'

const directory = mkdtempSync(join(tmpdir(), 'pressrum-colours-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** Returns the colour that readers see, in each format they can get. */
async function seen(sent: Buffer): Promise<number[][]> {
  if (isTiff(sent)) writeFileSync(join(directory, 'in.tiff'), sent)
  const bytes = isTiff(sent) ? await pngOfTiff(join(directory, 'in.tiff')) : sent
  const type = sniffImage(bytes)
  const file = join(directory, `in.${type}`)
  writeFileSync(file, bytes)
  const facts = await inspectImage(file, type)
  await makeRenditions(file, facts, { directory, version: 1, rights: noRights })
  return Promise.all(
    ['avif', 'webp', 'jpg'].map(async (format) => {
      const { channels } = await sharp(join(directory, `${facts.width}.${format}`)).stats()
      return channels.slice(0, 3).map(({ mean }) => Math.round(mean))
    }),
  )
}

function expectNear(found: number[][], wanted: number[], most = 3) {
  for (const one of found) {
    for (const [n, channel] of wanted.entries()) {
      expect(Math.abs((one[n] ?? -99) - channel), `${one} for ${wanted}`).toBeLessThanOrEqual(most)
    }
  }
}

const colours: [number, number, number][] = [
  [0.6, 0.4, 0.3],
  [0.3, 0.5, 0.35],
  [0.35, 0.3, 0.55],
]
const rgb = Object.entries(profiles)

test.each(rgb)('%s, PNG of eight and of sixteen bits, with and without transparency', async (_, profile) => {
  const icc = iccProfile(profile)
  for (const colour of colours) {
    for (const depth of [8, 16] as const) {
      expectNear(await seen(onePng(colour, { depth, icc })), asSrgb(colour, profile))
      expectNear(await seen(onePng([...colour, 1], { depth, icc })), asSrgb(colour, profile))
    }
  }
})

test.each(rgb)('%s, JPEG, WebP and AVIF', async (_, profile) => {
  const png = sharp(onePng([0.6, 0.4, 0.3], { depth: 8, icc: iccProfile(profile), side: 16 })).keepIccProfile()
  for (const bytes of [
    await png.clone().jpeg({ quality: 100, chromaSubsampling: '4:4:4' }).toBuffer(),
    await png.clone().webp({ lossless: true }).toBuffer(),
    await png.clone().avif({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer(),
  ]) {
    expectNear(await seen(bytes), asSrgb([0.6, 0.4, 0.3], profile), 4)
  }
})

test.each([8, 16] as const)('greys of %i bits with a profile, and with transparency', async (depth) => {
  for (const gamma of [1, 1.8, 2.2]) {
    const icc = iccProfile({ gamma })
    for (const grey of [0.2, 0.5, 0.8]) {
      const wanted = greyAsSrgb(grey, Math.round(gamma * 256) / 256)
      expectNear(await seen(onePng([grey], { depth, icc })), [wanted])
      expectNear(await seen(onePng([grey, 1], { depth, icc })), [wanted])
    }
  }
})

test.each(rgb)('%s, TIFF of eight and of sixteen bits, with and without transparency', async (_, profile) => {
  const icc = iccProfile(profile)
  const colour: [number, number, number] = [0.6, 0.4, 0.3]
  for (const depth of [8, 16] as const) {
    for (const pixel of [colour, [...colour, 1]]) {
      const png = sharp(onePng(pixel, { depth, icc, side: 16 })).keepIccProfile()
      const tiff = png.toColourspace(depth === 16 ? 'rgb16' : 'srgb').tiff({ compression: 'lzw' })
      expectNear(await seen(await tiff.toBuffer()), asSrgb(colour, profile))
    }
  }
})

test.each([8, 16] as const)('TIFF in greys of %i bits with a profile', async (depth) => {
  for (const gamma of [1, 1.8]) {
    const png = sharp(onePng([0.5], { depth, icc: iccProfile({ gamma }), side: 16 })).keepIccProfile()
    const tiff = png.toColourspace(depth === 16 ? 'grey16' : 'b-w').tiff({ compression: 'lzw' })
    expectNear(await seen(await tiff.toBuffer()), [greyAsSrgb(0.5, Math.round(gamma * 256) / 256)])
  }
})

test('without a profile numbers are sRGB already, in eight bits and in sixteen', async () => {
  for (const depth of [8, 16] as const) {
    expectNear(await seen(onePng([0, 1, 0], { depth })), [0, 255, 0])
    expectNear(await seen(onePng([0.6, 0.4, 0.3], { depth })), [153, 102, 77])
    expectNear(await seen(onePng([0.5], { depth })), [128, 128, 128])
  }
  const broken = Buffer.from('no profile at all, and long enough to be looked at as one'.repeat(8))
  for (const depth of [8, 16] as const) {
    expectNear(await seen(onePng([0.6, 0.4, 0.3], { depth, icc: broken })), [153, 102, 77])
  }
})

test.each([10, 12] as const)('AVIF of %i bits', async (bitdepth) => {
  for (const [, profile] of rgb) {
    const png = onePng([0.6, 0.4, 0.3], { depth: 16, icc: iccProfile(profile), side: 16 })
    const avif = sharp(png).keepIccProfile().toColourspace('rgb16')
    const bytes = await avif.avif({ quality: 95, bitdepth, chromaSubsampling: '4:4:4' }).toBuffer()
    expectNear(await seen(bytes), asSrgb([0.6, 0.4, 0.3], profile), 4)
  }
})

/** Sixteen by sixteen points of 153, 102, 77 in Display P3, as avifenc writes them: sharp names no colours in an AVIF. */
const p3Avif = Buffer.from(
  [
    'AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUEAAADybWV0YQAAAAAAAAAoaGRscgAAAAAAAAAAcGljdAAAAAAAAAAAAAAA',
    'AGxpYmF2aWYAAAAADnBpdG0AAAAAAAEAAAAeaWxvYwAAAABEAAABAAEAAAABAAABGgAAACAAAAAoaWluZgAAAAAAAQAAABppbmZl',
    'AgAAAAABAABhdjAxQ29sb3IAAAAAamlwcnAAAABLaXBjbwAAABRpc3BlAAAAAAAAABAAAAAQAAAAEHBpeGkAAAAAAwgICAAAAAxh',
    'djFDgSAAAAAAABNjb2xybmNseAAMAA0ABoAAAAAXaXBtYQAAAAAAAAABAAEEAQKDBAAAAChtZGF0EgAKCDgM/9hDA0GkMhIQQAAA',
    'QAA+8xRMId3RONH6m4A=',
  ].join(''),
  'base64',
)

/** The same picture with another number for its colours. */
const namedIn = (avif: Buffer, primaries: number): Buffer => {
  const at = avif.indexOf('colrnclx') + 'colrnclx'.length
  return Buffer.concat([avif.subarray(0, at), Buffer.from([0, primaries]), avif.subarray(at + 2)])
}

test('Display P3 that PNG and AVIF name by its number alone', async () => {
  const colour: [number, number, number] = [0.6, 0.4, 0.3]
  const light = colour.map((one) => ((one + 0.055) / 1.055) ** 2.4) as typeof colour
  const inSrgb = asSrgb(light, profiles['P3, linear'])
  for (const channels of [colour, [...colour, 1]]) {
    const png = (primaries: number) =>
      withParts(onePng(channels, { depth: 8 }), 33, pngChunk('cICP', Buffer.from([primaries, 13, 0, 1])))
    expectNear(await seen(png(12)), inSrgb, 4)
    expectNear(await seen(png(1)), [153, 102, 77])
  }
  expectNear(await seen(p3Avif), inSrgb, 4)
  expectNear(await seen(namedIn(p3Avif, 1)), [153, 102, 77], 4)
})

test('HDR is refused in words, for its tones would be grey on most screens', async () => {
  const toned = (tones: number) => {
    const at = p3Avif.indexOf('colrnclx') + 'colrnclx'.length
    return Buffer.concat([p3Avif.subarray(0, at), Buffer.from([0, 9, 0, tones]), p3Avif.subarray(at + 4)])
  }
  const png = (tones: number) =>
    withParts(onePng([0.6, 0.4, 0.3], { depth: 16 }), 33, pngChunk('cICP', Buffer.from([9, tones, 0, 1])))
  for (const tones of [16, 18]) {
    await expect(inspectImage(toned(tones), 'avif')).rejects.toMatchObject({ code: 'image-hdr' })
    await expect(inspectImage(png(tones), 'png')).rejects.toMatchObject({ code: 'image-hdr' })
  }
  expect(await inspectImage(toned(13), 'avif')).toMatchObject({ width: 16, height: 16 })
  // The brand of a picture with a map to HDR stands in the place of one that says nothing.
  const mapped = Buffer.from(toned(16).toString('latin1').replace('MA1A', 'tmap'), 'latin1')
  expect(await inspectImage(mapped, 'avif')).toMatchObject({ width: 16, height: 16 })
})

test('a profile of another kind than the pixels is left out', async () => {
  for (const depth of [8, 16] as const) {
    const grey = iccProfile({ gamma: 1 })
    expectNear(await seen(onePng([0.6, 0.4, 0.3], { depth, icc: grey })), [153, 102, 77])
    expectNear(await seen(onePng([0.6], { depth, icc: iccProfile(profiles.ProPhoto) })), [153, 153, 153])
  }
})

test('a press’s four colours, with the profile and without', async () => {
  const screen = sharp(onePng([0.6, 0.4, 0.3], { depth: 8, side: 16 })).toColourspace('cmyk')
  // Perceptually back to sRGB, as Little CMS converts it outside of sharp.
  const wanted = [152, 95, 59]
  const marked = await screen.clone().withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer()
  expect((await sharp(marked).metadata()).icc).toBeDefined()
  expectNear(await seen(marked), wanted)
  const bare = Buffer.from(marked.toString('latin1').replaceAll('ICC_PROFILE', 'XXX_PROFILE'), 'latin1')
  expect((await sharp(bare).metadata()).icc).toBeUndefined()
  expectNear(await seen(bare), wanted)
})
