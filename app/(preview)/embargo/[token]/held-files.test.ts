/** What a journalist gets before its time carries their name, and only a press on a button gives it. */
import exifr from 'exifr'
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { afterEach, expect, test } from 'vitest'
import { write } from '#db/client.ts'
import { createEmbargoLink, revokeEmbargoLink } from '#db/embargo/links.ts'
import { embargoLog } from '#db/embargo/list.ts'
import { openSecret } from '#db/engine/data-directory.ts'
import { addMedia } from '#db/media.ts'
import { attempts } from '#db/schema/users.ts'
import { picture } from '#db/testing/images.ts'
import { addMember } from '#db/testing/members.ts'
import { addRelease, use } from '#db/testing/newsroom.ts'
import { paragraph } from '#lib/document/testing.ts'
import { ninjsItem } from '#lib/formats/ninjs.ts'
import { POST as fetchFile } from './[pass]/download/route.ts'
import { GET as showFile } from './[pass]/files/[id]/[name]/route.ts'
import { POST as open } from './open/route.ts'

openSecret()
const by = { actor: await addMember('elin'), now: new Date() }
const until = new Date(Date.now() + 48 * 3_600_000)
const turned = picture('#123').withMetadata({ orientation: 6 })
const hall = await addMedia({ bytes: await turned.jpeg().toBuffer(), filename: 'hall.jpg', credit: 'Maja Lind' }, by)
const plain = await addMedia({ bytes: await picture('#321').png().toBuffer(), filename: 'plan.png' }, by)
const body = { type: 'doc' as const, content: ['Ett.', 'Två.', 'Tre.', 'Fyra.'].map((one) => paragraph(one)) }
const more = {
  hero: use(hall.id),
  body: { ...body, content: [...body.content, { type: 'image', attrs: use(plain.id) }] },
}
const releaseId = await addRelease('Torra somrar', more as never, { at: until, now: by.now })
const other = await addMedia({ bytes: await picture('#111').png().toBuffer(), filename: 'annan.png' }, by)
const karin = { name: 'Karin Alm', outlet: 'Bergslagsbladet', days: null, way: 'link' }
const { id: linkId, token = '' } = await createEmbargoLink(releaseId, karin, by)
const whose = 'Exemplar för Karin Alm, Bergslagsbladet. Embargo till '

afterEach(() => write((tx) => tx.delete(attempts)))

const post = (form: Record<string, string> = {}) =>
  new Request('http://localhost:3000', { method: 'POST', body: new URLSearchParams(form) })
const opened = async (secret = token) => open(post(), { params: Promise.resolve({ token: secret }) })
const passOf = (answer: Response) => answer.headers.get('location')?.split('/')[3] ?? ''
const pass = passOf(await opened())
const fetched = (file: string, at: { token?: string; pass?: string } = {}) =>
  fetchFile(post({ file }), { params: Promise.resolve({ token, pass, ...at }) })
const shown = (id: string, name: string, at: { token?: string; pass?: string } = {}) =>
  showFile(new Request('http://localhost:3000'), { params: Promise.resolve({ token, pass, id, name, ...at }) })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const marksIn = (bytes: Buffer) =>
  exifr.parse(bytes, { xmp: true, iptc: true, mergeOutput: true, translateValues: false })

test('the press that opens leads to an address of its own, and a link that opens nothing to the one plain page', async () => {
  expect(await opened().then((answer) => [answer.status, passOf(answer).length > 64])).toEqual([303, true])
  const nothing = await opened('x'.repeat(43))
  expect([nothing.status, nothing.headers.get('cache-control')]).toEqual([404, 'no-store'])
})

test('the package, its texts and its pictures say whose copy it is', async () => {
  const answer = await fetched('kit')
  expect([answer.status, answer.headers.get('content-disposition'), answer.headers.get('cache-control')]).toEqual([
    200,
    'attachment; filename="torra-somrar-karin-alm.zip"',
    'private, no-store',
  ])
  const zip = await JSZip.loadAsync(await bytesOf(answer))
  const inside = Object.keys(zip.files).filter((name) => !name.endsWith('/'))
  expect(inside.every((name) => name.startsWith('torra-somrar-karin-alm/'))).toBe(true)
  const read = async (ending: string) =>
    Buffer.from((await zip.file(inside.find((name) => name.endsWith(ending)) ?? '')?.async('nodebuffer')) ?? '')
  expect((await read('EMBARGO.txt')).toString()).toContain(whose)
  expect((await read('alm.txt')).toString().split(whose).length).toBeGreaterThan(2)
  const { value } = await mammoth.extractRawText({ buffer: await read('.docx') })
  expect(value.split(whose).length).toBeGreaterThan(2)
  const jpeg = await marksIn(await read('.jpg'))
  expect([jpeg.Instructions, jpeg.SpecialInstructions, jpeg.Credit].join()).toContain(whose)
  expect(jpeg.Orientation, 'it lies as it lay').toBe(6)
  expect((await marksIn(await read('.png'))).Instructions).toContain(whose)
})

test('the Word file, ninjs and a single picture say it too, and ninjs until when', async () => {
  const word = await mammoth.extractRawText({ buffer: await bytesOf(await fetched('word')) })
  expect(word.value).toContain(whose)
  const item = ninjsItem.parse(await (await fetched('ninjs')).json())
  expect(Date.parse(item.embargoed ?? '')).toBe(Math.floor(until.getTime() / 1_000) * 1_000)
  expect(item.edNote).toContain(whose)
  expect(Date.parse(item.versionCreated)).toBeLessThanOrEqual(Date.now())
  const image = await bytesOf(await fetched(plain.id))
  expect((await marksIn(image)).Instructions).toContain(whose)
})

test('the pictures of the page are marked; originals wait for a press, and what is not in the text is nowhere', async () => {
  const small = await shown(hall.id, '320.webp')
  expect([small.status, small.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect((await bytesOf(small)).toString('utf8')).toContain('Karin Alm')
  expect((await shown(hall.id, 'hall_original-1.jpg')).status).toBe(303)
  expect((await shown(other.id, '320.webp')).status).toBe(404)
  expect((await fetched(other.id)).headers.get('location')).toBe(`/embargo/${token}/${pass}`)
})

test('each press is in the log, and no other visit is', async () => {
  const before = (await embargoLog(releaseId)).length
  await shown(hall.id, '320.webp')
  expect((await embargoLog(releaseId)).length).toBe(before)
  await fetched('word')
  expect((await embargoLog(releaseId))[0]).toMatchObject({ verb: 'download', file: 'torra-somrar-karin-alm.docx' })
})

test('without the press, with another’s, and once it is revoked, there is no file', async () => {
  expect((await fetched('kit', { pass: 'nowhere' })).headers.get('location')).toBe(`/embargo/${token}`)
  const { token: second = '' } = await createEmbargoLink(releaseId, { ...karin, name: 'Ali' }, by)
  expect((await shown(hall.id, '320.webp', { token: second })).status).toBe(404)
  await revokeEmbargoLink(releaseId, linkId, { ...by, now: new Date() })
  expect((await shown(hall.id, '320.webp')).status).toBe(404)
  expect((await fetched('kit')).status).toBe(404)
})
