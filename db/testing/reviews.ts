/** Hands for tests of reviews: texts that are begun, rewritten, submitted, approved and published by named members. */
import { db, write } from '../client.ts'
import { publishRelease } from '../releases/publication.ts'
import { smallChange } from '../releases/published/change-notice.ts'
import { readReview } from '../releases/review/state.ts'
import { approveRelease, submitForReview } from '../releases/review/steps.ts'
import { saveDraft } from '../releases/revisions.ts'
import { createRelease, emptyDraft, getRelease } from '../releases.ts'
import { settings } from '../schema/newsroom.ts'
import type { User } from '../schema/users.ts'
import { morning, noon } from './newsroom.ts'

export const setTwoPairs = (twoPairsOfEyes: boolean) =>
  write(async (tx) => void (await tx.update(settings).set({ twoPairsOfEyes })))

export async function rewrite(id: string, title: string, actor: User, reason: 'autosave' | 'save' = 'autosave') {
  const { baseVersion } = await actingOn(id, actor)
  await saveDraft(id, { ...emptyDraft('news'), title }, { actor, baseVersion, reason, now: noon })
}

export async function begin(title: string, actor: User): Promise<string> {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor, now: morning })
  await rewrite(id, title, actor)
  return id
}

/** Who acts on a text, as it and its review stand now. */
export async function actingOn(id: string, actor: User) {
  const release = await getRelease(id)
  if (!release) throw new Error('the release is gone')
  const { last } = await readReview(db, release)
  return { actor, now: noon, baseVersion: release.draftVersion, baseStep: last?.number ?? 0 }
}

export const submit = async (id: string, actor: User, more: object = {}) =>
  submitForReview(id, { note: '', reviewerId: '', dueAt: '', ...more }, await actingOn(id, actor))

export const approve = async (id: string, actor: User) => approveRelease(id, await actingOn(id, actor))

export async function publish(
  id: string,
  actor: User,
  { at = null, reason }: { at?: Date | null; reason?: string } = {},
) {
  const { baseVersion } = await actingOn(id, actor)
  return publishRelease(id, { actor, baseVersion, at, reason, change: smallChange, now: noon })
}
