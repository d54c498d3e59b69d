/** Tells whether an address in this newsroom leads somewhere. The database knows; the net is not asked. */
import { env } from '#lib/env.ts'
import type { LinkStatus } from '#lib/outbound/link-status.ts'
import { isLivePath } from '../live/paths.ts'
import { getSettings } from '../settings.ts'

/** Returns the path of an address in this newsroom; undefined for others. */
export function ownPath(url: string): string | undefined {
  if (/^(#|\/(?!\/))/.test(url)) return url
  const parsed = URL.parse(url)
  const isWeb = parsed !== null && /^https?:$/.test(parsed.protocol)
  return isWeb && parsed.host === new URL(env.publicUrl).host ? parsed.pathname : undefined
}

/** Returns what a reader finds at a path. Fragments of a text, and what is no page, are `unknown`: left to the writer. */
export async function lookUpOwn(path: string, now: Date): Promise<LinkStatus> {
  if (path.startsWith('#')) return { state: 'unknown' }
  const isThere = await isLivePath(path, { timeZone: (await getSettings())?.timeZone ?? 'UTC', now })
  return { state: isThere === undefined ? 'unknown' : isThere ? 'answers' : 'broken' }
}
