import { expect, test } from 'vitest'
import { emptyMeeting } from '#lib/meeting/meeting.ts'
import { openSecret } from '../engine/data-directory.ts'
import { withdrawRelease } from '../releases/publication.ts'
import { addMember } from '../testing/members.ts'
import { addRelease, noon } from '../testing/newsroom.ts'
import { countComingMeetings, listComingMeetings } from './coming.ts'
import { cancelMeeting } from './host.ts'
import { signUp } from './sign-ups.ts'

openSecret()
const by = { actor: await addMember('elin'), now: noon }
const startsAt = new Date('2026-11-26T11:15:00Z')
const endsAt = new Date('2026-11-26T12:00:00Z')
const meeting = { ...emptyMeeting, startsAt: '2026-11-26T12:15', endsAt: '2026-11-26T13:00', place: 'Hallen', seats: 1 }
const invite = (title: string, more: { at?: Date; stream?: string } = {}) =>
  addRelease(title, { kind: 'invitation', meeting: { ...meeting, stream: more.stream ?? '' } }, more)

async function comes(id: string, name: string, way = 'place') {
  const form = { way, name, email: `${name.toLowerCase()}@bladet.example` }
  await signUp(id, form, { address: '192.0.2.7', now: noon })
}

test('the meetings to come are listed with how many come, wait and follow on video, until they are over', async () => {
  const id = await invite('Först', { stream: 'https://video.example.org/hemlig' })
  for (const name of ['Karin', 'Ali']) await comes(id, name)
  await comes(id, 'Hanna', 'stream')
  await addRelease('Inbjudan utan tid', { kind: 'invitation', meeting: emptyMeeting })
  expect(await listComingMeetings(noon)).toEqual([
    {
      ...{ id, title: 'Först', language: 'sv', status: 'live', startsAt, endsAt, place: 'Hallen' },
      ...{ hasStream: true, seats: 1, cancelledAt: null, seated: 1, onVideo: 1, waiting: 1 },
    },
  ])
  expect(await listComingMeetings(endsAt)).toEqual([])
})

test('one that is cancelled is listed and not counted, and one whose invitation is scheduled or withdrawn is both', async () => {
  const before = await countComingMeetings(noon)
  const [cancelled, withdrawn] = [await invite('Inställd'), await invite('Tillbakadragen')]
  const scheduled = await invite('Senare', { at: new Date('2026-11-18T08:00:00Z') })
  await cancelMeeting(cancelled, {}, by)
  await withdrawRelease(withdrawn, { ...by, reason: 'Fel' })
  const found = new Map((await listComingMeetings(noon)).map((one) => [one.id, [one.status, one.cancelledAt]]))
  expect(found.get(cancelled)).toEqual(['live', noon])
  expect(found.get(withdrawn)).toEqual(['withdrawn', null])
  expect(found.get(scheduled)).toEqual(['scheduled', null])
  expect((await countComingMeetings(noon)) - before).toBe(2)
})
