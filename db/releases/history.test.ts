import { expect, test } from 'vitest'
import { write } from '../client.ts'
import { createCopy, createRelease, emptyDraft, getRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { countRevisions, getBeginning, getVersions, listRevisions, nameRevision, setAside } from './history.ts'
import { publishRelease } from './publication.ts'
import { getDraft, insertRevision, saveDraft } from './revisions.ts'

const now = new Date('2026-11-20T08:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const elin = await addMember('Elin')
const johan = await addMember('Johan')
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

test('an afternoon of autosaves is one version, and two authors taking turns leave one each turn', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  for (let version = 1; version <= 60; version++) {
    const actor = version <= 57 ? elin : version === 59 ? elin : johan
    await saveDraft(id, titled(`${version}`), {
      actor,
      baseVersion: version,
      reason: 'autosave',
      now: minutes(version),
    })
  }
  expect((await story(id)).map(([reason, name]) => [reason, name])).toEqual([
    ['autosave', 'Johan'],
    ['takeover', 'Elin'],
    ['takeover', 'Johan'],
    ['takeover', 'Elin'],
  ])
})

test('a version is called something, something else, and nothing again; the live one too', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await saveDraft(id, titled('Ett'), { actor: elin, baseVersion: 1, reason: 'save', now: minutes(1) })
  await publishRelease(id, { actor: johan, baseVersion: 2, at: null, now: minutes(4) })
  const [version] = await listRevisions(id)
  const name = (text: string) => nameRevision(id, version?.id ?? '', { name: text }, { actor: johan, now: minutes(5) })
  const names = async () => (await listRevisions(id)).map((one) => one.name)
  await name('  Efter juristens läsning ')
  expect(await names()).toEqual(['Efter juristens läsning'])
  await name('Efter styrelsens')
  expect(await names()).toEqual(['Efter styrelsens'])
  await name('')
  expect(await names()).toEqual([''])
  await expect(name('x'.repeat(81))).rejects.toThrow('too-long')
  const other = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  const by = { actor: elin, now }
  await expect(nameRevision(other, version?.id ?? '', { name: 'x' }, by)).rejects.toMatchObject({
    code: 'unknown-version',
  })
})

test('a version says who sent it out and when, which need not be who wrote it', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await saveDraft(id, titled('Ett'), { actor: elin, baseVersion: 1, reason: 'save', now: minutes(1) })
  await publishRelease(id, { actor: johan, baseVersion: 2, at: minutes(90), now: minutes(4) })
  expect(await listRevisions(id)).toMatchObject([
    {
      reason: 'publish',
      savedBy: { name: 'Elin' },
      sent: { by: { name: 'Johan' }, at: minutes(4), goesOut: minutes(90) },
    },
  ])
  expect(await getBeginning(id)).toEqual({ at: now, by: { id: elin.id, name: 'Elin' } })
})

test('five hundred versions are read a page at a time, each once', async () => {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { actor: elin, now })
  await write(async (tx) => {
    for (let number = 2; number <= 500; number++) {
      // Two at a time in the same minute: the page must not lose the one or show it twice.
      const by = { actor: elin, reason: 'save' as const, now: minutes(Math.floor(number / 2)) }
      await insertRevision(tx, id, titled(`${number}`), by)
    }
  })
  const seen: number[] = []
  let page = await listRevisions(id, { most: 60 })
  while (page.length) {
    seen.push(...page.map((one) => one.number))
    page = await listRevisions(id, { most: 60, before: page.at(-1) })
  }
  expect(seen).toEqual(Array.from({ length: 500 }, (_, index) => 500 - index))
  expect(await countRevisions(id)).toBe(500)
  const [first] = await listRevisions(id, { most: 1 })
  expect(await getVersions(id, [first?.id ?? '', 'nobody'])).toEqual([first])
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
