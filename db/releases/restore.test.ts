import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { anchorAt } from '#lib/document/comment-anchor.ts'
import { write } from '../client.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { media } from '../schema/library.ts'
import { revisionMedia } from '../schema/releases.ts'
import { createSeries, deleteSeries } from '../series.ts'
import { addMember } from '../testing/members.ts'
import { addImage, addRelease, by, noon, said, use } from '../testing/newsroom.ts'
import { createTopic, deleteTopic } from '../topics.ts'
import { addComment, listComments } from './comments.ts'
import { listRevisions } from './history.ts'
import { restoreRevision } from './restore.ts'
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
