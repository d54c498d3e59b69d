/** Sends signed requests to a store that speaks the S3 protocol, each with a limit of time and a few more tries. */
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { ByteRange } from '../file-store.ts'
import type { S3Address } from '../store-address.ts'
import { whileAnswering } from './availability.ts'
import { failureIn, StoreFailure, unanswered } from './s3-failure.ts'
import { type S3Request, signedHeaders } from './s3-signature.ts'

/** The store that is asked. While it is only tried, no failure is remembered or logged. */
export interface Asked extends S3Address {
  isTrial?: boolean
}

interface Sent extends Omit<S3Request, 'url'> {
  /** The key within the bucket; without one the request is about the bucket. */
  key?: string
  query?: Record<string, string>
  /** What is sent along. It is opened anew for each try. */
  file?: { open(): Readable; size: number; sha256: string }
}

/** Whoever reads waits at most twice this long, in milliseconds, before an answer begins. */
const readPatience = 4_000
/** Whoever stores waits so long without a byte going either way. */
const writePatience = 20_000
/** The pauses before each further try, in milliseconds: a reader gets one. */
const pauses = { read: [100], write: [200, 1_000] }

const agents = { 'http:': new HttpAgent({ keepAlive: true }), 'https:': new HttpsAgent({ keepAlive: true }) }

const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

function urlOf({ endpoint, isPathStyle, bucket }: S3Address, { key, query = {} }: Sent): URL {
  const path = [...(isPathStyle ? [bucket] : []), ...(key === undefined ? [] : key.split('/'))].map(encoded).join('/')
  const asked = Object.entries(query).map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
  return new URL(`${endpoint}/${path}${asked.length ? `?${asked.join('&')}` : ''}`)
}

/**
 * Sends a request and returns the answer as soon as it begins; its body must be read or destroyed. Throws a
 * `StoreFailure` for every status from 300 on but those that are `expected`.
 */
export function send(address: Asked, sent: Sent, expected: number[] = []): Promise<IncomingMessage> {
  const { endpoint, bucket, isTrial } = address
  const ask = async () => {
    const isWriting = sent.method === 'PUT' || sent.method === 'DELETE'
    const left = [...pauses[isWriting ? 'write' : 'read']]
    for (;;) {
      try {
        return await sendOnce(address, sent, expected)
      } catch (error) {
        const failure = unanswered(error)
        const wait = left.shift()
        if (!failure.isPassing || wait === undefined) throw failure
        await pause(wait)
      }
    }
  }
  return isTrial ? ask() : whileAnswering(`${endpoint}/${bucket}`, ask)
}

/** Sends a request of which nothing but the status matters. */
export async function sendPlain(address: Asked, sent: Sent, expected: number[] = []): Promise<IncomingMessage> {
  const answer = await send(address, sent, expected)
  answer.resume()
  return answer
}

async function sendOnce(address: S3Address, sent: Sent, expected: number[]): Promise<IncomingMessage> {
  const url = urlOf(address, sent)
  const { method, file } = sent
  const asked = { ...sent.headers, ...(file && { 'x-amz-content-sha256': file.sha256 }) }
  const headers = await signedHeaders({ method, url, headers: asked }, address, new Date())
  const length: Record<string, string> = file ? { 'content-length': String(file.size) } : {}
  const answer = await exchange(url, { method, headers: { ...headers, ...length }, open: file?.open })
  const status = answer.statusCode ?? 0
  if (status < 300 || expected.includes(status)) return answer
  throw failureIn(status, answer.headers, await textOf(answer))
}

function exchange(
  url: URL,
  { method, headers, open }: { method: string; headers: Record<string, string>; open: (() => Readable) | undefined },
): Promise<IncomingMessage> {
  const isTls = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const agent = agents[isTls ? 'https:' : 'http:']
    const request = (isTls ? httpsRequest : httpRequest)(url, { method, headers, agent })
    const tooLate = () => request.destroy(new StoreFailure('does not answer in time'))
    // A file may take long to send, so that only standing still counts.
    const timer = open ? undefined : setTimeout(tooLate, readPatience)
    if (open) request.setTimeout(writePatience, tooLate)
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    request.on('response', (answer) => {
      clearTimeout(timer)
      // It may break before anybody reads it.
      answer.on('error', () => {})
      if (open) request.setTimeout(0)
      resolve(answer)
    })
    if (!open) {
      request.end()
      return
    }
    const bytes = open().on('error', (error) => request.destroy(error))
    request.on('close', () => bytes.destroy())
    bytes.pipe(request)
  })
}

const mostText = 4 * 1024 * 1024

/** Reads a short answer. */
export async function textOf(answer: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of bytesFrom(answer)) {
    length += chunk.length
    if (length > mostText) break
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/**
 * Reads an answer as it is asked for, or the part of it where the store has sent more. Only the time in which somebody
 * waits for bytes counts: a slow reader may be slow. Whoever stops, even before the first byte, closes the connection.
 */
export function bytesFrom(answer: IncomingMessage, part?: ByteRange): AsyncIterableIterator<Uint8Array> {
  const chunks = answer[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>
  let at = Number(/^bytes (\d+)-/.exec(answer.headers['content-range'] ?? '')?.[1] ?? 0)
  return {
    [Symbol.asyncIterator]() {
      return this
    },
    async next() {
      const timer = setTimeout(() => answer.destroy(new StoreFailure('stops in the middle of a file')), writePatience)
      try {
        const { done, value } = await chunks.next()
        if (done || (part && at > part.end)) {
          answer.destroy()
          return { done: true, value: undefined }
        }
        const from = at
        at += value.length
        return { done, value: part ? value.subarray(Math.max(0, part.start - from), part.end + 1 - from) : value }
      } catch (error) {
        throw unanswered(error)
      } finally {
        clearTimeout(timer)
      }
    },
    async return() {
      answer.destroy()
      return { done: true, value: undefined }
    },
  }
}
