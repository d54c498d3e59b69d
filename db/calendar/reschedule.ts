/** Moves what is not yet out: a scheduled text or change to another time, and the time that a draft is meant for. */
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { followEmbargo } from '../embargo/news.ts'
import { fieldsOf } from '../events/fields.ts'
import { recordEvent } from '../events.ts'
import { noteChange } from '../outbox/announcements.ts'
import { type Member, may } from '../permissions.ts'
import { stateBefore } from '../releases/publication/state-before.ts'
import { moveTogether } from '../releases/publication/together.ts'
import { moveFirstVersion } from '../releases/published/versions.ts'
import { requireRelease } from '../releases/require-release.ts'
import { statusOf } from '../releases.ts'
import { releases, scheduledChanges } from '../schema/releases.ts'
import { notify } from '../users/notifications.ts'
import { momentAt, momentSchema } from './moment.ts'

type By = { actor: Member; now: Date }

/** A moment, and words to those who have the text under embargo. */
const moveSchema = momentSchema.extend({ greeting: z.string().max(1_000).default('') })

/**
 * Moves what goes out of a release by itself to another time, with all that goes out together with it; its text stays the one
 * that was scheduled. Who has it under embargo is told. Refuses a release of which nothing is to go out, what lies in the
 * trash, and what is no time to come.
 */
export async function reschedule(releaseId: string, input: unknown, by: By): Promise<void> {
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    const { greeting, ...moment } = moveSchema.parse(input)
    const at = await momentAt(tx, moment, by.now)
    const change = await tx.query.scheduledChanges.findFirst({ where: eq(scheduledChanges.releaseId, releaseId) })
    if (!change && statusOf(release, by.now) !== 'scheduled') throw new Refusal('nothing-scheduled')
    const before = await fieldsOf(tx, 'release', releaseId)
    const state = await stateBefore(tx, release)
    const version = release.draftVersion + 1
    if (change) await tx.update(scheduledChanges).set({ at }).where(eq(scheduledChanges.releaseId, releaseId))
    else {
      await moveFirstVersion(tx, releaseId, at)
      await noteChange(tx, { release, at, former: null, now: by.now })
    }
    await tx
      .update(releases)
      .set({ draftVersion: version, updatedAt: by.now, ...(!change && { publishAt: at }) })
      .where(eq(releases.id, releaseId))
    const { actor, now } = by
    if (!change) {
      await followEmbargo(tx, release, { greeting, now })
      await moveTogether(tx, release, { at, actor, greeting, now })
    }
    await recordEvent(tx, {
      actor,
      verb: change ? 'schedule-changes' : 'schedule',
      noun: 'release',
      targetId: releaseId,
      details: {
        at: at.toISOString(),
        revision: change?.revisionId ?? release.liveRevisionId ?? '',
        version,
        before: state,
      },
      before,
      now,
    })
    await notify(tx, { kind: 'scheduled', releaseId, to: [release.createdBy], actor, now })
  })
}

/** Says when a draft is meant to go out. Refuses the texts of others, what is no draft, and what is no time to come. */
export async function planDraft(releaseId: string, input: unknown, by: By): Promise<void> {
  await changePlan(releaseId, by, (tx) => momentAt(tx, momentSchema.parse(input), by.now))
}

/** Takes the time from a draft. Refuses the texts of others, and what is no draft. */
export async function unplanDraft(releaseId: string, by: By): Promise<void> {
  await changePlan(releaseId, by, async () => null)
}

async function changePlan(releaseId: string, by: By, when: (tx: Writer) => Promise<Date | null>): Promise<void> {
  await write(async (tx) => {
    const release = await requireRelease(tx, releaseId)
    if (!may(by.actor, 'manage-text', release)) throw new Refusal('text-of-others')
    if (statusOf(release, by.now) !== 'draft') throw new Refusal('not-a-draft')
    const before = await fieldsOf(tx, 'release', releaseId)
    await tx
      .update(releases)
      .set({ plannedAt: await when(tx) })
      .where(eq(releases.id, releaseId))
    await recordEvent(tx, { actor: by.actor, verb: 'plan', noun: 'release', targetId: releaseId, before, now: by.now })
  })
}
