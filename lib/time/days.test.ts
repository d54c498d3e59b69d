import { describe, expect, it } from 'vitest'
import { countdown } from './countdown.ts'
import { dayName, dayOf, longDay, startOfDay, twoWeeks, weekNumber, whenName } from './days.ts'

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

describe('the calendar', () => {
  it('counts weeks as Swedish offices do', () => {
    expect(weekNumber('2026-11-24')).toBe(48)
    expect(weekNumber('2027-01-01')).toBe(53)
    expect(weekNumber('2027-01-04')).toBe(1)
  })

  it('shows two weeks from Monday', () => {
    expect(twoWeeks('2026-11-29')[0]).toBe('2026-11-23')
    expect(twoWeeks('2026-11-23').at(-1)).toBe('2026-12-06')
  })

  it('writes days out', () => {
    expect(longDay('2026-11-24', 'sv')).toBe('tisdag 24 november 2026')
    expect(longDay('2026-11-24', 'en', { year: false })).toBe('Tuesday 24 November')
  })

  it.each([
    ['2026-11-24', 'Europe/Stockholm', '2026-11-23T23:00:00.000Z'],
    ['2026-03-29', 'Europe/Stockholm', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Stockholm', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', 'Europe/Stockholm', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
    ['2026-11-24', 'America/New_York', '2026-11-24T05:00:00.000Z'],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['2026-11-24', 'Asia/Kathmandu', '2026-11-23T18:15:00.000Z'],
    ['2026-11-24', 'Pacific/Kiritimati', '2026-11-23T10:00:00.000Z'],
    ['2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
    ['2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
  ])('%s in %s begins at %s', (isoDay, zone, moment) => {
    expect(startOfDay(isoDay, zone).toISOString()).toBe(moment)
    expect(dayOf(startOfDay(isoDay, zone), zone)).toBe(isoDay)
  })
})
