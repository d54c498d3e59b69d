/** What a browser may do with what we send. One place, for both rooms. */

const embeds = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com']

/**
 * Readers: nothing inline but the styles named by hash, and nothing from anywhere else, but for the player of a film that
 * stands on the page.
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

/** Where the films of a page would be played, of the houses they may come from. */
export const playersIn = (html: string): string[] => embeds.filter((house) => html.includes(`data-player="${house}/`))

/** Editors: the framework's scripts by nonce. Inline styles, because the text editor positions things by them. */
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

/** What is not a page needs to load nothing, should somebody open it as one. */
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

/** The headers of every answer. On a style sheet or a font the others would say nothing and still be sent. */
export function assetHeaders(publicUrl: string): Record<string, string> {
  return {
    'x-content-type-options': 'nosniff',
    ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  }
}
