/** Reads what a request asks for, before anything judges it. */
import type { IncomingMessage } from 'node:http'

/**
 * Returns the target of a request as a path with its query. A proxy may send a whole address, which RFC 9112 has every
 * server accept; what it says of the host is no more to be believed than the Host header.
 */
export function originForm(target: string): string {
  const [, rest] = /^https?:\/\/[^/?#\\]+([^#]*)$/i.exec(target) ?? []
  if (rest === undefined) return target
  return rest.startsWith('/') ? rest : `/${rest}`
}

/** Whether the request names its host several times. Programs in front of this one may have believed another of them. */
export function hasSeveralHosts({ rawHeaders }: IncomingMessage): boolean {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts++
  }
  return hosts > 1
}
