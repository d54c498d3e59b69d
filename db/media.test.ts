import sharp from 'sharp'
import { expect, test } from 'vitest'
import { creditMedia, listCredits } from './media/credit.ts'
import { listMedia } from './media/list.ts'
import { mediaFile } from './media/public-file.ts'
import { addMedia, deleteMedia, getMedia, saveMedia } from './media.ts'
import { editionNow } from './testing/edition.ts'
import { by } from './testing/editor.ts'
import { picture, promisedPng } from './testing/images.ts'
import { everythingLying, readMedia, storedKeys } from './testing/library.ts'
import { refused } from './testing/refused.ts'

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

test('a TIFF is taken in as a PNG, upright and with its credit; a JPEG without its end mark is whole', async () => {
  const tiff = await picture('#0a7', 300, 200)
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>Eva Ek</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation: 6 })
    .tiff({ compression: 'lzw' })
    .toBuffer()
  const taken = await addMedia({ bytes: tiff, filename: 'karta.tif' }, by)
  expect(taken).toMatchObject({ mime: 'image/png', width: 200, height: 300, filename: 'karta.png', credit: 'Eva Ek' })
  const original = await sharp(await readMedia(taken, 'original.png')).metadata()
  expect(original).toMatchObject({ format: 'png', width: 200, height: 300 })

  for (const progressive of [false, true]) {
    const jpeg = await picture('#0a7', 301, 200).jpeg({ progressive }).toBuffer()
    const cut = await addMedia({ bytes: jpeg.subarray(0, -2), filename: 'utan-slut.jpg' }, by)
    expect(cut).toMatchObject({ mime: 'image/jpeg', width: 301 })
    expect((await readMedia(cut, 'original.jpg')).subarray(-2)).toEqual(jpeg.subarray(-2))
  }
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

test('where and with what a picture was taken is in no file, and it is upright', async () => {
  const bytes = await picture('#777', 600, 400)
    .withExif({
      IFD0: { Make: 'Hemlig', Software: 'Hemlig' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const added = await addMedia({ bytes, filename: 'stående.jpg' }, by)
  expect(added).toMatchObject({ width: 400, height: 600 })
  for (const name of ['original.jpg', '320.jpg', '400.webp', '320.avif', 'face.jpg']) {
    const facts = await sharp(await readMedia(added, name)).metadata()
    expect(facts.exif?.includes('Hemlig') ?? false, name).toBe(false)
    expect(facts.exif?.length ?? 0, name).toBeLessThan(40)
  }
})

test('a moved focal point makes new faces; the same words again do not', async () => {
  const halves = picture('#fff', 900, 300).composite([
    { input: { create: { width: 450, height: 300, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ])
  const added = await addMedia({ bytes: await halves.png().toBuffer(), filename: 'halvor.png' }, by)
  const face = async () => {
    const now = await getMedia(added.id)
    return now && readMedia(now, 'face.jpg')
  }
  const brightness = async () => (await sharp(await face()).stats()).channels[0]?.mean
  expect(await brightness()).toBeCloseTo(127, -1)
  const before = await editionNow()
  const said = { alt: {}, caption: {}, credit: '', licence: '' as const, focalX: 100, focalY: 50 }
  await saveMedia(added.id, said, { ...by, baseVersion: 1 })
  expect(await brightness()).toBeGreaterThan(250)
  expect(await editionNow()).toBeGreaterThan(before)
  await expect(saveMedia(added.id, said, { ...by, baseVersion: 1 })).rejects.toEqual(refused('stale'))
  expect(await getMedia(added.id)).toMatchObject({ focalX: 100, version: 2 })
})

test('the library is searched as people type, and filtered by what is missing', async () => {
  const bytes = await picture('#171').png().toBuffer()
  const added = await addMedia({ bytes, filename: 'Öjmertz ränna.png', alt: { sv: 'En ränna i Gruvnäs' } }, by)
  const found = async (question: Parameters<typeof listMedia>[0]) =>
    (await listMedia(question)).items.map((item) => item.id)
  expect(await found({ search: 'ojmertz gruvnas' })).toEqual([added.id])
  expect(await found({ search: 'ojmertz', filter: 'missing-alt' })).toEqual([])
  expect(await found({ search: 'ojmertz', filter: 'missing-credit' })).toEqual([added.id])
  const said = { alt: { sv: 'Ränna' }, caption: {}, credit: 'Maja', licence: 'cc0' as const, focalX: 50, focalY: 50 }
  await saveMedia(added.id, said, { ...by, baseVersion: 1 })
  expect(await found({ search: 'ojmertz', filter: 'missing-credit' })).toEqual([])
  expect(await listMedia({ search: 'finns inte', page: 9 })).toMatchObject({ items: [], total: 0, page: 1, pages: 1 })
})

test('an unused image can be deleted, and its files go', async () => {
  const bytes = await picture('#393').png().toBuffer()
  const added = await addMedia({ bytes, filename: 'bort.png' }, by)
  await deleteMedia(added.id, by)
  expect(await getMedia(added.id)).toBeUndefined()
  expect(await storedKeys(added.hash)).toEqual([])
  expect((await addMedia({ bytes, filename: 'åter.png' }, by)).id).not.toBe(added.id)
})

test('who took a picture by its own account is kept beside what the newsroom says', async () => {
  const bytes = await picture('#135')
    .withExif({ IFD0: { Artist: 'Sten Alm' } })
    .jpeg()
    .toBuffer()
  const added = await addMedia({ bytes, filename: 'sten.jpg', credit: '' }, by)
  expect(added).toMatchObject({ credit: '', fileCredit: 'Sten Alm', fileCreditField: 'Artist' })
  await creditMedia(added.id, 'Maja Lind', by)
  expect(await getMedia(added.id)).toMatchObject({ credit: 'Maja Lind', fileCredit: 'Sten Alm' })
  expect(await listCredits()).toContainEqual({ name: 'Maja Lind', pictures: 2 })
})
