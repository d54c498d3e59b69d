/**
 * Receives every request. Stored pages are sent by a short way, and `answer` decides about the rest. A visitor never
 * sees a stack trace, and what one visitor is given never depends on who another is.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { withContentLength } from '#lib/http/content-length.ts'
import type { RequestHandler } from '#lib/http/rendered.ts'
import { commonHeaders } from '#lib/http/security-headers.ts'
import { log, loggedPath } from '#lib/log.ts'
import { type AnswerOptions, answer } from './answer.ts'
import { makePages, type PagesOptions } from './make-pages.ts'
import { prefersMarkdown } from './markdown-response.ts'
import { EditionUnknown } from './page-cache.ts'
import { refuse } from './plain-answer.ts'
import { pageRenderer, RenderFailure } from './render.ts'
import { isUnnamedProxy } from './request-guard.ts'
import { hasSeveralHosts } from './request-target.ts'
import { type StoredResponse, sendStored } from './stored-response.ts'

export interface RequestHandlerOptions extends PagesOptions, Pick<AnswerOptions, 'guard' | 'publicFiles'> {
  next: RequestHandler
}

const maxWarmed = 50

export function createRequestHandler(options: RequestHandlerOptions) {
  const { publicUrl, guard, publicFiles } = options
  const next = withContentLength(options.next)
  const renderPage = pageRenderer(next, publicUrl)
  const common = commonHeaders(publicUrl)
  const { pages, build } = makePages(options, renderPage, common)
  const answering = { next, renderPage, guard, common, publicFiles, pages, build }

  let hasWarned = false

  /** Answers a request. Never throws. */
  function handle(request: IncomingMessage, response: ServerResponse): void {
    if (hasSeveralHosts(request)) {
      void refuse(request, response, { reason: 400, common })
      return
    }
    const fresh = freshPage(request)
    if (fresh) {
      sendStored(request, response, fresh)
      return
    }
    if (!hasWarned && isUnnamedProxy(request, guard)) {
      hasWarned = true
      log.warn('a proxy seems to stand in front: without TRUSTED_PROXY=1 all visitors count as one')
    }
    answer(request, response, answering).catch(async (error) => {
      // That the database is away is logged once, and not for each request.
      if (!(error instanceof RenderFailure || error instanceof EditionUnknown)) {
        log.error({ err: error, path: loggedPath(request.url ?? '') }, 'a request failed')
      }
      if (response.headersSent) response.destroy()
      else await refuse(request, response, { reason: reasonOf(error), common })
    })
  }

  /**
   * Returns the page that is stored under exactly the address requested: the shortest way, for most requests. Nothing
   * is rendered.
   */
  function freshPage(request: IncomingMessage): StoredResponse | undefined {
    if (request.method !== 'GET' || request.url === undefined) return undefined
    if (prefersMarkdown(request.headers.accept)) return undefined
    try {
      const stored = pages.stored(request.url)?.response
      // A redirect takes along what else stands in the address.
      return stored?.location === undefined ? stored : undefined
    } catch {
      return undefined
    }
  }

  return { handle, warm: () => pages.warm(maxWarmed) }
}

/** Of all that Next answers, only the library's files are away for a while. */
function reasonOf(error: unknown) {
  if (error instanceof EditionUnknown) return 503
  return error instanceof RenderFailure && error.status === 503 ? 'store-away' : 500
}
