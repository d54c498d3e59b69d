import { expect, test } from 'vitest'
import { markdownKey, markdownResponse, pageToWrite, prefersMarkdown } from './markdown-response.ts'

test.each([
  ['/nyheter/karta.md', '/nyheter/karta'],
  ['/nyheter.md?sida=2', '/nyheter?sida=2'],
  ['/index.md', '/'],
  ['/en.md', '/en'],
  ['/en/index.md', '/en'],
  ['/sok.md?q=vatten', '/sok?q=vatten'],
  ['/nyheter/karta', undefined],
  ['/.md', undefined],
  ['/studio.md', undefined],
  ['/studio/releases.md', undefined],
  ['/sign-in.md', undefined],
  ['/setup.md', undefined],
  ['/preview.md', undefined],
  ['/preview/hemligt.md', undefined],
  ['/files/1/960.md', undefined],
  ['/_next/static/a.md', undefined],
])('%s is written from %s', (key, page) => {
  expect(pageToWrite(key)).toBe(page)
})

test.each([
  ['/', '/index.md'],
  ['/en', '/en.md'],
  ['/nyheter?sida=2', '/nyheter.md?sida=2'],
  ['/feed.xml', undefined],
  ['/robots.txt', undefined],
  ['/nyheter/karta.md', undefined],
  ['/api/v1/releases', undefined],
])('%s is %s as Markdown', (key, markdown) => {
  expect(markdownKey(key)).toBe(markdown)
})

test.each([
  ['text/markdown', true],
  ['text/markdown, text/html, */*', true],
  ['text/html;q=0.5, text/markdown', true],
  ['text/x-markdown;q=0.9, text/html;q=0.8', true],
  ['text/html, text/markdown', false],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', false],
  ['text/markdown;q=0', false],
  ['text/markdown;q=0.1, text/html', false],
  ['*/*', false],
  [undefined, false],
])('%s: %s', (accept, prefers) => {
  expect(prefersMarkdown(accept)).toBe(prefers)
})

const about = { publicUrl: 'https://vi.example', common: { 'x-frame-options': 'DENY' } }
const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'public, max-age=0' }

test('a page is Markdown, a redirect leads to Markdown, and what is no page is missing', () => {
  const body = Buffer.from('<html lang="sv"><body><main><h1>Karta</h1></main></body></html>')
  const page = markdownResponse('/nyheter/karta', { status: 200, headers: html, body }, about)
  expect(page.headers).toMatchObject({
    'content-type': 'text/markdown; charset=utf-8',
    'cache-control': 'public, max-age=0',
    'x-frame-options': 'DENY',
    link: '<https://vi.example/nyheter/karta>; rel="canonical"',
  })
  expect(page.body.toString()).toContain('# Karta')
  const moved = { status: 308, headers: { location: '/nyheter/ny-karta?sida=2' }, body: Buffer.of() }
  expect(markdownResponse('/nyheter/karta', moved, about).headers.location).toBe('/nyheter/ny-karta.md?sida=2')
  const away = { status: 307, headers: { location: 'https://annan.example/x' }, body: Buffer.of() }
  expect(markdownResponse('/x', away, about)).toBe(away)
  const gone = { status: 410, headers: html, body }
  expect(markdownResponse('/x', gone, about)).toBe(gone)
  const feed = { status: 200, headers: { 'content-type': 'application/rss+xml' }, body: Buffer.from('<rss/>') }
  expect(markdownResponse('/feed.xml', feed, about).status).toBe(404)
})
