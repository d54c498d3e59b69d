/** The release a verb is about to do something with. */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import type { Reader } from '../client.ts'
import { type Release, releases } from '../schema.ts'
import { refuseStale } from '../versions.ts'

/** Refuses a release that is not there (`unknown-release`). */
export async function requireRelease(from: Reader, id: string): Promise<Release> {
  const release = await from.query.releases.findFirst({ where: eq(releases.id, id) })
  if (!release) throw new Refusal('unknown-release')
  return release
}

/** The same, and refuses one whose draft has been saved since (`stale`). */
export async function requireDraft(from: Reader, id: string, baseVersion: number): Promise<Release> {
  const release = await requireRelease(from, id)
  refuseStale(release.draftVersion, baseVersion)
  return release
}
