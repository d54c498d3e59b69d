import { expect, test } from 'vitest'
import { readAddress } from './reader-address.ts'

test.each([
  ['/', { kind: 'reader', key: '/' }],
  ['/nyheter/en-nyhet', { kind: 'reader', key: '/nyheter/en-nyhet' }],
  ['/nyheter/%65n-nyhet', { kind: 'reader', key: '/nyheter/en-nyhet' }],
  ['/nyheter?utm_source=x&sida=2&sida=3', { kind: 'reader', key: '/nyheter?sida=2' }],
  ['/sok?q=vatten%20igen&x=1', { kind: 'reader', key: '/sok?q=vatten+igen' }],
  ['/sok?q=a&q=b&ar=2026&typ=citat&okand=1', { kind: 'reader', key: '/sok?typ=citat&ar=2026&q=a' }],
  ['/sok?q=', { kind: 'reader', key: '/sok' }],
  ['/sok%3Fq=1', { kind: 'reader', key: '/sok%3Fq%3D1' }],
  ['/files/1/960.avif?x=1', { kind: 'file', key: '/files/1/960.avif' }],
  ['/_next/static/a.js?x=1', { kind: 'build', key: '/_next/static/a.js' }],
  ['/_next/image?url=x', { kind: 'refused', status: 404 }],
  ['/studio/releases?status=draft', { kind: 'studio', path: '/studio/releases' }],
  ['/studiolampor', { kind: 'reader', key: '/studiolampor' }],
  ['/%73tudio', { kind: 'studio', path: '/studio' }],
  ['/api/auth/session', { kind: 'studio', path: '/api/auth/session' }],
  ['/api', { kind: 'reader', key: '/api' }],
  ['/api/v1', { kind: 'reader', key: '/api/v1' }],
  ['/api/v1/releases?limit=5&kind=press', { kind: 'reader', key: '/api/v1/releases?kind=press&limit=5' }],
  ['/oembed?url=http%3A%2F%2Fx&format=xml', { kind: 'reader', key: '/oembed?format=xml&url=http%3A%2F%2Fx' }],
  ['/api/v12', { kind: 'studio', path: '/api/v12' }],
  ['/preview/abc?x=1', { kind: 'guest', path: '/preview/abc' }],
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
  expect(readAddress(url)).toEqual(address)
})
