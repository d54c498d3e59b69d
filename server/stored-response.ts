/**
 * A stored response holds the bytes of each encoding, made once, each with an entity tag of its own. Gzip is made when it
 * is first asked for: browsers take brotli.
 */
import { createHash } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip, gzipSync } from 'node:zlib'
import { contentRange, evaluateConditions } from '#lib/http/conditional.ts'
import type { Rendered } from '#lib/http/rendered.ts'
import { type Head, writeHead } from './response-head.ts'

const encodings = ['br', 'gzip', 'identity'] as const
type Encoding = (typeof encodings)[number]

interface Variant {
  body: Buffer
  etag: string
  head: Head
  headWithoutBody: Head
}

export interface StoredResponse {
  status: number
  /** Where a redirect leads. */
  location: string | undefined
  variants: Partial<Record<Encoding, Variant>> & { identity: Variant }
  /** The headers that the variants have in common. */
  headers: Record<string, string>
  /** The memory it takes, in bytes. */
  bytes: number
}

const compressible = /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|xml)|application\/javascript|image\/svg\+xml)/
/** The types between which the `Accept` of a request chooses at one address. */
const negotiated = /^text\/(?:html|markdown)/
const worthCompressing = 256
const perEntry = 4_096
/** What is larger is packed by gzip beforehand, beside everything else: it would keep others waiting. */
const quicklyPacked = 256 * 1_024
/**
 * The quality of brotli where somebody waits. Measured on a release page: 5 packs to 7.1 KB in 1 ms, 11 to 6.5 KB in 34
 * ms. Of a long list or feed 4 makes 6 % more than 5, in three quarters of the time.
 */
const pageQuality = (body: Buffer): number => (body.length > 96 * 1_024 ? 4 : 5)

/**
 * Encodes a response in each encoding. `quality` is brotli's: low where somebody waits for an edit, high for what never
 * changes.
 */
export async function storeResponse(rendered: Rendered, { quality }: { quality: number }): Promise<StoredResponse> {
  const { status, body } = rendered
  const kept = plainHeaders(rendered.headers)
  const type = kept['content-type'] ?? ''
  // Pages answer range requests too, but only files say so.
  const isFile = status === 200 && !type.startsWith('text/html')
  const headers: Record<string, string> = isFile ? { ...kept, 'accept-ranges': 'bytes' } : kept
  const packed: [Encoding, Buffer][] = [['identity', body]]
  if (compressible.test(type) && body.length >= worthCompressing) {
    packed.push(
      ...(await Promise.all([brotli(body, quality), ...(body.length > quicklyPacked ? [gzipped(body)] : [])])),
    )
  }
  const variants = Object.fromEntries(
    packed.map(([encoding, bytes]) => [encoding, variant(encoding, unpooled(bytes), headers)]),
  )
  // Gzip takes about a fifth more than brotli, and is counted before it is there.
  const later = packed.length === 2 ? Math.ceil((packed[1]?.[1].length ?? 0) * 1.2) : 0
  const bytes = packed.reduce((sum, [, buffer]) => sum + buffer.length, perEntry + later)
  return { status, location: kept.location, variants: variants as StoredResponse['variants'], headers, bytes }
}

/** Does the same for a page or a file that somebody waits for. */
export const storePage = (rendered: Rendered): Promise<StoredResponse> =>
  storeResponse(rendered, { quality: pageQuality(rendered.body) })

/**
 * Copies bytes to memory of their own: a slice of Node's pool keeps the whole pool alive, which doubled what a stored
 * page takes.
 */
function unpooled(bytes: Buffer): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length)
  bytes.copy(copy)
  return copy
}

const brotli = async (body: Buffer, quality: number): Promise<[Encoding, Buffer]> => [
  'br',
  await promisify(brotliCompress)(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      // A window no larger than the body: the usual one takes megabytes for each page.
      [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length)))),
    },
  }),
]

const gzipped = async (body: Buffer): Promise<[Encoding, Buffer]> => ['gzip', await promisify(gzip)(body)]

