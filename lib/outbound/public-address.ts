/** Which addresses on the network this server may be sent to by somebody who writes a link. */
import ipaddr from 'ipaddr.js'

/**
 * Whether an IP address belongs to the open internet. What is not plainly that is refused: this machine, the networks
 * behind it, and the spellings of IPv4 inside IPv6 that could lead there.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  // To the library `::127.0.0.1` and all that nobody has been given yet is unicast too.
  const parsed = ipaddr.parse(address)
  if (parsed instanceof ipaddr.IPv6 && !parsed.match(internet)) return false
  return parsed.range() === 'unicast'
}

const internet = ipaddr.IPv6.parseCIDR('2000::/3')
