/** Turns an answer that Next has rendered into the one that readers are sent. */
import { fallbackPage, languageOfPath } from '#lib/http/fallback-page.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import { filePolicy, playersIn, readerPolicy } from '#lib/http/security-headers.ts'
import { readerHtml } from './reader-html.ts'

const revalidate = 'public, max-age=0, must-revalidate'

/**
 * Makes the reader's answer. Next's own "not found" is replaced by our page; other pages are stripped of scripts and
 * may name their own status.
 */
export function readerResponse(path: string, rendered: Rendered, common: Record<string, string>): Rendered {
  const type = String(rendered.headers['content-type'] ?? '')
  if (rendered.status === 404 && saysNothing(rendered)) return missingPage(path, common)
  if (!type.startsWith('text/html')) {
    const headers = {
      'cache-control': revalidate,
      'content-security-policy': filePolicy,
      ...rendered.headers,
      ...common,
    }
    return { ...rendered, headers }
  }
  const text = rendered.body.toString('utf8')
  if (rendered.status === 404 && text.includes('class="next-error-h1"')) return missingPage(path, common)
  const { html, status, styleHashes } = readerHtml(text)
  const headers = {
    ...rendered.headers,
    // The page's `head` names the same links.
    link: undefined,
    'cache-control': revalidate,
    'content-security-policy': readerPolicy(styleHashes, playersIn(html)),
    ...common,
  }
  return { status: status ?? rendered.status, headers, body: Buffer.from(html) }
}

/** Whether the body is empty, as for a missing file, feed or press kit: then a page tells whoever followed the link. */
const saysNothing = ({ body }: Rendered): boolean => body.length === 0 || body.equals(nothingSaid)
const nothingSaid = Buffer.from('Not found\n')

/** Returns the page that says that there is nothing at an address. */
export function missingPage(path: string, common: Record<string, string>): Rendered {
  const page = fallbackPage(404, languageOfPath(path))
  return { ...page, headers: { ...page.headers, 'cache-control': revalidate, ...common } }
}

/**
 * Whether the answer must not be given to the next visitor: it sets a cookie, or is marked as private or not to be
 * stored.
 */
export function isPersonal({ headers }: Rendered): boolean {
  if (headers['set-cookie'] !== undefined) return true
  const isPage = String(headers['content-type'] ?? '').startsWith('text/html')
  return !isPage && /\b(?:no-store|private)\b/.test(String(headers['cache-control'] ?? ''))
}
