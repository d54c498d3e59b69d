/** Makes answers that need no page of Next: refusals, and redirects to another spelling of an address. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type FallbackReason, fallbackPage, httpStatusOf, languageOfPath } from '#lib/http/fallback-page.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import { isOpenData, refusedOpenData } from '#lib/open-data/problems.ts'
import { sendStored, storePage } from './stored-response.ts'

type Headers = Record<string, string>

/** Returns the page that says why there is none, or for the open data a problem that programs understand. */
export function fallbackResponse(reason: FallbackReason, path: string, common: Headers): Rendered {
  const page = isOpenData(path) ? refusedOpenData(httpStatusOf(reason)) : fallbackPage(reason, languageOfPath(path))
  return { ...page, headers: { ...page.headers, ...common } }
}

/** Refuses a request, and reads and drops the rest of it. */
export async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { reason, common }: { reason: FallbackReason; common: Headers },
): Promise<void> {
  // Closes the connection, or the rest of a body that is not read would be taken for the next request.
  if (request.method !== 'GET' && request.method !== 'HEAD') response.shouldKeepAlive = false
  request.resume()
  sendStored(request, response, await storePage(fallbackResponse(reason, request.url ?? '/', common)))
}

/** Redirects a visitor to another address, permanently unless another status is given. */
export async function redirect(
  request: IncomingMessage,
  response: ServerResponse,
  { location, status = 308, common }: { location: string; status?: number; common: Headers },
): Promise<void> {
  const headers = { ...common, location, 'cache-control': 'public, max-age=0, must-revalidate' }
  sendStored(request, response, await storePage({ status, headers, body: Buffer.alloc(0) }))
}
