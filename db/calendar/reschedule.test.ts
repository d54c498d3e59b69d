import { expect, test } from 'vitest'
import { createEmbargoLink, openEmbargoLink } from '../embargo/links.ts'
import { listLiveVersions } from '../live/published/versions.ts'
import { findRelease } from '../live/release.ts'
import { listGoingOut } from '../releases/list.ts'
import { scheduleTogether } from '../releases/publication/schedule-together.ts'
import { takeBack } from '../releases/take-back.ts'
import { createRelease, emptyDraft, getRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, by, noon, saveAndPublish, visit } from '../testing/newsroom.ts'
import { refused } from '../testing/refused.ts'
import { planDraft, reschedule, unplanDraft } from './reschedule.ts'

const actor = { ...by.actor, role: 'owner' as const }
const at = { actor, now: noon }
const evening = new Date('2026-11-17T18:00:00Z')
const goesOut = async (id: string) => (await listGoingOut(noon)).find((one) => one.id === id)?.goingOut?.at
const stateAt = async (slug: string, moment: string) =>
  (await findRelease(slug, { ...visit, now: new Date(moment) }))?.state

test('what is scheduled goes out at its new time and not at the old one', async () => {
  const id = await addRelease('Flyttas', {}, { at: evening })
  await reschedule(id, { date: '2026-11-18', time: '8.30' }, at)
  expect(await goesOut(id)).toEqual(new Date('2026-11-18T07:30:00Z'))
  expect(await stateAt('flyttas', '2026-11-17T18:00:00Z')).toBeUndefined()
  expect(await stateAt('flyttas', '2026-11-18T07:30:00Z')).toBe('live')
  await takeBack(id, at)
  expect(await goesOut(id)).toEqual(evening)
})

test.each([
  ['later', '2026-11-18'],
  ['earlier', '2026-11-17'],
])('a text moved %s has its first version from the moment it goes out', async (word, date) => {
  const id = await addRelease(`Version ${word}`, {}, { at: new Date('2026-11-17T20:00:00Z') })
  await reschedule(id, { date, time: '15:00' }, at)
  const out = new Date(`${date}T14:00:00Z`)
  expect(await listLiveVersions(id, { ...visit, now: out })).toMatchObject([{ number: 1, at: out }])
  await takeBack(id, at)
  const before = new Date('2026-11-17T20:00:00Z')
  expect(await listLiveVersions(id, { ...visit, now: before })).toMatchObject([{ number: 1, at: before }])
})

test('what goes out together moves together, is taken back together, and holders read the new time', async () => {
  const [one, two] = [await addRelease('Ena', {}, { at: evening }), await addRelease('Andra', {}, { at: evening })]
  await scheduleTogether(one, [two], at)
  const { token = '' } = await createEmbargoLink(two, { name: 'Karin', days: null, way: 'link' }, at)
  await reschedule(one, { date: '2026-11-18', time: '08:30', greeting: 'Vi väntar.' }, at)
  const moved = new Date('2026-11-18T07:30:00Z')
  expect([await goesOut(one), await goesOut(two)]).toEqual([moved, moved])
  expect(await openEmbargoLink(token, noon)).toMatchObject({
    until: moved,
    formerAt: evening,
    greeting: 'Vi väntar.',
  })
  await takeBack(one, at)
  expect([await goesOut(one), await goesOut(two)]).toEqual([evening, evening])
})

test('a change that is scheduled moves alone: readers see what they saw', async () => {
  const id = await addRelease('Ändras')
  await saveAndPublish(id, { ...emptyDraft('news'), title: 'Ändrad' }, evening)
  await reschedule(id, { date: '2026-11-19', time: '09:00' }, at)
  expect(await goesOut(id)).toEqual(new Date('2026-11-19T08:00:00Z'))
  expect(await stateAt('andras', '2026-11-17T11:00:00Z')).toBe('live')
})

test('only a time to come that exists once is taken, and only of what is to go out', async () => {
  const id = await addRelease('Nekas', {}, { at: evening })
  const to = (date: string, time: string, which?: string) => reschedule(id, { date, time, which }, at)
  await expect(to('2026-11-17', '11:00')).rejects.toMatchObject({ code: 'time-passed', field: 'date' })
  await expect(to('2027-03-28', '02:30')).rejects.toMatchObject({ code: 'time-skipped', field: 'time' })
  await expect(to('2027-10-31', '02:30')).rejects.toMatchObject({ code: 'time-twice', field: 'which' })
  await expect(to('2026-02-30', '08:00')).rejects.toMatchObject({ issues: [{ path: ['date'], message: 'date' }] })
  await expect(to('2026-11-18', '')).rejects.toMatchObject({ issues: [{ path: ['time'], message: 'required' }] })
  expect(await goesOut(id)).toEqual(evening)
  await to('2027-10-31', '02:30', 'second')
  expect(await goesOut(id)).toEqual(new Date('2027-10-31T01:30:00Z'))
  await to('2027-10-31', '02:30', 'first')
  expect(await goesOut(id)).toEqual(new Date('2027-10-31T00:30:00Z'))
  const out = await addRelease('Ute redan')
  await expect(reschedule(out, { date: '2026-12-01', time: '08:00' }, at)).rejects.toEqual(refused('nothing-scheduled'))
})

test('a draft is meant for a time, which publishes nothing, and only its own writer or an editor says it', async () => {
  const writer = await addMember('skribent', 'contributor')
  const other = await addMember('annan', 'contributor')
  const id = await createRelease({ language: 'sv', kind: 'news' }, { ...by, actor: writer })
  const plannedAt = async () => (await getRelease(id))?.plannedAt
  const when = { date: '2028-02-29', time: '12:00' }
  await expect(planDraft(id, when, { actor: other, now: noon })).rejects.toEqual(refused('text-of-others'))
  await planDraft(id, when, { actor: writer, now: noon })
  expect(await plannedAt()).toEqual(new Date('2028-02-29T11:00:00Z'))
  expect(await goesOut(id)).toBeUndefined()
  await unplanDraft(id, at)
  expect(await plannedAt()).toBeNull()
  const out = await addRelease('Inget utkast')
  await expect(planDraft(out, when, at)).rejects.toEqual(refused('not-a-draft'))
})
