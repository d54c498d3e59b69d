import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { write } from '../client.ts'
import { createRelease, emptyDraft, getRelease, hasUnpublishedChanges } from '../releases.ts'
import { media } from '../schema/library.ts'
import { revisionMedia } from '../schema/releases.ts'
import { createSeries, deleteSeries } from '../series.ts'
import { addMember } from '../testing/members.ts'
import { addImage, addRelease, by, noon, said, use } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { createTopic, deleteTopic } from '../topics.ts'
import { addComment, listComments } from './comments.ts'
import { getGoingOut } from './going-out.ts'
import { listRevisions } from './history.ts'
import { publishRelease, withdrawRelease } from './publication.ts'
import { smallChange } from './published/change-notice.ts'
import { restoreRevision, throwAwayChanges } from './restore.ts'
import { getDraft, saveDraft } from './revisions.ts'

const johan = await addMember('Johan', 'contributor')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

/** Writes something more and returns what is being written. */
async function writeMore(id: string, title: string, actor = by.actor) {
  const stored = await getDraft(id)
  if (!stored) throw new Error('no draft')
  return saveDraft(
    id,
    { ...stored.draft, title },
    { actor, baseVersion: stored.version, reason: 'autosave', now: later(1) },
  )
}

test('an older version comes back as a new one, and what was being written stays in the history', async () => {
  const id = await addRelease('Den gamla')
  const [old] = await listRevisions(id)
  const { version } = await writeMore(id, 'Den nya', johan)
  const [rolling] = await listRevisions(id)
  const restored = await restoreRevision(id, old?.id ?? '', { actor: by.actor, baseVersion: version, now: later(2) })
  expect(restored).toEqual({
    version: version + 1,
    previousId: rolling?.id,
    leftOut: { images: 0, people: 0, topics: 0 },
  })
  expect((await getDraft(id))?.draft.title).toBe('Den gamla')
  expect(await listRevisions(id)).toMatchObject([
    { reason: 'restore', isDraft: true, isLive: false, savedBy: { name: 'Maja' }, restoredFrom: old?.savedAt },
    { reason: 'takeover', savedBy: { name: 'Johan' } },
    { reason: 'publish', isLive: true },
  ])

  const undone = await restoreRevision(id, restored.previousId ?? '', {
    actor: by.actor,
    baseVersion: restored.version,
    now: later(3),
  })
  expect((await getDraft(id))?.draft.title).toBe('Den nya')
  const { version: after } = await writeMore(id, 'Vidare')
  expect(after).toBe(undone.version + 1)
  expect((await listRevisions(id)).map((one) => one.reason)).toContain('autosave')
  expect((await listRevisions(id)).filter((one) => one.reason === 'restore')).toHaveLength(2)
})

test('refuses when somebody has saved meanwhile, what is being written already, and other releases’ versions', async () => {
  const id = await addRelease('Ett')
  const [old] = await listRevisions(id)
  const { version } = await writeMore(id, 'Två')
  const [now] = await listRevisions(id)
  const attempt = (revisionId: string | undefined, baseVersion: number) =>
    restoreRevision(id, revisionId ?? '', { actor: johan, baseVersion, now: later(2) })
  await expect(attempt(old?.id, version - 1)).rejects.toMatchObject({ code: 'stale' })
  await expect(attempt(now?.id, version)).rejects.toMatchObject({ code: 'version-is-draft' })
  const [foreign] = await listRevisions(await addRelease('Någon annans'))
  await expect(attempt(foreign?.id, version)).rejects.toMatchObject({ code: 'unknown-version' })
  expect((await getDraft(id))?.draft.title).toBe('Två')
})

test('what is gone since is left out, counted, and no reason to refuse the rest', async () => {
  const [kept, lost] = [await addImage('kvar'), await addImage('borta')]
  const texts = { sv: { name: 'Ämne', slug: '', intro: '' } }
  const [topicId, lostSeries, seriesId] = [
    await createTopic({ texts }, by),
    await createSeries({ texts }, by),
    await createSeries({ texts }, by),
  ]
  const image = (mediaId: string) => ({ type: 'image' as const, attrs: use(mediaId) })
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const full = {
    ...emptyDraft('news'),
    title: 'Med bilder',
    hero: use(lost),
    topicIds: [topicId],
    seriesId: lostSeries,
  }
  const content = [image(lost), image(kept), ...said(null, '– Ja.').content]
  const save = (draft: object, baseVersion: number) =>
    saveDraft(id, draft, { ...by, baseVersion, reason: 'save', now: later(1) })
  await save({ ...full, body: { type: 'doc', content } }, 1)
  const { version } = await save({ ...emptyDraft('news'), seriesId }, 2)
  const [, old] = await listRevisions(id)
  await write(async (tx) => {
    await tx.delete(revisionMedia).where(eq(revisionMedia.mediaId, lost))
    await tx.delete(media).where(eq(media.id, lost))
  })
  await deleteTopic(topicId, by)
  await deleteSeries(lostSeries, by)
  const { leftOut } = await restoreRevision(id, old?.id ?? '', { ...by, baseVersion: version, now: later(2) })
  expect(leftOut).toEqual({ images: 1, people: 0, topics: 0 })
  const restored = await getDraft(id)
  expect(restored?.draft).toMatchObject({ title: 'Med bilder', hero: null, topicIds: [], seriesId: null })
  expect(restored?.draft.body.content).toEqual(content.slice(1))
})

