import { expect, test } from 'vitest'
import { addDuty, moveDuty } from '../duties.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { setReviewDate } from '../releases/published/review-date.ts'
import { createRelease } from '../releases.ts'
import { addMember } from '../testing/members.ts'
import { addImage, addPerson, addRelease, by, noon } from '../testing/newsroom.ts'
import { type CalendarEntry, listCalendar } from './entries.ts'
import { planDraft } from './reschedule.ts'

const timeZone = 'Europe/Stockholm'
const editor = await addMember('redaktor')
const writer = await addMember('skribent', 'contributor')
const at = { actor: by.actor, now: noon }
const owner = { ...by.actor, role: 'owner' as const }

const of = async (from: string, until: string, member: Pick<typeof editor, 'id' | 'role'> = editor) =>
  (await listCalendar({ from, until, member, timeZone, now: noon })).map(shown)
const shown = ({ kind, title, day, at: moment, isMovable }: CalendarEntry) =>
  [kind, title, day, moment?.toISOString().slice(11, 16) ?? '', isMovable ? 'movable' : ''].filter(Boolean).join(' ')

test('the calendar holds what is out, what goes out, what is meant to, who answers, and what ends', async () => {
  await addRelease('Ute')
  await addRelease('Kommer', {}, { at: new Date('2026-11-18T08:00:00Z') })
  const draft = await createRelease({ language: 'sv', kind: 'news' }, { ...by, actor: writer })
  await planDraft(draft, { date: '2026-11-18', time: '10' }, { actor: { ...writer }, now: noon })
  const amina = await addPerson('Amina', {
    pressContact: true,
    portraitMediaId: await addImage('porträtt'),
    portraitBasis: 'consent',
    portraitUntil: '2026-11-18',
  })
  const duty = await addDuty({ personId: amina, date: '2026-11-18', from: '17:00', until: '07:00', number: 'own' }, at)
  expect(await of('2026-11-17', '2026-11-19')).toEqual([
    'published Ute 2026-11-17 07:00',
    'consent Amina 2026-11-18',
    'scheduled Kommer 2026-11-18 08:00 movable',
    'planned 2026-11-18 09:00 movable',
    'duty Amina 2026-11-18 16:00 movable',
  ])
  expect((await of('2026-11-17', '2026-11-19', writer)).filter((entry) => entry.endsWith('movable'))).toEqual([
    'planned 2026-11-18 09:00 movable',
  ])
  await moveDuty(duty, '2026-11-20', at)
  expect(await of('2026-11-20', '2026-11-22')).toEqual(['duty Amina 2026-11-20 16:00 movable'])
})

test('a day to look at a live text again is in the calendar until it is taken away, and only while the text is live', async () => {
  const id = await addRelease('Ses över')
  await setReviewDate(id, { on: '2027-03-01', note: 'Nya siffror' }, { actor: editor, now: noon })
  const march = () => of('2027-03-01', '2027-03-02', writer)
  expect(await march()).toEqual(['look-again Ses över 2027-03-01'])
  expect(await of('2027-03-02', '2027-03-03')).toEqual([])
  await withdrawRelease(id, { ...at, reason: 'Fel' })
  expect(await march()).toEqual([])
})

test('a day is that of the newsroom, on the nights the clocks change and the leap day too', async () => {
  const plan = async (date: string, time: string) => {
    const id = await createRelease({ language: 'sv', kind: 'news' }, by)
    await planDraft(id, { date, time }, { actor: owner, now: noon })
  }
  await plan('2027-03-28', '23:30')
  await plan('2027-10-31', '00:30')
  await plan('2028-02-29', '00:15')
  expect(await of('2027-03-28', '2027-03-29')).toEqual(['planned 2027-03-28 21:30 movable'])
  expect(await of('2027-10-31', '2027-11-01')).toEqual(['planned 2027-10-31 22:30 movable'])
  expect(await of('2028-02-29', '2028-03-01')).toEqual(['planned 2028-02-29 23:15 movable'])
})
