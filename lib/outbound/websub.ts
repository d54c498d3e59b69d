/** Tells a WebSub hub that a feed has changed, so that the hub tells its subscribers at once. */

const patience = 10_000

/**
 * Tells a hub that a feed has changed. The hub is the operator's choice and nobody else's, so redirects are not
 * followed. Throws with the reason when the hub does not accept.
 */
export async function notifyHub(hub: string, feed: string): Promise<void> {
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
