/** Finds the release that a verb is about to change. */
import { eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import type { Reader } from '../client.ts'
import { type Release, releases } from '../schema/releases.ts'
import { refuseTrashed } from '../trash/in-trash.ts'
import { refuseStale } from '../versions.ts'

/** Returns the release. Refuses one that is not there (`unknown-release`), or lies in the trash (`in-trash`). */
export async function requireRelease(from: Reader, id: string): Promise<Release> {
  const release = await from.query.releases.findFirst({ where: eq(releases.id, id) })
  if (!release) throw new Refusal('unknown-release')
  await refuseTrashed(from, 'release', id)
  return release
}

/** Returns the release. Refuses also one whose draft has been saved since `baseVersion` (`stale`). */
export async function requireDraft(from: Reader, id: string, baseVersion: number): Promise<Release> {
  const release = await requireRelease(from, id)
  refuseStale(release.draftVersion, baseVersion)
  return release
}
