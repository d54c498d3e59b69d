/** What is checked before a request may change anything, and what is put right before anyone else reads it. */
import type { IncomingMessage } from 'node:http'

export interface BorderOptions {
  /** The origin readers use, when the operator has named it. */
  publicOrigin: string | undefined
  trustedProxy: boolean
}

const uploadLimit = 64 * 1024 * 1024
const bodyLimit = 2 * 1024 * 1024

/**
 * Whether the request comes from our own pages. A browser names the origin of everything that is not a plain visit; one
 * that does not must at least say that it is the same site.
 */
export function comesFromUs({ headers }: IncomingMessage, { publicOrigin }: BorderOptions): boolean {
  if (headers.origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (publicOrigin) return headers.origin === publicOrigin
  return URL.parse(headers.origin)?.host === headers.host
}

/**
 * The same for what a guest sends. The page behind a preview link sends no referrer, and then a browser names no origin
 * either; what a guest may do hangs on the secret in the address and on nothing the browser adds by itself.
 */
export function comesFromGuest(request: IncomingMessage, options: BorderOptions): boolean {
  const { origin, 'sec-fetch-site': site = 'same-origin' } = request.headers
  return comesFromUs(request, options) || (origin === 'null' && site === 'same-origin')
}

/** Whether the body is small enough to be read. One that does not say how long it is is not. */
export function isBodyAcceptable({ headers, url }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return false
  const length = Number(headers['content-length'] ?? 0)
  return length <= (/^\/api\/(media|import)\b/.test(url ?? '') ? uploadLimit : bodyLimit)
}

/** The address of whoever asks: of the connection, or what our own proxy says it was. */
export function clientAddress({ headers, socket }: IncomingMessage, { trustedProxy }: BorderOptions): string {
  const forwarded = [headers['x-forwarded-for']].flat().join(',')
  return (trustedProxy && forwarded.split(',').at(-1)?.trim()) || socket.remoteAddress || 'unknown'
}

/**
 * Replaces what only we may say with what is true. The origin has been checked by now, so the host is said to be the
 * one the pages are read at, which is what the framework compares it with.
 */
export function tidyHeaders(request: IncomingMessage, options: BorderOptions): void {
  const { headers } = request
  const address = clientAddress(request, options)
  for (const name of Object.keys(headers)) {
    if (/^(?:x-pressrum-|x-forwarded-|x-middleware-|x-nextjs-|x-matched-path$|content-security-policy)/.test(name)) {
      delete headers[name]
    }
  }
  const origin = options.publicOrigin ? new URL(options.publicOrigin) : undefined
  headers['x-forwarded-host'] = origin?.host ?? headers.host ?? ''
  headers['x-forwarded-proto'] = origin?.protocol.slice(0, -1) ?? 'http'
  headers['x-forwarded-for'] = address
  headers['x-pressrum-address'] = address
  headers['x-pressrum-path'] = request.url ?? '/'
}
