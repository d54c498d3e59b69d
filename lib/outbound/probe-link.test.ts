import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type NetworkAccess, openInternet, probeLink } from './probe-link.ts'

/** A web of one server: every name leads to it, and its port may be used. */
let server: Server
let port = 0
const seen: { method?: string; url?: string; headers: IncomingMessage['headers'] }[] = []
const lookedUp: string[] = []
let web: NetworkAccess

const pages: Record<string, (request: IncomingMessage, response: ServerResponse) => unknown> = {
  '/here': (_, response) => response.end('a page'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/gone-for-good': (_, response) => response.writeHead(410).end(),
  '/no-robots': (_, response) => response.writeHead(403).end(),
  '/bad-day': (_, response) => response.writeHead(503).end(),
  '/only-whole': (request, response) => response.writeHead(request.method === 'HEAD' ? 405 : 200).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/here' }).end(),
  '/moved-to-gone': (_, response) => response.writeHead(302, { location: '/gone' }).end(),
  '/moved-inside': (_, response) => response.writeHead(302, { location: `http://intranet.example:${port}/here` }).end(),
  '/moved-to-metadata': (_, response) => response.writeHead(302, { location: 'http://169.254.169.254/latest/' }).end(),
  '/moved-to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/cookie': (_, response) => response.writeHead(302, { location: '/here', 'set-cookie': 'a=b' }).end(),
  '/silent': () => {},
  '/endless': (request, response) => {
    response.writeHead(405)
    if (request.method === 'HEAD') return response.end()
    const timer = setInterval(() => response.write('x'.repeat(1_000)), 1)
    response.on('close', () => clearInterval(timer))
  },
}

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push({ method: request.method, url: request.url, headers: request.headers })
    pages[request.url ?? '']?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
  web = {
    async resolve(hostname) {
      lookedUp.push(hostname)
      return [hostname === 'intranet.example' ? '10.0.0.8' : '127.0.0.1']
    },
    mayConnect: (address, at) => address === '127.0.0.1' && at === port,
  }
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  seen.length = 0
  lookedUp.length = 0
})

const at = (path: string) => `http://news.example:${port}${path}`

describe('a page', () => {
  test.each([
    ['/here', { state: 'answers', status: 200 }],
    ['/moved', { state: 'answers', status: 200, movedTo: expect.stringMatching(/\/here$/) }],
    ['/only-whole', { state: 'answers', status: 200 }],
    ['/gone', { state: 'broken', status: 404 }],
    ['/gone-for-good', { state: 'broken', status: 410 }],
    ['/moved-to-gone', { state: 'broken', status: 404, movedTo: expect.stringMatching(/\/gone$/) }],
    ['/round', { state: 'broken' }],
    ['/no-robots', { state: 'unknown', status: 403 }],
    ['/bad-day', { state: 'unknown', status: 503 }],
    ['/endless', { state: 'unknown', status: 405 }],
    ['/moved-inside', { state: 'refused' }],
    ['/moved-to-metadata', { state: 'refused' }],
    ['/moved-to-file', { state: 'refused' }],
  ])('at %s', async (path, answer) => {
    expect(await probeLink(at(path), web)).toEqual(answer)
  })

  test('that never answers is waited for no longer than a moment', async () => {
    expect(await probeLink(at('/silent'), web, 150)).toEqual({ state: 'unknown' })
  })

  test('is not waited for when the name is looked up for ever', async () => {
    const slow = { ...web, resolve: () => new Promise<string[]>(() => {}) }
    expect(await probeLink(at('/here'), slow, 50)).toEqual({ state: 'unknown' })
  })

  test('with a name nobody has is broken, and without a network nothing can be told', async () => {
    const fails = (code: string) => ({ ...web, resolve: () => Promise.reject(Object.assign(new Error(), { code })) })
    expect(await probeLink(at('/here'), fails('ENOTFOUND'))).toEqual({ state: 'broken' })
    expect(await probeLink(at('/here'), fails('EAI_AGAIN'))).toEqual({ state: 'unknown' })
  })
})

describe('the question', () => {
  test('is asked once, of the head alone, and says nothing of who asks', async () => {
    await probeLink(at('/cookie'), web)
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['HEAD /cookie', 'HEAD /here'])
    for (const { headers } of seen) {
      expect(Object.keys(headers).sort()).toEqual(['accept', 'connection', 'host', 'user-agent'])
    }
  })

  test('goes to the address that was approved, whatever the name leads to a moment later', async () => {
    const answers = [['127.0.0.1'], ['10.0.0.1']]
    const rebinding = { ...web, resolve: async () => answers.shift() ?? [] }
    expect(await probeLink(at('/here'), rebinding)).toEqual({ state: 'answers', status: 200 })
    expect(answers).toHaveLength(1)
  })

  test('is not asked when one of the addresses is not public', async () => {
    expect(await probeLink(at('/here'), { ...web, resolve: async () => ['127.0.0.1', '10.0.0.1'] })).toEqual({
      state: 'refused',
    })
    expect(seen).toEqual([])
  })

  test('looks every name up on the way', async () => {
    await probeLink(at('/moved-inside'), web)
    expect(lookedUp).toEqual(['news.example', 'intranet.example'])
  })
})

describe('by itself the server does not go to', () => {
  test.each([
    'http://127.0.0.1/',
    'http://localhost/',
    'http://2130706433/',
    'http://0177.0.0.1/',
    'http://0x7f000001/',
    'http://127.1/',
    'http://0/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://10.1.2.3/',
    'http://192.168.0.1/',
    'http://172.20.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://[fd00::1]/',
    'http://[fe80::1]/',
    'http://224.0.0.1/',
    'http://1.1.1.1:8080/',
    'http://1.1.1.1:22/',
    'https://1.1.1.1:3000/',
    'http://name:word@1.1.1.1/',
    'ftp://1.1.1.1/',
    'file:///etc/passwd',
    'gopher://1.1.1.1/',
    'not an address',
  ])('%s', async (address) => {
    expect(await probeLink(address, openInternet)).toEqual({ state: 'refused' })
  })
})
