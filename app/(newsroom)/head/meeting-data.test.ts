import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { openSecret } from '#db/engine/data-directory.ts'
import { getLiveNewsroom } from '#db/live/newsroom.ts'
import { findRelease } from '#db/live/release.ts'
import { cancelMeeting } from '#db/meetings/host.ts'
import { addMember } from '#db/testing/members.ts'
import { addRelease, morning, visit } from '#db/testing/newsroom.ts'
import { ninjsItem } from '#lib/formats/ninjs.ts'
import { emptyMeeting, type Meeting } from '#lib/meeting/meeting.ts'
import { releaseShape } from '#lib/open-data/shapes.ts'
import { releaseData } from '../api/v1/release-data.ts'
import { meetingFile } from '../formats/meeting-file.ts'
import { ninjsItemOf } from '../formats/ninjs-item.ts'
import { meetingData } from './meeting-data.ts'

openSecret()
const editor = await addMember('elin')
const newsroom = await getLiveNewsroom('sv')
if (!newsroom) throw new Error('no newsroom')
const context = { newsroom, visit }
const held: Meeting = {
  ...emptyMeeting,
  ...{ startsAt: '2026-11-26T12:15', endsAt: '2026-11-26T13:00', closesAt: '2026-11-25T16:00' },
  ...{ place: 'Vattenhallen', stream: 'https://video.example.org/hemlig', seats: 30 },
}

async function live(slug: string) {
  const answer = await findRelease(slug, visit)
  if (answer?.state !== 'live' || !answer.release.meeting) throw new Error(`${slug} invites to nothing`)
  const { release } = answer
  return {
    release,
    data: meetingData(context, release, answer.release.meeting, 'Kort'),
    meeting: answer.release.meeting,
  }
}

test('programs are told of the meeting in the ways each knows, and none where the video is', async () => {
  await addRelease('Träffen', { kind: 'invitation', meeting: held })
  const { release, data, meeting } = await live('traffen')
  expect(data).toMatchObject({
    '@type': 'Event',
    startDate: '2026-11-26T12:15:00+01:00',
    endDate: '2026-11-26T13:00:00+01:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: [
      { '@type': 'Place', name: 'Vattenhallen' },
      { '@type': 'VirtualLocation', url: expect.stringMatching(/\/nyheter\/traffen$/) },
    ],
    maximumPhysicalAttendeeCapacity: 30,
  })
  const open = releaseShape.parse(releaseData(context, release))
  expect(open.meeting).toMatchObject({
    startsAt: '2026-11-26T12:15:00+01:00',
    signUpUntil: '2026-11-25T16:00:00+01:00',
    signUp: 'open',
    seatsLeft: 30,
    language: 'sv',
    calendar: expect.stringMatching(/\/nyheter\/traffen\/meeting\.ics$/),
  })
  expect(ninjsItem.parse(ninjsItemOf(context, release)).events).toMatchObject([{ name: 'Träffen', rel: 'about' }])
  const file = meetingFile(context, release, meeting)
  const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
  expect(event && new ICAL.Event(event).location).toBe('Vattenhallen')
  expect(JSON.stringify([data, open, file, ninjsItemOf(context, release)])).not.toContain('hemlig')
})

test('a meeting that is cancelled says so, and one on video alone has no place', async () => {
  const id = await addRelease('På nätet', { kind: 'invitation', meeting: { ...held, place: '' } })
  await cancelMeeting(id, {}, { actor: editor, now: morning })
  const { data } = await live('pa-natet')
  expect(data).toMatchObject({
    eventStatus: 'https://schema.org/EventCancelled',
    eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
    location: [{ '@type': 'VirtualLocation' }],
  })
})
