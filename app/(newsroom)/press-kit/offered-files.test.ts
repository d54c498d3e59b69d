import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { downloadsOf } from '#components/newsroom/release/downloads.ts'
import { listBankImages } from '#db/live/image-bank.ts'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { findRelease } from '#db/live/release.ts'
import { addMedia } from '#db/media.ts'
import { picture } from '#db/testing/images.ts'
import { addRelease, by, use, visit } from '#db/testing/newsroom.ts'
import { readEmbeddedMetadata } from '#lib/images/read-metadata.ts'
import { tidyFilename } from '#lib/media/filename.ts'
import { sendFile } from '../../files/[id]/[name]/send-file.ts'
import { GET } from '../[language]/press/images.zip/route.ts'
import { downloadText } from '../file-response.ts'
import { ninjsItemOf } from '../formats/ninjs-item.ts'
import { newsArticle } from '../head/structured-data.ts'
import { makePressKit } from './press-kit.ts'

const about = {
  credit: 'Maja Lind / Byrån',
  licence: 'cc-by-4.0',
  digitalSourceType: 'trainedAlgorithmicMedia',
} as const
const hall = await addMedia({ bytes: await picture('#123').jpeg().toBuffer(), filename: 'IMG_1234.jpg', ...about }, by)
const plain = await addMedia({ bytes: await picture('#321').png().toBuffer(), filename: 'DSC_1.png' }, by)
const described = { ...use(hall.id), altDecision: 'describe', alt: 'En hall med rör.' } as const
await addRelease('Äldre', { hero: { ...described, caption: 'Det gamla namnet på bilden.' } })
await addRelease('Om hallen', {
  hero: { ...described, caption: 'Vattenhallen i Högfors invigs. Kim talar.' },
  body: { type: 'doc', content: [{ type: 'image', attrs: use(plain.id) }] },
})
const newsroom = await getLiveNewsroom('sv')
const found = await findRelease('om-hallen', visit)
if (!newsroom || found?.state !== 'live') throw new Error('not live')
const context = { newsroom, visit }
const { release } = found

/** What a program that saves the file calls it. */
const savedAs = (answer: Response) =>
  decodeURIComponent(
    /filename(?:\*=UTF-8''|=")([^";]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? '',
  )

test('a picture is called by what it shows, on the page, where it is saved and in the package', async () => {
  const files = downloadsOf(release, 'sv')
  const names = ['vattenhallen-i-hogfors-invigs.jpg', 'om-hallen-bild-1.png']
  const original = files.find(({ href }) => href.includes(hall.id))
  expect(original?.href).toBe(`/files/${hall.id}/vattenhallen-i-hogfors-invigs_original-1.jpg`)
  for (const [image, href, name] of [
    [hall, original?.href, names[0]],
    [hall, `/files/${hall.id}/vattenhallen-i-hogfors-invigs_640-1.jpg`, 'vattenhallen-i-hogfors-invigs-640.jpg'],
    [hall, `/files/${hall.id}/original.jpg`, 'IMG_1234.jpg'],
    [plain, files.find(({ href: one }) => one.includes(plain.id))?.href, names[1]],
  ] as const) {
    const request = new Request(`https://press.example${href}`)
    const answer = await sendFile(request, { image, name: href?.split('/').at(-1) ?? '', keep: 'public' })
    expect([answer.status, savedAs(answer)], href).toEqual([200, name])
  }
  const kit = await makePressKit(context, release)
  expect((await kit.entries()).map(({ name }) => name)).toEqual(
    expect.arrayContaining(names.map((name) => `om-hallen/bilder/${name}`)),
  )
})

test('an earlier address leads to the present one under the same name, and no other name is taken', async () => {
  const ask = (name: string) =>
    sendFile(new Request('https://press.example/'), { image: { ...hall, fileVersion: 2 }, name, keep: 'public' })
  const moved = await ask('hallen_original-1.jpg')
  expect([moved.status, moved.headers.get('location')]).toEqual([307, 'hallen_original-2.jpg'])
  for (const name of ['Hallen_original-2.jpg', '_original-2.jpg', 'a.exe_original-2.jpg', 'hallen_original-2.exe']) {
    expect((await ask(name)).status, name).toBe(404)
  }
})

