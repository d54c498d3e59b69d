/**
 * The headers and errors of the open data: readable from pages of any site, and with problems that a program
 * understands.
 */
import { STATUS_CODES } from 'node:http'
import type { Rendered } from '../http/rendered.ts'
import type { Problem } from './shapes.ts'

export const isOpenData = (path: string): boolean => /^\/api\/v1(?:[/?]|$)/.test(path)

export const openDataHeaders = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'etag, link',
}

export const problemOf = (status: number, more: Pick<Problem, 'detail' | 'parameters'> = {}): Problem => ({
  type: 'about:blank',
  title: STATUS_CODES[status] ?? 'Problem',
  status,
  ...more,
})

export const problemHeaders = { ...openDataHeaders, 'content-type': 'application/problem+json' }

const methods = 'GET, HEAD, OPTIONS'

/** Returns an error as RFC 9457 has it, for requests refused before any page is rendered. */
export const refusedOpenData = (status: number): Rendered => ({
  status,
  headers: { ...problemHeaders, 'cache-control': 'no-store', ...(status === 405 ? { allow: methods } : {}) },
  body: Buffer.from(JSON.stringify(problemOf(status))),
})

/** The answer to a browser's preflight request, which precedes a fetch from another site's page. */
export const preflightHeaders = {
  ...openDataHeaders,
  allow: methods,
  'access-control-allow-methods': methods,
  'access-control-allow-headers': 'if-none-match',
  'access-control-max-age': '86400',
}
