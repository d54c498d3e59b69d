import { expect, test } from 'vitest'
import { forCdn, surrogateKeys } from './cdn-headers.ts'

const page = (cacheControl: string, status = 200) => ({
  status,
  headers: { 'content-type': 'text/html', 'cache-control': cacheControl },
  body: Buffer.from('x'),
})
const plain = 'public, max-age=0, must-revalidate'

test('an answer is named by what it is about, in whichever form', () => {
  expect(surrogateKeys('/')).toEqual(['newsroom'])
  expect(surrogateKeys('/nyheter?sida=2')).toEqual(['newsroom', 'sv', 'news'])
  for (const form of ['/nyheter/en-nyhet', '/nyheter/en-nyhet.md', '/nyheter/en-nyhet/ninjs.json'])
    expect(surrogateKeys(form)).toEqual(['newsroom', 'sv', 'news', 'news/en-nyhet'])
  expect(surrogateKeys('/en/people/nora')).toEqual(['newsroom', 'en', 'people', 'people/nora'])
  expect(surrogateKeys('/files/abc/bild.jpg')).toEqual(['newsroom', 'files', 'files/abc'])
})

test('without a CDN nothing is said to one', () => {
  const answer = page(plain)
  expect(forCdn('/', answer, undefined)).toBe(answer)
})

test('a CDN may keep what is for everybody, and sends it on while the newsroom is away', () => {
  expect(forCdn('/nyheter', page(plain), 3600).headers).toMatchObject({
    'cache-control': 'public, max-age=0, s-maxage=3600, stale-while-revalidate=1, stale-if-error=604800',
    'surrogate-key': 'newsroom sv news',
  })
  expect(forCdn('/nyheter/x', page(plain, 404), 60).headers['cache-control']).toContain('s-maxage=60')
  expect(forCdn('/fonts/a.woff2', page('public, max-age=31536000, immutable'), 60).headers['cache-control']).toBe(
    'public, max-age=31536000, immutable',
  )
})

test('what is for some, or says that something is away, is for no CDN', () => {
  for (const [address, answer] of [
    ['/nyheter', page('no-store')],
    ['/nyheter', page('private, max-age=600')],
    ['/nyheter', page(plain, 503)],
    ['/files/abc/bild.jpg', page(plain, 404)],
  ] as const)
    expect(forCdn(address, answer, 60)).toBe(answer)
})
