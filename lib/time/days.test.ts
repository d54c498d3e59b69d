import { expect, test } from 'vitest'
import { daysBetween, daysLater, isDay, twoWeeks, weekNumber } from './days.ts'

test('weeks are counted as Swedish offices do', () => {
  expect(weekNumber('2026-11-24')).toBe(48)
  expect(weekNumber('2027-01-01')).toBe(53)
  expect(weekNumber('2027-01-04')).toBe(1)
})

test('two weeks begin with Monday', () => {
  expect(twoWeeks('2026-11-29')[0]).toBe('2026-11-23')
  expect(twoWeeks('2026-11-23').at(-1)).toBe('2026-12-06')
})

test('days are counted past the ends of months and years, and past nights when clocks change', () => {
  expect(daysLater('2026-12-31', 1)).toBe('2027-01-01')
  expect(daysLater('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
})

test('a day is one that exists', () => {
  expect(isDay('2028-02-29')).toBe(true)
  for (const text of ['2027-02-29', '2027-2-1', '', 'i dag', '2027-13-01']) expect(isDay(text)).toBe(false)
})
