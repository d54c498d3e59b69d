/** Has more texts go out with one that is scheduled. */
import { and, desc, eq, gt, isNull, ne, or } from 'drizzle-orm'
import { v7 } from 'uuid'
import { Refusal } from '#lib/refusal.ts'
import { db, write } from '../../client.ts'
import { nameOf } from '../../events/names.ts'
import type { Actor } from '../../events.ts'
import { statusOf } from '../../releases.ts'
import { releases, revisions } from '../../schema/releases.ts'
import { notInTrash } from '../../trash/in-trash.ts'
import { publishIn } from '../publication.ts'
import { requireRelease } from '../require-release.ts'
import { type Companion, companionsOf, groupOf, groupTogether, moveTogether } from './together.ts'

/** How many texts can go out together. */
const maxTogether = 20
/** Of how many drafts there is a choice. */
const maxOffered = 30

/**
 * Has texts go out at the instant of one that is scheduled, all or none. One that is scheduled already goes out as the
 * version that is, with all that go out with it; a draft as it stands. Refuses a text that is not scheduled
 * (`not-scheduled`), more than twenty, one that readers have seen (`together-seen`), and, by its title, one that may not be
 * published (`together-blocked`, `together-unreviewed`).
 */
export async function scheduleTogether(
  releaseId: string,
  otherIds: string[],
  by: { actor: Actor; now: Date },
): Promise<void> {
  await write(async (tx) => {
    const first = await requireRelease(tx, releaseId)
    if (statusOf(first, by.now) !== 'scheduled' || !first.publishAt) throw new Refusal('not-scheduled')
    const group = (await groupOf(tx, releaseId)) ?? v7()
    const joining = new Set(otherIds.filter((id) => id !== releaseId))
    const known = await companionsOf(tx, releaseId, by.now)
    if (joining.size + known.length >= maxTogether) throw new Refusal('too-many-together')
    for (const id of joining) {
      const other = await requireRelease(tx, id)
      const status = statusOf(other, by.now)
      const title = (await nameOf(tx, 'release', id)) ?? ''
      if (status === 'live' || status === 'withdrawn') throw new Refusal('together-seen', { details: { title } })
      if (status === 'scheduled') {
        for (const { id: companion } of await companionsOf(tx, id, by.now)) joining.add(companion)
        continue
      }
      const how = { ...by, at: first.publishAt, baseVersion: other.draftVersion }
      await publishIn(tx, id, how).catch((error) => {
        if (!(error instanceof Refusal)) throw error
        const code = { blocked: 'together-blocked', 'two-pairs-of-eyes': 'together-unreviewed' }[error.code]
        throw code ? new Refusal(code, { details: { ...error.details, title } }) : error
      })
    }
    await groupTogether(tx, group, [releaseId, ...joining])
    // Those that had another moment follow the text they join.
    await moveTogether(tx, first, { ...by, at: first.publishAt })
  })
}

/** Returns texts that can go out with one: drafts and scheduled ones that do not already, the latest changed first. */
export async function listOffered(releaseId: string, now: Date): Promise<Omit<Companion, 'holders'>[]> {
  const along = new Set((await companionsOf(db, releaseId, now)).map(({ id }) => id))
  const rows = await db
    .select({ id: releases.id, language: releases.language, title: revisions.title })
    .from(releases)
    .innerJoin(revisions, eq(revisions.id, releases.draftRevisionId))
    .where(
      and(
        ne(releases.id, releaseId),
        isNull(releases.withdrawnAt),
        or(isNull(releases.liveRevisionId), gt(releases.publishAt, now)),
        notInTrash('release', releases.id),
      ),
    )
    .orderBy(desc(releases.updatedAt), desc(releases.id))
    .limit(maxOffered)
  return rows.filter((row) => !along.has(row.id))
}
