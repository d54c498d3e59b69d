import { expect, test } from 'vitest'
import { paragraph } from '#lib/document/testing.ts'
import { db, write } from '../../client.ts'
import { createEmbargoLink, openEmbargoLink } from '../../embargo/links.ts'
import { findRelease } from '../../live/release.ts'
import { createRelease, createTranslation, emptyDraft, getRelease, statusOf } from '../../releases.ts'
import { settings } from '../../schema/newsroom.ts'
import { notifications } from '../../schema/outbox.ts'
import { addMember } from '../../testing/members.ts'
import { addRelease, by as newsroomBy, noon, visit } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { cancelSchedule, publishRelease, publishTogether } from '../publication.ts'
import { getDraft, saveDraft } from '../revisions.ts'
import { takeBack } from '../take-back.ts'
import { listOffered, scheduleTogether } from './schedule-together.ts'
import { companionsOf, listTogether } from './together.ts'

const elin = await addMember('elin')
const mattias = await addMember('mattias')
const by = { actor: elin, now: noon }
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000)
const minutes = (count: number) => new Date(noon.getTime() + count * 60_000)
const versionOf = async (id: string) => (await getDraft(id))?.version ?? 0
const momentsOf = (ids: string[]) =>
  Promise.all(ids.map(async (id) => (await getRelease(id))?.publishAt?.getTime() ?? null))
const all = (at: Date, count: number) => Array.from({ length: count }, () => at.getTime())
const titles = async (id: string) => (await listTogether(id, noon)).companions.map(({ title }) => title)
let count = 0

async function drafted(title = `Text ${++count}`, actor = newsroomBy.actor): Promise<string> {
  const id = await createRelease({ language: 'sv', kind: 'news' }, { ...by, actor })
  const draft = { ...emptyDraft('news'), title, body: { type: 'doc' as const, content: [paragraph('Ord.')] } }
  await saveDraft(id, draft, { actor, now: noon, baseVersion: 1, reason: 'save' })
  return id
}
const scheduled = (at = hours(24)) => addRelease(`Schemalagd ${++count}`, {}, { at, now: noon })
const publish = async (id: string, at: Date | null, now = noon) =>
  publishRelease(id, { ...by, now, baseVersion: await versionOf(id), at })

/** A text that is scheduled, with a draft and another scheduled one beside it. */
async function three(): Promise<[string, string, string]> {
  const ids: [string, string, string] = [await scheduled(), await drafted(), await scheduled(hours(30))]
  await scheduleTogether(ids[0], ids.slice(1), by)
  return ids
}

test('drafts and texts with other times go out at one instant, and each knows the others', async () => {
  const ids = await three()
  expect(await momentsOf(ids)).toEqual(all(hours(24), 3))
  expect(await Promise.all(ids.map(async (id) => (await titles(id)).length))).toEqual([2, 2, 2])
  const slugs = await Promise.all(ids.map(async (id) => (await getRelease(id))?.slug ?? ''))
  const seen = async (now: Date) =>
    Promise.all(slugs.map(async (slug) => (await findRelease(slug, { ...visit, now }))?.state))
  expect(await seen(new Date(hours(24).getTime() - 1))).toEqual([undefined, undefined, undefined])
  expect(await seen(hours(24))).toEqual(['live', 'live', 'live'])
})

test('whoever moves or publishes one moves all, as the versions that were scheduled; their holders are told', async () => {
  const ids = await three()
  const stored = await getDraft(ids[2])
  const half = { ...stored?.draft, title: 'Halvskrivet' }
  await saveDraft(ids[2], half, { ...newsroomBy, baseVersion: stored?.version ?? 0, reason: 'autosave' })
  const { token = '' } = await createEmbargoLink(ids[1], { name: 'Karin', days: null, way: 'link' }, by)
  const along = (await listTogether(ids[0], noon)).companions
  expect(along.map(({ id, holders }) => [id, holders]).sort()).toEqual(
    [
      [ids[1], ['Karin']],
      [ids[2], []],
    ].sort(),
  )
  await publish(ids[0], hours(48))
  expect(await momentsOf(ids)).toEqual(all(hours(48), 3))
  expect(await openEmbargoLink(token, noon)).toMatchObject({ until: hours(48), formerAt: hours(24) })
  await publish(ids[0], null, minutes(5))
  expect(await momentsOf(ids)).toEqual(all(minutes(5), 3))
  const slug = (await getRelease(ids[2]))?.slug ?? ''
  const found = await findRelease(slug, { ...visit, now: minutes(5) })
  expect(found?.state === 'live' && found.release.title).toMatch(/^Schemalagd/)
})

