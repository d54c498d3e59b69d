import { expect, test } from 'vitest'
import { firstMoment, formatPeriod, periodAfter, readPeriod } from './period.ts'

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

test('a month begins at midnight where the newsroom is, in summer and in winter', () => {
  expect(firstMoment({ year: 2026, month: 7 }, 'Europe/Stockholm').toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(firstMoment({ year: 2026 }, 'Europe/Stockholm').toISOString()).toBe('2025-12-31T23:00:00.000Z')
  expect(firstMoment({ year: 2026 }, 'America/New_York').toISOString()).toBe('2026-01-01T05:00:00.000Z')
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
