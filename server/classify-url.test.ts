import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { wordsScript } from '#lib/words-script.ts'
import { classifyUrl } from './classify-url.ts'

const words = wordsScript('sv').path

test('every page of the studio, and before it, is the studio’s', () => {
  const pages = globSync('**/page.tsx', { cwd: join(import.meta.dirname, '../app/(studio)') })
  const paths = pages.map((page) => `/${dirname(page).replace(/\[[^\]]+\]/g, 'x')}`)
  expect(paths.length).toBeGreaterThan(30)
  expect(paths.filter((path) => classifyUrl(path).kind !== 'studio')).toEqual([])
})

test('what is not for everybody goes through the Varnish of docs, whether a page of the studio or a guest’s', () => {
  const rules = readFileSync(join(import.meta.dirname, '../docs/varnish.vcl'), 'utf8')
  const through = new RegExp(/req\.url ~ "(\^\/\(studio[^"]+)"/.exec(rules)?.[1] ?? '$.')
  const pages = globSync('({studio,preview})/**/page.tsx', { cwd: join(import.meta.dirname, '../app') })
  const paths = pages.map(
    (page) =>
      `/${dirname(page)
        .replace(/^[^/]+\//, '')
        .replace(/\[[^\]]+\]/g, 'x')}`,
  )
  expect(new Set(paths.map((path) => classifyUrl(path).kind))).toEqual(new Set(['studio', 'guest']))
  expect(paths.filter((path) => !through.test(path))).toEqual([])
})

test.each([
  ['/', { kind: 'reader', key: '/' }],
  ['/nyheter/en-nyhet', { kind: 'reader', key: '/nyheter/en-nyhet' }],
  ['/nyheter/%65n-nyhet', { kind: 'reader', key: '/nyheter/en-nyhet' }],
  ['/nyheter?utm_source=x&sida=2&sida=3', { kind: 'reader', key: '/nyheter?sida=2' }],
  ['/sok?q=vatten%20igen&x=1', { kind: 'reader', key: '/sok?q=vatten+igen' }],
  ['/sok?q=a&q=b&ar=2026&typ=citat&okand=1', { kind: 'reader', key: '/sok?typ=citat&ar=2026&q=a' }],
  ['/sok?q=', { kind: 'reader', key: '/sok' }],
  ['/sok%3Fq=1', { kind: 'reader', key: '/sok%3Fq%3D1' }],
  ['/press/bilder.zip?image=b&image=a', { kind: 'reader', key: '/press/bilder.zip?image=b&image=a' }],
  ['/press/bilder?image=b', { kind: 'reader', key: '/press/bilder' }],
  ['/files/1/960.avif?x=1', { kind: 'file', key: '/files/1/960.avif' }],
  ['/_next/static/a.js?x=1', { kind: 'build', key: '/_next/static/a.js' }],
  [`${words}?x=1`, { kind: 'build', key: words }],
  ['/words/sv-0123456789abcdef.js', { kind: 'studio', path: '/words/sv-0123456789abcdef.js' }],
  ['/words/xx-0123456789abcdef.js', { kind: 'refused', status: 404 }],
  ['/words/sv.js', { kind: 'refused', status: 404 }],
  ['/_next/image?url=x', { kind: 'refused', status: 404 }],
  ['/studio/releases?status=draft', { kind: 'studio', path: '/studio/releases' }],
  ['/sign-in?next=%2Fstudio', { kind: 'studio', path: '/sign-in' }],
  ['/sign-in/x', { kind: 'reader', key: '/sign-in/x' }],
  ['/setup/x/y', { kind: 'reader', key: '/setup/x/y' }],
  ['/account', { kind: 'reader', key: '/account' }],
  ['/account/forgotten/x', { kind: 'reader', key: '/account/forgotten/x' }],
  ['/account/password/aB_-9', { kind: 'studio', path: '/account/password/aB_-9' }],
  ['/account/password/aB_-9/x', { kind: 'moved', to: '/account/password/ab_-9/x' }],
  ['/studiolampor', { kind: 'reader', key: '/studiolampor' }],
  ['/%73tudio', { kind: 'refused', status: 404 }],
  ['/studio/%78', { kind: 'refused', status: 404 }],
  ['/%61pi/auth/session', { kind: 'refused', status: 404 }],
  ['/studio%2fx', { kind: 'refused', status: 404 }],
  ['/studio%2Freleases', { kind: 'refused', status: 404 }],
  ['/nyheter%2Fen-nyhet', { kind: 'refused', status: 404 }],
  ['/%2573tudio', { kind: 'reader', key: '/%2573tudio' }],
  ['/nyheter/x.rsc', { kind: 'refused', status: 404 }],
  ['/nyheter/x.rsc?x=1', { kind: 'refused', status: 404 }],
  ['/nyheter/x%2ersc', { kind: 'refused', status: 404 }],
  ['/nyheter/x.segments/_tree.segment.rsc', { kind: 'refused', status: 404 }],
  ['/studio.rsc', { kind: 'refused', status: 404 }],
  ['/studio/x.segments/_index', { kind: 'refused', status: 404 }],
  ['/preview/abc.action', { kind: 'refused', status: 404 }],
  ['/nyheter/rsc', { kind: 'reader', key: '/nyheter/rsc' }],
  ['/api/auth/session', { kind: 'studio', path: '/api/auth/session' }],
  ['/api', { kind: 'reader', key: '/api' }],
  ['/api/v1', { kind: 'reader', key: '/api/v1' }],
  ['/api/v1/releases?limit=5&kind=press', { kind: 'reader', key: '/api/v1/releases?kind=press&limit=5' }],
  ['/oembed?url=http%3A%2F%2Fx&format=xml', { kind: 'reader', key: '/oembed?format=xml&url=http%3A%2F%2Fx' }],
  ['/NYHETER/En-Nyhet?sida=2&x=Y', { kind: 'moved', to: '/nyheter/en-nyhet?sida=2&x=Y' }],
  ['/nyheter/%C3%85', { kind: 'moved', to: '/nyheter/%C3%A5' }],
  ['/files/1/ORIGINAL.JPG', { kind: 'file', key: '/files/1/ORIGINAL.JPG' }],
  ['/api/v12', { kind: 'studio', path: '/api/v12' }],
  ['/preview/abc?x=1', { kind: 'guest', path: '/preview/abc' }],
  ['/sign-off/abc?x=1', { kind: 'guest', path: '/sign-off/abc' }],
  ['/embargo/abc/1-2', { kind: 'guest', path: '/embargo/abc/1-2' }],
  ['/embargot', { kind: 'reader', key: '/embargot' }],
  ['/sign-offs', { kind: 'reader', key: '/sign-offs' }],
  ['/previews', { kind: 'reader', key: '/previews' }],
  ['/a//b', { kind: 'refused', status: 404 }],
  ['//evil.example', { kind: 'refused', status: 404 }],
  ['/a/../studio', { kind: 'refused', status: 404 }],
  ['/a/%2e%2e/b', { kind: 'refused', status: 404 }],
  ['/%E0%A4%A', { kind: 'refused', status: 400 }],
  ['/a%00b', { kind: 'refused', status: 400 }],
  ['/a\\b', { kind: 'refused', status: 400 }],
  ['*', { kind: 'refused', status: 400 }],
  ['http://evil.example/', { kind: 'refused', status: 400 }],
  [`/?q=${'x'.repeat(10_000)}`, { kind: 'refused', status: 400 }],
])('%s', (url, address) => {
  expect(classifyUrl(url)).toEqual(address)
})
