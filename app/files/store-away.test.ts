/** What happens to the library while its store is away, and when it is back. */
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { listMedia } from '#db/media/list.ts'
import { addMedia, deleteMedia, getMedia, replaceMedia, saveMedia } from '#db/media.ts'
import { importRelease } from '#db/releases/import.ts'
import type { Media } from '#db/schema/library.ts'
import { pdf } from '#db/testing/documents.ts'
import { picture } from '#db/testing/images.ts'
import { everythingLying, readMedia, storedKeys } from '#db/testing/library.ts'
import { by, noon } from '#db/testing/newsroom.ts'
import { refused } from '#db/testing/refused.ts'
import { env } from '#lib/env.ts'
import { listLeftovers } from '#lib/media/leftovers.ts'
import { tick } from '../../clock.ts'
import { startS3 } from '../../testing/start-s3.ts'
import { sendFile } from './[id]/[name]/send-file.ts'

type Trouble = NonNullable<NonNullable<Parameters<typeof startS3>[1]>['trouble']>
let trouble: Trouble = () => undefined
const server = await startS3(join(env.dataDir, 's3-away'), { trouble: (request) => trouble(request) })
afterAll(server.stop)
Object.assign(process.env, server.environment, { MEDIA_URL: 's3://pressrum/away' })

const owner = { ...by.actor, role: 'owner' } as const
const away = refused('storage-unavailable')
const isAway: Trouble = () => 'busy'
const ask = (image: Media, name: string) =>
  sendFile(new Request('https://press.example/'), { image, name, keep: 'public' })
/** Waits until the store is used again, as the newsroom does by itself. */
const isBack = () =>
  expect
    .poll(
      () =>
        storedKeys().then(
          () => 'back',
          () => 'away',
        ),
      { timeout: 20_000, interval: 200 },
    )
    .toBe('back')

beforeEach(async () => {
  trouble = () => undefined
  await isBack()
})

test('a reader is told to come again, nothing of it is kept, and the file is there when the store is', async () => {
  const bytes = pdf('rapport')
  const added = await addMedia({ bytes, filename: 'rapport.pdf' }, by)
  trouble = isAway
  const answer = await ask(added, 'original-1.pdf')
  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('retry-after')]).toEqual([
    503,
    'no-store',
    '5',
  ])
  trouble = () => undefined
  await isBack()
  const whole = await ask(added, 'original-1.pdf')
  expect(Buffer.from(await whole.arrayBuffer()).equals(bytes)).toBe(true)
})

test('an upload says so, leaves nothing, and goes well afterwards', async () => {
  const bytes = await picture('#135').png().toBuffer()
  const before = { lying: await everythingLying(), total: (await listMedia()).total }
  trouble = isAway
  await expect(addMedia({ bytes, filename: 'a.png' }, by)).rejects.toEqual(away)
  trouble = () => undefined
  await isBack()
  expect({ lying: await everythingLying(), total: (await listMedia()).total }).toEqual(before)
  expect((await addMedia({ bytes, filename: 'a.png' }, by)).width).toBe(800)
})

test('a store that goes in the middle of an upload keeps half of nothing', async () => {
  const bytes = await picture('#531').png().toBuffer()
  const before = await storedKeys()
  let stored = 0
  // Not even what has arrived can be removed then.
  trouble = ({ method }) => ((method === 'PUT' && stored++ > 8) || method === 'DELETE' ? 'busy' : undefined)
  await expect(addMedia({ bytes, filename: 'b.png' }, by)).rejects.toEqual(away)
  trouble = () => undefined
  await isBack()
  expect((await storedKeys()).length).toBeGreaterThan(before.length)
  await tick(noon)
  expect(await storedKeys()).toEqual(before)
  expect(await listLeftovers()).toEqual([])
})

test('a row that cannot be written takes its files along', async () => {
  const before = await storedKeys()
  const nobody = { ...by.actor, id: 'nobody' }
  const bytes = await picture('#357').png().toBuffer()
  await expect(addMedia({ bytes, filename: 'c.png' }, { ...by, actor: nobody })).rejects.toThrow()
  expect(await storedKeys()).toEqual(before)
})

test('what is deleted is gone at once for people, and from the store when that is back', async () => {
  const added = await addMedia({ bytes: pdf('bort'), filename: 'bort.pdf' }, by)
  trouble = isAway
  await deleteMedia(added.id, by)
  expect(await getMedia(added.id)).toBeUndefined()
  await tick(noon)
  expect(await listLeftovers()).toEqual([added.hash])
  trouble = () => undefined
  await isBack()
  expect(await storedKeys(added.hash)).toHaveLength(1)
  await tick(noon)
  expect([await storedKeys(added.hash), await listLeftovers()]).toEqual([[], []])
})

test('what is deleted while the store is away and then added again stays', async () => {
  const bytes = pdf('åter')
  const first = await addMedia({ bytes, filename: 'åter.pdf' }, by)
  trouble = isAway
  await deleteMedia(first.id, by)
  trouble = () => undefined
  await isBack()
  const again = await addMedia({ bytes, filename: 'åter.pdf' }, by)
  await tick(noon)
  expect((await readMedia(again, 'original.pdf')).equals(bytes)).toBe(true)
})

test('a replaced file that cannot be stored leaves the one there is', async () => {
  const bytes = pdf('ett')
  const added = await addMedia({ bytes, filename: 'ett.pdf' }, by)
  trouble = isAway
  const other = { body: [pdf('två')], filename: 'två.pdf' }
  await expect(replaceMedia(added.id, other, { ...by, actor: owner })).rejects.toEqual(away)
  trouble = () => undefined
  await isBack()
  expect(await getMedia(added.id)).toEqual(added)
  expect((await readMedia(added, 'original.pdf')).equals(bytes)).toBe(true)
})

test('a text from elsewhere whose pictures cannot be stored is no draft without them', async () => {
  const png = await picture('#753', 40, 30).png().toBuffer()
  const page = `<h1>Fiskar</h1><p>En text med en bild.</p><img src="data:image/png;base64,${png.toString('base64')}">`
  const open = () =>
    importRelease({ filename: 'fiskar.html', body: [Buffer.from(page)] }, { kind: 'news', languages: ['sv', 'en'] }, by)
  trouble = isAway
  await expect(open()).rejects.toEqual(away)
  trouble = () => undefined
  await isBack()
  expect((await open()).report.carried.image).toBe(1)
})

test('words about a picture are saved, and its files follow when the store is back', async () => {
  const halves = picture('#fff', 900, 300).composite([
    { input: { create: { width: 450, height: 300, channels: 3, background: '#000' } }, left: 0, top: 0 },
  ])
  const added = await addMedia({ bytes: await halves.jpeg().toBuffer(), filename: 'd.jpg' }, by)
  trouble = isAway
  const said = { alt: {}, caption: {}, credit: 'Maja', licence: '' as const, focalX: 100, focalY: 50 }
  expect(await saveMedia(added.id, said, { ...by, baseVersion: 1 })).toBe(2)
  expect(await getMedia(added.id)).toMatchObject({ credit: 'Maja', fileVersion: 1 })
  await tick(noon)
  trouble = () => undefined
  await isBack()
  await tick(noon)
  const after = await getMedia(added.id)
  expect(after).toMatchObject({ credit: 'Maja', fileVersion: 2 })
  expect((await sharp(after && (await readMedia(after, 'face.jpg'))).stats()).channels[0]?.mean).toBeGreaterThan(250)
})
