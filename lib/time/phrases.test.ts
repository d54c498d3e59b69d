import { describe, expect, it, test } from 'vitest'
import { countdown } from './countdown.ts'
import { dayName, longDay, whenName } from './phrases.ts'

const timeZone = 'Europe/Stockholm'
const now = new Date('2026-11-24T13:02:00Z')
const sv = { language: 'sv', timeZone, now } as const
const en = { language: 'en', timeZone, now } as const
const at = (text: string) => new Date(text)

describe('a day by name', () => {
  it.each([
    ['2026-11-24T00:30:00+01:00', 'i dag', 'today'],
    ['2026-11-23T23:30:00+01:00', 'i går', 'yesterday'],
    ['2026-11-25T00:30:00+01:00', 'i morgon', 'tomorrow'],
    ['2026-11-26T09:00:00+01:00', 'to 26 nov', 'Thu 26 Nov'],
    ['2026-12-01T07:30:00+01:00', 'ti 1 dec', 'Tue 1 Dec'],
    ['2027-01-04T07:30:00+01:00', 'må 4 jan', 'Mon 4 Jan'],
    ['2025-03-04T07:30:00+01:00', '4 mars 2025', '4 Mar 2025'],
  ])('%s', (moment, swedish, english) => {
    expect(dayName(at(moment), sv)).toBe(swedish)
    expect(dayName(at(moment), en)).toBe(english)
  })

  it('has the time of the newsroom’s own clock', () => {
    expect(whenName(at('2026-11-25T08:00:00Z'), sv)).toBe('i morgon 09:00')
  })
})

describe('a countdown', () => {
  it.each([
    ['2026-11-25T08:00:00Z', 'om 18 tim 58 min', 'in 18 h 58 min'],
    ['2026-12-01T06:30:00Z', 'om 6 dygn 17 tim', 'in 6 days 17 h'],
    ['2026-11-24T13:07:00Z', 'om 5 min', 'in 5 min'],
    ['2026-11-24T12:00:00Z', 'om 0 min', 'in 0 min'],
  ])('to %s', (until, swedish, english) => {
    expect(countdown(at(until), sv)).toBe(swedish)
    expect(countdown(at(until), en)).toBe(english)
  })
})

test('a day is written out', () => {
  expect(longDay('2026-11-24', 'sv')).toBe('tisdag 24 november 2026')
  expect(longDay('2026-11-24', 'en', { year: false })).toBe('Tuesday 24 November')
})
