/** Says who somebody is that has told nobody: whom attempts from an address are counted against. */
import ipaddr from 'ipaddr.js'

/**
 * Returns the network that an address belongs to, as it is counted for every limit. A household or a server is given a
 * whole /64 of IPv6 and can speak from any address in it, so all of them are one. IPv4 is counted by the address, also
 * where it is written inside IPv6, as a server that listens on both, or one behind NAT64, sees it. What is no address
 * is returned as it is.
 */
export function clientNetwork(address: string): string {
  const bare = withoutPort(address.trim())
  if (!ipaddr.isValid(bare)) return bare
  const parsed = ipaddr.process(bare)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  const bytes = parsed.toByteArray()
  if (parsed.range() === 'rfc6052') return ipaddr.fromByteArray(bytes.slice(12)).toString()
  const network = bytes.map((byte, index) => (index < 8 ? byte : 0))
  return `${ipaddr.fromByteArray(network)}/64`
}

/**
 * Returns the network of an address as the audit log and a member's sessions keep it: the first 24 bits of IPv4, the first 48 of IPv6. Null for
 * what is no address.
 */
export function shortAddress(address: string): string | null {
  const bare = withoutPort(address.trim())
  if (!ipaddr.isValid(bare)) return null
  const parsed = ipaddr.process(bare)
  const bytes = parsed.toByteArray()
  if (parsed.range() === 'rfc6052') return shortened(bytes.slice(12), 24)
  return shortened(bytes, parsed instanceof ipaddr.IPv4 ? 24 : 48)
}

const shortened = (bytes: number[], bits: number): string =>
  `${ipaddr.fromByteArray(bytes.map((byte, index) => (index < bits / 8 ? byte : 0)))}/${bits}`

/** Some proxies write `192.0.2.1:5678` or `[2001:db8::1]:5678`. */
const withoutPort = (address: string): string =>
  /^\[([^\]]+)\](?::\d+)?$/.exec(address)?.[1] ?? /^(\d+(?:\.\d+){3}):\d+$/.exec(address)?.[1] ?? address
