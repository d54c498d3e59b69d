import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { getDraft, saveDraft } from '../releases/revisions.ts'
import { createRelease, emptyDraft } from '../releases.ts'
import { edition } from '../schema/newsroom.ts'
import { createSeries, saveSeries } from '../series.ts'
import { addRelease, by, noon, saveAndPublish, visit } from '../testing/newsroom.ts'
import { findRelease, getPreview } from './release.ts'
import { listLiveReleases } from './releases.ts'
import { getLiveSeries, listLiveSeries, movedSeries, seriesAddresses } from './series.ts'

const english = { ...visit, language: 'en' }
const tomorrow = { ...visit, now: new Date('2026-11-18T11:00:00Z') }
const hour = 3_600_000
const later = (hours: number) => new Date(noon.getTime() + hours * hour)
const named = (name: string) => ({ name, slug: '', intro: '' })
const add = (sv: string, en?: string) => createSeries({ texts: { sv: named(sv), ...(en && { en: named(en) }) } }, by)

const currentEdition = async () => (await db.select().from(edition))[0]?.number ?? 0

async function place(slug: string, who = visit as typeof english) {
  const answer = await findRelease(slug, who)
  const series = answer?.state === 'live' ? answer.release.series : undefined
  return series && [series.number, series.total, series.previous?.title, series.next?.title]
}

test('parts stand in the order they are published, and only those that can be read count', async () => {
  const seriesId = await add('Vattenåret', 'The year of water')
  const first = await addRelease('Våren', { seriesId })
  await addRelease('The spring', { seriesId }, { translationOf: first })
  const second = await addRelease('Sommaren', { seriesId }, { at: later(-1) })
  await addRelease('Hösten', { seriesId }, { at: later(20) })
  expect(await place('varen')).toEqual([1, 2, undefined, 'Sommaren'])
  expect(await place('sommaren')).toEqual([2, 2, 'Våren', undefined])
  expect(await place('sommaren', tomorrow)).toEqual([2, 3, 'Våren', 'Hösten'])
  expect(await place('the-spring', english)).toEqual([1, 1, undefined, undefined])
  const parts = await listLiveReleases(visit, { seriesId, limit: 9, fromFirst: true })
  expect(parts.map(({ title }) => title)).toEqual(['Våren', 'Sommaren'])
  expect(await listLiveSeries(visit)).toMatchObject([{ name: 'Vattenåret', slug: 'vattenaret', releases: 2 }])
  expect(await seriesAddresses(seriesId, noon)).toEqual({ sv: 'vattenaret', en: 'the-year-of-water' })
  await withdrawRelease(first, { ...by, reason: 'Fel', now: noon })
  expect(await place('sommaren')).toEqual([1, 1, undefined, undefined])
  await withdrawRelease(second, { ...by, reason: 'Fel', now: noon })
  expect(await getLiveSeries('vattenaret', visit)).toBeUndefined()
  expect(await getLiveSeries('vattenaret', tomorrow)).toMatchObject({ name: 'Vattenåret' })
})

test('a release published at the same moment as another has a place of its own', async () => {
  const seriesId = await add('Samtidigt')
  for (const title of ['Samma ett', 'Samma två', 'Samma tre']) await addRelease(title, { seriesId }, { at: later(-2) })
  const places = [await place('samma-ett'), await place('samma-tva'), await place('samma-tre')]
  expect(places.map((one) => one?.[0]).sort()).toEqual([1, 2, 3])
  const order = (await listLiveReleases(visit, { seriesId, limit: 9, fromFirst: true })).map(({ title }) => title)
  expect(places.sort((a, b) => Number(a?.[0]) - Number(b?.[0])).map((one) => one?.[2])).toEqual([
    undefined,
    ...order.slice(0, 2),
  ])
})

test('a series nobody can read of is nowhere, so that its name tells nothing; nor is one without a name', async () => {
  const seriesId = await add('Hemlig serie')
  const id = await addRelease('Snart', { seriesId }, { at: later(20) })
  await addRelease('Soon', { seriesId }, { translationOf: id })
  expect(await getLiveSeries('hemlig-serie', visit)).toBeUndefined()
  expect(await getLiveSeries('hemlig-serie', tomorrow)).toMatchObject({ id: seriesId })
  expect(await place('soon', english)).toBeUndefined()
  expect(await seriesAddresses(seriesId, tomorrow.now)).toEqual({ sv: 'hemlig-serie' })
})

test('a changed address leads on; a part in another series leaves the first', async () => {
  const [from, to] = [await add('Gamla serien'), await add('Andra serien')]
  const id = await addRelease('Flyttas', { seriesId: from })
  await addRelease('Blir kvar', { seriesId: from })
  await saveSeries(from, { texts: { sv: { ...named('Gamla serien'), slug: 'nya-namnet' } } }, { ...by, baseVersion: 1 })
  expect(await movedSeries('gamla-serien', visit)).toBe('nya-namnet')
  expect(await movedSeries('nya-namnet', visit)).toBeUndefined()
  const { draft } = (await getDraft(id)) ?? {}
  const before = await currentEdition()
  const { version } = await saveDraft(
    id,
    { ...draft, seriesId: to },
    { ...by, baseVersion: (await getDraft(id))?.version ?? 0, reason: 'save' },
  )
  expect(version).toBeGreaterThan(1)
  expect(await currentEdition()).toBe(before)
  expect(await place('blir-kvar')).toEqual([2, 2, 'Flyttas', undefined])
  await saveAndPublish(id, { ...emptyDraft('news'), ...draft, seriesId: to })
  expect(await currentEdition()).toBeGreaterThan(before)
  expect(await place('blir-kvar')).toEqual([1, 1, undefined, undefined])
  expect(await place('flyttas')).toEqual([1, 1, undefined, undefined])
})

test('what is being written is shown where it would stand', async () => {
  const seriesId = await add('Förhand')
  const write = async (title: string) => {
    const id = await createRelease({ language: 'sv', kind: 'news' }, by)
    await saveDraft(id, { ...emptyDraft('news'), title, seriesId }, { ...by, baseVersion: 1, reason: 'save' })
    return (await getPreview(id, visit))?.series
  }
  expect(await write('Ensam')).toMatchObject({ name: 'Förhand', number: 1, total: 1 })
  await addRelease('Den första', { seriesId })
  expect(await write('Näst på tur')).toMatchObject({ number: 2, total: 2, previous: { title: 'Den första' } })
})

test('a name that changes raises the edition', async () => {
  const id = await add('Namnet')
  const before = await currentEdition()
  await saveSeries(id, { texts: { sv: named('Ett annat namn') } }, { ...by, baseVersion: 1 })
  expect(await currentEdition()).toBeGreaterThan(before)
})
