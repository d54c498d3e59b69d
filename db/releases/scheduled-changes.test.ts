import { expect, test } from 'vitest'
import { tick } from '../../clock.ts'
import { watchEdition } from '../engine.ts'
import { listEvents } from '../events.ts'
import { listCatalogue } from '../live/catalogue.ts'
import { findRelease } from '../live/release.ts'
import { listLiveReleases } from '../live/releases.ts'
import { searchNewsroom } from '../live/search.ts'
import { usesOf } from '../media/uses.ts'
import { emptyDraft, getRelease, statusOf } from '../releases.ts'
import { editionNow } from '../testing/edition.ts'
import { addImage, addRelease, by, morning, noon, saveAndPublish, use, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { getGoingOut } from './going-out.ts'
import { getVersions } from './history.ts'
import { listByIds, listGoingOut } from './list.ts'
import { cancelSchedule, publishRelease, withdrawRelease } from './publication.ts'
import { type ChangeNotice, smallChange } from './published/change-notice.ts'
import { getDraft, saveDraft } from './revisions.ts'
import { publishScheduledChanges } from './scheduled-changes.ts'
import { countStories } from './stories.ts'

const evening = new Date('2026-11-17T18:00:00Z')
const titled = (title: string, slug = '') => ({ ...emptyDraft('news'), title, slug })
const at = (now: Date) => ({ ...visit, now })

/** The titles that readers meet at an address: on the page, in the lists and feeds, in the search, and in the data. */
async function shownAt(slug: string, now: Date) {
  const word = slug.replace('vattnet-', '')
  const found = await findRelease(slug, at(now))
  const named = <One extends { slug: string; title: string }>(all: One[]) => all.find((one) => one.slug === slug)?.title
  const hits = (await searchNewsroom('vattnet', { visit: at(now) }))?.hits ?? []
  return [
    found?.state === 'live' ? found.release.title : found?.state,
    named(await listLiveReleases(at(now), { limit: 50 })),
    hits.map((hit) => hit.title.map(({ text }) => text).join('')).find((title) => title.endsWith(word)),
    named(await listCatalogue({ languages: ['sv'], limit: 50 }, now)),
  ]
}
const four = (title: string) => [title, title, title, title]

async function write(id: string, title: string, slug = '') {
  const { version = 0 } = (await getDraft(id)) ?? {}
  return saveDraft(id, titled(title, slug), { ...by, baseVersion: version, reason: 'save' })
}

async function schedule(id: string, title: string, more: { slug?: string; change?: ChangeNotice; at?: Date } = {}) {
  const { version } = await write(id, title, more.slug)
  const { change = smallChange } = more
  return publishRelease(id, { ...by, baseVersion: version, at: more.at ?? noon, change })
}

const goingOut = async (id: string, now = morning) => (await listGoingOut(now)).find((one) => one.id === id)

test('readers see the old text until the moment, in every place, and then the new one', async () => {
  const id = await addRelease('Vattnet bytt')
  const slug = 'vattnet-bytt'
  await write(id, 'Nya vattnet bytt')
  const edition = await editionNow()
  expect(
    await schedule(id, 'Nya vattnet bytt', { change: { kind: 'correction', wrong: 'Fel.', text: 'Rätt.' } }),
  ).toMatchObject({
    what: 'schedule-changes',
  })
  expect(await editionNow()).toBe(edition)
  const before = new Date(noon.getTime() - 1)
  await publishScheduledChanges(before)
  expect(await shownAt(slug, before)).toEqual(four('Vattnet bytt'))
  const page = async () => {
    const found = await findRelease(slug, visit)
    return found?.state === 'live' ? found.release : undefined
  }
  expect((await page())?.title).toBe('Vattnet bytt')
  expect((await page())?.corrections).toEqual([])
  await tick(noon)
  expect(await editionNow()).toBeGreaterThan(edition)
  expect(await shownAt(slug, noon)).toEqual(four('Nya vattnet bytt'))
  expect(await page()).toMatchObject({
    publishAt: morning,
    revisedAt: noon,
    corrections: [{ wrong: 'Fel.', text: 'Rätt.' }],
  })
  const [told] = await listEvents(id)
  expect(told).toMatchObject({ verb: 'publish-changes', actor: 'Maja' })
  // A round's time goes on while it works, so a busy machine notes the change a little after its moment.
  expect(told?.at.toISOString()).toMatch(/^2026-11-17T11:00/)
  await tick(evening)
  expect((await listEvents(id))[0]).toEqual(told)
})

test('what is written after a change was scheduled stays with the writer, and is said to', async () => {
  const id = await addRelease('Först')
  const { version } = await schedule(id, 'Sedan')
  expect(await goingOut(id)).toMatchObject({
    title: 'Först',
    goingOut: { at: noon, title: 'Sedan', leavesOut: false },
  })
  await saveDraft(id, titled('Ännu senare'), { ...by, baseVersion: version, reason: 'autosave' })
  expect(await goingOut(id)).toMatchObject({
    title: 'Först',
    draftTitle: 'Ännu senare',
    displayStatus: 'changed',
    goingOut: { at: noon, title: 'Sedan', leavesOut: true },
  })
  const release = await getRelease(id)
  expect(release && (await getGoingOut(release, morning))).toMatchObject({ title: 'Sedan', leavesOut: true })
  await tick(noon)
  expect(await goingOut(id, noon)).toBeUndefined()
  expect((await listByIds([id], noon))[0]).toMatchObject({ title: 'Sedan', displayStatus: 'changed', goingOut: null })
  // Whoever has the text open goes on writing: nothing they stand on has moved.
  const { draft, version: now = 0 } = (await getDraft(id)) ?? {}
  expect(draft?.title).toBe('Ännu senare')
  expect(now).toBe(version + 1)
})

test('a scheduled text changed afterwards is listed by what goes out, until it is scheduled with the changes', async () => {
  const id = await addRelease('Nio bryggerier', {}, { at: noon })
  const { version } = await write(id, 'Tio bryggerier')
  expect(await goingOut(id)).toMatchObject({
    title: 'Nio bryggerier',
    displayStatus: 'scheduled',
    goingOut: { at: noon, title: 'Nio bryggerier', leavesOut: true },
  })
  await publishRelease(id, { ...by, baseVersion: version, at: noon, change: smallChange })
  expect((await goingOut(id))?.goingOut).toMatchObject({ at: noon, title: 'Tio bryggerier', leavesOut: false })
})

test('a withdrawn release comes back at its time, and stays withdrawn until then', async () => {
  const id = await addRelease('Vattnet tillbaka')
  await withdrawRelease(id, { ...by, reason: 'Fel uppgift' })
  await schedule(id, 'Rätta vattnet tillbaka')
  expect(await shownAt('vattnet-tillbaka', morning)).toEqual(['withdrawn', undefined, undefined, undefined])
  expect((await countStories(morning)).scheduled).toBeGreaterThan(0)
  await tick(noon)
  expect(await shownAt('vattnet-tillbaka', noon)).toEqual(four('Rätta vattnet tillbaka'))
})

test('a scheduled change is moved by another, and gone with a cancellation, a publication and a withdrawal', async () => {
  const id = await addRelease('Ett')
  await schedule(id, 'Två')
  await schedule(id, 'Tre', { at: evening })
  expect((await goingOut(id))?.goingOut).toMatchObject({ at: evening, title: 'Tre' })
  expect(await cancelSchedule(id, by)).toMatchObject({ what: 'cancel-changes' })
  await expect(cancelSchedule(id, by)).rejects.toEqual(refused('already-live'))
  expect(await goingOut(id)).toBeUndefined()

  await schedule(id, 'Fyra')
  await saveAndPublish(id, titled('Fem'))
  expect(await goingOut(id)).toBeUndefined()

  await schedule(id, 'Sex')
  await withdrawRelease(id, { ...by, reason: 'Fel' })
  await tick(evening)
  const release = await getRelease(id)
  expect(release && statusOf(release, evening)).toBe('withdrawn')
})

test('an address that a change is about to take is taken, and the former one leads on from the moment', async () => {
  const id = await addRelease('Gammal adress')
  await schedule(id, 'Gammal adress', { slug: 'kommande-adress' })
  const other = await addRelease('Annan')
  const { version } = await write(other, 'Annan', 'kommande-adress')
  const taken = publishRelease(other, { ...by, baseVersion: version, at: null, change: smallChange })
  await expect(taken).rejects.toEqual(refused('slug-taken'))
  expect(await findRelease('kommande-adress', at(morning))).toBeUndefined()
  await publishScheduledChanges(noon)
  expect(await findRelease('gammal-adress', visit)).toEqual({ state: 'moved', slug: 'kommande-adress' })
})

test('stored pages are asked again at the moment, and the history says when the version goes out', async () => {
  const id = await addRelease('Historia')
  await schedule(id, 'Framtid', { at: evening })
  const watch = watchEdition()
  expect(await watch.nextChange(noon)).toBe(evening.getTime())
  watch.close()
  const { revisionId = '' } = (await getGoingOut((await getRelease(id)) ?? expect.fail(), morning)) ?? {}
  expect(await getVersions(id, [revisionId])).toMatchObject([
    { replacesAt: evening, isLive: false, sent: { goesOut: evening } },
  ])
})

test('a picture of a scheduled change counts as one that readers will see', async () => {
  const picture = await addImage('kommande')
  const id = await addRelease('Utan bild')
  const { version = 0 } = (await getDraft(id)) ?? {}
  const saved = await saveDraft(
    id,
    { ...titled('Med bild'), hero: use(picture) },
    { ...by, baseVersion: version, reason: 'save' },
  )
  const scheduled = await publishRelease(id, { ...by, baseVersion: saved.version, at: noon, change: smallChange })
  await saveDraft(id, titled('Utan igen'), { ...by, baseVersion: scheduled.version, reason: 'autosave' })
  expect(await usesOf(picture)).toMatchObject([{ in: ['live'] }])
})

test('a request that comes twice publishes once and is answered the same', async () => {
  const id = await addRelease('Dubbel')
  const { version } = await write(id, 'Dubbel igen')
  const press = () => publishRelease(id, { ...by, baseVersion: version, at: null, change: smallChange, key: 'tryck-1' })
  const first = await press()
  expect(await press()).toEqual(first)
  expect((await listEvents(id)).filter(({ verb }) => verb === 'publish-changes')).toHaveLength(1)
  await expect(
    publishRelease(id, { ...by, baseVersion: version, at: null, change: smallChange, key: 'tryck-2' }),
  ).rejects.toEqual(refused('stale'))
})
