/** Returns an address without its fragment, which a server never sees. */
export const withoutFragment = (url: string): string => url.replace(/#.*$/s, '')

/** Returns the address of a film at its host. */
export const filmAddress = ({ provider, videoId }: { provider: 'youtube' | 'vimeo'; videoId: string }): string =>
  provider === 'youtube' ? `https://www.youtube.com/watch?v=${videoId}` : `https://vimeo.com/${videoId}`

/**
 * Whether a link may be stored: it leads to the web, to mail, to a telephone number or to a place in this newsroom, and
 * never to a script.
 */
export function isSafeHref(href: string): boolean {
  if (/^(#|\/(?![/\\]))/.test(href)) return !/[\s\\]/.test(href)
  try {
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}
