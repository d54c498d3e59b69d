/** The security headers of readers' pages, the studio and files: what a browser may load and do. */

const embeds = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/**
 * The policy of readers' pages: no inline script, no inline style but those named by hash, and nothing from elsewhere
 * but the player of a film that stands on the page.
 */
export const readerPolicy = (styleHashes: string[], players: string[] = []): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    ["style-src 'self'", ...styleHashes].join(' '),
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(players.length > 0 ? [`frame-src ${players.join(' ')}`] : []),
  ].join('; ')

/** Returns the hosts whose players the page offers, among those a film may come from. */
export const playersIn = (html: string): string[] => embeds.filter((house) => html.includes(`data-player="${house}/`))

/** The policy of the studio: Next's scripts by nonce, and inline styles, by which the text editor positions things. */
export const studioPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    `frame-src 'self' ${embeds.join(' ')}`,
  ].join('; ')

/** The policy of files: they need to load nothing, should somebody open one as a page. */
export const filePolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"

/** The headers of every page. */
export function commonHeaders(publicUrl: string): Record<string, string> {
  return {
    ...assetHeaders(publicUrl),
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    'cross-origin-opener-policy': 'same-origin',
  }
}

/** The headers of every response. The others mean nothing on a style sheet or a font, and are not sent with them. */
export function assetHeaders(publicUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