test('the bank names a picture by its latest use, and gives several at once', async () => {
  const { images } = await listBankImages(visit, { limit: 9 })
  const said = images.find(({ image }) => image.id === hall.id)
  expect(said?.use).toMatchObject({ caption: 'Vattenhallen i Högfors invigs. Kim talar.', alt: 'En hall med rör.' })

  const ask = (query: string) =>
    GET(new Request(`https://press.example/press/bilder.zip${query}`), { params: Promise.resolve({ language: 'sv' }) })
  const zip = await ask(`?image=${hall.id}&image=${plain.id}&image=nothing`)
  expect(savedAs(zip)).toBe('provrummet-bilder.zip')
  const { files } = await JSZip.loadAsync(await zip.arrayBuffer())
  expect(Object.keys(files).sort()).toEqual([
    'provrummet-bilder/bilder-och-villkor.txt',
    'provrummet-bilder/bilder/om-hallen-bild-1.png',
    'provrummet-bilder/bilder/vattenhallen-i-hogfors-invigs.jpg',
  ])
  expect(await files['provrummet-bilder/bilder-och-villkor.txt']?.async('string')).toContain(
    [
      'bilder/vattenhallen-i-hogfors-invigs.jpg',
      'Vattenhallen i Högfors invigs. Kim talar.',
      'Bildbeskrivning: En hall med rör.',
      'Ange ”Maja Lind / Byrån”.',
      'Villkor: CC BY 4.0.',
      'Så gjordes den: Gjord med generativ AI.',
    ].join('\r\n'),
  )
  const bytes = await files['provrummet-bilder/bilder/vattenhallen-i-hogfors-invigs.jpg']?.async('nodebuffer')
  expect(bytes && readEmbeddedMetadata(bytes, 'jpg')).toMatchObject({ ...about, creators: ['Maja Lind'] })

  const none = await ask('')
  expect([none.status, none.headers.get('location')]).toEqual([303, '/press/bilder#flera'])
  expect((await ask('?image=nothing')).status).toBe(404)
})

test('how a picture was made is told to machines', () => {
  const item = ninjsItemOf(context, release)
  expect(item.associations[0]?.genres).toEqual([
    {
      name: 'Gjord med generativ AI',
      uri: 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia',
      literal: 'trainedAlgorithmicMedia',
    },
  ])
  expect(item.associations[1]).not.toHaveProperty('genres')
  expect(item.bodies[0]?.value).not.toContain('generativ')
  expect(newsArticle(context, release, 'Om hallen', []).image[0]).toMatchObject({
    digitalSourceType: 'https://schema.org/TrainedAlgorithmicMediaDigitalSource',
  })
})

test('no file in a package is called as Windows calls a device', async () => {
  await addRelease('Om aux', { hero: { ...described, caption: 'AUX' } })
  const aux = await findRelease('om-aux', visit)
  if (aux?.state !== 'live') throw new Error('not live')
  const entries = await (await makePressKit(context, aux.release)).entries()
  expect(entries.map(({ name }) => name)).toContain('om-aux/bilder/aux-2.jpg')
})

test('no file and no folder is called as Windows calls a device, in the package and where it is saved', async () => {
  await addRelease('Con', { slug: 'con', hero: { ...described, caption: 'Nul.' } })
  const held = await findRelease('con', visit)
  if (held?.state !== 'live') throw new Error('not live')
  const kit = await makePressKit(context, held.release)
  const names = (await kit.entries()).map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['con-2/con-2.docx', 'con-2/con-2.txt'])
  expect(names).toContain('con-2/bilder/nul-2.jpg')
  const answer = await downloadText(new Request('https://press.example/'), { name: 'aux.csv', type: 'text/csv' }, '')
  expect(savedAs(answer)).toBe('aux-2.csv')
  const picked = await sendFile(new Request('https://press.example/'), {
    image: hall,
    name: 'com1_original-1.jpg',
    keep: 'public',
  })
  expect(savedAs(picked)).toBe('com1-2.jpg')
  expect(
    ['con.png', 'Lpt9.x.png', 'COM¹', 'gpj.\u202eexe.png', 'konsert.png'].map((name) =>
      tidyFilename(name, 'image/png'),
    ),
  ).toEqual(['con-2.png', 'Lpt9-2.x.png', 'COM¹-2.png', 'gpj.exe.png', 'konsert.png'])
})
