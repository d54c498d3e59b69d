import { describe, expect, test } from 'vitest'
import { instantsOf, offsetName, readTime, startOfDay, untilIn, wallTimeOf, zoneName } from './zone.ts'

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

describe('a day begins', () => {
  test.each([
    ['at midnight', '2026-11-24', stockholm, '2026-11-23T23:00:00.000Z'],
    ['on the day the clocks go forward', '2026-03-29', stockholm, '2026-03-28T23:00:00.000Z'],
    ['on the day after', '2026-03-30', stockholm, '2026-03-29T22:00:00.000Z'],
    ['on the day they go back', '2026-10-25', stockholm, '2026-10-24T22:00:00.000Z'],
    ['on the day after', '2026-10-26', stockholm, '2026-10-25T23:00:00.000Z'],
    ['with the year', '2027-01-01', stockholm, '2026-12-31T23:00:00.000Z'],
    ['west of Greenwich', '2026-11-24', 'America/New_York', '2026-11-24T05:00:00.000Z'],
    ['where the clocks go forward there', '2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z'],
    ['half an hour off', '2026-11-24', 'Asia/Kolkata', '2026-11-23T18:30:00.000Z'],
    ['a quarter off', '2026-11-24', 'Asia/Kathmandu', '2026-11-23T18:15:00.000Z'],
    ['half an hour off in summer', '2027-07-01', 'America/St_Johns', '2027-07-01T02:30:00.000Z'],
    ['where the clocks change by half an hour', '2027-04-05', 'Australia/Lord_Howe', '2027-04-04T13:30:00.000Z'],
    ['first of all', '2026-11-24', 'Pacific/Kiritimati', '2026-11-23T10:00:00.000Z'],
    ['without a zone', '2026-11-24', 'UTC', '2026-11-24T00:00:00.000Z'],
    ['at one where midnight is skipped', '2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    ['at one in Beirut too', '2026-03-29', 'Asia/Beirut', '2026-03-28T22:00:00.000Z'],
    ['at the first midnight where there are two', '2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
    ['at half past twelve where the skip began before it', '1919-03-31', 'America/Toronto', '1919-03-31T04:30:00.000Z'],
  ])('%s: %s in %s', (_, day, zone, instant) => {
    expect(startOfDay(day, zone).toISOString()).toBe(instant)
    expect(wallTimeOf(startOfDay(day, zone), zone).date).toBe(day)
    expect(wallTimeOf(new Date(startOfDay(day, zone).getTime() - 1), zone).date < day).toBe(true)
  })

  test('with the next where the place left it out: Samoa had no 30 December in 2011', () => {
    const [before, gone, after] = ['2011-12-29', '2011-12-30', '2011-12-31'].map((day) =>
      startOfDay(day, 'Pacific/Apia').toISOString(),
    )
    expect(before).toBe('2011-12-29T10:00:00.000Z')
    expect(gone).toBe('2011-12-30T10:00:00.000Z')
    expect(after).toBe(gone)
    expect(instants('2011-12-30', '12:00', 'Pacific/Apia')).toEqual([])
  })

  test('never, when it is no day', () => {
    expect(startOfDay('2026-02-30x', stockholm).getTime()).toBeNaN()
  })
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
