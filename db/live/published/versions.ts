/** The versions of a live release that readers have been given: a list of them, and each as it read. */
import { and, desc, eq, sql } from 'drizzle-orm'
import { prepared } from '../../client.ts'
import { publishedVersions } from '../../schema/published.ts'
import { corrections, releases } from '../../schema/releases.ts'
import { type LiveRelease, withParts } from '../release.ts'
import { wordsQuery } from '../release-parts.ts'
import { asked, live, momentAsked, readable, type Visit } from '../visible.ts'

export interface LiveVersion {
  number: number
  at: Date
  /** What readers were told of it; undefined for what was published first. */
  told: { kind: 'note' | 'correction'; text: string } | undefined
  /** When it was removed, and why. */
  removed: { at: Date; reason: string } | undefined
}

/** Returns the versions of a release, the latest first. That is the one its page shows. */
export async function listLiveVersions(releaseId: string, visit: Visit): Promise<LiveVersion[]> {
  const rows = await listQuery().execute({ ...visit, releaseId })
  return rows.map(({ number, at, kind, text, removedAt, removedReason }) => ({
    number,
    at,
    told: kind && text ? { kind, text } : undefined,
    removed: removedAt ? { at: removedAt, reason: removedReason ?? '' } : undefined,
  }))
}

const listQuery = prepared((reader) =>
  reader
    .select({
      number: publishedVersions.number,
      at: publishedVersions.at,
      kind: corrections.kind,
      text: corrections.text,
      removedAt: publishedVersions.removedAt,
      removedReason: publishedVersions.removedReason,
    })
    .from(publishedVersions)
    .innerJoin(releases, eq(releases.id, publishedVersions.releaseId))
    .leftJoin(
      corrections,
      and(eq(corrections.releaseId, publishedVersions.releaseId), eq(corrections.at, publishedVersions.at)),
    )
    .where(
      and(
        eq(publishedVersions.releaseId, sql.placeholder('releaseId')),
        live(asked.now),
        sql`${publishedVersions.at} <= ${momentAsked('now')}`,
      ),
    )
    .orderBy(desc(publishedVersions.number))
    .prepare(),
)

/** Returns a release as a version of it read. Undefined for a version that is not there, or has been removed. */
export async function getLiveVersion(
  release: LiveRelease,
  number: number,
  visit: Visit,
): Promise<LiveRelease | undefined> {
  const [row] = await versionQuery().execute({ now: visit.now, releaseId: release.id, number })
  const [words] = row ? await wordsQuery().execute({ revisionIds: [row.revisionId] }) : []
  if (!row || !words) return undefined
  const { id, storyId, slug, publishAt, revisedAt } = release
  return (await withParts([{ id, storyId, slug, publishAt, revisedAt, ...words }], visit))[0]
}

const versionQuery = prepared((reader) =>
  reader
    .select({ revisionId: publishedVersions.revisionId })
    .from(publishedVersions)
    .innerJoin(releases, eq(releases.id, publishedVersions.releaseId))
    .where(
      and(
        eq(publishedVersions.releaseId, sql.placeholder('releaseId')),
        eq(publishedVersions.number, sql.placeholder('number')),
        readable(asked.now),
      ),
    )
    .prepare(),
)
