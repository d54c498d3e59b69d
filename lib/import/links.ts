/** Cleans the links of a foreign text: past the trackers that stand in the way. */
import { isSafeHref } from '../document/links.ts'

/**
 * Returns the address that was meant, or null when it cannot be followed from here: a script, a file, a place in the
 * other page.
 */
export function cleanHref(href: string | null): string | null {
  const address = unwrapped(href?.trim() ?? '')
  if (!/^[a-z]/i.test(address) || address.length > 2_000 || !isSafeHref(address)) return null
  return address
}

function unwrapped(address: string): string {
  const url = URL.parse(address)
  if (!url || !/^https?:$/.test(url.protocol)) return address
  const isGoogle = /^(www\.)?google\.[a-z.]+$/.test(url.hostname) && url.pathname === '/url'
  const isOutlook = /\.safelinks\.protection\.outlook\.com$/.test(url.hostname)
  if (!isGoogle && !isOutlook) return address
  return url.searchParams.get('url') ?? url.searchParams.get('q') ?? address
}
