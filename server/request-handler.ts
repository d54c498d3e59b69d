/**
 * Receives every request and decides who answers it: the stored pages, the framework, or nobody. A visitor never sees a
 * stack trace, and what one visitor is given never depends on who another is.
 */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import compression from 'compression'
import { sayingLength } from '#lib/http/content-length.ts'
import { languageAsked, languageOfPath, type PlainReason, plainPage, statusOf } from '#lib/http/fallback-page.ts'
import type { RequestHandler } from '#lib/http/rendered.ts'
import { assetHeaders, commonHeaders, studioPolicy } from '#lib/http/security-headers.ts'
import { log } from '#lib/log.ts'
import { isOpenData, preflightHeaders, refusedOpenData } from '#lib/open-data/problems.ts'
import { type Address, readAddress } from './classify-url.ts'
import { guestHeaders, guestResponse } from './guest-response.ts'
import { createPageCache, type Era, type Made, type PageCacheOptions } from './page-cache.ts'
import { isPersonal, readerResponse } from './reader-response.ts'
import { render } from './render.ts'
import { type BorderOptions, comesFromGuest, comesFromUs, isBodyAcceptable, tidyHeaders } from './request-guard.ts'
import { type StoredResponse, sendStored, storeResponse } from './stored-response.ts'

export interface ReceptionOptions extends Pick<PageCacheOptions, 'edition' | 'editionOnArrival' | 'horizon'> {
  next: RequestHandler
  publicUrl: string
  border: BorderOptions
  isSetUp(): Promise<boolean>
  /** Makes something and remembers what it was made from. */
  remember<T>(make: () => Promise<T>): Promise<{ made: T; isStillTrue(era: Era): boolean }>
  /** Every address under `public/`. */
  publicFiles: ReadonlySet<string>
}

const mebibyte = 1024 * 1024
const largestKept = 2 * mebibyte
const sessionCookie = /(?:^|;\s*)(?:__Secure-)?next-auth\.session-token=/
/** Measured on a release page: 5 packs to 7.1 KB in 1 ms, 11 to 6.5 KB in 34 ms. */
const pageQuality = 5
const buildQuality = 11
const mostWarmed = 50

const compressed = compression({ threshold: 512 })

