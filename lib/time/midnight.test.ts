import { expect, test } from 'vitest'
import { nextMidnight } from './midnight.ts'

test.each([
  ['an ordinary evening', '2026-11-20T20:00:00Z', 'Europe/Stockholm', '2026-11-20T23:00:00.000Z'],
  ['midnight itself', '2026-11-20T23:00:00Z', 'Europe/Stockholm', '2026-11-21T23:00:00.000Z'],
  ['New Year', '2026-12-31T12:00:00Z', 'Europe/Stockholm', '2026-12-31T23:00:00.000Z'],
  ['the day the clocks go forward', '2026-03-29T10:00:00Z', 'Europe/Stockholm', '2026-03-29T22:00:00.000Z'],
  ['the day they go back', '2026-10-25T10:00:00Z', 'Europe/Stockholm', '2026-10-25T23:00:00.000Z'],
  ['west of Greenwich', '2026-01-15T02:00:00Z', 'America/New_York', '2026-01-15T05:00:00.000Z'],
])('the next day begins: %s', (_, now, zone, expected) => {
  expect(new Date(nextMidnight(Date.parse(now), zone)).toISOString()).toBe(expected)
})
