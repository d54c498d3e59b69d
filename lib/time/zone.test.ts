import { describe, expect, test } from 'vitest'
import { instantsOf, offsetName, readTime, untilIn, wallTimeOf, zoneName } from './zone.ts'

const stockholm = 'Europe/Stockholm'
const instants = (date: string, time: string, zone = stockholm) =>
  instantsOf({ date, time }, zone).map((at) => at.toISOString())

test('a reading of the clock is an instant, winter and summer', () => {
  expect(instants('2026-11-26', '09:00')).toEqual(['2026-11-26T08:00:00.000Z'])
  expect(instants('2026-07-01', '09:00')).toEqual(['2026-07-01T07:00:00.000Z'])
  expect(instants('2026-11-26', '09:00', 'UTC')).toEqual(['2026-11-26T09:00:00.000Z'])
  expect(instants('2026-11-26', '09:00', 'Asia/Kolkata')).toEqual(['2026-11-26T03:30:00.000Z'])
})

describe('the night in March 2027 when the clock is put forward', () => {
  test.each([
    ['01:59', ['2027-03-28T00:59:00.000Z']],
    ['02:00', []],
    ['02:30', []],
    ['02:59', []],
    ['03:00', ['2027-03-28T01:00:00.000Z']],
  ])('%s', (time, expected) => {
    expect(instants('2027-03-28', time)).toEqual(expected)
  })
})

describe('the night in October 2027 when the clock is put back', () => {
  test.each([
    ['01:59', ['2027-10-30T23:59:00.000Z']],
    ['02:00', ['2027-10-31T00:00:00.000Z', '2027-10-31T01:00:00.000Z']],
    ['02:30', ['2027-10-31T00:30:00.000Z', '2027-10-31T01:30:00.000Z']],
    ['02:59', ['2027-10-31T00:59:00.000Z', '2027-10-31T01:59:00.000Z']],
    ['03:00', ['2027-10-31T02:00:00.000Z']],
  ])('%s', (time, expected) => {
    expect(instants('2027-10-31', time)).toEqual(expected)
  })

  test('the two are told apart by their distance from UTC', () => {
    const names = instantsOf({ date: '2027-10-31', time: '02:30' }, stockholm).map((at) => offsetName(at, stockholm))
    expect(names).toEqual(['UTC+2', 'UTC+1'])
  })
})

test('every minute of a year read from the clock leads back to itself', () => {
  for (const zone of [stockholm, 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia']) {
    for (let at = Date.UTC(2027, 0, 1); at < Date.UTC(2028, 0, 1); at += 7 * 3_600_000 + 60_000) {
      const found = instantsOf(wallTimeOf(new Date(at), zone), zone).map((instant) => instant.getTime())
      expect(found).toContain(at)
    }
  }
})

test('what is not a date and a time is no instant', () => {
  expect(instants('', '')).toEqual([])
  expect(instants('2027-02-30', '09:00')).toEqual([])
  expect(instants('2027-02-03', '25:00')).toEqual([])
})

test('zones have names', () => {
  const at = new Date('2026-11-26T08:00:00Z')
  expect(zoneName(at, stockholm, 'sv')).toBe('svensk tid')
  expect(offsetName(at, 'America/St_Johns')).toBe('UTC−3:30')
  expect(offsetName(at, 'Europe/London')).toBe('UTC')
})

test('the time left, in days, hours and minutes', () => {
  const from = new Date('2026-11-24T13:02:00Z')
  expect(untilIn(from, new Date('2026-11-26T08:00:00Z'))).toEqual({ days: 1, hours: 18, minutes: 58 })
  expect(untilIn(from, from)).toEqual({ days: 0, hours: 0, minutes: 0 })
})

test.each([
  ['9', '09:00'],
  ['9.30', '09:30'],
  ['0930', '09:30'],
  ['930', '09:30'],
  [' 09:30 ', '09:30'],
  ['23:59', '23:59'],
  ['24:00', undefined],
  ['9:5', undefined],
  ['nio', undefined],
])('%s typed is the time %s', (typed, time) => {
  expect(readTime(typed)).toBe(time)
})
