import { expect, test } from 'vitest'
import { firstWhen, resolveWhen } from './use-when.ts'

const zone = 'Europe/Stockholm'
const now = new Date('2026-11-24T13:02:00Z')
const at = (date: string, time: string, which: 0 | 1 | null = null) =>
  resolveWhen({ mode: 'at', date, time, which }, zone, now)

test('a date and a time by the newsroom’s clocks', () => {
  expect(at('2026-11-26', '09:00').at?.toISOString()).toBe('2026-11-26T08:00:00.000Z')
  expect(resolveWhen({ mode: 'now', date: '', time: '', which: null }, zone, now)).toMatchObject({
    at: null,
    problem: null,
  })
})

test.each([
  ['2026-11-26', '', 'incomplete'],
  ['2027-03-28', '02:30', 'skipped'],
  ['2027-10-31', '02:30', 'twice'],
  ['2026-11-24', '14:00', 'passed'],
])('%s %s is %s', (date, time, problem) => {
  expect(at(date, time).problem).toBe(problem)
})

test('an hour that comes twice is chosen', () => {
  expect(at('2027-10-31', '02:30', 0).at?.toISOString()).toBe('2027-10-31T00:30:00.000Z')
  expect(at('2027-10-31', '02:30', 1).at?.toISOString()).toBe('2027-10-31T01:30:00.000Z')
  expect(at('2027-10-31', '02:30', 1).problem).toBeNull()
})

test('a scheduled time is shown as it was set, also in the hour that comes twice', () => {
  const later = new Date('2027-10-31T01:30:00Z')
  expect(firstWhen(later, zone, now)).toEqual({ mode: 'at', date: '2027-10-31', time: '02:30', which: 1 })
  expect(firstWhen(null, zone, now)).toEqual({ mode: 'now', date: '2026-11-25', time: '09:00', which: null })
})