export function createReception(options: ReceptionOptions) {
  const { publicUrl, border, publicFiles } = options
  const next = sayingLength(options.next)
  const common = commonHeaders(publicUrl)

  const pages = createPageCache({
    edition: options.edition,
    editionOnArrival: options.editionOnArrival,
    horizon: options.horizon,
    make: (key) => (key.startsWith('/files/') ? makeFile(key) : makePage(key)),
    // Queries and what is not there can be made up without end, and what share pictures and packages are made of lies on disk.
    isFleeting: (key, response) =>
      /[?]|^\/share\/|\.zip$/.test(key) || (response !== undefined && response.status !== 200),
    maxBytes: 40 * mebibyte,
    maxFleetingBytes: 4 * mebibyte,
  })
  // What the build made stays as it is while this process lives.
  const build = createPageCache({
    edition: () => 0,
    editionOnArrival: () => 0,
    horizon: async () => ({ change: Number.POSITIVE_INFINITY, midnight: Number.POSITIVE_INFINITY }),
    make: makeBuildFile,
    isFleeting: (_, response) => response?.status !== 200,
    maxBytes: 16 * mebibyte,
    maxFleetingBytes: mebibyte,
  })

  async function makePage(key: string): Promise<Made> {
    if (!(await options.isSetUp())) return { response: await stored(plain('not-set-up', key)), keep: 'no' }
    const { made: rendered, isStillTrue } = await options.remember(() => renderOrThrow(key))
    if (rendered === 'too-large') return { response: undefined, keep: 'yes', isStillTrue }
    const response = await stored(readerResponse(key, rendered, common))
    // What is fleeting is not worth the memory of what it was made from.
    const isLasting = response.status === 200 && !key.includes('?')
    return { response, keep: isPersonal(rendered) ? 'no' : 'yes', isStillTrue: isLasting ? isStillTrue : undefined }
  }

  async function makeFile(key: string): Promise<Made> {
    const { made: rendered, isStillTrue } = await options.remember(() => renderOrThrow(key))
    if (rendered === 'too-large') return { response: undefined, keep: 'yes', isStillTrue }
    const isPublic = rendered.status === 200 && !isPersonal(rendered)
    const response = await stored(readerResponse(key, rendered, common))
    return { response, keep: isPublic ? 'yes' : 'no', isStillTrue }
  }

  async function makeBuildFile(key: string): Promise<Made> {
    const rendered = await renderOrThrow(key)
    if (rendered === 'too-large') return { response: undefined, keep: 'yes' }
    const headers = { ...rendered.headers, ...assetHeaders(publicUrl) }
    return { response: await storeResponse({ ...rendered, headers }, { quality: buildQuality }), keep: 'yes' }
  }

  async function renderOrThrow(key: string) {
    const rendered = await render(next, key, { publicUrl, most: largestKept })
    // 501 is an answer: a format that nobody here writes.
    if (rendered !== 'too-large' && rendered.status >= 500 && rendered.status !== 501) {
      throw new Error(`${key} could not be rendered`)
    }
    return rendered
  }

  const stored = (rendered: Parameters<typeof storeResponse>[0]) => storeResponse(rendered, { quality: pageQuality })

  function plain(status: PlainReason, path: string) {
    const page = isOpenData(path) ? refusedOpenData(statusOf(status)) : plainPage(status, languageOfPath(path))
    return { ...page, headers: { ...page.headers, ...common } }
  }

  async function refuse(request: IncomingMessage, response: ServerResponse, status: PlainReason) {
    // The rest of a body nobody will read must not be taken for the next request.
    if (request.method !== 'GET' && request.method !== 'HEAD') response.shouldKeepAlive = false
    request.resume()
    sendStored(request, response, await stored(plain(status, request.url ?? '/')))
  }

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const isVisit = request.method === 'GET' || request.method === 'HEAD'
    const address = readAddress(request.url ?? '/')
    const isOpen = address.kind === 'studio' || address.kind === 'guest'
    if (!isOpen && !isVisit) return answerOther(request, response, address)
    if (address.kind === 'refused') return refuse(request, response, address.status)
    if (address.kind === 'moved') return lead(request, response, address.to)
    if (!isOpen) return answerVisit(request, response, address)
    if (!isVisit) {
      const isOurs = address.kind === 'guest' ? comesFromGuest : comesFromUs
      if (!isOurs(request, border)) return refuse(request, response, 403)
      if (!isBodyAcceptable(request)) return refuse(request, response, 413)
    }
    tidyHeaders(request, border)
    if (address.kind === 'guest') return answerGuest(request, response, { ...address, isVisit })
    const policy = studioPolicy(randomBytes(16).toString('base64'))
    // The framework reads its nonce from the request.
    request.headers['content-security-policy'] = policy
    response.setHeader('content-security-policy', policy)
    response.setHeader('cache-control', 'no-store')
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
    compressed(request as never, response as never, () => void next(request, response))
  }

  /** What can only be read says so, whoever asks and whatever they would do to it. */
  async function answerOther(request: IncomingMessage, response: ServerResponse, address: Address) {
    if (request.method !== 'OPTIONS') return refuse(request, response, 405)
    const isData = address.kind === 'reader' && isOpenData(address.key)
    request.resume()
    response.writeHead(204, { ...common, ...(isData ? preflightHeaders : { allow: 'GET, HEAD, OPTIONS' }) }).end()
  }

  async function lead(request: IncomingMessage, response: ServerResponse, location: string) {
    const headers = { ...common, location, 'cache-control': 'public, max-age=0, must-revalidate' }
    sendStored(request, response, await stored({ status: 308, headers, body: Buffer.alloc(0) }))
  }

  async function answerVisit(
    request: IncomingMessage,
    response: ServerResponse,
    { kind, key }: { kind: 'reader' | 'file' | 'build'; key: string },
  ) {
    const cache = kind === 'build' || publicFiles.has(key) ? build : pages
    const found = await cache.answer(key)
    const isMember = kind === 'file' && sessionCookie.test(request.headers.cookie ?? '')
    if (found && (found.status === 200 || !isMember)) return sendStored(request, response, found)
    tidyHeaders(request, border)
    for (const [name, value] of Object.entries(common)) response.setHeader(name, value)
    response.setHeader('content-security-policy', "default-src 'none'")
    await next(request, response)
  }

  /** Behind a preview link, where nothing depends on who is signed in. */
  async function answerGuest(
    request: IncomingMessage,
    response: ServerResponse,
    { path, isVisit }: { path: string; isVisit: boolean },
  ) {
    delete request.headers.cookie
    const isPage = isVisit && !/^\/preview\/[^/]+\/files\//.test(path)
    if (isPage) {
      const rendered = await renderOrThrow(path)
      if (rendered === 'too-large') throw new Error(`${path} is too large`)
      const language = languageAsked(request.headers['accept-language'])
      return sendStored(request, response, await stored(guestResponse(path, rendered, { language, common })))
    }
    for (const [name, value] of Object.entries(guestHeaders(common))) response.setHeader(name, value)
    await next(request, response)
  }

  /** Answers a request. Never throws. */
  function receive(request: IncomingMessage, response: ServerResponse): void {
    const fresh = freshPage(request)
    if (fresh) {
      sendStored(request, response, fresh)
      return
    }
    answer(request, response).catch(async (error) => {
      log.error({ err: error, path: request.url }, 'a request failed')
      if (response.headersSent) response.destroy()
      else await refuse(request, response, 500)
    })
  }

  /** The short way for what is asked most: a page under the name it is stored by. */
  function freshPage(request: IncomingMessage): StoredResponse | undefined {
    if (request.method !== 'GET' || request.url === undefined) return undefined
    try {
      return pages.stored(request.url)?.response
    } catch {
      return undefined
    }
  }

  return { receive, warm: () => pages.warm(mostWarmed) }
}
