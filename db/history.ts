/** What a release has been: its versions, who wrote them and why each was kept. */
import { desc, eq } from 'drizzle-orm'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from './client.ts'
import type { Actor } from './events.ts'
import { insertRevision, parseDraft } from './revisions.ts'
import { releases, revisions, users } from './schema.ts'
import type { RevisionReason } from './types.ts'

export interface Version {
  id: string
  number: number
  reason: RevisionReason
  savedAt: Date
  savedBy: { id: string; name: string } | null
  /** What is being written now. */
  isDraft: boolean
  /** What readers see, or will see when its time comes. */
  isLive: boolean
}

/** The versions of a release, latest first. */
export async function listRevisions(releaseId: string): Promise<Version[]> {
  const rows = await db
    .select({
      id: revisions.id,
      number: revisions.number,
      reason: revisions.reason,
      savedAt: revisions.savedAt,
      userId: users.id,
      userName: users.name,
      draftRevisionId: releases.draftRevisionId,
      liveRevisionId: releases.liveRevisionId,
    })
    .from(revisions)
    .innerJoin(releases, eq(releases.id, revisions.releaseId))
    .leftJoin(users, eq(users.id, revisions.createdBy))
    .where(eq(revisions.releaseId, releaseId))
    .orderBy(desc(revisions.savedAt), desc(revisions.number))
  return rows.map(({ userId, userName, draftRevisionId, liveRevisionId, ...version }) => ({
    ...version,
    savedBy: userId && userName ? { id: userId, name: userName } : null,
    isDraft: version.id === draftRevisionId,
    isLive: version.id === liveRevisionId,
  }))
}

/**
 * Keeps a text beside the one being written: its author met another text and chose that one. Refuses what a save
 * refuses, but never for being stale.
 */
export async function setAside(releaseId: string, input: unknown, by: { actor: Actor; now: Date }): Promise<void> {
  const draft = parseDraft(input)
  await write(async (tx) => {
    const release = await tx.query.releases.findFirst({ where: eq(releases.id, releaseId) })
    if (!release) throw new Refusal('unknown-release')
    await insertRevision(tx, releaseId, draft, { ...by, reason: 'aside' })
  })
}
