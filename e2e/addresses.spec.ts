/** Whatever address somebody asks for gets an answer, and none is a fault. */

import { expect, test } from './support/fixtures.ts'
import { ask } from './support/studio-requests.ts'

test('absurd addresses get a page in the house style, never a fault', async ({ newsroom }) => {
  const absurd = {
    '/%E0%A4%A': 400,
    '/%00': 400,
    '/a%5Cb': 400,
    [`/?q=${'x'.repeat(10_000)}`]: 400,
    [`/${'x'.repeat(10_000)}`]: 400,
    '//evil.example/': 404,
    '/nyheter/../studio': 404,
    '/%2e%2e/%2e%2e/etc/passwd': 404,
    '/.env': 404,
    '/_next/static/../../package.json': 404,
    '/_next/data/x.json': 404,
    '/nyheter/%F0%9F%92%A7': 404,
    '/en/news/finns-inte': 404,
    '/nyheter?sida=-1': 404,
    '/nyheter?sida=1e99': 404,
    '/files/x/y.jpg': 404,
  }
  for (const [path, status] of Object.entries(absurd)) {
    const answer = await ask(newsroom.url, path)
    expect(answer.status, path).toBe(status)
    expect(answer.body.toString(), path).not.toMatch(/\bat [\w.]+ \(|node_modules|Internal Server Error/)
  }
})

/** Every way somebody could spell nonsense after an address, and every kind of address there is. */
const nonsense = [
  ...[
    '-1',
    '0',
    '1e9',
    '1.5',
    'NaN',
    '٣',
    '99999999999999999999',
    '%00',
    '%ff',
    "'",
    '%22%3E%3Cscript%3E',
    '',
    '2%202',
  ],
  ...['__proto__', 'constructor', '../../etc/passwd', '%F0%9F%92%A7', '%E2%80%AE', 'x'.repeat(1_500)],
]
const asked: [path: string, parameters: string[]][] = [
  ['/', ['sida', 'page', 'x']],
  ['/nyheter', ['sida', 'sida[]', '%00']],
  ['/en/people', ['page', 'q', 'organisation', 'role']],
  ['/press/bilder', ['sida']],
  ['/sok', ['q', 'q=vatten&sida', 'q=vatten&typ', 'q=vatten&amne', 'q=vatten&ar', 'q=vatten&person', 'q=vatten&sprak']],
  ['/api/v1/releases', ['limit', 'cursor', 'kind', 'topic', 'person', 'language', 'since', 'until', '__proto__']],
  ['/oembed', ['url', 'format', 'maxwidth']],
]
const below = [
  '',
  'en/',
  'de/',
  'nyheter/',
  'en/news/',
  'personer/',
  'amnen/',
  'nyheter/2026/',
  'files/',
  'files/x/',
  'share/sv/',
]
const endings = [
  '',
  '/',
  '/feed.xml',
  '/ninjs.json',
  '/material.zip',
  '/vcard.vcf',
  '%2f..%2f..',
  '//',
  '/%2e%2e/x',
  ';a=b',
]

test('whatever is asked for, nothing fails and nothing says how it is made', async ({ newsroom }) => {
  test.setTimeout(180_000)
  const addresses = [
    ...asked.flatMap(([path, names]) => names.flatMap((name) => nonsense.map((value) => `${path}?${name}=${value}`))),
    ...below.flatMap((place) => nonsense.flatMap((name) => endings.slice(0, 3).map((end) => `/${place}${name}${end}`))),
    ...endings.flatMap((end) =>
      ['/nyheter', '/en', '/feed.xml', '/api', '/api/v1', '/api/v2', '/%C3%85', '/NYHETER'].map((path) => path + end),
    ),
    ...[
      '/sitemaps/0.xml',
      '/sitemaps/99999.xml',
      '/icons/x',
      '/_next/',
      '/_next/image?url=x',
      '/preview/',
      '/favicon.ico/x',
    ],
    `/nyheter?${'a=1&'.repeat(400)}`,
    `/sok?q=${'"ab -'.repeat(300)}`,
  ].map((address) => address.replace(/[^!-~]/g, encodeURIComponent))
  const failed: string[] = []
  const waiting = [...addresses]
  const askAll = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const { status, body } = await ask(newsroom.url, address)
      const isFine = status < 500 || (status === 501 && address.startsWith('/oembed'))
      if (!isFine || /\bat [\w.]+ \(|node_modules|SQLITE|Internal Server Error/.test(body.toString())) {
        failed.push(`${status} ${address}`)
      }
    }
  }
  await Promise.all(Array.from({ length: 8 }, askAll))
  expect(addresses.length).toBeGreaterThan(800)
  expect(failed).toEqual([])
})

test('an address in capitals leads to the one there is, and what is not there is a page of ours', async ({
  newsroom,
}) => {
  const moved = await ask(newsroom.url, '/Nyheter?sida=2')
  expect([moved.status, moved.headers.location]).toEqual([308, '/nyheter?sida=2'])
  for (const path of [
    '/files/x/y.pdf',
    '/nyheter/finns-inte/material.zip',
    '/personer/finns-inte/vcard.vcf',
    '/x/feed.xml',
  ]) {
    const { status, headers, body } = await ask(newsroom.url, path)
    expect([path, status, headers['content-type']]).toEqual([path, 404, 'text/html; charset=utf-8'])
    expect(body.toString(), path).toContain('<h1')
  }
  expect((await ask(newsroom.url, '/api')).headers.location).toBe('/api/v1')
  expect((await ask(newsroom.url, '/security.txt')).headers.location).toBe('/.well-known/security.txt')
  const unknown = await ask(newsroom.url, '/api/v2/releases')
  expect([unknown.status, unknown.headers['content-type']]).toEqual([404, 'application/problem+json'])
})
