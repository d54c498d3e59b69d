/** Stopping without losing a request. */
import type { Server } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

export interface StopOptions {
  /** How long a quiet connection is left open for a request that is already on its way. */
  lingerMs?: number
  /** How long a request may take to finish before it is cut off. */
  graceMs?: number
}

/**
 * Takes no new connections, answers every request under way and every one that arrives on a connection already open.
 * Resolves when the last has been answered: to true, or to false if some had to be cut off.
 */
export async function stopGracefully(
  server: Server,
  { lingerMs = 2_000, graceMs = 25_000 }: StopOptions = {},
): Promise<boolean> {
  // What the system has connected already is still taken in.
  await afterReading()
  await afterReading()
  let open = true
  // Not http's own close: it cuts quiet connections at once, and a request may be travelling on one of them.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()))
  // Only now: whoever is told that the connection closes tries another, and must be refused at once, not cut off later.
  server.prependListener('request', (_, response) => {
    response.shouldKeepAlive = false
  })
  void closed.then(() => {
    open = false
  })
  const end = Date.now() + graceMs
  await Promise.race([closed, wait(lingerMs)])
  while (open && Date.now() < end) {
    // A busy server may not have read yet what has arrived.
    await afterReading()
    server.closeIdleConnections()
    await Promise.race([closed, wait(50)])
  }
  if (!open) return true
  server.closeAllConnections()
  return false
}

/** Timers come before reading in a turn of the event loop, and this after it. */
const afterReading = () => new Promise((resolve) => setImmediate(resolve))
