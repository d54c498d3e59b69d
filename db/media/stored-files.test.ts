/** What the library stores, and takes away again, wherever its files lie: these tests run on the disk and in a store. */
import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { readEmbeddedMetadata } from '#lib/images/read-metadata.ts'
import { write } from '../client.ts'
import { addMedia, deleteMedia, getMedia, replaceMedia } from '../media.ts'
import { media } from '../schema/library.ts'
import { editionNow } from '../testing/edition.ts'
import { picture, promisedPng } from '../testing/images.ts'
import { everythingLying, readMedia, storedKeys, storedNames } from '../testing/library.ts'
import { addImage, addRelease, by, noon, use } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { listMedia } from './list.ts'
import { mediaFile } from './public-file.ts'
import { renewFilesAfter } from './renew.ts'

test('an image is stored once, with its sizes and faces under public names', async () => {
  const bytes = await picture('#246').jpeg().toBuffer()
  const added = await addMedia({ bytes, filename: 'C:\\bilder\\älven.PNG', credit: 'Maja Lind' }, by)
  expect(added).toMatchObject({ filename: 'älven.jpg', mime: 'image/jpeg', width: 800, height: 600, focalX: 50 })
  expect(added.renditions.map((size) => size.width)).toEqual([96, 144, 216, 320, 480, 640, 800])
  expect((await addMedia({ bytes, filename: 'igen.jpg' }, by)).id).toBe(added.id)

  for (const name of ['original.jpg', '320.avif', '640.webp', '800.jpg', 'face.avif', 'face.webp', 'face.jpg']) {
    const file = await mediaFile(added, name)
    expect(file?.size, name).toBeGreaterThan(0)
  }
  expect((await mediaFile(added, '320.avif'))?.mime).toBe('image/avif')
  for (const name of ['original.png', '960.jpg', '320.png', 'face.gif', '../original.jpg', '320.jpg/..', '320', '']) {
    expect(await mediaFile(added, name), name).toBeUndefined()
  }
})

test('two uploads of the same file at once give one image', async () => {
  const bytes = await picture('#642').png().toBuffer()
  const both = await Promise.all([1, 2].map((n) => addMedia({ bytes, filename: `${n}.png` }, by)))
  expect(both[0]?.id).toBe(both[1]?.id)
})

test('what is not an image, or not one we take, is refused with its reason and leaves nothing behind', async () => {
  const jpeg = await picture('#abc').jpeg().toBuffer()
  const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
  const utf16 = Buffer.from('\ufeff<svg xmlns="http://www.w3.org/2000/svg"/>', 'utf16le')
  const gif = await picture('#abc').gif().toBuffer()
  const frames = [picture('#abc', 9, 9), picture('#cba', 9, 9)].map((frame) => frame.png().toBuffer())
  const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
    .webp()
    .toBuffer()
  const cases: [string, Buffer, string][] = [
    ['tom.jpg', Buffer.alloc(0), 'file-empty'],
    ['text.jpg', Buffer.from('det här är text'), 'file-type'],
    ['sida.png', Buffer.from('<!doctype html><title>x</title>'), 'file-type'],
    ['logga.png', svg, 'file-svg'],
    ['logga.svg', utf16, 'file-svg'],
    ['gif.jpg', gif, 'file-gif'],
    ['mobil.heic', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'file-heic'],
    ['trasig.tif', Buffer.from('II*\0\x08\0\0\0', 'latin1'), 'file-broken'],
    ['rörlig.webp', moving, 'image-animated'],
    ['halv.jpg', jpeg.subarray(0, jpeg.length >> 1), 'file-broken'],
    ['nästan.jpg', jpeg.subarray(0, -40), 'file-broken'],
    ['huvud.jpg', jpeg.subarray(0, 12), 'file-broken'],
    ['huvud.png', promisedPng(10, 10).subarray(0, 20), 'file-broken'],
    ['kort.png', promisedPng(4_000, 4_000), 'file-broken'],
    ['jätte.png', promisedPng(30_000, 30_000), 'image-too-large'],
    ['tung.jpg', Buffer.alloc(50 * 1024 * 1024 + 1), 'file-too-large'],
  ]
  const before = { files: await everythingLying(), total: (await listMedia()).total }
  for (const [filename, bytes, code] of cases) {
    await expect(addMedia({ bytes, filename }, by), filename).rejects.toEqual(refused(code))
  }
  expect({ files: await everythingLying(), total: (await listMedia()).total }).toEqual(before)
})

test('an unused image can be deleted, and its files go', async () => {
  const bytes = await picture('#393').png().toBuffer()
  const added = await addMedia({ bytes, filename: 'bort.png' }, by)
  await deleteMedia(added.id, by)
  expect(await getMedia(added.id)).toBeUndefined()
  expect(await storedKeys(added.hash)).toEqual([])
  expect((await addMedia({ bytes, filename: 'åter.png' }, by)).id).not.toBe(added.id)
})

test('a replaced image keeps its uses and its words; its addresses change and the old files go', async () => {
  const bytes = await picture('#f00', 1_400, 900).png().toBuffer()
  const before = await addMedia({ bytes, filename: 'röd.png', credit: 'Maja', focal: { x: 20, y: 30 } }, by)
  await addRelease('Med bild', { hero: use(before.id) })
  const now = await editionNow()
  const other = { filename: 'blå.jpg', body: [await picture('#00f', 800, 500).jpeg().toBuffer()] }
  const after = await replaceMedia(before.id, other, { ...by, actor: { ...by.actor, role: 'owner' } })

  expect(after).toMatchObject({ id: before.id, filename: 'blå.jpg', mime: 'image/jpeg', width: 800, fileVersion: 2 })
  expect(after).toMatchObject({ credit: 'Maja', focalX: 20, version: 1 })
  expect(await editionNow()).toBeGreaterThan(now)
  for (const name of ['320-2.jpg', '800.webp', 'face-2.avif', 'face.jpg', 'original-2.jpg', 'original.jpg']) {
    const { channels } = await sharp(await readMedia(after, name)).stats()
    expect(
      channels.map(({ mean }) => Math.round(mean / 17)),
      name,
    ).toEqual([0, 0, 15])
  }
  expect(await storedNames(after.hash)).toContain('original-2.jpg')
  expect(await storedNames(before.hash)).toEqual([])
})

test('files from before they carried what is said are made again, and those that are not there are left', async () => {
  const added = await addMedia(
    { bytes: await picture('#864').jpeg().toBuffer(), filename: 'f.jpg', credit: 'Maja' },
    by,
  )
  const gone = await addImage('utan-filer')
  await write((tx) => tx.update(media).set({ writtenCaption: null }).where(eq(media.id, added.id)))
  const failures: string[] = []
  for (const minute of [20, 21, 22]) {
    await renewFilesAfter(new Date(noon.getTime() + minute * 60_000)).catch((error) => failures.push(error.message))
  }
  expect(failures).toEqual(['the files of some pictures could not be made again'])
  const renewed = await getMedia(added.id)
  if (!renewed) throw new Error('it is gone')
  expect(renewed).toMatchObject({ fileVersion: 2, writtenCaption: {} })
  expect(await getMedia(gone)).toMatchObject({ fileVersion: 1 })
  expect(await readEmbeddedMetadata(await readMedia(renewed, '320.jpg'), 'jpg')).toMatchObject({ credit: 'Maja' })
})