test('what moved together is taken back together', async () => {
  const ids = await three()
  await publish(ids[1], hours(48), minutes(1))
  await takeBack(ids[1], { ...by, now: minutes(2) })
  expect(await momentsOf(ids)).toEqual(all(hours(24), 3))
  await publish(ids[1], null, minutes(3))
  await takeBack(ids[0], { ...by, now: minutes(3.5) })
  expect(await momentsOf(ids)).toEqual(all(hours(24), 3))
  expect((await titles(ids[0])).length).toBe(2)
})

test('one that is taken out is a draft again, the others stay, and it is said who did it', async () => {
  const ids = await three()
  const title = (await getDraft(ids[1]))?.draft.title
  await cancelSchedule(ids[1], by)
  expect(await momentsOf(ids)).toEqual([hours(24).getTime(), null, hours(24).getTime()])
  const { companions, departures } = await listTogether(ids[0], noon)
  expect([companions.map(({ id }) => id), departures]).toEqual([[ids[2]], [{ title, at: noon, by: 'elin' }]])
  const told = (await db.select().from(notifications)).filter(({ kind }) => kind === 'left-together')
  expect(told.map(({ releaseId, note }) => [releaseId, note]).sort()).toEqual(
    [ids[0], ids[2]].map((id) => [id, title]).sort(),
  )
  await scheduleTogether(ids[0], [ids[1]], by)
  expect((await listTogether(ids[0], noon)).departures, 'what has come back is not out').toEqual([])
  await cancelSchedule(ids[1], by)
  expect((await listTogether(ids[0], noon)).departures).toEqual([{ title, at: noon, by: 'elin' }])
  await publish(ids[1], hours(72))
  expect(await momentsOf(ids), 'it moves alone from now on').toEqual([24, 72, 24].map((at) => hours(at).getTime()))
})

test('all or none: where one may not go out, nothing is changed, and it is named', async () => {
  const first = await scheduled()
  const good = await drafted()
  const untitled = await drafted('')
  const before = await momentsOf([first, good, untitled])
  await expect(scheduleTogether(first, [good, untitled], by)).rejects.toMatchObject({ code: 'together-blocked' })
  const live = await addRelease(`Redan ute ${++count}`)
  await expect(scheduleTogether(first, [good, live], by)).rejects.toMatchObject({ code: 'together-seen' })
  await expect(scheduleTogether(good, [first], by)).rejects.toEqual(refused('not-scheduled'))
  const many = Array.from({ length: 20 }, (_, index) => `id-${index}`)
  await expect(scheduleTogether(first, many, by)).rejects.toEqual(refused('too-many-together'))
  expect(await momentsOf([first, good, untitled])).toEqual(before)
  expect(await companionsOf(db, first, noon)).toEqual([])
})

test('with two pairs of eyes a text that only its writer has read does not go along', async () => {
  const first = await scheduled()
  const [own, read] = [await drafted('Egen text', elin), await drafted('Läst text', mattias)]
  await write((tx) => tx.update(settings).set({ twoPairsOfEyes: true }))
  await expect(scheduleTogether(first, [read, own], by)).rejects.toMatchObject({
    code: 'together-unreviewed',
    details: { title: 'Egen text' },
  })
  await scheduleTogether(first, [read], by)
  await write((tx) => tx.update(settings).set({ twoPairsOfEyes: false }))
  expect(await titles(first)).toEqual(['Läst text'])
})

test('languages that are scheduled together stay together, and those that are published at once are no group', async () => {
  const sv = await drafted('Två språk')
  const en = await createTranslation(sv, 'en', { actor: newsroomBy.actor, now: noon })
  const english = { ...emptyDraft('news'), title: 'Two languages' }
  await saveDraft(en, english, { ...newsroomBy, now: noon, baseVersion: 1, reason: 'save' })
  const others = [{ id: en, baseVersion: await versionOf(en) }]
  await publishTogether(sv, others, { ...by, baseVersion: await versionOf(sv), at: hours(24) })
  await publish(en, hours(26))
  expect(await momentsOf([sv, en])).toEqual(all(hours(26), 2))
  expect(await titles(sv)).toEqual(['Two languages'])
})

test('what is offered can go out: no text that readers have seen, none that goes along already', async () => {
  const [first, draft] = [await scheduled(), await drafted()]
  const live = await addRelease(`Ute ${++count}`)
  const offered = async () => (await listOffered(first, noon)).map(({ id }) => id)
  expect([(await offered()).includes(draft), (await offered()).includes(live)]).toEqual([true, false])
  expect((await offered()).includes(first)).toBe(false)
  await scheduleTogether(first, [draft], by)
  expect((await offered()).includes(draft)).toBe(false)
  const release = await getRelease(draft)
  expect(release && statusOf(release, noon)).toBe('scheduled')
})
