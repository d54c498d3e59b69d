/** Decides which network addresses the server may visit for a writer's link. */
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the open internet. All others are refused: this machine, the networks behind it, and
 * the spellings of IPv4 inside IPv6 that could lead there.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // The library counts `::127.0.0.1` and every unassigned address as unicast.
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(internet)) return false
  return parsed.range() === 'unicast'
}

const internet = ipaddr.IPv6.parseCIDR('2000::/3')
