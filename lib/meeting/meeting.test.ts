import { expect, test } from 'vitest'
import { emptyMeeting, meetingProblems, meetingTimes, videoAddressOf, waysOf } from './meeting.ts'

const timeZone = 'Europe/Stockholm'
const now = new Date('2026-10-01T08:00:00Z')
const meeting = {
  ...emptyMeeting,
  startsAt: '2026-11-26T12:15',
  endsAt: '2026-11-26T13:00',
  closesAt: '2026-11-25T16:00',
  place: 'Vattenhallen',
}
const problems = (change: Partial<typeof meeting>, { at = now, coming = 0 } = {}) =>
  meetingProblems({ ...meeting, ...change }, { timeZone, now: at, coming })

test('a meeting that is all there has no problems, and its moments are those of the newsroom’s clock', () => {
  expect(problems({})).toEqual({})
  expect(meetingTimes(meeting, timeZone)).toEqual({
    startsAt: new Date('2026-11-26T11:15:00Z'),
    endsAt: new Date('2026-11-26T12:00:00Z'),
    closesAt: new Date('2026-11-25T15:00:00Z'),
  })
})

test('what is missing or contradicts itself is said beside its field', () => {
  expect(problems({ startsAt: '', endsAt: '', closesAt: '', place: '' })).toEqual({
    startsAt: 'untimed',
    endsAt: 'untimed',
    place: 'nowhere',
  })
  expect(problems({ endsAt: '2026-11-26T12:15' })).toEqual({ endsAt: 'reversed' })
  expect(problems({ closesAt: '2026-11-26T12:16' })).toEqual({ closesAt: 'late' })
  expect(problems({ closesAt: meeting.startsAt })).toEqual({})
  expect(problems({ stream: 'javascript:alert(1)' })).toEqual({ stream: 'address' })
  expect(problems({ place: '', stream: 'https://video.example.org/1' })).toEqual({})
  expect(problems({ seats: 3 }, { coming: 4 })).toEqual({ seats: 'few' })
  expect(problems({ seats: 4 }, { coming: 4 })).toEqual({})
})

test('a time that has passed, and the hours that clocks skip or show twice, are no times to meet at', () => {
  const spring = { startsAt: '2027-03-28T02:30', endsAt: '2027-03-28T03:30', closesAt: '' }
  expect(problems(spring)).toEqual({ startsAt: 'skipped' })
  expect(meetingTimes({ ...meeting, ...spring }, timeZone)).toBeUndefined()
  const autumn = { startsAt: '2026-10-25T02:30', endsAt: '2026-10-25T04:00', closesAt: '' }
  expect(problems(autumn)).toEqual({ startsAt: 'twice' })
  expect(meetingTimes({ ...meeting, ...autumn }, timeZone)?.startsAt).toEqual(new Date('2026-10-25T00:30:00Z'))
  expect(problems({}, { at: new Date('2026-11-25T15:00:00Z') })).toEqual({ closesAt: 'passed' })
  expect(problems({ startsAt: '2028-02-29T09:00', endsAt: '2028-02-29T10:00', closesAt: '' })).toEqual({})
  expect(problems({ startsAt: '2027-02-29T09:00', closesAt: '' }).startsAt).toBe('skipped')
})

test('one takes part at the place, or on a video whose address a browser may be led to', () => {
  const ways = (change: Partial<typeof meeting>) => waysOf({ ...meeting, ...change })
  const stream = 'https://video.example.org/1'
  expect([ways({}), ways({ stream }), ways({ place: ' ', stream })]).toEqual([
    ['place'],
    ['place', 'stream'],
    ['stream'],
  ])
  expect([ways({ place: '' }), ways({ stream: 'javascript:alert(1)' })]).toEqual([['place'], ['place']])
  expect(videoAddressOf({ ...meeting, stream: ' javascript:alert(1)' })).toBe('')
})
