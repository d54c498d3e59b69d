import { expect, test } from 'vitest'
import { findRelease } from '../live/release.ts'
import { emptyDraft, getRelease, statusOf } from '../releases.ts'
import { addRelease, by, morning, noon, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { getGoingOut } from './going-out.ts'
import { publishRelease, withdrawRelease } from './publication.ts'
import { type ChangeNotice, smallChange } from './published/change-notice.ts'
import { getDraft, saveDraft } from './revisions.ts'
import { publishScheduledChanges } from './scheduled-changes.ts'
import { takeBack, takeBackUntil } from './take-back.ts'

const soon = new Date(morning.getTime() + 59_000)
const minuteAfter = (now: Date) => new Date(now.getTime() + 60_000)
const late = minuteAfter(morning)
const asOf = (now: Date) => ({ ...by, now })

async function publish(id: string, title: string, more: { slug?: string; at?: Date; change?: ChangeNotice } = {}) {
  const { version = 0 } = (await getDraft(id)) ?? {}
  const draft = { ...emptyDraft('news'), title, slug: more.slug ?? '' }
  const saved = await saveDraft(id, draft, { ...by, baseVersion: version, reason: 'save' })
  const { at = null, change = smallChange } = more
  return publishRelease(id, { ...by, baseVersion: saved.version, at, change })
}
const shown = async (slug: string) => {
  const found = await findRelease(slug, visit)
  return found?.state === 'live' ? [found.release.title, found.release.corrections.length] : found?.state
}
const status = async (id: string) => {
  const release = await getRelease(id)
  return release && statusOf(release, noon)
}

test('what was published for the first time is a draft again, with all that was written', async () => {
  const id = await addRelease('Hastigt')
  await takeBack(id, asOf(soon))
  expect(await status(id)).toBe('draft')
  expect(await shown('hastigt')).toBeUndefined()
  expect((await getDraft(id))?.draft.title).toBe('Hastigt')
  await expect(takeBack(id, asOf(soon))).rejects.toEqual(refused('nothing-to-take-back'))
})

test('a change is taken back with its correction and its address', async () => {
  const id = await addRelease('Rätt')
  await publish(id, 'Fel', {
    slug: 'fel-adress',
    change: { kind: 'correction', wrong: 'Inget.', text: 'Ingen rättelse.' },
  })
  expect(await shown('fel-adress')).toEqual(['Fel', 1])
  await takeBack(id, asOf(soon))
  expect(await shown('ratt')).toEqual(['Rätt', 0])
  expect(await findRelease('fel-adress', visit)).toEqual({ state: 'moved', slug: 'ratt' })
})

test('a time that was moved is the former one again, and a first one is none', async () => {
  const id = await addRelease('Flyttad', {}, { at: noon })
  const evening = new Date('2026-11-17T18:00:00Z')
  await publish(id, 'Flyttad', { at: evening })
  const goesOut = async () => {
    const release = await getRelease(id)
    return release && (await getGoingOut(release, morning))?.at
  }
  expect(await goesOut()).toEqual(evening)
  await takeBack(id, asOf(late))
  expect(await goesOut()).toEqual(noon)
  const live = await addRelease('Ändras')
  await publish(live, 'Ändrad', { at: noon })
  await takeBack(live, asOf(late))
  const release = await getRelease(live)
  expect(release && (await getGoingOut(release, morning))).toBeNull()
})

test('a text that was published again is withdrawn again', async () => {
  const id = await addRelease('Dragen')
  await withdrawRelease(id, { ...by, reason: 'Fel' })
  await publish(id, 'Dragen', {})
  expect(await status(id)).toBe('live')
  await takeBack(id, asOf(soon))
  expect(await status(id)).toBe('withdrawn')
})

test('after a minute it is withdrawn', async () => {
  const id = await addRelease('Sent')
  await expect(takeBack(id, asOf(late))).rejects.toEqual(refused('take-back-late'))
})

test('what went out by itself is taken back within its minute, and becomes what it was without a time', async () => {
  const planned = await addRelease('Utgången', {}, { at: noon })
  expect(await takeBackUntil(planned, morning)).toBeNull()
  expect(await takeBackUntil(planned, noon)).toEqual(minuteAfter(noon))
  await expect(takeBack(planned, asOf(minuteAfter(noon)))).rejects.toEqual(refused('take-back-late'))
  expect(await takeBack(planned, asOf(noon))).toMatchObject({ status: 'draft' })
  expect(await status(planned)).toBe('draft')

  // A time it had before has passed as well, and does not come back.
  const moved = await addRelease('Flyttad till tolv', {}, { at: new Date('2026-11-17T11:00:00Z') })
  await publish(moved, 'Flyttad till tolv', { at: noon })
  await takeBack(moved, asOf(noon))
  expect(await status(moved)).toBe('draft')

  const live = await addRelease('Förut')
  await publish(live, 'Efteråt', { at: noon })
  await publishScheduledChanges(noon)
  expect(await shown('forut')).toEqual(['Efteråt', 0])
  await takeBack(live, asOf(noon))
  expect(await shown('forut')).toEqual(['Förut', 0])
  const release = await getRelease(live)
  expect(release && (await getGoingOut(release, noon))).toBeNull()
})

test('a time that passes while a text is live does not publish it again when that is taken back', async () => {
  const justBefore = new Date(noon.getTime() - 10_000)
  const id = await addRelease('Strax', {}, { at: noon })
  const { version = 0 } = (await getDraft(id)) ?? {}
  await publishRelease(id, { ...asOf(justBefore), baseVersion: version, at: null })
  await takeBack(id, asOf(new Date(noon.getTime() + 10_000)))
  expect(await status(id)).toBe('draft')
})
