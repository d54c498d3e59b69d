/** Sends a short message to a service that the operator has chosen. */

const patience = 10_000

/**
 * Posts a message. The service is the operator's choice and nobody else's, so redirects are not followed. Throws with the
 * reason when it does not accept.
 */
export async function postMessage(
  service: string,
  message: Pick<RequestInit, 'body' | 'headers' | 'method'>,
): Promise<void> {
  const answer = await fetch(service, {
    method: 'POST',
    ...message,
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
