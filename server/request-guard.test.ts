import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import {
  clientAddress,
  isBodyAllowed,
  isGuestOrigin,
  isMailProgram,
  isSameOrigin,
  isUnnamedProxy,
  isWellFormed,
  keepOwnCookies,
  sanitizeHeaders,
} from './request-guard.ts'

const open = { publicOrigin: undefined, trustedProxy: false }
const named = { publicOrigin: 'https://press.example', trustedProxy: true }
const request = (headers: IncomingMessage['headers'], url = '/studio') =>
  ({ headers, url, socket: { remoteAddress: '192.0.2.1' } }) as IncomingMessage

test.each([
  ['our own page', { origin: 'http://localhost:3000', host: 'localhost:3000' }, open, true],
  ['another site', { origin: 'https://evil.example', host: 'localhost:3000' }, open, false],
  ['a sandboxed page', { origin: 'null', host: 'localhost:3000' }, open, false],
  ['the named address', { origin: 'https://press.example', host: '127.0.0.1:3000' }, named, true],
  ['the named host without encryption', { origin: 'http://press.example', host: 'press.example' }, named, false],
  ['a forged forwarded host', { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' }, named, false],
  ['no origin, same site', { 'sec-fetch-site': 'same-origin' }, open, true],
  ['no origin, another site', { 'sec-fetch-site': 'cross-site' }, open, false],
  ['a program that says nothing', {}, open, false],
])('what would change something, from %s', (_, headers, options, expected) => {
  expect(isSameOrigin(request(headers), options)).toBe(expected)
})

test.each([
  ['a page without a name', { origin: 'null' }, true],
  ['a page without a name, here', { origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
  ['a page without a name, elsewhere', { origin: 'null', 'sec-fetch-site': 'cross-site' }, false],
  ['another site', { origin: 'https://evil.example' }, false],
  ['a program that says nothing', {}, false],
])('what a guest sends, from %s', (_, headers, expected) => {
  expect(isGuestOrigin(request(headers, '/preview/x'), named)).toBe(expected)
})

test.each([
  ['ends its reader’s mails', {}, 'POST', '/api/unsubscribe/x', true],
  ['comes from another site with it', { origin: 'https://mail.example' }, 'POST', '/api/unsubscribe/x', true],
  ['wants something else', {}, 'DELETE', '/api/unsubscribe/x', false],
  ['asks elsewhere', {}, 'POST', '/api/unsubscribe/x/y', false],
  ['asks for the page', {}, 'POST', '/account/unsubscribe/x', false],
  ['asks for more', {}, 'POST', '/api/unsubscribe/x?y', false],
])('a mail program that %s', (_, headers, method, url, expected) => {
  expect(isMailProgram({ ...request(headers, url), method } as IncomingMessage, named)).toBe(expected)
})

test.each([
  ['a form', { 'content-type': 'multipart/form-data; boundary=----WebKitFormBoundaryqA' }, true],
  ['a form, in other letters', { 'content-type': 'Multipart/Form-Data; charset=utf-8; Boundary="a b"' }, true],
  ['an action', { 'next-action': '40f2e1c6b1a7d3e5f4a0b9c8d7e6f5a4b3c2d1e0ff', 'content-type': 'text/plain' }, true],
  ['JSON', { 'content-type': 'application/json' }, true],
  ['a form without a boundary', { 'content-type': 'multipart/form-data' }, false],
  ['a form with an empty one', { 'content-type': 'multipart/form-data; boundary=' }, false],
  ['an action that cannot be', { 'next-action': 'x' }, false],
])('what a browser sends, or not: %s', (_, headers, expected) => {
  expect(isWellFormed(request(headers))).toBe(expected)
})

test('bodies are bounded: more for the library, none of unknown length', () => {
  const megabytes = (count: number) => ({ 'content-length': `${count * 1_000_000}` })
  expect(isBodyAllowed(request(megabytes(1)))).toBe(true)
  expect(isBodyAllowed(request(megabytes(3)))).toBe(false)
  expect(isBodyAllowed(request(megabytes(60), '/api/media'))).toBe(true)
  expect(isBodyAllowed(request(megabytes(70), '/api/media'))).toBe(false)
  expect(isBodyAllowed(request(megabytes(60), '/api/import?kind=press'))).toBe(true)
  expect(isBodyAllowed(request({ 'transfer-encoding': 'chunked' }))).toBe(false)
})

test('the client’s address is the connection’s, or the last that our own proxy added', () => {
  const forwarded = request({ 'x-forwarded-for': '203.0.113.9, 198.51.100.7' })
  expect(clientAddress(forwarded, open)).toBe('192.0.2.1')
  expect(clientAddress(forwarded, named)).toBe('198.51.100.7')
})

test.each([
  ['127.0.0.1', '203.0.113.9', open, true],
  ['::ffff:172.17.0.2', '203.0.113.9', open, true],
  ['127.0.0.1', undefined, open, false],
  ['127.0.0.1', '203.0.113.9', named, false],
  ['8.8.8.8', '203.0.113.9', open, false],
])('a proxy at %s that names %s', (remoteAddress, forwarded, options, expected) => {
  const asking = { headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress } } as unknown as IncomingMessage
  expect(isUnnamedProxy(asking, options)).toBe(expected)
  asking.headers['x-pressrum-path'] = '/studio'
  expect(isUnnamedProxy(asking, options)).toBe(false)
})

test('what only we may say is replaced by what is true', () => {
  const forged = request({
    host: 'localhost:3000',
    'x-pressrum-address': 'forged',
    'x-pressrum-role': 'owner',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'https',
    'content-security-policy': "script-src 'nonce-forged'",
  })
  sanitizeHeaders(forged, open)
  expect(forged.headers).toEqual({
    host: 'localhost:3000',
    'x-forwarded-host': 'localhost:3000',
    'x-forwarded-for': '192.0.2.1',
    'x-pressrum-address': '192.0.2.1',
    'x-pressrum-path': '/studio',
  })
})

test.each([
  ['next-auth.session-token=a; next-auth.callback-url=@evil; x=1', 'next-auth.session-token=a'],
  [
    '__Secure-next-auth.session-token=a;__Host-next-auth.csrf-token=b',
    '__Secure-next-auth.session-token=a; __Host-next-auth.csrf-token=b',
  ],
  [' next-auth.csrf-token=b=c ', 'next-auth.csrf-token=b=c'],
  ['next-auth.session-token.1=a; next-auth.stated=b; next-auth.session-tokens=c; Next-Auth.Session-Token=d', undefined],
  [
    'next-auth.state=a; __Secure-next-auth.pkce.code_verifier=b; next-auth.nonce=c; next-auth.pkcexcode_verifier=d',
    'next-auth.state=a; __Secure-next-auth.pkce.code_verifier=b; next-auth.nonce=c',
  ],
  ['__Secure-next-auth.callback-url=@evil', undefined],
  ['next-auth.session-token', 'next-auth.session-token'],
  ['', undefined],
])('of the cookies %s the studio gets %s', (cookie, kept) => {
  const asking = request({ cookie })
  keepOwnCookies(asking)
  expect(asking.headers.cookie).toBe(kept)
})
