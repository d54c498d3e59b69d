/** A finished answer: its bytes in each encoding, made once, each with an entity tag of its own. */
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

export interface Rendered {
  status: number
  headers: OutgoingHttpHeaders
  body: Buffer
}

const encodings = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof encodings)[number]

interface Variant {
  body: Buffer
  etag: string
  /** Names and values in turn, the way `writeHead` takes them fastest. */
  headers: string[]
  headersWithoutBody: string[]
}

export interface StoredResponse {
  status: number
  variants: Partial<Record<Encoding, Variant>> & { identity: Variant }
  /** What it costs to keep. */
  bytes: number
}

const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|application\/javascript|image\/svg\+xml)/
const worthCompressing = 256
const perEntry = 2_048

/** Makes the variants. `quality` is brotli's: low where somebody waits for an edit, high for what never changes. */
export async function storeResponse(rendered: Rendered, { quality }: { quality: number }): Promise<StoredResponse> {
  const { status, body } = rendered
  const headers = plainHeaders(rendered.headers)
  const type = headers['content-type'] ?? ''
  const packed: [Encoding, Buffer][] = [['identity', body]]
  if (compressible.test(type) && body.length >= worthCompressing) {
    packed.push(...(await Promise.all([brotli(body, quality), gzipped(body)])))
  }
  const variants = Object.fromEntries(packed.map(([encoding, bytes]) => [encoding, variant(encoding, bytes, headers)]))
  const bytes = packed.reduce((sum, [, buffer]) => sum + buffer.length, perEntry)
  return { status, variants: variants as StoredResponse['variants'], bytes }
}

const brotli = async (body: Buffer, quality: number): Promise<[Encoding, Buffer]> => [
  'br',
  await promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // A window no larger than what is packed: the usual one takes megabytes for each page.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length)))),
    },
  }),
]

const gzipped = async (body: Buffer): Promise<[Encoding, Buffer]> => ['gzip', await promisify(gzip)(body)]

/** What belonged to the connection, the framework or the length of one variant is not kept. An entity tag says more than a date. */
const dropped =
  /^(?:accept-ranges|connection|keep-alive|transfer-encoding|content-length|content-encoding|date|last-modified|etag|vary|x-nextjs-.*|x-powered-by|refresh)$/

function plainHeaders(headers: OutgoingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : `${value}`]))
}

function variant(encoding: Encoding, body: Buffer, kept: Record<string, string>): Variant {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = { ...kept, etag, vary: 'accept-encoding' }
  const described = { ...headers, 'content-length': `${body.length}` }
  return {
    body,
    etag,
    headers: Object.entries(
      encoding === 'identity' ? described : { ...described, 'content-encoding': encoding },
    ).flat(),
    headersWithoutBody: Object.entries(headers).flat(),
  }
}

/** Sends the variant the client prefers, or 304 when it holds that very variant already. */
export function sendStored(request: IncomingMessage, response: ServerResponse, stored: StoredResponse): void {
  const wanted = stored.variants[acceptedEncoding(request.headers['accept-encoding'], stored)]
  const { body, etag, headers, headersWithoutBody } = wanted ?? stored.variants.identity
  const held = request.headers['if-none-match']
  if (held !== undefined && stored.status === 200 && holds(held, etag)) {
    response.writeHead(304, headersWithoutBody).end()
    return
  }
  response.writeHead(stored.status, headers)
  if (request.method === 'HEAD') response.end()
  else response.end(body)
}

const holds = (ifNoneMatch: string, etag: string) =>
  ifNoneMatch === etag ||
  ifNoneMatch.trim() === '*' ||
  ifNoneMatch.split(/,\s*/).some((tag) => tag === etag || tag === `W/${etag}`)

function acceptedEncoding(accept: string | undefined, { variants }: StoredResponse): Encoding {
  if (accept === undefined || !variants.br) return 'identity'
  const refused = /[;]\s*q=0(?:\.0*)?\s*(?:,|$)/.test(accept) ? refusedEncodings(accept) : undefined
  if (accept.includes('br') && !refused?.has('br')) return 'br'
  return accept.includes('gzip') && !refused?.has('gzip') ? 'gzip' : 'identity'
}

const refusedEncodings = (accept: string) =>
  new Set(accept.split(',').flatMap((part) => /^\s*([\w*-]+)\s*;\s*q=0(?:\.0*)?\s*$/.exec(part)?.[1] ?? []))
