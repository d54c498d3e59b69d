/**
 * Turns a page that Next has rendered into the answer for a guest with a preview link: like a reader's page, but never
 * stored.
 */

import type { ServerResponse } from 'node:http'
import { fallbackPage } from '#lib/http/fallback-page.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import type { Language } from '#lib/locale.ts'
import { readerResponse } from './reader-response.ts'

/**
 * The headers of every answer behind a preview link: no cache keeps it, no search engine indexes it, and no referrer
 * tells its address.
 */
export const guestHeaders = (common: Record<string, string>): Record<string, string> => ({
  ...common,
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
})

const tags = /<(?:a|img|link|source)\b[^>]*>/g
const addresses = /\b(href|src|srcset|imagesrcset)="([^"]*)"/gi

/**
 * Makes the page behind a preview link. File addresses are rewritten to go through the link in this one place, so that
 * no kind of block can forget it. A link that opens nothing gets the same page whatever the reason; one that leads on, as
 * an embargo does when it is lifted, redirects.
 */
export function guestResponse(
  path: string,
  rendered: Rendered,
  { language, common }: { language: Language; common: Record<string, string> },
): Rendered {
  const headers = guestHeaders(common)
  const { location } = rendered.headers
  if (rendered.status === 308 && location !== undefined)
    return { status: 308, headers: { ...headers, location }, body: Buffer.alloc(0) }
  const page = readerResponse(path, rendered, common)
  if (page.status !== 200) return deadLink(language, common)
  const body = Buffer.from(throughLink(page.body.toString('utf8'), path))
  return { ...page, body, headers: { ...page.headers, ...headers, link: undefined } }
}

/** Returns the one page for a link that opens nothing, whatever its kind and the reason. */
function deadLink(language: Language, common: Record<string, string>): Rendered {
  const plain = fallbackPage('link-opens-nothing', language)
  return { ...plain, headers: { ...plain.headers, ...guestHeaders(common) } }
}

/**
 * Has the same page sent in the place of what Next answers for a link to an account that opens nothing, which shows nothing
 * without script.
 */
export function sendPlainWhereDead(
  response: ServerResponse,
  { language, common }: { language: Language; common: Record<string, string> },
): void {
  const { write, end, flushHeaders } = response
  const first =
    (send: (this: ServerResponse, ...piece: never[]) => unknown) =>
    (...piece: unknown[]) => {
      Object.assign(response, { write, end, flushHeaders })
      const isPage = String(response.getHeader('content-type')).startsWith('text/html')
      if (response.statusCode !== 404 || !isPage) return send.apply(response, piece as never)
      // What Next has still to say is dropped.
      Object.assign(response, { write: () => true, end: () => response })
      const plain = deadLink(language, common)
      for (const name of response.getHeaderNames()) response.removeHeader(name)
      for (const [name, value] of Object.entries(plain.headers)) if (value) response.setHeader(name, value)
      end.apply(response, [plain.body] as never)
      return true
    }
  // Next sends the head before the first piece.
  Object.assign(response, { write: first(write), end: first(end), flushHeaders: () => {} })
}

/** React escapes `<` and `>` in attributes, so what looks like a tag here is one. */
const throughLink = (html: string, path: string): string =>
  html.replace(tags, (tag) =>
    tag.replace(addresses, (_, name: string, value: string) => {
      // Only a list of pictures has several addresses; in any other, what follows a comma belongs to it.
      const starts = /srcset$/i.test(name) ? /(^\s*|,\s+)(?=\/files\/)/g : /^(\s*)(?=\/files\/)/
      return `${name}="${value.replace(starts, `$1${path}`)}"`
    }),
  )
