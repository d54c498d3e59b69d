import exifr from 'exifr'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { addMedia, getMedia, replaceMedia, saveMedia } from '../media.ts'
import type { Media } from '../schema/library.ts'
import { pdf } from '../testing/documents.ts'
import { picture } from '../testing/images.ts'
import { readMedia, storedNames } from '../testing/library.ts'
import { addMember } from '../testing/members.ts'
import { addImage, addPerson, addRelease, by, use } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { mediaFile, movedName } from './public-file.ts'

const editor = { ...by.actor, role: 'owner' } as const
const contributor = await addMember('Johan', 'contributor')

const sent = (filename: string, bytes: Buffer) => ({ filename, body: [bytes] })
const _colourOf = async (image: Media, name: string) => {
  const { channels } = await sharp(await readMedia(image, name)).stats()
  return channels.map((channel) => Math.round(channel.mean / 17))
}

test('an address from before leads on to what is most like it, and no other does', async () => {
  const before = await addMedia({ bytes: await picture('#0f0', 1_400, 900).png().toBuffer(), filename: 'a.png' }, by)
  const other = sent('b.jpg', await picture('#0ff', 800, 500).jpeg().toBuffer())
  const after = await replaceMedia(before.id, other, { ...by, actor: editor })
  const cases: [string, string | undefined][] = [
    ['320-1.avif', '320-2.avif'],
    ['1280-1.webp', '800-2.webp'],
    ['1280.webp', '800-2.webp'],
    ['original-1.png', 'original-2.jpg'],
    ['original.png', 'original-2.jpg'],
    ['face-1.jpg', 'face-2.jpg'],
    ['face.jpg', undefined],
    ['320-2.avif', undefined],
    ['320-3.avif', undefined],
    ['320-0.avif', undefined],
    ['320-1.gif', undefined],
    ['../320-1.avif', undefined],
  ]
  for (const [asked, now] of cases) expect(movedName(after, asked), asked).toBe(now)
  for (const none of ['320-1.avif', '320-3.avif', '320-02.avif', 'original.png']) {
    expect(await mediaFile(after, none), none).toBeUndefined()
  }
  expect(movedName(before, '1920.avif')).toBeUndefined()
})

test('a file is not replaced with another kind, with one that is there already, or by whoever may not', async () => {
  const image = await addMedia({ bytes: await picture('#ff0').png().toBuffer(), filename: 'gul.png' }, by)
  const others = await picture('#fa0').png().toBuffer()
  const other = await addMedia({ bytes: others, filename: 'annan.png' }, by)
  const document = sent('fel.pdf', pdf('fel'))
  const fresh = sent('ny.png', await picture('#aaf').png().toBuffer())
  const replace = (file: ReturnType<typeof sent>, actor: Parameters<typeof replaceMedia>[2]['actor']) =>
    replaceMedia(image.id, file, { ...by, actor })
  await expect(replace(document, editor)).rejects.toEqual(refused('replace-kind'))
  await expect(replace(sent('samma.png', others), editor)).rejects.toEqual(refused('media-exists'))
  await expect(replace(fresh, contributor)).rejects.toEqual(refused('media-of-others'))
  await expect(replaceMedia('inget', fresh, { ...by, actor: editor })).rejects.toEqual(refused('unknown-media'))

  const own = await addMedia(
    { bytes: await picture('#faf').png().toBuffer(), filename: 'egen.png' },
    { ...by, actor: contributor },
  )
  await addRelease('Visad', { hero: use(own.id) })
  await expect(replaceMedia(own.id, fresh, { ...by, actor: contributor })).rejects.toEqual(refused('media-shown'))
  expect(await getMedia(image.id)).toEqual(image)
  expect(await getMedia(other.id)).toEqual(other)
})

test('the copy that is downloaded says who took it, and follows when that is changed', async () => {
  const bytes = await picture('#123', 600, 400)
    .withExif({
      IFD0: { Artist: 'Maja Lind', Copyright: '(C) Maja Lind' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1' },
    })
    .jpeg()
    .toBuffer()
  const added = await addMedia({ bytes, filename: 'maja.jpg' }, by)
  expect(added).toMatchObject({ credit: 'Maja Lind', terms: '(C) Maja Lind' })
  const said = { caption: {}, credit: 'Petter Ö', licence: 'cc-by-4.0' as const, takenAt: '2026-08-17' }
  await saveMedia(added.id, said, { ...by, baseVersion: 1 })
  const saved = await getMedia(added.id)
  if (!saved) throw new Error('it is gone')
  expect(saved).toMatchObject({ fileVersion: 2, terms: '(C) Maja Lind', takenAt: '2026-08-17' })
  const copy = await mediaFile(saved, 'original-2.jpg')
  expect(saved.bytes).toBe(copy?.size)
  const found = JSON.stringify(
    await exifr.parse(await readMedia(saved, 'original-2.jpg'), { xmp: true, iptc: true, gps: true }),
  )
  expect(found).toContain('Petter Ö')
  expect(found).toContain('creativecommons.org/licenses/by/4.0')
  expect(found).not.toMatch(/Artist":"Maja|GPS|latitude/)
  expect((await storedNames(saved.hash)).filter((name) => /^(face|original)/.test(name))).toEqual([
    'face-2.avif',
    'face-2.jpg',
    'face-2.webp',
    'face48-2.avif',
    'face48-2.jpg',
    'face48-2.webp',
    'face96-2.avif',
    'face96-2.jpg',
    'face96-2.webp',
    'original-2.jpg',
  ])
  // The same words again make nothing new.
  await saveMedia(added.id, said, { ...by, baseVersion: 2 })
  expect(await getMedia(added.id)).toMatchObject({ fileVersion: 2, version: 3 })
})

test('a portrait whose photographer is named with the person says so, too', async () => {
  const image = await addMedia({ bytes: await picture('#321').jpeg().toBuffer(), filename: 'p.jpg' }, by)
  await addPerson('Siv', { portraitMediaId: image.id, portraitCredit: 'Åke' })
  const saved = await getMedia(image.id)
  expect(saved).toMatchObject({ credit: 'Åke', fileVersion: 2 })
  if (!saved) throw new Error('it is gone')
  expect((await exifr.parse(await readMedia(saved, 'original.jpg')))?.Artist).toBe('Åke')
  const document = await addMedia({ bytes: pdf('porträtt'), filename: 'p.pdf' }, by)
  await expect(addPerson('Ove', { portraitMediaId: document.id })).rejects.toEqual(refused('image-wanted'))
  await expect(addPerson('Eva', { portraitMediaId: await addImage('utan filer') })).resolves.toBeTruthy()
})
