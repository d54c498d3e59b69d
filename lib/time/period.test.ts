import { expect, test } from 'vitest'
import { firstDayOf, formatPeriod, periodAfter, readPeriod } from './period.ts'
import { startOfDay } from './zone.ts'

test.each([
  ['2026', undefined, { year: 2026 }],
  ['2026', '04', { year: 2026, month: 4 }],
  ['2026', '4', undefined],
  ['2026', '13', undefined],
  ['2026', '00', undefined],
  ['26', undefined, undefined],
  ['20266', undefined, undefined],
  ['abcd', undefined, undefined],
  ['２０２６', undefined, undefined],
])('%s %s', (year, month, period) => expect(readPeriod(year, month)).toEqual(period))

test('a period begins with its first day', () => {
  expect(firstDayOf({ year: 2026, month: 7 })).toBe('2026-07-01')
  expect(firstDayOf({ year: 2026 })).toBe('2026-01-01')
})

test('so does the one after the last that an address can name', () => {
  const end = startOfDay(firstDayOf(periodAfter({ year: 9_999 })), 'Europe/Stockholm')
  expect(end.toISOString()).toBe('9999-12-31T23:00:00.000Z')
})

test('December is followed by January', () => {
  expect(periodAfter({ year: 2026, month: 12 })).toEqual({ year: 2027, month: 1 })
  expect(periodAfter({ year: 2026 })).toEqual({ year: 2027 })
})

test('months by their names', () => {
  expect(formatPeriod({ year: 2026, month: 11 }, 'sv')).toBe('november 2026')
  expect(formatPeriod({ year: 2026, month: 11 }, 'en')).toBe('November 2026')
  expect(formatPeriod({ year: 2026, month: 11 }, 'en', { year: false })).toBe('November')
})
