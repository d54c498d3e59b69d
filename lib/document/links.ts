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
