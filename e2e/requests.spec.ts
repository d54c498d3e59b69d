/** Requests as programs write them that are no browsers: each gets the answer the standard has for it. */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from './support/fixtures.ts'
import { createTestRelease } from './support/releases.ts'
import { ask } from './support/studio-requests.ts'

/** Sends lines as they are and resolves to the status and the whole of the answer. */
async function write(url: string, lines: string[]): Promise<{ status: number; answer: string }> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  await once(socket, 'connect')
  socket.write([...lines, '', ''].join('\r\n'))
  const answer = await text(socket)
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0), answer }
}

const close = 'Connection: close'

test('an offer of another protocol is passed over, and the page comes', async ({ newsroom }) => {
  for (const [path, protocol] of [
    ['/', 'h2c'],
    ['/', 'websocket'],
    ['/sign-in', 'h2c'],
    ['/healthz', 'TLS/1.0'],
  ]) {
    const offer = ['Connection: Upgrade, HTTP2-Settings, close', `Upgrade: ${protocol}`, 'HTTP2-Settings: AAMAAABk']
    const { status, answer } = await write(newsroom.url, [`GET ${path} HTTP/1.1`, 'Host: a.example', ...offer])
    expect(status, `${path} ${protocol}`).toBe(200)
    expect(answer.length).toBeGreaterThan(20)
  }
  expect((await write(newsroom.url, ['CONNECT a.example:443 HTTP/1.1', 'Host: a.example:443'])).status).toBe(405)
})

test('a whole address in the request line is served, and two hosts are not believed', async ({ newsroom }) => {
  const get = (target: string, ...headers: string[]) =>
    write(newsroom.url, [`GET ${target} HTTP/1.1`, ...headers, close]).then(({ status }) => status)
  expect(await get('http://a.example/en', 'Host: a.example')).toBe(200)
  expect(await get('http://a.example', 'Host: b.example')).toBe(200)
  expect(await get('HTTP://a.example:80/healthz', 'Host: a.example')).toBe(200)
  expect(await get('http://a.example/finns-inte', 'Host: a.example')).toBe(404)
  expect(await get('http://a.example/studio', 'Host: a.example')).toBe(307)
  expect(await get('http://a.example/%73tudio', 'Host: a.example')).toBe(404)
  for (const target of ['/', '/studio', '/finns-inte', 'http://a.example/']) {
    expect(await get(target, 'Host: a.example', 'host: b.example'), target).toBe(400)
    expect(await get(target, 'Host: a.example', 'Host: a.example'), target).toBe(400)
  }
  expect(await get('/')).toBe(400)
})

test('an address is decoded once, and what is made up is not there', async ({ newsroom }) => {
  const [, news = ''] = /href="(\/nyheter\/(?!20)[\w-]+)"/.exec((await ask(newsroom.url, '/')).body.toString()) ?? []
  expect((await ask(newsroom.url, news)).status).toBe(200)
  const madeUp = [
    ...[`${news}.rsc`, `${news}.segments/_tree.segment.rsc`, `${news}.segments/x`, `${news}.action`, `${news}.meta`],
    ...[
      '/nyheter/x.rsc',
      '/nyheter.rsc',
      '/index.rsc',
      '/en.rsc',
      '/studio.rsc',
      '/studio/x.segments/_index.segment.rsc',
    ],
    ...['/%73tudio/x', '/%73tudio', '/studio%2fx', '/studio%2Fx', '/studio/%78', '/sign%2Din', '/%61pi/auth/csrf'],
    ...['/%2573tudio', '/studio%252fx', `${news.replace('/nyheter/', '/nyheter%2f')}`, `${news}%2f`, '/en%2Fnews'],
    ...['/preview/x.rsc', '/api/auth/csrf.rsc', '/api/v1/releases.rsc', '/files/x/y.rsc', '/setup%2f'],
  ]
  for (const path of madeUp) expect((await ask(newsroom.url, path)).status, path).toBe(404)
  // A letter that is encoded without need is the letter.
  expect((await ask(newsroom.url, news.replace('/n', '/%6e'))).status).toBe(200)
})

test('a redirect from a former address keeps the query', async ({ newsroom }) => {
  for (const [path, to] of [
    ['/en/news/x?a=1', undefined],
    ['/api?x=1&y=%C3%A5', '/api/v1?x=1&y=%C3%A5'],
    ['/sv/news?sida=2&utm_source=x', '/nyheter?sida=2&utm_source=x'],
    ['/sv/news', '/nyheter'],
  ] as const) {
    expect((await ask(newsroom.url, path)).headers.location, path).toBe(to)
  }
  const release = await createTestRelease({ title: 'En adress som har bytts' })
  await release.publish()
  const slug = `nytt-${randomUUID()}`
  await release.write({ slug })
  await release.publish()
  for (const query of ['', '?sida=2', '?utm_source=brev&utm_campaign=h%C3%B6st', '?q=a%20b&q=c', '?']) {
    // The first makes the redirect, the second finds it stored.
    for (let visits = 0; visits < 2; visits++) {
      const { status, headers } = await ask(newsroom.url, release.path + query)
      expect([status, headers.location]).toEqual([308, `/nyheter/${slug}${query === '?' ? '' : query}`])
    }
  }
})
