/** The versions of a text that readers have been given: keeping them, and removing one that the law says must go. */
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { prepared, type Writer, write } from '../../client.ts'
import { recordEvent } from '../../events.ts'
import { line } from '../../inputs.ts'
import { type Member, may } from '../../permissions.ts'
import { type PublishedVersion, publishedVersions } from '../../schema/published.ts'
import type { Release } from '../../schema/releases.ts'
import type { ChangeKind } from '../../types.ts'
import { requireRelease } from '../require-release.ts'

interface Shown {
  release: Release
  revisionId: string
  at: Date
  /** What a change is to readers; null for what they see for the first time. */
  kind: ChangeKind | null
}

/** Keeps what readers get from `at` on, in the change that puts it before them. A small change is no version of its own. */
export async function keepVersion(tx: Writer, { release, revisionId, at, kind }: Shown): Promise<void> {
  const releaseId = release.id
  // Versions of a text that nobody has seen yet were never given to anybody.
  if (kind === null) await tx.delete(publishedVersions).where(eq(publishedVersions.releaseId, releaseId))
  const [latest] = await tx
    .select({ number: publishedVersions.number })
    .from(publishedVersions)
    .where(eq(publishedVersions.releaseId, releaseId))
    .orderBy(desc(publishedVersions.number))
    .limit(1)
  if (latest && kind === 'small')
    await tx.update(publishedVersions).set({ revisionId }).where(numbered(releaseId, latest.number))
  else await tx.insert(publishedVersions).values({ releaseId, revisionId, at, number: (latest?.number ?? 0) + 1 })
}

/** Has readers get what they are to see first at another moment, in the change that moves it. */
export const moveFirstVersion = (tx: Writer, releaseId: string, at: Date) =>
  tx.update(publishedVersions).set({ at }).where(numbered(releaseId, 1))

const numbered = (releaseId: string, number: number) =>
  and(eq(publishedVersions.releaseId, releaseId), eq(publishedVersions.number, number))

/** Returns the versions of a release, the first first. */
export const versionsIn = (tx: Writer, releaseId: string): Promise<PublishedVersion[]> =>
  tx
    .select()
    .from(publishedVersions)
    .where(eq(publishedVersions.releaseId, releaseId))
    .orderBy(asc(publishedVersions.number))

/** Puts the versions of a release back as they were, when a publication is taken back. */
export async function putBackVersions(tx: Writer, releaseId: string, versions: PublishedVersion[]): Promise<void> {
  await tx.delete(publishedVersions).where(eq(publishedVersions.releaseId, releaseId))
  if (versions.length > 0) await tx.insert(publishedVersions).values(versions)
}

/** Returns the versions of a release that have been published, for its history in the studio. */
export async function listPublishedVersions(releaseId: string): Promise<PublishedVersion[]> {
  return listQuery().execute({ releaseId })
}

const listQuery = prepared((reader) =>
  reader
    .select()
    .from(publishedVersions)
    .where(eq(publishedVersions.releaseId, sql.placeholder('releaseId')))
    .orderBy(asc(publishedVersions.number))
    .prepare(),
)

/**
 * Removes an earlier version from what readers can read. Its address then says that it was removed and why. Refuses
 * contributors (`remove-version-role`), a missing reason, a version that is not there or has been removed, and the latest
 * (`version-is-live`): that is changed or withdrawn instead.
 */
export async function removeVersion(
  releaseId: string,
  number: number,
  how: { reason: string; actor: Member; now: Date },
): Promise<void> {
  const reason = line(500).parse(how.reason)
  if (!reason) throw new Refusal('removal-reason-missing', { field: 'reason' })
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    if (!may(how.actor, 'publish', release)) throw new Refusal('remove-version-role')
    const versions = await versionsIn(tx, releaseId)
    const version = versions.find((one) => one.number === number && !one.removedAt)
    if (!version) throw new Refusal('unknown-version')
    if (version === versions.at(-1)) throw new Refusal('version-is-live')
    await tx
      .update(publishedVersions)
      .set({ removedAt: how.now, removedReason: reason })
      .where(numbered(releaseId, number))
    await recordEvent(tx, {
      actor: how.actor,
      verb: 'remove-version',
      noun: 'release',
      targetId: releaseId,
      details: { revision: version.revisionId, number, reason },
      now: how.now,
    })
  })
}
