import { expect, test } from 'vitest'
import { timeZoneOptions } from './time-zones.ts'

const winter = new Date('2026-11-24T13:02:00Z')
const labelOf = (zone: string, language: string, now: Date) =>
  timeZoneOptions(language, now).find(({ value }) => value === zone)?.label

test('a zone is chosen by its place, and says what clocks there show now', () => {
  expect(labelOf('Europe/Stockholm', 'sv', winter)).toBe('Stockholm, svensk tid (nu 14:02)')
  expect(labelOf('America/New_York', 'en', winter)).toBe('New York, Eastern Time (now 08:02)')
})

test('the time is that of each visit, also when clocks have been changed since the last', () => {
  expect(labelOf('Europe/Stockholm', 'sv', new Date('2026-11-24T13:03:00Z'))).toBe('Stockholm, svensk tid (nu 14:03)')
  expect(labelOf('Europe/Stockholm', 'sv', new Date('2027-03-28T00:59:00Z'))).toMatch('(nu 01:59)')
  expect(labelOf('Europe/Stockholm', 'sv', new Date('2027-03-28T01:00:00Z'))).toMatch('(nu 03:00)')
})

test('places are in the order of the language', () => {
  const order = timeZoneOptions('sv', winter).map(({ label }) => label.split(',')[0] ?? '')
  expect(order).toEqual(order.toSorted(new Intl.Collator('sv-SE').compare))
  expect(order.length).toBeGreaterThan(400)
})
