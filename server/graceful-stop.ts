/** Stops an HTTP server without losing a request. */
import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface StopOptions {
  /** How long an idle connection is left open for a request that is already on its way, in milliseconds. */
  lingerMs?: number
  /** How long a request may take to finish before it is cut off, in milliseconds. */
  graceMs?: number
}

/**
 * Accepts no new connections, answers every request under way and every one that arrives on a connection already open.
 * Resolves when the last has been answered: to true, or to false if some had to be cut off.
 */
export async function stopGracefully(
  server: Server,
  { lingerMs = 2_000, graceMs = 25_000 }: StopOptions = {},
): Promise<boolean> {
  // Connections that the system has already accepted are served too.
  await afterReading()
  await afterReading()
  let open = true
  // Not `close` of `node:http`, which cuts idle connections at once while a request may be travelling on one of them.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  // Only now: a client that is told that the connection closes opens another, which must be refused at once and not cut
  // off later.
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false
  })
  void closed.then(() => {
    open = false
  })
  const end = Date.now() + graceMs
  await Promise.race([closed, wait(lingerMs)])
  while (open && Date.now() < end) {
    // A busy server may not yet have read what has arrived.
    await afterReading()
    server.closeIdleConnections()
    await Promise.race([closed, wait(50)])
  }
  if (!open) return true
  server.closeAllConnections()
  return false
}

/**
 * Resolves after the event loop has read from its sockets: timers run before that in each turn, and `setImmediate`
 * after it.
 */
const afterReading = () => new Promise((resolve) => setImmediate(resolve))
