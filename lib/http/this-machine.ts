/** Tells the machine that Pressrum runs on from others: what stays on it needs no TLS. */
import { isIP } from 'node:net'

/** Whether a host's name, as an address has it, is this machine's own and no other's. */
export function isThisMachine(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
