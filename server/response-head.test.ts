import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { sendStored, storeResponse } from './stored-response.ts'

const body = Buffer.from('Vatten '.repeat(200))
const headers = { 'content-type': 'text/html', 'x-name': 'Åsele' }
const stored = await storeResponse({ status: 200, headers, body }, { quality: 5 })
const etag = stored.variants.identity.etag
/** How often Node composed a head. */
let composings = 0
const server = createServer((request, response) => {
  const { writeHead } = response
  response.writeHead = (...given: unknown[]) => {
    composings++
    return Reflect.apply(writeHead, response, given)
  }
  sendStored(request, response, stored)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
const { port } = server.address() as AddressInfo
afterAll(() => server.close())

/** What comes back for requests sent at once on one connection, as the bytes stand; the last of them closes it. */
async function exchange(...requests: string[]): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  socket.write(requests.join(''))
  const chunks: Buffer[] = []
  for await (const chunk of socket) chunks.push(chunk)
  return Buffer.concat(chunks).toString('latin1')
}

const get = (...lines: string[]) => ['GET / HTTP/1.1', 'Host: a', ...lines, '', ''].join('\r\n')
const last = get('Connection: close')
const undated = (answers: string) => answers.replaceAll(/^Date: .*\r\n/gm, '')

test('what Node composed for an answer is sent again as it was', async () => {
  const [first = '', second = '', closing = ''] = undated(await exchange(get(), get(), last)).split(/(?=HTTP\/1\.1 )/)
  expect(first).toContain('HTTP/1.1 200 OK\r\ncontent-type: text/html\r\nx-name: Åsele\r\n')
  expect(first).toContain('\r\nConnection: keep-alive\r\nKeep-Alive: timeout=5\r\n\r\nVatten')
  expect(second).toBe(first)
  expect(closing).toContain('\r\nConnection: close\r\n\r\nVatten')
})

test('a head is composed once a second, and the date moves on', async () => {
  const dateIn = (answer: string) => Date.parse(/^Date: (.*)$/m.exec(answer)?.[1] ?? '')
  // At the start of a second, so that all fall into it.
  await new Promise((resolve) => setTimeout(resolve, 1_010 - (Date.now() % 1_000)))
  composings = 0
  const before = dateIn(await exchange(...Array.from({ length: 20 }, () => get()), last))
  // One for connections that stay open and one for the last, and room for a slow machine to come into the next second.
  expect(composings).toBeLessThanOrEqual(4)
  const so = composings
  await new Promise((resolve) => setTimeout(resolve, 1_100))
  expect(dateIn(await exchange(get(), last))).toBeGreaterThan(before)
  expect(composings).toBe(so + 2)
})

test('304 and HEAD have heads of their own and no body', async () => {
  const known = get(`If-None-Match: ${etag}`)
  const answers = undated(await exchange(get(), known, known, get().replace('GET', 'HEAD'), known, last))
  const [whole = '', first = '', second = '', head = '', third = ''] = answers.split(/(?=HTTP\/1\.1 )/)
  expect(first).toMatch(/^HTTP\/1\.1 304 Not Modified\r\n(?:[^\r]+\r\n)+\r\n$/)
  expect(first).not.toMatch(/content-length/i)
  expect([second, third]).toEqual([first, first])
  expect(head).toBe(whole.slice(0, whole.indexOf('Vatten')))
})

test('a client of HTTP/1.0 is told that the connection closes', async () => {
  await exchange(get(), last)
  expect(await exchange('GET / HTTP/1.0\r\n\r\n')).toContain('\r\nConnection: close\r\n\r\nVatten')
})
