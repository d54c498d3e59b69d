import { expect, test } from 'vitest'
import { listRevisions, setAside } from './history.ts'
import { publishRelease } from './publication.ts'
import { createCopy, createRelease, emptyDraft, getRelease } from './releases.ts'
import { getDraft, saveDraft } from './revisions.ts'
import { createUser } from './users.ts'

const now = new Date('2026-11-20T08:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const member = (name: string) =>
  createUser(
    { name, email: `${name}@example.org`.toLowerCase(), password: 'pressrum-demo', role: 'editor', language: 'sv' },
    now,
  )
const elin = await member('Elin')
const johan = await member('Johan')
const titled = (title: string) => ({ ...emptyDraft('news'), title })
const story = async (id: string) =>
  (await listRevisions(id)).map((version) => [version.reason, version.savedBy?.name, version.isDraft, version.isLive])

test('one rolling autosave per author; a save, a publication and another author each leave a version', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await saveDraft(id, titled('Ett'), { actor: elin, baseVersion: 1, reason: 'autosave', now: minutes(1) })
  await saveDraft(id, titled('Två'), { actor: elin, baseVersion: 2, reason: 'autosave', now: minutes(2) })
  await saveDraft(id, titled('Tre'), { actor: johan, baseVersion: 3, reason: 'save', now: minutes(3) })
  await publishRelease(id, { actor: johan, baseVersion: 4, at: null, now: minutes(4) })
  await saveDraft(id, titled('Fyra'), { actor: johan, baseVersion: 5, reason: 'autosave', now: minutes(5) })
  expect(await story(id)).toEqual([
    ['autosave', 'Johan', true, false],
    ['publish', 'Johan', false, true],
    ['takeover', 'Elin', false, false],
  ])
  expect(await getDraft(id)).toMatchObject({ savedBy: { name: 'Johan' }, savedAt: minutes(5), version: 6 })
})

test("keeping one's own text in two windows keeps the other window's too", async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await saveDraft(id, titled('Andra fönstret'), { actor: elin, baseVersion: 1, reason: 'autosave', now: minutes(1) })
  await saveDraft(id, titled('Det här fönstret'), {
    actor: elin,
    baseVersion: 2,
    reason: 'save',
    keepCurrent: true,
    now: minutes(2),
  })
  expect(await story(id)).toEqual([
    ['save', 'Elin', true, false],
    ['takeover', 'Elin', false, false],
  ])
})

test('a text set aside is kept in the history and disturbs neither the draft nor its next save', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await saveDraft(id, titled('Johans'), { actor: johan, baseVersion: 1, reason: 'save', now: minutes(1) })
  await setAside(id, titled('Elins'), { actor: elin, now: minutes(2) })
  expect((await getDraft(id))?.draft.title).toBe('Johans')
  await saveDraft(id, titled('Vidare'), { actor: elin, baseVersion: 2, reason: 'save', now: minutes(3) })
  expect((await story(id)).map(([reason]) => reason)).toEqual(['save', 'aside', 'save', 'takeover'])
})

test('a copy is a story of its own in the same language', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  const copyId = await createCopy(id, { ...titled('Kopia'), slug: 'upptagen' }, { actor: elin, now })
  const [source, copy] = [await getRelease(id), await getRelease(copyId)]
  expect(copy?.language).toBe('sv')
  expect(copy?.storyId).not.toBe(source?.storyId)
  expect((await getDraft(copyId))?.draft).toMatchObject({ title: 'Kopia', slug: '' })
})
