import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { sendStored, storeResponse } from './stored-response.ts'

const body = Buffer.from('Vatten '.repeat(200))
const html = { 'content-type': 'text/html', etag: '"old"', 'x-nextjs-cache': 'HIT', 'transfer-encoding': 'chunked' }
const stored = await storeResponse({ status: 200, headers: html, body }, { quality: 5 })

function ask(headers: Record<string, string>, { method = 'GET', from = stored } = {}) {
  const sent = { status: 0, headers: {} as Record<string, string>, body: Buffer.alloc(0) as Buffer }
  const response = {
    writeHead(status: number, list: string[]) {
      sent.status = status
      for (let index = 0; index < list.length; index += 2) sent.headers[list[index] ?? ''] = list[index + 1] ?? ''
      return response
    },
    end(bytes?: Buffer) {
      sent.body = bytes ?? sent.body
    },
  }
  sendStored({ method, headers } as unknown as IncomingMessage, response as unknown as ServerResponse, from)
  return sent
}

test.each([
  [undefined, undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['br; q=0.0,gzip; q=0', undefined],
  ['identity', undefined],
])('who accepts %s gets %s', (accept, encoding) => {
  const sent = ask(accept ? { 'accept-encoding': accept } : {})
  expect(sent.headers['content-encoding']).toBe(encoding)
  expect(sent.headers['content-length']).toBe(`${sent.body.length}`)
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync }[encoding ?? ''] ?? ((bytes: Buffer) => bytes)
  expect(unpack(sent.body)).toEqual(body)
})

test('each encoding has a tag of its own, and only that one spares the body', () => {
  const plain = ask({})
  const packed = ask({ 'accept-encoding': 'br' })
  expect(plain.headers.etag).not.toBe(packed.headers.etag)
  const etag = packed.headers.etag ?? ''
  expect(ask({ 'accept-encoding': 'br', 'if-none-match': etag })).toMatchObject({ status: 304, body: Buffer.alloc(0) })
  expect(ask({ 'accept-encoding': 'br', 'if-none-match': `"x", W/${etag}` }).status).toBe(304)
  expect(ask({ 'if-none-match': etag }).status).toBe(200)
})

test('HEAD gets the headers alone', () => {
  const sent = ask({}, { method: 'HEAD' })
  expect(sent).toMatchObject({ status: 200, headers: { 'content-length': `${body.length}` } })
  expect(sent.body).toHaveLength(0)
})

test('what belonged to the framework or to one connection is not kept', () => {
  expect(Object.keys(ask({}).headers).sort()).toEqual(['content-length', 'content-type', 'etag', 'vary'])
})

test('pictures are not packed twice', async () => {
  const picture = await storeResponse({ status: 200, headers: { 'content-type': 'image/avif' }, body }, { quality: 5 })
  expect(Object.keys(picture.variants)).toEqual(['identity'])
})

test('a part of what is stored is sent as a part, and one that is not there is refused with the length there is', () => {
  const { etag = '' } = ask({}).headers
  const part = ask({ range: 'bytes=7-12' })
  expect(part.body.toString()).toBe('Vatten')
  expect(part).toMatchObject({
    status: 206,
    headers: { 'content-range': `bytes 7-12/${body.length}`, 'content-length': '6', etag },
  })
  expect(ask({ range: 'bytes=7-12', 'if-range': '"old"' })).toMatchObject({ status: 200, body })
  expect(ask({ range: 'bytes=9000-' })).toMatchObject({
    status: 416,
    headers: { 'content-range': `bytes */${body.length}`, 'content-length': '0' },
  })
  expect(ask({ 'if-match': '"old"' })).toMatchObject({ status: 412, headers: { 'content-length': '0' } })
  expect(ask({ range: 'bytes=7-12' }, { method: 'HEAD' }).status).toBe(200)
})

test('gzip is made when it is first asked for, and kept; of a large body it is there from the start', async () => {
  const fresh = await storeResponse({ status: 200, headers: html, body }, { quality: 5 })
  expect(Object.keys(fresh.variants)).toEqual(['identity', 'br'])
  const first = ask({ 'accept-encoding': 'gzip' }, { from: fresh })
  const { gzip } = fresh.variants
  expect(gzip?.body).toBe(first.body)
  expect(ask({ 'accept-encoding': 'gzip' }, { from: fresh }).body).toBe(first.body)
  const size = Object.values(fresh.variants).reduce((sum, variant) => sum + variant.body.length, 0)
  expect(fresh.bytes).toBeGreaterThan(size)
  const large = await storeResponse({ status: 200, headers: html, body: Buffer.alloc(300_000, body) }, { quality: 1 })
  expect(gunzipSync(large.variants.gzip?.body ?? '').length).toBe(300_000)
})

test('what is kept keeps no memory but its own', () => {
  ask({ 'accept-encoding': 'gzip' })
  const kept = Object.values(stored.variants)
  expect(kept).toHaveLength(3)
  expect(kept.map((variant) => variant.body.buffer.byteLength)).toEqual(kept.map((variant) => variant.body.length))
})