/**
 * Headers that are not stored: those of the connection, of Next, or of one encoding's length, and dates, which entity
 * tags replace.
 */
const dropped =
  /^(?:accept-ranges|connection|keep-alive|transfer-encoding|content-length|content-encoding|date|last-modified|etag|vary|x-nextjs-.*|x-powered-by|refresh)$/

function plainHeaders(headers: OutgoingHttpHeaders): Record<string, string> {
  const kept = Object.entries(headers).filter(([name, value]) => value !== undefined && !dropped.test(name))
  return Object.fromEntries(kept.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : `${value}`]))
}

function variant(encoding: Encoding, body: Buffer, kept: Record<string, string>): Variant {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    ...kept,
    etag,
    vary: negotiated.test(kept['content-type'] ?? '') ? 'accept, accept-encoding' : 'accept-encoding',
  }
  const described = { ...headers, 'content-length': `${body.length}` }
  return {
    body,
    etag,
    head: headOf(encoding === 'identity' ? described : { ...described, 'content-encoding': encoding }),
    headWithoutBody: headOf(headers),
  }
}

const headOf = (headers: Record<string, string>): Head => ({ headers: Object.entries(headers).flat() })

/** Sends the encoding the client prefers, a part of it, or 304 when the client holds that very variant. */
export function sendStored(request: IncomingMessage, response: ServerResponse, stored: StoredResponse): void {
  const asked = request.headers
  const variant = variantIn(acceptedEncoding(asked['accept-encoding'], stored), stored)
  const isConditional = asked.range ?? asked['if-none-match'] ?? asked['if-match']
  if (isConditional !== undefined && stored.status === 200 && sendOwed(request, response, variant)) return
  writeHead(request, response, { status: stored.status, head: variant.head })
  if (request.method === 'HEAD') response.end()
  else response.end(variant.body)
}

function variantIn(encoding: Encoding, { variants, headers }: StoredResponse): Variant {
  if (encoding === 'gzip') variants.gzip ??= variant('gzip', unpooled(gzipSync(variants.identity.body)), headers)
  return variants[encoding] ?? variants.identity
}

/**
 * Sends 206, 304, 412 or 416 if the request's conditions ask for it and returns true; returns false when the whole is
 * to be sent.
 */
function sendOwed(request: IncomingMessage, response: ServerResponse, variant: Variant): boolean {
  const { body, etag, head, headWithoutBody } = variant
  // Only GET knows ranges.
  const { range, ...rest } = request.headers
  const part = evaluateConditions(request.method === 'GET' ? request.headers : rest, etag, body.length)
  if (part.status === 200) return false
  if (part.status === 304) {
    writeHead(request, response, { status: 304, head: headWithoutBody })
    response.end()
    return true
  }
  const sent = part.status === 206 ? body.subarray(part.start, part.end + 1) : undefined
  const { headers } = part.status === 206 ? head : headWithoutBody
  response.writeHead(part.status, [
    ...withoutLength(headers),
    ...(part.status === 412 ? [] : ['content-range', contentRange(part, body.length)]),
    ...['content-length', `${sent?.length ?? 0}`],
  ])
  response.end(sent)
  return true
}

const withoutLength = (headers: string[]) =>
  headers.filter((_, index) => headers[index - (index % 2)] !== 'content-length')

function acceptedEncoding(accept: string | undefined, { variants }: StoredResponse): Encoding {
  if (accept === undefined || !variants.br) return 'identity'
  const refused = /[;]\s*q=0(?:\.0*)?\s*(?:,|$)/.test(accept) ? refusedEncodings(accept) : undefined
  if (accept.includes('br') && !refused?.has('br')) return 'br'
  return accept.includes('gzip') && !refused?.has('gzip') ? 'gzip' : 'identity'
}

const refusedEncodings = (accept: string) =>
  new Set(accept.split(',').flatMap((part) => /^\s*([\w*-]+)\s*;\s*q=0(?:\.0*)?\s*$/.exec(part)?.[1] ?? []))
