import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { guestResponse, sendPlainWhereDead } from './guest-response.ts'

const answer = (html: string, status = 200) => {
  const rendered = {
    status,
    headers: { 'content-type': 'text/html', link: '</files/1/a.jpg>' },
    body: Buffer.from(html),
  }
  const { body, ...rest } = guestResponse('/preview/secret', rendered, { language: 'sv', common: { 'x-own': '1' } })
  return { ...rest, html: body.toString() }
}

test('files are asked for through the link, and nothing else is touched', () => {
  const { html } = answer(
    '<img src="/files/1/960.jpg" srcSet="/files/1/320.jpg 320w, /files/1/960.jpg 960w" alt="/files/1"/>' +
      '<a href="/files/1/original.png">Fil</a><a href="/nyheter">/files/1</a><a href="https://x.example/files/1">x</a>',
  )
  expect(html).toBe(
    '<img src="/preview/secret/files/1/960.jpg" srcSet="/preview/secret/files/1/320.jpg 320w, /preview/secret/files/1/960.jpg 960w" alt="/files/1"/>' +
      '<a href="/preview/secret/files/1/original.png">Fil</a><a href="/nyheter">/files/1</a><a href="https://x.example/files/1">x</a>',
  )
})

test.each([
  'https://x.example/a,/files/b',
  'https://x.example/a, /files/b',
  'https://x.example/?to=/files/1',
  '//x.example/files/1',
  '/nyheter?a=1,/files/2',
  'mailto:a@x.example?body=se,/files/1',
])('a link to %s leads where it led', (href) => {
  const link = `<a href="${href}">x</a>`
  expect(answer(link).html).toBe(link)
})

test('nobody keeps the page, finds it, or is told its address', () => {
  expect(answer('<p>Utkast</p>').headers).toMatchObject({
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-robots-tag': 'noindex, nofollow',
    link: undefined,
    'x-own': '1',
  })
})

test('what opens nothing is one page, without a word of why', () => {
  const [named, failed] = [answer('<meta name="pressrum-status" content="404"/>'), answer('<p>x</p>', 404)]
  expect(named).toEqual(failed)
  expect(named.status).toBe(404)
  expect(named.html).toContain('Länken gäller inte längre')
})

test('a dead link to an account is that page too, and what Next answers to others is left as it is', async () => {
  const answered: RequestListener = (request, response) => {
    sendPlainWhereDead(response, { language: 'sv', common: { 'x-own': '1' } })
    response.statusCode = request.url === '/open' ? 200 : 404
    response.setHeader('content-type', request.url === '/data' ? 'text/x-component' : 'text/html')
    response.setHeader('link', '</a.js>; rel=preload')
    response.flushHeaders()
    response.write('<html id="__next_error__">')
    response.end('</html>')
  }
  const server = createServer(answered).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const ask = async (path: string) => {
    const got = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
    return { status: got.status, headers: got.headers, html: await got.text() }
  }
  const dead = await ask('/dead')
  const { html } = answer('<p>x</p>', 404)
  expect([dead.status, dead.html, dead.headers.get('link'), dead.headers.get('x-own')]).toEqual([404, html, null, '1'])
  expect([dead.headers.get('cache-control'), dead.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer'])
  for (const path of ['/open', '/data']) expect((await ask(path)).html, path).toBe('<html id="__next_error__"></html>')
  server.close()
})

test('a link that leads on redirects, kept by nobody; other failures still tell nothing', () => {
  const moved = {
    status: 308,
    headers: { location: '/nyheter/ute', 'content-type': 'text/html' },
    body: Buffer.from('x'),
  }
  const { status, headers, body } = guestResponse('/embargo/secret', moved, { language: 'sv', common: {} })
  expect([status, headers.location, headers['cache-control'], body.length]).toEqual([
    308,
    '/nyheter/ute',
    'no-store',
    0,
  ])
  const failed = { ...moved, status: 307 }
  expect(guestResponse('/embargo/secret', failed, { language: 'sv', common: {} }).status).toBe(404)
})
