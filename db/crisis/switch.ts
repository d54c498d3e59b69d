/** The switch: what it does when crisis mode goes on, and off again, each as one change. */
import { and, asc, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { blanksIn, fillBlanks } from '#lib/document/blanks.ts'
import { rootLanguage } from '#lib/locale.ts'
import { translator } from '#lib/messages.ts'
import { Refusal } from '#lib/refusal.ts'
import { type Writer, write } from '../client.ts'
import { nameOf } from '../events/names.ts'
import { type Actor, recordEvent } from '../events.ts'
import { checkbox, line, perLanguage } from '../inputs.ts'
import { readDraft } from '../releases/drafts.ts'
import { publishIn, withdrawIn } from '../releases/publication.ts'
import { parseDraft, writeDraft } from '../releases/revisions.ts'
import { crisisStatements } from '../schema/crises.ts'
import { type Release, releases } from '../schema/releases.ts'
import { users } from '../schema/users.ts'
import { notInTrash } from '../trash/in-trash.ts'
import { notify } from '../users/notifications.ts'
import { letGo, pauseScheduled, stillPaused } from './pauses.ts'
import { findCrisisOn, isCrisisOn, requireStatement } from './prepared.ts'
import { addUpdateIn, promiseIn, requireOn, withWords } from './updates.ts'

interface By {
  actor: Actor
  now: Date
}

const filled = z.array(z.object({ name: z.string().max(1_000), value: line(500) })).max(200)
const switchSchema = z.object({ blanks: perLanguage(filled).default({}), pause: checkbox.default(false) })

/**
 * Switches crisis mode on: fills the blanks of a statement, publishes it in all its languages without a review, pauses what
 * is scheduled where that is asked for, and tells every member. All or nothing. Refuses while a blank is empty
 * (`crisis-blanks`, with their names), what may not be published, a promise that is no time to come, a statement that has
 * been used (`crisis-over`), and while crisis mode is on already (`crisis-on-already`, `crisis-on-other`).
 */
export async function switchOn(storyId: string, input: unknown, by: By): Promise<{ paused: number }> {
  const { blanks, pause } = switchSchema.parse(input)
  return write(async (tx) => {
    const statement = await requireStatement(tx, storyId)
    if (isCrisisOn(statement)) throw new Refusal('crisis-on-already')
    if (statement.startedAt) throw new Refusal('crisis-over')
    const other = await findCrisisOn(tx)
    if (other) throw new Refusal('crisis-on-other', { details: { title: (await titleOf(tx, other.storyId)) ?? '' } })
    const texts = await textsOf(tx, storyId)
    const ready = texts.map(({ release, draft }) => {
      const text = parseDraft(fillBlanks(draft, blanks[release.language] ?? []))
      return { release, draft, text, empty: blanksIn(text) }
    })
    const empty = [...new Set(ready.flatMap((text) => text.empty))]
    if (empty.length) {
      const names = empty.map((name) => `[${name}]`).join(', ')
      throw new Refusal('crisis-blanks', { details: { count: empty.length, names } })
    }
    const promisedAt = await promiseIn(tx, input, by.now)
    await tx
      .update(crisisStatements)
      .set({ startedAt: by.now, startedBy: by.actor.id, promisedAt })
      .where(eq(crisisStatements.storyId, storyId))
    const reason = await reasonIn(tx, 'unread-because')
    for (const { release, text } of ready) {
      const baseVersion = await writeDraft(tx, release, text, { ...by, reason: 'save' })
      await publishIn(tx, release.id, { ...by, baseVersion, at: null, reason }).catch((error) => {
        if (!(error instanceof Refusal) || error.code !== 'blocked') throw error
        throw new Refusal('blocked-version', { details: { ...error.details, language: release.language } })
      })
    }
    const paused = pause ? await pauseScheduled(tx, storyId, by) : 0
    await recordEvent(tx, { ...by, verb: 'switch-on', noun: 'crisis', targetId: storyId, details: { paused } })
    await tellMembers(tx, texts[0]?.release, 'crisis-on', by)
    return { paused }
  })
}

const endSchema = z.object({
  texts: perLanguage(line(2_000)).default({}),
  what: z.enum(['keep', 'take-away']),
  reason: line(500).default(''),
  paused: z.enum(['leave', 'let-go']).default('leave'),
})

/**
 * Switches crisis mode off, with a last update where there is one. The statement stays in the archive with its updates, or
 * is withdrawn for a reason that readers see; what is paused is scheduled again, or stays with its writers. Returns how many
 * texts were scheduled and how many stay. Refuses when crisis mode is off, and to take it away without a reason.
 */
export async function switchOff(
  storyId: string,
  input: unknown,
  by: By,
): Promise<{ scheduled: number; staying: number }> {
  const { texts, what, reason, paused: wish } = endSchema.parse(input)
  const { waiting, total, because } = await write(async (tx) => {
    await requireOn(tx, storyId)
    const told = withWords(texts)
    if (Object.keys(told).length) await addUpdateIn(tx, storyId, told, by)
    await tx
      .update(crisisStatements)
      .set({ endedAt: by.now, promisedAt: null })
      .where(eq(crisisStatements.storyId, storyId))
    const versions = await textsOf(tx, storyId)
    // A translation that was begun meanwhile is a draft, which nobody sees.
    const shown = versions.filter(({ release }) => release.liveRevisionId && !release.withdrawnAt)
    if (what === 'take-away') for (const { release } of shown) await withdrawIn(tx, release.id, { ...by, reason })
    const paused = await stillPaused(tx, storyId)
    await recordEvent(tx, { ...by, verb: 'switch-off', noun: 'crisis', targetId: storyId, details: { what } })
    await tellMembers(tx, versions[0]?.release, 'crisis-off', by)
    return { ...paused, because: await reasonIn(tx, 'let-go-because') }
  })
  // Each by itself: one that may not go out keeps none of the others.
  const scheduled = wish === 'let-go' ? await letGo(waiting, { ...by, reason: because }) : 0
  return { scheduled, staying: total - scheduled }
}

/** Returns the versions of a statement as they are written now. Refuses one that lies in the trash. */
async function textsOf(tx: Writer, storyId: string) {
  const versions = await tx
    .select()
    .from(releases)
    .where(and(eq(releases.storyId, storyId), notInTrash('release', releases.id)))
    .orderBy(asc(releases.createdAt), asc(releases.id))
  if (versions.length === 0) throw new Refusal('unknown-crisis')
  return Promise.all(
    versions.map(async (release) => {
      const draft = release.draftRevisionId ? await readDraft(tx, release.draftRevisionId) : undefined
      if (!draft) throw new Refusal('unknown-release')
      return { release, draft }
    }),
  )
}

const titleOf = (tx: Writer, storyId: string) => nameOf(tx, 'crisis', storyId)

/** Returns why the texts go out unread, in the newsroom's own language. */
async function reasonIn(tx: Writer, which: 'unread-because' | 'let-go-because'): Promise<string> {
  const settings = await tx.query.settings.findFirst({ columns: { languages: true } })
  return translator(settings?.languages[0] ?? rootLanguage, 'crisis')(which)
}

async function tellMembers(tx: Writer, release: Release | undefined, kind: 'crisis-on' | 'crisis-off', by: By) {
  const members = await tx.select({ id: users.id }).from(users).where(isNull(users.removedAt))
  if (release) await notify(tx, { ...by, kind, releaseId: release.id, to: members.map(({ id }) => id) })
}
