/** What readers see of a release, and are about to, as it is written down before a change, so that it can be put back. */
import { eq } from 'drizzle-orm'
import type { Writer } from '../../client.ts'
import { type Release, scheduledChanges } from '../../schema/releases.ts'

export type Shown = Pick<
  Release,
  'slug' | 'liveRevisionId' | 'publishAt' | 'revisedAt' | 'withdrawnAt' | 'withdrawnReason' | 'redirectToId'
>
export type ComingChange = typeof scheduledChanges.$inferSelect

/** Writes down what readers see of a release, and are about to, so that it can be put back. */
export async function stateBefore(tx: Writer, release: Release): Promise<string> {
  const { slug, liveRevisionId, publishAt, revisedAt, withdrawnAt, withdrawnReason, redirectToId } = release
  const shown: Shown = { slug, liveRevisionId, publishAt, revisedAt, withdrawnAt, withdrawnReason, redirectToId }
  const [change] = await tx.select().from(scheduledChanges).where(eq(scheduledChanges.releaseId, release.id))
  return JSON.stringify({ shown, change: change ?? null })
}

const instants = new Set(['publishAt', 'revisedAt', 'withdrawnAt', 'at', 'createdAt'])
export const readState = (written: string): { shown: Shown; change: ComingChange | null } =>
  JSON.parse(written, (key, value) => (instants.has(key) && typeof value === 'string' ? new Date(value) : value))
