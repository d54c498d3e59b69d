/** Links may lead to the web, to mail, to the telephone, or to a place in this newsroom. Never to a script. */
export function isSafeHref(href: string): boolean {
  if (/^(#|\/(?![/\\]))/.test(href)) return !/[\s\\]/.test(href)
  try {
    return ['https:', 'http:', 'mailto:', 'tel:'].includes(new URL(href).protocol)
  } catch {
    return false
  }
}
