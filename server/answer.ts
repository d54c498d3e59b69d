/** Decides what answers a request for which no stored page is ready: the page cache, Next, or a refusal. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import { type FallbackReason, preferredLanguage } from '#lib/http/fallback-page.ts'
import type { RequestHandler } from '#lib/http/rendered.ts'
import { studioPolicy } from '#lib/http/security-headers.ts'
import { isOpenData, preflightHeaders } from '#lib/open-data/problems.ts'
import { openidReturn } from '#lib/openid/settings.ts'
import { type ClassifiedUrl, classifyUrl } from './classify-url.ts'
import { guestHeaders, guestResponse, sendPlainWhereDead } from './guest-response.ts'
import type { Pages } from './make-pages.ts'
import { markdownKey, prefersMarkdown } from './markdown-response.ts'
import { redirect, refuse } from './plain-answer.ts'
import type { RenderPage } from './render.ts'
import {
  type GuardOptions,
  isBodyAllowed,
  isGuestOrigin,
  isMailProgram,
  type isSameOrigin,
  isWellFormed,
  keepOwnCookies,
  sanitizeHeaders,
} from './request-guard.ts'
import { sendStored, storePage } from './stored-response.ts'
import { sendWordsFirst } from './words-first.ts'

/** What answers are made from, for every request. */
export interface AnswerOptions extends Pages {
  next: RequestHandler
  renderPage: RenderPage
  guard: GuardOptions
  /** The headers of every answer. */
  common: Record<string, string>
  /** The address of every file under `public/`. */
  publicFiles: ReadonlySet<string>
}

interface Exchange extends AnswerOptions {
  request: IncomingMessage
  response: ServerResponse
  /** Whether it is a GET or a HEAD, which change nothing. */
  isVisit: boolean
}

const sessionCookie = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token=/
const compressed = compression({ threshold: 512 })

/** Answers a request. Refuses what changes something unless it comes from our own pages. Throws when no answer can be made. */
export async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: AnswerOptions,
): Promise<void> {
  const isVisit = request.method === 'GET' || request.method === 'HEAD'
  const exchange = { ...options, request, response, isVisit }
  const address = classifyUrl(request.url ?? '/')
  if (address.kind === 'studio') return answerStudio(exchange, address.path)
  if (address.kind === 'guest') return answerGuest(exchange, address.path)
  if (!isVisit) return answerOther(exchange, address)
  if (address.kind === 'refused') return refuseWith(exchange, address.status)
  if (address.kind === 'moved') return redirect(request, response, { location: address.to, common: options.common })
  return answerVisit(exchange, address)
}

const refuseWith = ({ request, response, common }: Exchange, reason: FallbackReason) =>
  refuse(request, response, { reason, common })

/** Answers other methods than GET and HEAD at addresses that can only be read, before anything else is checked. */
async function answerOther(exchange: Exchange, address: ClassifiedUrl): Promise<void> {
  const { request, response, common } = exchange
  if (request.method !== 'OPTIONS') return refuseWith(exchange, 405)
  const isData = address.kind === 'reader' && isOpenData(address.key)
  request.resume()
  response.writeHead(204, { ...common, ...(isData ? preflightHeaders : { allow: 'GET, HEAD, OPTIONS' }) }).end()
}

/**
 * Answers with a page or a file for readers; with a page as Markdown where that is asked for. Next itself answers with
 * what is not stored, and with a file that only members may see.
 */
async function answerVisit(
  exchange: Exchange,
  { kind, key }: { kind: 'reader' | 'file' | 'build'; key: string },
): Promise<void> {
  const { request, response, pages, build, publicFiles, guard, common, next } = exchange
  const cache = kind === 'build' || publicFiles.has(key) ? build : pages
  const written = kind === 'reader' && prefersMarkdown(request.headers.accept) ? markdownKey(key) : undefined
  const markdown = written === undefined ? undefined : await pages.answer(written)
  if (markdown?.status === 200) return sendStored(request, response, markdown)
  const found = await cache.answer(key)
  const isMember = kind === 'file' && sessionCookie.test(request.headers.cookie ?? '')
  const query = /\?.+$/.exec(request.url ?? '')?.[0]
  if (found?.location !== undefined && query) {
    const location = found.location.replace(/\?.*$/, '') + query
    return redirect(request, response, { location, status: found.status, common })
  }
  if (found && (found.status === 200 || !isMember)) return sendStored(request, response, found)
  request.url = key
  sanitizeHeaders(request, guard)
  keepOwnCookies(request)
  setHeaders(response, { ...common, 'content-security-policy': "default-src 'none'" })
  await next(request, response)
}

/** Returns why a request that would change something is refused, or undefined. */
function whyRefused({ request, isVisit, guard }: Exchange, isOurs: typeof isSameOrigin): 400 | 403 | 413 | undefined {
  if (isVisit) return undefined
  if (!isOurs(request, guard)) return 403
  if (!isWellFormed(request)) return 400
  return isBodyAllowed(request) ? undefined : 413
}

async function answerStudio(exchange: Exchange, path: string): Promise<void> {
  const { request, response, isVisit, guard, common, next } = exchange
  const refused = whyRefused(exchange, isMailProgram)
  if (refused) return refuseWith(exchange, refused)
  sanitizeHeaders(request, guard)
  keepOwnCookies(request)
  // next-auth reads queries of its own. We use the one by which a provider answers.
  if (path.startsWith('/api/auth/') && path !== openidReturn) request.url = path
  const policy = studioPolicy(randomBytes(16).toString('base64'))
  // Next reads its nonce from this header of the request.
  request.headers['content-security-policy'] = policy
  // In the address of these pages stands a secret.
  const isAccount = path.startsWith('/account/')
  const isSecret = isAccount || path.startsWith('/api/unsubscribe/')
  const headers = isSecret ? guestHeaders(common) : { ...common, 'cache-control': 'no-store' }
  setHeaders(response, { ...headers, 'content-security-policy': policy })
  compressed(request as never, response as never, () => {
    const language = preferredLanguage(request.headers['accept-language'])
    if (isAccount && isVisit) sendPlainWhereDead(response, { language, common })
    else sendWordsFirst(response, language)
    void next(request, response)
  })
}

/** Answers behind a link for somebody outside, where nothing depends on who is signed in. */
async function answerGuest(exchange: Exchange, path: string): Promise<void> {
  const { request, response, isVisit, guard, common, next, renderPage } = exchange
  const refused = whyRefused(exchange, isGuestOrigin)
  if (refused) return refuseWith(exchange, refused)
  request.url = path + (/\?.*$/.exec(request.url ?? '')?.[0] ?? '')
  sanitizeHeaders(request, guard)
  delete request.headers.cookie
  const isPage = isVisit && !/^\/(?:(?:preview|sign-off)\/[^/]+|embargo\/[^/]+\/[^/]+)\/files\//.test(path)
  if (isPage) {
    const rendered = await renderPage(path)
    if (rendered === 'too-large') throw new Error('a page behind a preview link is too large')
    const language = preferredLanguage(request.headers['accept-language'])
    return sendStored(request, response, await storePage(guestResponse(path, rendered, { language, common })))
  }
  setHeaders(response, guestHeaders(common))
  await next(request, response)
}

function setHeaders(response: ServerResponse, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
}
