/** What readers see of a release, and are about to, as it is written down before a change, so that it can be put back. */
import { eq } from 'drizzle-orm'
import type { Writer } from '../../client.ts'
import type { PublishedVersion } from '../../schema/published.ts'
import { type Release, scheduledChanges } from '../../schema/releases.ts'
import { versionsIn } from '../published/versions.ts'

type Shown = Pick<
  Release,
  | 'slug'
  | 'liveRevisionId'
  | 'publishAt'
  | 'revisedAt'
  | 'replacedAt'
  | 'withdrawnAt'
  | 'withdrawnReason'
  | 'redirectToId'
>

export interface StateBefore {
  shown: Shown
  change: typeof scheduledChanges.$inferSelect | null
  /** Lacking in what was written down before versions were kept. */
  versions?: PublishedVersion[]
}

/** Writes down what readers see of a release, and are about to, so that it can be put back. */
export async function stateBefore(tx: Writer, release: Release): Promise<string> {
  const { slug, liveRevisionId, publishAt, revisedAt, replacedAt, ...rest } = release
  const { withdrawnAt, withdrawnReason, redirectToId } = rest
  const dates = { publishAt, revisedAt, replacedAt, withdrawnAt }
  const shown: Shown = { slug, liveRevisionId, ...dates, withdrawnReason, redirectToId }
  const [change] = await tx.select().from(scheduledChanges).where(eq(scheduledChanges.releaseId, release.id))
  return JSON.stringify({ shown, change: change ?? null, versions: await versionsIn(tx, release.id) })
}

const instants = new Set(['publishAt', 'revisedAt', 'replacedAt', 'withdrawnAt', 'removedAt', 'at', 'createdAt'])

/** Reads what was written down. */
export const readState = (written: string): StateBefore =>
  JSON.parse(written, (key, value) => (instants.has(key) && typeof value === 'string' ? new Date(value) : value))
