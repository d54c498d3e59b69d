import { expect, test } from 'vitest'
import { emptyMeeting } from '../meeting/meeting.ts'
import { publishBlockers } from './blockers.ts'
import { meetingDoubts, meetingMissing } from './meetings.ts'
import { newsroom, text } from './test-text.ts'

const whole = { ...emptyMeeting, startsAt: '2026-11-26T12:15', endsAt: '2026-11-26T13:00', place: 'Vattenhallen' }
const invitation = (meeting: Partial<typeof whole> | null) =>
  text({ kind: 'invitation', meeting: meeting && { ...whole, ...meeting } })
const problems = (found: { values?: Record<string, unknown> }[]) => found.map(({ values }) => values?.problem)

test('an invitation lacks its meeting, or the time or the place of it, and no other kind of text does', () => {
  const missing = (meeting: Partial<typeof whole> | null) => problems(meetingMissing(invitation(meeting), newsroom()))
  expect(missing(null)).toEqual(['all'])
  expect(missing({ endsAt: '', place: '' })).toEqual(['untimed', 'nowhere'])
  expect(missing({})).toEqual([])
  expect(meetingMissing(text({ kind: 'news' }), newsroom())).toEqual([])
})

test('a meeting that has been, at an hour that is none, or with too few seats is doubtful', () => {
  const doubts = (meeting: Partial<typeof whole>, more = {}) =>
    problems(meetingDoubts(invitation(meeting), newsroom(more)))
  expect(doubts({})).toEqual([])
  expect(doubts({}, { dated: new Date('2026-11-26T11:20:00Z') })).toEqual(['passed'])
  expect(doubts({ startsAt: '2027-03-28T02:10', endsAt: '2027-03-28T04:00' })).toEqual(['skipped'])
  expect(doubts({ seats: 2 }, { coming: 3 })).toEqual(['few'])
})

test('an end before the beginning, or a deadline after it, stops the publication', () => {
  const stops = (meeting: Partial<typeof whole>) =>
    problems(publishBlockers(invitation(meeting)).filter(({ code }) => code === 'meeting-order'))
  expect(stops({})).toEqual([])
  expect(stops({ endsAt: '2026-11-26T12:00' })).toEqual(['reversed'])
  expect(stops({ closesAt: '2026-11-26T12:30' })).toEqual(['late'])
  expect(publishBlockers(text({ kind: 'news', meeting: { ...whole, endsAt: '2026-11-01T12:00' } }))).toEqual([])
})
