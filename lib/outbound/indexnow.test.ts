import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { env } from '../env.ts'
import { indexNowKey, notifyIndexNow } from './indexnow.ts'

let service: Server
let status = 202
const told: unknown[] = []
const address = () => `http://127.0.0.1:${(service.address() as AddressInfo).port}/indexnow`

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://news.example'
  mkdirSync(env.dataDir, { recursive: true })
  writeFileSync(join(env.dataDir, 'secret'), 'hemligt')
  service = createServer(async (request, response) => {
    told.push([request.method, request.headers['content-type'], await json(request)])
    response.writeHead(status, { location: 'http://127.0.0.1:1/' }).end()
  })
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve))
})
afterAll(() => {
  delete process.env.PUBLIC_URL
  service.close()
})

test('a service gets the pages, the key and where the key stands', async () => {
  const page = 'https://news.example/nyheter/hittad'
  await notifyIndexNow(address(), [page, 'https://news.example/'])
  const key = indexNowKey()
  expect(key).toMatch(/^[\da-f]{32}$/)
  const keyLocation = `https://news.example/${key}.txt`
  const said = { host: 'news.example', key, keyLocation, urlList: [page, 'https://news.example/'] }
  expect(told).toEqual([['POST', 'application/json; charset=utf-8', said]])
})

test('the key stays while the secret does, and does not tell it', () => {
  const key = indexNowKey()
  expect(indexNowKey()).toBe(key)
  writeFileSync(join(env.dataDir, 'secret'), 'annat')
  expect(indexNowKey()).not.toBe(key)
})

test.each([403, 422, 429, 307, 500])('only a 2xx is an answer, and %i is none', async (answered) => {
  status = answered
  await expect(notifyIndexNow(address(), ['https://news.example/'])).rejects.toThrow(`HTTP ${answered}`)
})
