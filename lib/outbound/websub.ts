/** Tells a WebSub hub that a feed has changed, so that the hub tells its subscribers at once. */
import { env } from '../env.ts'

const patience = 10_000

/** Returns what is wrong with the operator's hub setting, in a sentence, or undefined. */
export function hubTrouble(): string | undefined {
  if (!env.websubHub) return undefined
  const url = URL.parse(env.websubHub)
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return 'WEBSUB_HUB must be an address that begins with https:// or http://, without a password in it.'
}

/**
 * Tells a hub that a feed has changed. The hub is the operator's choice and nobody else's, so redirects are not
 * followed. Throws with the reason when the hub does not accept.
 */
export async function tellHub(hub: string, feed: string): Promise<void> {
  const answer = await fetch(hub, {
    method: 'POST',
    body: new URLSearchParams({ 'hub.mode': 'publish', 'hub.url': feed }),
    redirect: 'manual',
    signal: AbortSignal.timeout(patience),
  }).catch((error: Error) => {
    const reason = error.cause instanceof Error ? error.cause : error
    throw new Error(reason.message || ('code' in reason && String(reason.code)) || reason.name)
  })
  // The body may be endless, and only the status matters.
  await answer.body?.cancel()
  if (answer.status >= 300 && answer.status < 400)
    throw new Error(`HTTP ${answer.status}, moved to ${answer.headers.get('location')?.slice(0, 200)}`)
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`)
}
