import { expect, test } from 'vitest'
import { holidayOn } from './holidays.ts'
import { gapsIn, hoursOn, hoursPlace, spanOf } from './hours.ts'

const zone = 'Europe/Stockholm'
const span = (day: string, from: string, until: string) => {
  const { from: begins, until: ends } = spanOf(day, { from, until }, zone)
  return [begins.toISOString(), ends.toISOString()]
}

test('hours are moments by the clocks of the newsroom, and what ends earlier than it begins ends the next day', () => {
  expect(span('2026-11-27', '09:00', '17:00')).toEqual(['2026-11-27T08:00:00.000Z', '2026-11-27T16:00:00.000Z'])
  expect(span('2026-11-27', '17:00', '07:00')).toEqual(['2026-11-27T16:00:00.000Z', '2026-11-28T06:00:00.000Z'])
  expect(span('2026-12-31', '20:00', '00:00')).toEqual(['2026-12-31T19:00:00.000Z', '2026-12-31T23:00:00.000Z'])
})

test('a night is as long as it is when the clocks change, and a leap day is a day', () => {
  expect(span('2026-03-28', '21:00', '07:00')).toEqual(['2026-03-28T20:00:00.000Z', '2026-03-29T05:00:00.000Z'])
  expect(span('2026-10-24', '21:00', '07:00')).toEqual(['2026-10-24T19:00:00.000Z', '2026-10-25T06:00:00.000Z'])
  expect(span('2028-02-29', '09:00', '17:00')).toEqual(['2028-02-29T08:00:00.000Z', '2028-02-29T16:00:00.000Z'])
  expect(span('2028-02-28', '22:00', '06:00')).toEqual(['2028-02-28T21:00:00.000Z', '2028-02-29T05:00:00.000Z'])
})

test('in the hour that is skipped a duty begins when it is over, and the hour that comes twice belongs to it whole', () => {
  expect(span('2026-03-29', '02:30', '08:00')[0]).toBe('2026-03-29T01:00:00.000Z')
  expect(span('2026-10-25', '02:30', '08:00')[0]).toBe('2026-10-25T00:30:00.000Z')
  expect(span('2026-10-24', '22:00', '02:30')[1]).toBe('2026-10-25T01:30:00.000Z')
})

test('the library’s holidays are the right days, wherever the machine stands', () => {
  expect(holidayOn('2026-04-03')).toBe('good-friday')
  expect(holidayOn('2024-04-01')).toBe('easter-monday')
  expect(holidayOn('2026-05-14')).toBe('ascension-day')
  expect(holidayOn('2026-06-19')).toBe('midsummer-eve')
  expect(holidayOn('2026-10-31')).toBe('all-saints-day')
  expect(holidayOn('2027-12-24')).toBe('christmas-eve')
  expect(holidayOn('2026-04-02'), 'Maundy Thursday is a working day').toBeUndefined()
  expect(holidayOn('2028-02-29')).toBeUndefined()
  expect(holidayOn('0000-01-01')).toBeUndefined()
})

test('hours are those of the weekday, and of public holidays their own', () => {
  const work = { from: '08:00', until: '17:00' }
  const hours = [work, work, work, work, work, null, null, { from: '10:00', until: '12:00' }]
  const days = ['2026-12-24', '2026-12-28', '2027-01-02']
  expect(days.map(hoursPlace)).toEqual([7, 0, 5])
  expect(hoursOn(days, hours, zone).map(({ day, from }) => [day, from.toISOString()])).toEqual([
    ['2026-12-24', '2026-12-24T09:00:00.000Z'],
    ['2026-12-28', '2026-12-28T07:00:00.000Z'],
  ])
})

test('a gap is what nobody has, before, between and after', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 10, 27, hour))
  const piece = (from: number, until: number) => ({ from: at(from), until: at(until) })
  expect(gapsIn(piece(8, 17), [])).toEqual([piece(8, 17)])
  expect(gapsIn(piece(8, 17), [piece(12, 13), piece(6, 9)])).toEqual([piece(9, 12), piece(13, 17)])
  expect(gapsIn(piece(8, 17), [piece(8, 12), piece(12, 20)])).toEqual([])
})
