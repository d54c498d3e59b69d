import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { hasSeveralHosts, originForm } from './request-target.ts'

test.each([
  ['/nyheter?sida=2', '/nyheter?sida=2'],
  ['http://news.example.org/nyheter?sida=2', '/nyheter?sida=2'],
  ['HTTPS://news.example.org:443', '/'],
  ['http://news.example.org?q=1', '/?q=1'],
  ['http://news.example.org//evil.example', '//evil.example'],
  ['http:///nyheter', 'http:///nyheter'],
  ['ftp://news.example.org/', 'ftp://news.example.org/'],
  ['*', '*'],
])('%s asks for %s', (target, path) => {
  expect(originForm(target)).toBe(path)
})

test('a host that is named once is one, however it is spelt', () => {
  const naming = (...rawHeaders: string[]) => hasSeveralHosts({ rawHeaders } as IncomingMessage)
  expect(naming('Host', 'a.example', 'From', 'host')).toBe(false)
  expect(naming('Host', 'a.example', 'accept', '*/*', 'HOST', 'a.example')).toBe(true)
  expect(naming()).toBe(false)
})
