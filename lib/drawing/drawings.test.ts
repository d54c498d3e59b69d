import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { env } from '../env.ts'
import { fileStore } from '../media/file-store.ts'
import type { SharePicture } from './drawing.ts'
import { cachedDrawing, fingerprint } from './drawings.ts'
import { widthOf } from './lettering.ts'

const brandIcon = {
  name: 'Provrummet',
  accent: '#2447b2',
  mark: {
    viewBox: '0 0 32 32',
    isInk: true,
    parts: [{ name: 'path', attributes: { d: 'M4 4h24v24H4z' }, parts: [] }],
  },
  logo: null,
}
const picture = (title: string): SharePicture => ({
  task: 'share',
  emblem: brandIcon,
  language: 'sv',
  kicker: 'Nyhet',
  title,
})
const kept = () =>
  readdirSync(join(env.dataDir, 'drawings'), { recursive: true }).filter((name) => /\./.test(`${name}`))

test('a share picture is drawn once, in the accent, and drawn anew when its title changes', async () => {
  const first = await cachedDrawing('one', picture('En rubrik'))
  expect(await sharp(first).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 })
  const { data } = await sharp(first)
    .removeAlpha()
    .extract({ left: 5, top: 300, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect([...data]).toEqual([0x24, 0x47, 0xb2])
  expect(await cachedDrawing('one', picture('En rubrik'))).toEqual(first)
  expect(kept()).toHaveLength(1)
  expect(await cachedDrawing('one', picture('En annan rubrik'))).not.toEqual(first)
  expect(kept()).toHaveLength(1)
  expect(fingerprint(picture('a'))).not.toBe(fingerprint(picture('b')))
})

test('many at once wait their turn, and odd titles are drawn too', async () => {
  const titles = ['', '🎉', '<svg onload="x">&amp;', 'x'.repeat(300), 'Łódź – Ġenova', 'A\u0308 \u202e']
  const drawings = await Promise.all(titles.map((title, index) => cachedDrawing(`odd-${index}`, picture(title))))
  for (const bytes of drawings) expect((await sharp(bytes).metadata()).width).toBe(1200)
})

test('letters nobody has take no room, and å is as wide as a, composed or not', () => {
  const size = { typeface: 'serif', size: 100 } as const
  expect(widthOf('🎉Ж', size)).toBe(0)
  expect(widthOf('a\u030a', size)).toBeCloseTo(widthOf('å', size))
  expect(widthOf('AV', size)).toBeLessThan(widthOf('A', size) + widthOf('V', size))
})

test('an icon of a mark is bare, and one of a newsroom without mark shows its first letter', async () => {
  const bare = await sharp(
    await cachedDrawing('i', { task: 'icon', emblem: brandIcon, ground: 'bare', size: 32 }),
  ).stats()
  expect(bare.isOpaque).toBe(false)
  const letter = { ...brandIcon, mark: null }
  const tile = await sharp(
    await cachedDrawing('l', { task: 'icon', emblem: letter, ground: 'tile', size: 180 }),
  ).stats()
  expect(tile.isOpaque).toBe(true)
  expect(String(await cachedDrawing('m', { task: 'mark', emblem: letter }))).toMatch(/^<svg [^>]+><rect .*<path /)
})

test('a mark in ink is in the accent, or white upon it; one with colours of its own keeps them on the colour of paper', async () => {
  const red = { name: 'path', attributes: { d: 'M0 0h64v32H0z', fill: 'red' }, parts: [] }
  const own = { ...brandIcon, mark: { viewBox: '0 0 64 32', isInk: false, parts: [red] } }
  expect(String(await cachedDrawing('m1', { task: 'mark', emblem: brandIcon }))).toContain('fill="#2447b2"')
  expect(String(await cachedDrawing('m2', { task: 'mark', emblem: own }))).toMatch(/viewBox="0 0 64 32"><path .*red/)
  const colours = async (emblem: typeof brandIcon, top: number) => {
    const icon = await cachedDrawing('m3', { task: 'icon', emblem, ground: 'maskable', size: 100 })
    return [...(await sharp(icon).removeAlpha().extract({ left: 50, top, width: 1, height: 1 }).raw().toBuffer())]
  }
  expect(await colours(brandIcon, 50)).toEqual([255, 255, 255])
  expect(await colours(brandIcon, 3)).toEqual([0x24, 0x47, 0xb2])
  expect(await colours(own, 50)).toEqual([255, 0, 0])
  // It is twice as wide as high, and is fitted whole.
  expect(await colours(own, 27)).toEqual([0xfc, 0xfb, 0xf9])
})

test('a newsroom with a logo and no mark shows the logo, whole, on pictures and icons', async () => {
  const file = join(env.dataDir, 'logo.webp')
  const green = { r: 0, g: 128, b: 0 }
  const wide = sharp({ create: { width: 640, height: 160, channels: 3, background: green } })
  await wide.webp({ lossless: true }).toFile(file)
  await fileStore().put(file, 'ab/abc/640.webp')
  const withLogo = { ...brandIcon, mark: null, logo: 'ab/abc/640.webp' }
  const colourAt = async (picture: Buffer, left: number, top: number) => [
    ...(await sharp(picture).removeAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
  ]
  const shared = await cachedDrawing('logo', { ...picture('En rubrik'), emblem: withLogo })
  const [red, green8] = await colourAt(shared, 92 + 32, 72 + 32)
  expect([red, green8]).toEqual([0, 128])
  const icon = await cachedDrawing('logo-icon', { task: 'icon', emblem: withLogo, ground: 'tile', size: 180 })
  expect(await colourAt(icon, 90, 90)).toEqual([0, 128, 0])
  expect(await colourAt(icon, 90, 20)).toEqual([0xfc, 0xfb, 0xf9])
})
