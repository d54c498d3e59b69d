import { expect, test } from 'vitest'
import { readEmbeddedMetadata } from '#lib/images/read-metadata.ts'
import { xmpPacket } from '#lib/images/test-metadata.ts'
import { addMedia, getMedia, replaceMedia, saveMedia } from '../media.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { emptyDraft } from '../releases.ts'
import { picture } from '../testing/images.ts'
import { readMedia } from '../testing/library.ts'
import { addRelease, by, noon, saveAndPublish, use } from '../testing/newsroom.ts'
import { renewFilesAfter } from './renew.ts'

const owner = { ...by.actor, role: 'owner' } as const
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

/** What a file that is offered says of itself. */
async function written(id: string, name: '320.jpg' | '320.webp' | '320.avif' | 'original.jpg' | 'face.jpg') {
  const row = await getMedia(id)
  if (!row) throw new Error('it is gone')
  const type = name.endsWith('.jpg') ? 'jpg' : name.endsWith('.webp') ? 'webp' : 'avif'
  return readEmbeddedMetadata(await readMedia(row, name), type)
}

const said = (texts: Record<string, string>) => ({ 'x-default': Object.values(texts)[0], ...texts })

test('a file that says several things of itself fills in as many fields', async () => {
  const alternatives =
    '<rdf:li xml:lang="x-default">Vattnet.</rdf:li><rdf:li xml:lang="sv-FI">Vattnet.</rdf:li><rdf:li xml:lang="en-GB">Water.</rdf:li>'
  const xmp = xmpPacket(
    `<dc:description><rdf:Alt>${alternatives}</rdf:Alt></dc:description><dc:creator><rdf:Seq><rdf:li>Maja Lind</rdf:li><rdf:li>Petter Ek</rdf:li></rdf:Seq></dc:creator>`,
    'Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"',
  )
  const bytes = await picture('#246').withXmp(xmp).jpeg().toBuffer()
  const added = await addMedia({ bytes, filename: 'IMG_1.jpg' }, by)
  expect(added).toMatchObject({
    caption: { sv: 'Vattnet.', en: 'Water.' },
    credit: 'Maja Lind, Petter Ek',
    fileCredit: 'Maja Lind; Petter Ek',
    digitalSourceType: 'trainedAlgorithmicMedia',
  })
  for (const name of ['320.jpg', 'original.jpg', 'face.jpg'] as const) {
    expect(await written(added.id, name), name).toMatchObject({
      creators: ['Maja Lind', 'Petter Ek'],
      caption: said({ sv: 'Vattnet.', en: 'Water.' }),
      digitalSourceType: 'trainedAlgorithmicMedia',
    })
  }
  for (const name of ['320.webp', '320.avif'] as const) {
    expect(await written(added.id, name), name).toMatchObject({
      digitalSourceType: 'trainedAlgorithmicMedia',
      credit: '',
    })
  }
})

test('a text in a language that the newsroom has not is no other language', async () => {
  const alternatives = (texts: [string, string][]) =>
    xmpPacket(
      `<dc:description><rdf:Alt>${texts.map(([lang, text]) => `<rdf:li xml:lang="${lang}">${text}</rdf:li>`).join('')}</rdf:Alt></dc:description>`,
    )
  const captionOf = async (colour: string, texts: [string, string][]) =>
    (
      await addMedia(
        { bytes: await picture(colour).withXmp(alternatives(texts)).jpeg().toBuffer(), filename: 'a.jpg' },
        by,
      )
    ).caption
  const english: [string, string][] = [
    ['x-default', 'Water.'],
    ['en', 'Water.'],
    ['de', 'Wasser.'],
  ]
  expect(await captionOf('#111', english)).toEqual({ en: 'Water.' })
  expect(
    await captionOf('#222', [
      ['x-default', 'Vattnet.'],
      ['en', 'Water.'],
    ]),
  ).toEqual({ sv: 'Vattnet.', en: 'Water.' })
})

test('what is said in the library is in every file that is offered, and again when it changes', async () => {
  const bytes = await picture('#468').jpeg().toBuffer()
  const added = await addMedia(
    { bytes, filename: 'b.jpg', caption: { sv: 'Först.' }, credit: 'Maja', licence: 'cc0' },
    by,
  )
  const about = { caption: { sv: 'Sedan.', en: '' }, credit: 'Sten / Byrån', licence: 'cc-by-4.0', terms: 'Ange oss.' }
  await saveMedia(added.id, { ...about, digitalSourceType: 'humanEdits' }, { ...by, baseVersion: 1 })
  for (const name of ['320.jpg', 'original.jpg'] as const) {
    expect(await written(added.id, name), name).toMatchObject({
      credit: 'Sten / Byrån',
      creators: ['Sten'],
      caption: said({ sv: 'Sedan.' }),
      licence: 'cc-by-4.0',
      digitalSourceType: 'humanEdits',
    })
  }
  expect((await written(added.id, '320.webp')).digitalSourceType).toBe('humanEdits')
})

test('a picture without a caption of its own carries that of the text readers see it in, and no other', async () => {
  const added = await addMedia({ bytes: await picture('#357').jpeg().toBuffer(), filename: 'c.jpg' }, by)
  await renewFilesAfter(noon)
  const caption = async () => (await written(added.id, '320.jpg')).caption
  const draft = { hero: { ...use(added.id), caption: 'Kim mäter.' } }
  const id = await addRelease('Med bildtext', draft, { now: later(1), at: later(10) })
  await renewFilesAfter(later(2))
  expect(await caption()).toEqual({})
  await renewFilesAfter(later(10))
  expect(await caption()).toEqual(said({ sv: 'Kim mäter.' }))
  const { fileVersion } = (await getMedia(added.id)) ?? {}
  await renewFilesAfter(later(11))
  expect((await getMedia(added.id))?.fileVersion).toBe(fileVersion)
  const other = { ...emptyDraft('news'), title: 'Med bildtext', hero: { ...use(added.id), caption: 'Kim mäter igen.' } }
  await saveAndPublish(id, other, undefined, later(12))
  await renewFilesAfter(later(12))
  expect(await caption()).toEqual(said({ sv: 'Kim mäter igen.' }))
  await withdrawRelease(id, { ...by, reason: 'Fel', now: later(13) })
  await renewFilesAfter(later(13))
  expect(await caption()).toEqual({})
})

test('another file says itself how it was made', async () => {
  const made = (code: string) => xmpPacket('', `Iptc4xmpExt:DigitalSourceType="${code}"`)
  const bytes = await picture('#579').withXmp(made('trainedAlgorithmicMedia')).jpeg().toBuffer()
  const added = await addMedia({ bytes, filename: 'd.jpg' }, by)
  const photograph = await picture('#795').withXmp(made('digitalCapture')).jpeg().toBuffer()
  const after = await replaceMedia(added.id, { filename: 'e.jpg', body: [photograph] }, { actor: owner, now: noon })
  expect(after.digitalSourceType).toBe('digitalCapture')
})
