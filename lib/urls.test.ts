import { inject } from 'light-my-request'
import { expect, test } from 'vitest'
import { withReaderPaths } from './rewrites.ts'
import { pageOf, pathTo } from './urls.ts'

test('Swedish stands at the root, English under /en, both in their own words', () => {
  expect(pathTo('sv')).toBe('/')
  expect(pathTo('en')).toBe('/en')
  expect(pathTo('sv', 'news', 'ny')).toBe('/nyheter/ny')
  expect(pathTo('en', 'people', 'kim')).toBe('/en/people/kim')
  expect(pathTo('sv', 'topics')).toBe('/amnen')
  expect(pathTo('sv', 'search')).toBe('/sok')
})

test('a first page has no number', () => {
  expect(pageOf('/nyheter', 'sv', 1)).toBe('/nyheter')
  expect(pageOf('/nyheter', 'sv', 2)).toBe('/nyheter?sida=2')
  expect(pageOf('/en/news', 'en', 2)).toBe('/en/news?page=2')
  expect(pageOf('/sok?q=vatten', 'sv', 2)).toBe('/sok?q=vatten&sida=2')
})

test('every address a reader can ask for leads to one page, and no page has another address', async () => {
  const answer = async (url: string) => {
    const echo = withReaderPaths(async (request, response) => void response.end(request.url))
    const { statusCode, headers, body } = await inject((request, response) => void echo(request, response), { url })
    return statusCode === 308 ? { movedTo: headers.location } : body
  }
  expect(await answer('/')).toBe('/sv')
  expect(await answer('/?page=2')).toBe('/sv?page=2')
  expect(await answer('/nyheter/ny-bro?q=/amnen/x')).toBe('/sv/news/ny-bro?q=/amnen/x')
  expect(await answer('/Nyheter/%C3%A5r')).toBe('/sv/news/%C3%A5r')
  expect(await answer('/nyheter/2026')).toBe('/sv/archive/2026')
  expect(await answer('/nyheter/20261')).toBe('/sv/news/20261')
  expect(await answer('/nyheter/2026/04')).toBe('/sv/archive/2026/04')
  expect(await answer('/en/news/interview')).toBe('/en/archive/interview')
  expect(await answer('/amnen/vatten/feed.xml')).toBe('/sv/feeds/rss/topics/vatten')
  expect(await answer('/amnen/vatten/feedxxml')).toBe('/amnen/vatten/feedxxml')
  expect(await answer(`/${'0f'.repeat(16)}.txt`)).toBe(`/indexnow/${'0f'.repeat(16)}`)
  expect(await answer('/sv/news/ny-bro?utm=1')).toEqual({ movedTo: '/nyheter/ny-bro?utm=1' })
  expect(await answer('/en/archive/2026/04')).toEqual({ movedTo: '/en/news/2026/04' })
  expect(await answer('/sv')).toEqual({ movedTo: '/' })
  expect(await answer('/studio/releases')).toBe('/studio/releases')
  expect(await answer('/_next/static/x.js')).toBe('/_next/static/x.js')
})
