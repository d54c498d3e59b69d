import sharp from 'sharp'
import { expect, test } from 'vitest'
import { creditMedia, listCredits } from './media/credit.ts'
import { listMedia } from './media/list.ts'
import { addMedia, getMedia, saveMedia } from './media.ts'
import { editionNow } from './testing/edition.ts'
import { by } from './testing/editor.ts'
import { picture } from './testing/images.ts'
import { readMedia } from './testing/library.ts'
import { refused } from './testing/refused.ts'

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

test('who took a picture by its own account is kept beside what the newsroom says', async () => {
  const bytes = await picture('#135')
    .withExif({ IFD0: { Artist: 'Sten Alm' } })
    .jpeg()
    .toBuffer()
  const added = await addMedia({ bytes, filename: 'sten.jpg', credit: '' }, by)
  expect(added).toMatchObject({ credit: '', fileCredit: 'Sten Alm', fileCreditField: 'Artist' })
  await creditMedia(added.id, 'Maja Lind', by)
  expect(await getMedia(added.id)).toMatchObject({ credit: 'Maja Lind', fileCredit: 'Sten Alm' })
  expect(await listCredits()).toContainEqual({ name: 'Maja Lind', pictures: 1 })
})
