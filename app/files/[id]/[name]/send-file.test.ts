import { expect, test } from 'vitest'
import { addMedia } from '#db/media.ts'
import { pdf } from '#db/testing/documents.ts'
import { by } from '#db/testing/newsroom.ts'
import { sendFile } from './send-file.ts'

const bytes = pdf('delar av en fil')
const image = await addMedia({ bytes, filename: 'delar.pdf' }, by)
const ask = (headers: Record<string, string> = {}, { method = 'GET', name = 'original-1.pdf' } = {}) =>
  sendFile(new Request('https://press.example/', { method, headers }), { image, name, keep: 'public' })
const sent = async (answer: Response) => [answer.status, Buffer.from(await answer.arrayBuffer())] as const
const size = bytes.length

test('a file is sent whole, with what it takes to ask for parts of it', async () => {
  const answer = await ask()
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'accept-ranges': 'bytes',
    'content-type': 'application/pdf',
    'cache-control': 'public, max-age=600',
    etag: expect.stringMatching(/^"[^"]+"$/),
  })
  expect(await sent(answer)).toEqual([200, bytes])
  expect(await sent(await ask({}, { method: 'HEAD' }))).toEqual([200, Buffer.alloc(0)])
  expect((await ask({}, { name: 'original-1.docx' })).status).toBe(404)
})

test.each([
  ['bytes=0-0', 0, 1],
  ['bytes=5-9', 5, 10],
  ['bytes=10-', 10, size],
  ['bytes=-4', size - 4, size],
  ['bytes=3-999999', 3, size],
])('%s is sent as that part', async (range, start, end) => {
  const answer = await ask({ range })
  expect(answer.headers.get('content-range')).toBe(`bytes ${start}-${end - 1}/${size}`)
  expect(await sent(answer)).toEqual([206, bytes.subarray(start, end)])
})

test('conditions are kept, and a range outside is refused', async () => {
  const etag = (await ask()).headers.get('etag') ?? ''
  const outside = await ask({ range: `bytes=${size}-` })
  expect([outside.status, outside.headers.get('content-range')]).toEqual([416, `bytes */${size}`])
  expect((await ask({ 'if-none-match': etag })).status).toBe(304)
  expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200)
  expect((await ask({ 'if-match': '"another"' })).status).toBe(412)
  expect(await sent(await ask({ 'if-range': etag, range: 'bytes=1-2' }))).toEqual([206, bytes.subarray(1, 3)])
  expect(await sent(await ask({ 'if-range': '"another"', range: 'bytes=1-2' }))).toEqual([200, bytes])
  expect(await sent(await ask({ range: 'bytes=1-2,4-5' }))).toEqual([200, bytes])
})
