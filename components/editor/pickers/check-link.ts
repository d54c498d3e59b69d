/** Has the server check whether links lead anywhere. */
import type { LinkStatus } from '#lib/outbound/link-status.ts'

/** The most addresses in one request. */
const most = 50

/**
 * Returns the result for each address, in their order. Never throws: without an answer from the server they are
 * `unknown`.
 */
export async function checkLinks(urls: string[], signal?: AbortSignal): Promise<LinkStatus[]> {
  const now = urls.slice(0, most)
  const later = urls.slice(most)
  const answers = await ask(now, signal)
  return later.length ? [...answers, ...(await checkLinks(later, signal))] : answers
}

/** Returns the result for one address. */
export async function checkLink(url: string, signal?: AbortSignal): Promise<LinkStatus> {
  const [answer] = await checkLinks([url], signal)
  return answer ?? { state: 'unknown' }
}

async function ask(urls: string[], signal: AbortSignal | undefined): Promise<LinkStatus[]> {
  try {
    const response = await fetch('/api/links', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ urls }),
      redirect: 'manual',
      signal: signal ?? null,
    })
    if (response.ok) return ((await response.json()) as { answers: LinkStatus[] }).answers
  } catch {}
  return urls.map(() => ({ state: 'unknown' }))
}
