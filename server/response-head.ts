/** Writes the head of a stored answer, and uses again what Node has composed of it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { systemTime } from './system-time.ts'

export interface Head {
  /** Header names and values in turn, the form that `writeHead` takes fastest. */
  headers: string[]
  /** The lines that Node composed last, for which status, and in which second of the clock. */
  composed?: { lines: string; status: number; second: number }
}

/**
 * Begins an answer. What renders pages shares Node's HTTP code with what sends them, by objects of other shapes, and
 * that code stays slower for it. So less of it is run: a dozen headers are composed once a second for each answer, since
 * nothing but the date changes, on connections that stay open. Where Node keeps the lines under another name some day,
 * they are composed each time.
 */
export function writeHead(
  { httpVersion }: IncomingMessage,
  response: ServerResponse,
  { status, head }: { status: number; head: Head },
): void {
  const sent = response as unknown as { _header?: unknown }
  if (!response.shouldKeepAlive || httpVersion !== '1.1') {
    response.writeHead(status, head.headers)
    return
  }
  const second = Math.trunc(systemTime() / 1_000)
  if (head.composed?.second === second && head.composed.status === status) {
    response.statusCode = status
    sent._header = head.composed.lines
    return
  }
  response.writeHead(status, head.headers)
  if (typeof sent._header === 'string') head.composed = { lines: sent._header, status, second }
}
