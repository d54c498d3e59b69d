import { expect, test } from 'vitest'
import { localeRewrites } from './rewrites.ts'
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

test('every address a reader can ask for leads to one page', () => {
  expect(localeRewrites()).toContainEqual({ source: '/nyheter/:slug', destination: '/sv/news/:slug' })
  expect(localeRewrites()).toContainEqual({ source: '/en/news/interview', destination: '/en/archive/interview' })
  const sources = localeRewrites().map((rewrite) => rewrite.source)
  expect(new Set(sources).size).toBe(sources.length)
})