test('comments follow their blocks into the text that came back', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const save = (text: string, baseVersion: number) =>
    saveDraft(
      id,
      { ...emptyDraft('news'), body: said(null, text) },
      { ...by, baseVersion, reason: 'save', now: later(baseVersion) },
    )
  await save('Nio företag får stöd.', 1)
  const first = await getDraft(id)
  const anchor = first && anchorAt(first.draft, { place: 'block', index: 0 })
  if (!anchor) throw new Error('nothing to comment on')
  await addComment(id, { anchor, text: 'Stämmer det?' }, { actor: by.actor, now: noon })
  const { version } = await save('Nio svenska företag får stöd.', 2)
  const about = async () => (await listComments(id))[0]?.anchor.text
  expect(await about()).toBe('Nio svenska företag får stöd.')
  const [, old] = await listRevisions(id)
  await restoreRevision(id, old?.id ?? '', { ...by, baseVersion: version, now: later(5) })
  expect(await about()).toBe('Nio företag får stöd.')
})

test('changes that are not out are thrown away, back to what readers see, and the history has them', async () => {
  const id = await addRelease('Ute')
  const { version } = await writeMore(id, 'Inte ute')
  const now = later(2)
  const thrown = await throwAwayChanges(id, { actor: by.actor, baseVersion: version, now })
  expect(thrown.version).toBe(version + 1)
  expect((await getDraft(id))?.draft.title).toBe('Ute')
  const release = await getRelease(id)
  expect(release && hasUnpublishedChanges(release)).toBe(false)
  expect(await listRevisions(id)).toMatchObject([
    { reason: 'aside', id: thrown.previousId, isDraft: false },
    { reason: 'publish', isLive: true, isDraft: true },
  ])
  const again = { actor: by.actor, baseVersion: thrown.version, now }
  await expect(throwAwayChanges(id, again)).rejects.toEqual(refused('no-changes'))
  await restoreRevision(id, thrown.previousId, again)
  expect((await getDraft(id))?.draft.title).toBe('Inte ute')
  // What readers see was never written in.
  const { version: last } = await writeMore(id, 'Vidare')
  await throwAwayChanges(id, { ...again, baseVersion: last })
  await writeMore(id, 'Efteråt')
  expect((await listRevisions(id)).find(({ isLive }) => isLive)).toMatchObject({ isDraft: false })
})

test('with something scheduled the draft is again what goes out, and a draft or a withdrawn text has nothing to go back to', async () => {
  const planned = await addRelease('Schemalagd', {}, { at: later(60) })
  const { version } = await writeMore(planned, 'Ändrad sedan')
  await throwAwayChanges(planned, { actor: by.actor, baseVersion: version, now: noon })
  expect((await getDraft(planned))?.draft.title).toBe('Schemalagd')

  const live = await addRelease('Ute nu')
  const saved = await writeMore(live, 'Ute sen')
  const change = await publishRelease(live, {
    ...by,
    baseVersion: saved.version,
    at: later(60),
    change: smallChange,
    now: noon,
  })
  expect(change.what).toBe('schedule-changes')
  const more = await writeMore(live, 'Aldrig ute')
  await throwAwayChanges(live, { actor: by.actor, baseVersion: more.version, now: noon })
  expect((await getDraft(live))?.draft.title).toBe('Ute sen')
  const release = await getRelease(live)
  expect(release && (await getGoingOut(release, noon))).toMatchObject({ title: 'Ute sen', leavesOut: false })

  const gone = await addRelease('Dragen')
  await withdrawRelease(gone, { ...by, reason: 'Fel' })
  const written = await writeMore(gone, 'Ny')
  await expect(throwAwayChanges(gone, { actor: by.actor, baseVersion: written.version, now: noon })).rejects.toEqual(
    refused('no-changes'),
  )
  const draft = await createRelease({ language: 'sv', kind: 'news' }, by)
  await expect(throwAwayChanges(draft, { actor: by.actor, baseVersion: 1, now: noon })).rejects.toEqual(
    refused('no-changes'),
  )
})
