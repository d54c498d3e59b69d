import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { db } from '../../client.ts'
import { isLiveMedia } from '../../live/media.ts'
import { isLivePath } from '../../live/paths.ts'
import { getLiveVersion, listLiveVersions } from '../../live/published/versions.ts'
import { findRelease } from '../../live/release.ts'
import { events } from '../../schema/events.ts'
import { editionNow } from '../../testing/edition.ts'
import { addMember } from '../../testing/members.ts'
import { addImage, addRelease, by, noon, use, visit } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { deleteRelease } from '../delete.ts'
import { publishRelease, withdrawRelease } from '../publication.ts'
import { getDraft, saveDraft } from '../revisions.ts'
import { takeBack } from '../take-back.ts'
import { type ChangeNotice, smallChange } from './change-notice.ts'
import { listPublishedVersions, removeVersion } from './versions.ts'

const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const note = (text: string): ChangeNotice => ({ kind: 'note', wrong: '', text })
const correction: ChangeNotice = { kind: 'correction', wrong: 'Åtta.', text: 'Nio.' }

let id = ''
let picture = ''
beforeAll(async () => {
  picture = await addImage('bild')
  id = await addRelease('Ett', { hero: use(picture), slug: 'versioner' })
})

async function change(title: string, notice: ChangeNotice, now: Date, at: Date | null = null) {
  const { draft, version = 0 } = (await getDraft(id)) ?? {}
  if (!draft) throw new Error('no draft')
  const saved = await saveDraft(
    id,
    { ...draft, title, hero: null },
    { ...by, now, baseVersion: version, reason: 'save' },
  )
  await publishRelease(id, { ...by, now, baseVersion: saved.version, at, change: notice })
}

async function titles(now: Date) {
  const then = { ...visit, now }
  const found = await findRelease('versioner', then)
  const versions = await listLiveVersions(id, then)
  if (found?.state !== 'live') return versions
  return Promise.all(
    versions.map(async ({ number, told, removed }) => [
      number,
      (await getLiveVersion(found.release, number, then))?.title ?? removed?.reason,
      told?.text,
    ]),
  )
}

test('what readers are told of is a version of its own, and a small change replaces the words of the latest', async () => {
  expect(await titles(noon)).toEqual([[1, 'Ett', undefined]])
  await change('Ett, rättstavat', smallChange, later(1))
  expect(await titles(later(1))).toEqual([[1, 'Ett, rättstavat', undefined]])
  await change('Två', note('Ny tabell.'), later(2))
  await change('Tre', correction, later(3))
  expect(await titles(later(3))).toEqual([
    [3, 'Tre', 'Nio.'],
    [2, 'Två', 'Ny tabell.'],
    [1, 'Ett, rättstavat', undefined],
  ])
  const path = (number: number) => isLivePath(`/nyheter/versioner/version-${number}`, { ...visit, now: later(3) })
  expect([await path(2), await path(4)]).toEqual([true, false])
})

test('a version that is taken back was never given to anybody, and a scheduled one is none before its moment', async () => {
  const before = await listPublishedVersions(id)
  await change('Fyra', note('Taget tillbaka.'), later(4))
  await takeBack(id, { ...by, now: later(4.5) })
  expect(await listPublishedVersions(id)).toEqual(before)
  await change('Fem', note('Senare.'), later(5), later(90))
  expect(await listPublishedVersions(id)).toEqual(before)
  const coming = await addRelease('Kommer', {}, { at: later(60), now: noon })
  expect(await listLiveVersions(coming, { ...visit, now: later(59) })).toEqual([])
  expect(await listLiveVersions(coming, { ...visit, now: later(60) })).toHaveLength(1)
})

test('an earlier version is removed for a reason, by an editor, with the pictures that only it shows', async () => {
  const [editor, contributor] = [await addMember('elin'), await addMember('johan', 'contributor')]
  const how = { actor: editor, reason: 'Personuppgifter.', now: later(6) }
  await expect(removeVersion(id, 1, { ...how, reason: ' ' })).rejects.toEqual(refused('removal-reason-missing'))
  await expect(removeVersion(id, 1, { ...how, actor: contributor })).rejects.toEqual(refused('remove-version-role'))
  await expect(removeVersion(id, 3, how)).rejects.toEqual(refused('version-is-live'))
  await expect(removeVersion(id, 9, how)).rejects.toEqual(refused('unknown-version'))
  const shown = () => isLiveMedia(picture, { ...visit, now: later(6) })
  // The small change had taken it out of every version.
  expect(await shown()).toBe(false)
  const edition = await editionNow()
  await removeVersion(id, 2, how)
  expect(await editionNow()).toBeGreaterThan(edition)
  expect((await titles(later(6)))[1]).toEqual([2, 'Personuppgifter.', 'Ny tabell.'])
  await expect(removeVersion(id, 2, how)).rejects.toEqual(refused('unknown-version'))
  const removals = await db.select().from(events).where(eq(events.verb, 'remove-version'))
  expect(removals.map(({ details }) => details)).toMatchObject([{ number: 2, reason: 'Personuppgifter.' }])
})

test('a picture that an earlier version shows can be fetched, until that is removed', async () => {
  const image = await addImage('tidigare')
  const other = await addRelease('Med bild', { hero: use(image) })
  const { draft, version = 0 } = (await getDraft(other)) ?? {}
  if (!draft) throw new Error('no draft')
  const saved = await saveDraft(other, { ...draft, hero: null }, { ...by, baseVersion: version, reason: 'save' })
  await publishRelease(other, {
    ...by,
    now: later(1),
    baseVersion: saved.version,
    at: null,
    change: note('Utan bild.'),
  })
  const shown = () => isLiveMedia(image, { ...visit, now: later(2) })
  expect(await shown()).toBe(true)
  await removeVersion(other, 1, { actor: by.actor, reason: 'Rättigheter.', now: later(1.5) })
  expect(await shown()).toBe(false)
  // What was removed does not come back with what is taken back.
  await expect(takeBack(other, { ...by, now: later(1.6) })).rejects.toEqual(refused('nothing-to-take-back'))
})

test('nothing of a withdrawn text can be read, and it is deleted with its versions', async () => {
  await withdrawRelease(id, { ...by, reason: 'Fel', now: later(100) })
  expect(await listLiveVersions(id, { ...visit, now: later(100) })).toEqual([])
  await deleteRelease(id, { ...by, now: later(101) })
  expect(await listPublishedVersions(id)).toEqual([])
})
