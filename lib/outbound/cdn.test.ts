import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { environmentTrouble } from '../env.ts'
import { purgeCdn } from './cdn.ts'

const asked: { method?: string | undefined; headers: IncomingMessage['headers']; body: string }[] = []
let status = 200
const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  asked.push({ method: request.method, headers: request.headers, body })
  response.writeHead(status).end()
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/purge`
})
afterAll(() => void server.close())

test('each kind of CDN is told softly, in its own way', async () => {
  await purgeCdn({ url, style: 'fastly', token: 'key' }, '7')
  await purgeCdn({ url, style: 'varnish', token: undefined }, '7')
  await purgeCdn({ url, style: 'webhook', token: 'word' }, '7')
  const [fastly, varnish, webhook] = asked
  expect(fastly).toMatchObject({
    method: 'POST',
    headers: { 'fastly-key': 'key', 'fastly-soft-purge': '1', 'surrogate-key': 'newsroom' },
  })
  expect(varnish).toMatchObject({ method: 'PURGE', headers: { 'surrogate-key': 'newsroom' } })
  expect(webhook).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer word' } })
  expect(JSON.parse(webhook?.body ?? '')).toEqual({ keys: ['newsroom'], soft: true, edition: '7' })
  status = 403
  await expect(purgeCdn({ url, style: 'varnish', token: undefined }, '8')).rejects.toThrow('HTTP 403')
})

test('what cannot work together stops the start with a sentence', () => {
  const trouble = (values: Record<string, string>) => {
    for (const name of ['CDN_MAX_AGE', 'PURGE_URL', 'PURGE_STYLE', 'PURGE_TOKEN']) delete process.env[name]
    Object.assign(process.env, values)
    return environmentTrouble()
  }
  expect(trouble({ CDN_MAX_AGE: '3600', PURGE_URL: 'http://varnish:6081/', PURGE_STYLE: 'varnish' })).toBeUndefined()
  expect(trouble({ PURGE_URL: 'https://cdn.example.org/' })).toMatch(/^PURGE_URL is set without CDN_MAX_AGE/)
  expect(trouble({ PURGE_STYLE: 'varnish' })).toMatch(/^PURGE_STYLE is set without PURGE_URL/)
  expect(trouble({ CDN_MAX_AGE: 'soon' })).toMatch(/^CDN_MAX_AGE must be a number/)
  expect(trouble({ CDN_MAX_AGE: '1', PURGE_URL: 'https://cdn.example.org/', PURGE_STYLE: 'akamai' })).toMatch(
    /^PURGE_STYLE must be one of/,
  )
  expect(trouble({ CDN_MAX_AGE: '1', PURGE_URL: 'https://cdn.example.org/', PURGE_STYLE: 'fastly' })).toMatch('key')
  expect(trouble({ CDN_MAX_AGE: '1', PURGE_URL: 'http://cdn.example.org/', PURGE_TOKEN: 'secret' })).toMatch('https://')
  expect(trouble({ PURGE_URI: 'https://cdn.example.org/' })).toMatch('Is PURGE_URL meant?')
  trouble({})
})
