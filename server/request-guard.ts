/** Guards requests: what must hold before one may change anything, and which of its headers may be believed. */
import type { IncomingMessage } from 'node:http'
import { isPublicAddress } from '#lib/outbound/public-address.ts'

export interface GuardOptions {
  /** The origin of `PUBLIC_URL`, when the operator has set it. */
  publicOrigin: string | undefined
  trustedProxy: boolean
}

const uploadLimit = 64 * 1024 * 1024
const bodyLimit = 2 * 1024 * 1024

/**
 * Whether the request comes from our own pages. A browser sends an Origin with everything but a plain visit; without
 * one it must at least say that the request is same-origin.
 */
export function isSameOrigin({ headers }: IncomingMessage, { publicOrigin }: GuardOptions): boolean {
  if (headers.origin === undefined) return headers['sec-fetch-site'] === 'same-origin'
  if (publicOrigin) return headers.origin === publicOrigin
  return URL.parse(headers.origin)?.host === headers.host
}

/**
 * The same for a form of a guest. The page behind a preview link sends no referrer, and the browser then sends `Origin:
 * null`; what a guest may do depends on the secret in the address and on nothing the browser adds by itself.
 */
export function isGuestOrigin(request: IncomingMessage, options: GuardOptions): boolean {
  const { origin, 'sec-fetch-site': site = 'same-origin' } = request.headers
  return isSameOrigin(request, options) || (origin === 'null' && site === 'same-origin')
}

const oneClick = /^\/api\/unsubscribe\/[^/?]+$/

/**
 * The same for what a mail program sends when its reader wants no more mails (RFC 8058): it comes from no page at all, and
 * what it may do depends on the secret in the address alone.
 */
export const isMailProgram = (request: IncomingMessage, options: GuardOptions): boolean =>
  (request.method === 'POST' && oneClick.test(request.url ?? '')) || isSameOrigin(request, options)

/** Whether the body is small enough to be read. A body without a stated length is refused. */
export function isBodyAllowed({ headers, url }: IncomingMessage): boolean {
  if (headers['transfer-encoding'] !== undefined) return false
  const length = Number(headers['content-length'] ?? 0)
  return length <= (/^\/api\/(media|import)\b/.test(url ?? '') ? uploadLimit : bodyLimit)
}

const boundary = /;\s*boundary=("[^"]+"|[^\s";]+)/i
const actionId = /^[\da-f]{40,64}$/

/**
 * Whether a form or an action is sent as browsers send one. What only a program can have made up is refused here: Next
 * answers it with a fault, and writes down each.
 */
export function isWellFormed({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  if (/^multipart\/form-data\b/i.test(type) && !boundary.test(type)) return false
  const action = headers['next-action']
  return action === undefined || (typeof action === 'string' && actionId.test(action))
}

/** The address of the client: that of the connection, or the one our own proxy names. */
export function clientAddress({ headers, socket }: IncomingMessage, { trustedProxy }: GuardOptions): string {
  const forwarded = [headers['x-forwarded-for']].flat().join(',')
  return (trustedProxy && forwarded.split(',').at(-1)?.trim()) || socket.remoteAddress || 'unknown'
}

/**
 * Whether a proxy of the operator's own seems to stand in front that nobody has told us of: its visitors would all count
 * as one, for every limit. When Next asks itself for a page, it passes on what we have set.
 */
export function isUnnamedProxy({ headers, socket }: IncomingMessage, { trustedProxy }: GuardOptions): boolean {
  if (trustedProxy || headers['x-forwarded-for'] === undefined || headers['x-pressrum-path'] !== undefined) return false
  return !isPublicAddress(socket.remoteAddress ?? '')
}

/**
 * Replaces headers that only we may set with true values. The origin has been checked by now, so the host is set to the
 * one of `PUBLIC_URL`, which is what Next compares it with. The protocol is not named: when an action redirects, Next
 * asks itself for the page to come, on its own port and by the protocol that is named, and there is no TLS there.
 */
export function sanitizeHeaders(request: IncomingMessage, options: GuardOptions): void {
  const { headers } = request
  const address = clientAddress(request, options)
  for (const name of Object.keys(headers)) {
    if (/^(?:x-pressrum-|x-forwarded-|x-middleware-|x-nextjs-|x-matched-path$|content-security-policy)/.test(name)) {
      delete headers[name]
    }
  }
  const host = options.publicOrigin && new URL(options.publicOrigin).host
  headers['x-forwarded-host'] = host ?? headers.host ?? ''
  headers['x-forwarded-for'] = address
  headers['x-pressrum-address'] = address
  headers['x-pressrum-path'] = request.url ?? '/'
}

const ownCookie =
  /^(?:__Secure-)?next-auth\.(?:session-token|state|nonce|pkce\.code_verifier)$|^(?:__Host-)?next-auth\.csrf-token$|^pressrum-next$/

/**
 * Drops every cookie but our own: the session's, the one against forged requests, and four while somebody is away at the
 * provider they sign in with. A browser may hold others for the same host, and what next-auth reads in those can be a
 * fault at every request until its owner clears them.
 */
export function keepOwnCookies({ headers }: IncomingMessage): void {
  const kept = (headers.cookie ?? '').split(';').filter((pair) => ownCookie.test(pair.split('=', 1)[0]?.trim() ?? ''))
  if (kept.length > 0) headers.cookie = kept.map((pair) => pair.trim()).join('; ')
  else delete headers.cookie
}
