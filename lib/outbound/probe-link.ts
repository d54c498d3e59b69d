/**
 * Checks whether an address on the web answers. The server goes there for a writer, so it goes only where any stranger
 * could: the name is looked up once, every address it leads to must be public, and the connection is made to those very
 * addresses. Each redirect is checked in the same way. Nothing is sent but the request, and of the answer only the
 * headers are read.
 */
import { lookup } from 'node:dns/promises'
import { type ClientRequest, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import type { LinkStatus } from './link-status.ts'
import { isPublicAddress } from './public-address.ts'

/** How names are looked up, and which addresses may be connected to. Tests bring their own. */
export interface NetworkAccess {
  resolve: (hostname: string) => Promise<string[]>
  mayConnect: (address: string, port: number) => boolean
}

export const openInternet: NetworkAccess = {
  resolve: async (hostname) => {
    try {
      return await addressesOf(hostname)
    } catch (error) {
      // Where no name can be looked up at all, nothing is known about this one.
      if (await canLookUp()) throw error
      throw new Error('no names can be looked up here', { cause: error })
    }
  },
  mayConnect: (address, port) => (port === 80 || port === 443) && isPublicAddress(address),
}

const addressesOf = async (hostname: string): Promise<string[]> =>
  (await lookup(hostname, { all: true })).map(({ address }) => address)

const canLookUp = () =>
  addressesOf('iana.org').then(
    () => true,
    () => false,
  )

const maxRedirects = 5

/**
 * Requests the head of a page, following redirects. `refused` is an address that this server does not visit; `broken`
 * one that is plainly not there; `unknown` one that could not be checked: too slow, no network, or a server that turns
 * robots away.
 */
export async function probeLink(
  address: string,
  reach: NetworkAccess = openInternet,
  patience = 5_000,
): Promise<LinkStatus> {
  const signal = AbortSignal.timeout(patience)
  try {
    return await Promise.race([follow(address, reach, signal), whenAborted(signal)])
  } catch (error) {
    return { state: isGone(error) ? 'broken' : 'unknown' }
  }
}

async function follow(address: string, reach: NetworkAccess, signal: AbortSignal): Promise<LinkStatus> {
  let url = URL.parse(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const places = url && (await placesOf(url, reach))
    if (!url || !places) return { state: 'refused' }
    const head = await ask(url, places, 'HEAD', signal)
    // Some servers answer only requests for the whole page.
    const { status, location } = head.status < 400 ? head : await ask(url, places, 'GET', signal)
    const movedTo = hop > 0 ? { movedTo: url.href } : {}
    if (status < 300 || status >= 400 || !location) return { state: stateOf(status), status, ...movedTo }
    url = URL.parse(location, url)
  }
  return { state: 'broken' }
}

/** Returns the IP addresses a URL leads to, or undefined if this server does not visit it. */
async function placesOf(url: URL, { resolve, mayConnect }: NetworkAccess): Promise<string[] | undefined> {
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return undefined
  const host = hostOf(url)
  const places = isIP(host) ? [host] : await resolve(host)
  return places.length > 0 && places.every((place) => mayConnect(place, portOf(url))) ? places : undefined
}

const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '')
const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80)

interface Head {
  status: number
  location: string | undefined
}

function ask(url: URL, places: string[], method: 'HEAD' | 'GET', signal: AbortSignal): Promise<Head> {
  return new Promise((resolve, reject) => {
    const request: ClientRequest = (url.protocol === 'https:' ? secureRequest : plainRequest)({
      hostname: hostOf(url),
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      method,
      headers: { accept: '*/*', 'user-agent': 'Pressrum link check' },
      // The connection is made to the approved addresses, whatever the name leads to by now.
      lookup: already(places),
      // Without an agent, so that no connection of another check is used again.
      agent: false,
      signal,
    })
    request.on('response', (response) => {
      resolve({ status: response.statusCode ?? 0, location: response.headers.location })
      response.destroy()
    })
    request.on('error', reject)
    request.end()
  })
}

const already = (places: string[]): LookupFunction => {
  const found = places.map((address) => ({ address, family: isIP(address) }))
  return (_hostname, options, answer) =>
    options.all ? answer(null, found) : answer(null, found[0]?.address ?? '', found[0]?.family)
}

/**
 * Reads a status. Servers say 401, 403 and 429 to robots, and 5xx on a bad day; none of them means that a reader finds
 * nothing.
 */
function stateOf(status: number): LinkStatus['state'] {
  if (status >= 200 && status < 400) return 'answers'
  return status === 404 || status === 410 ? 'broken' : 'unknown'
}

const isGone = (error: unknown): boolean =>
  ['ENOTFOUND', 'ECONNREFUSED'].includes(String((error as NodeJS.ErrnoException).code))

const whenAborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason), { once: true }))
