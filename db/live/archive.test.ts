import { expect, test } from 'vitest'
import { publishRelease, withdrawRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease, createTranslation, emptyDraft } from '../releases.ts'
import { addRelease, by, noon, saveAndPublish, visit } from '../testing/newsroom.ts'
import { listArchiveMonths, listArchiveYears } from './archive.ts'
import { countLiveReleases, listLiveReleases } from './releases.ts'

async function publishedOn(moment: string, title: string, translationOf?: string): Promise<string> {
  const id = translationOf
    ? await createTranslation(translationOf, 'en', by)
    : await createRelease({ language: 'sv', kind: 'news' }, by)
  await saveAndPublish(id, { ...emptyDraft('news'), title }, undefined, new Date(moment))
  return id
}

test('years and months count what readers can see, by the newsroom’s own calendar', async () => {
  expect(await listArchiveYears(visit)).toEqual([])
  // Half an hour before and after midnight in Stockholm, on the last night of the year.
  await publishedOn('2024-12-31T22:30:00Z', 'Gammalt år')
  await publishedOn('2024-12-31T23:30:00Z', 'Nytt år')
  const first = await publishedOn('2026-06-30T22:00:00Z', 'I juli')
  await publishedOn('2026-07-02T07:00:00Z', 'In July', first)
  const gone = await publishedOn('2026-07-02T07:00:00Z', 'Borta')
  await withdrawRelease(gone, { ...by, reason: 'Fel', redirectToId: null, now: noon })
  await addRelease('Nästa år', {}, { at: new Date('2027-02-01T07:00:00Z') })
  expect(await listArchiveYears(visit)).toEqual([
    { year: 2026, releases: 1 },
    { year: 2025, releases: 1 },
    { year: 2024, releases: 1 },
  ])
  expect(await listArchiveMonths(2026, visit)).toEqual([{ year: 2026, month: 7, releases: 1 }])
  expect(await listArchiveYears({ ...visit, language: 'en' })).toEqual([{ year: 2026, releases: 1 }])
  const period = { year: 2025, month: 1 }
  expect(await countLiveReleases(visit, { period })).toBe(1)
  expect((await listLiveReleases(visit, { period, limit: 9 })).map(({ title }) => title)).toEqual(['Nytt år'])
})

test('no release takes the address of a year', async () => {
  await addRelease('2026')
  expect((await listLiveReleases(visit, { limit: 1 }))[0]?.slug).toBe('2026-2')
  const id = await createRelease({ language: 'sv', kind: 'news' }, by)
  const draft = { ...emptyDraft('news' as const), title: 'Året som gick', slug: '2025' }
  const { version = 0 } = (await getDraft(id)) ?? {}
  const saved = await saveDraft(id, draft, { ...by, baseVersion: version, reason: 'save' })
  await expect(publishRelease(id, { ...by, baseVersion: saved.version, at: null })).rejects.toThrow('slug-taken')
})
