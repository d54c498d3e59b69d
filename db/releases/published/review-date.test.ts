import { beforeAll, expect, test } from 'vitest'
import { listEvents } from '../../events.ts'
import { createRelease } from '../../releases.ts'
import type { User } from '../../schema/users.ts'
import { addMember } from '../../testing/members.ts'
import { addRelease, by, noon } from '../../testing/newsroom.ts'
import { refused } from '../../testing/refused.ts'
import { listNotifications } from '../../users/desk-notifications.ts'
import { getStory } from '../drafts/story.ts'
import { setWriter } from '../many.ts'
import { withdrawRelease } from '../publication.ts'
import { listTextsToReview, setReviewDate, tellOfReviewDates } from './review-date.ts'

let elin: User
let johan: User
let id = ''
beforeAll(async () => {
  elin = await addMember('Elin')
  johan = await addMember('Johan', 'contributor')
  id = await addRelease('Årets siffror')
})

const march = { on: '2027-03-03', note: 'Nya siffror' }
/** The day begins in the newsroom an hour before it does in UTC. */
const before = new Date('2027-03-02T22:59:00Z')
const then = new Date('2027-03-02T23:00:00Z')
const getReviewDate = async (text: string) =>
  (await getStory(text, noon)).find(({ release }) => release.id === text)?.reviewDate
const told = async (member: User, now: Date) =>
  (await listNotifications(member.id, now)).map(({ kind, note, title }) => [kind, note, title])

test('a day to look at a live text again is set by those who may change it, and lies ahead', async () => {
  const set = (input: { on: string; note: string }, actor = elin, text = id) =>
    setReviewDate(text, input, { actor, now: noon })
  await expect(set(march, johan)).rejects.toEqual(refused('text-of-others'))
  await expect(set({ ...march, on: '2026-11-17' })).rejects.toEqual(refused('review-date-passed'))
  await expect(set({ ...march, on: '2027-02-30' })).rejects.toThrow()
  const draft = await createRelease({ language: 'sv', kind: 'news' }, { ...by, now: noon })
  await expect(set(march, elin, draft)).rejects.toEqual(refused('not-live'))
  await set(march)
  expect(await getReviewDate(id)).toEqual(march)
  await set({ on: '', note: '' })
  expect(await getReviewDate(id)).toBeNull()
  await set(march)
  expect((await listEvents(id)).map(({ verb }) => verb).filter((verb) => verb.includes('review-date'))).toEqual([
    'set-review-date',
    'clear-review-date',
    'set-review-date',
  ])
})

test('when the day comes it stands on the desk, and whoever set it and the writer are told once', async () => {
  await setWriter([id], johan.id, { actor: elin, now: noon })
  await tellOfReviewDates(before)
  expect(await listTextsToReview(elin, '2027-03-02', before)).toEqual([])
  expect((await told(elin, before)).length).toBe(0)
  await tellOfReviewDates(then)
  await tellOfReviewDates(then)
  const reminder = ['review-date', 'Nya siffror', 'Årets siffror']
  expect(await told(elin, then)).toEqual([reminder])
  expect(await told(johan, then)).toContainEqual(reminder)
  const titles = async (member: User) => (await listTextsToReview(member, '2027-03-03', then)).map(({ title }) => title)
  const stranger = await addMember('Siv', 'contributor')
  expect([await titles(elin), await titles(johan), await titles(stranger)]).toEqual([
    ['Årets siffror'],
    ['Årets siffror'],
    [],
  ])
  await setReviewDate(id, { on: '2027-06-01', note: '' }, { actor: johan, now: then })
  expect([await titles(elin), await told(elin, then)]).toEqual([[], []])
})

test('nobody is told to look at a withdrawn text', async () => {
  await withdrawRelease(id, { actor: elin, reason: 'Fel', now: then })
  const june = new Date('2027-06-01T08:00:00Z')
  await tellOfReviewDates(june)
  expect(await listTextsToReview(elin, '2027-06-01', june)).toEqual([])
  expect(await told(elin, june)).toEqual([])
})

test.each([
  ['the night the clocks go forward', '2027-03-28', '2027-03-27T23:00:00Z'],
  ['the day after', '2027-03-29', '2027-03-28T22:00:00Z'],
  ['the night they go back', '2027-10-31', '2027-10-30T22:00:00Z'],
  ['the day after', '2027-11-01', '2027-10-31T23:00:00Z'],
  ['the leap day', '2028-02-29', '2028-02-28T23:00:00Z'],
])('a day comes at the newsroom’s midnight, %s too (%s)', async (_, on, midnight) => {
  const text = await addRelease(`Att se över ${on}`)
  await setReviewDate(text, { on, note: on }, { actor: elin, now: noon })
  const [last, first] = [new Date(Date.parse(midnight) - 1), new Date(midnight)]
  const notes = async (now: Date) => (await told(elin, now)).map(([, note]) => note)
  await tellOfReviewDates(last)
  expect(await notes(last)).not.toContain(on)
  await tellOfReviewDates(first)
  expect(await notes(first)).toContain(on)
})
