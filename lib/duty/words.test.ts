import { expect, test } from 'vitest'
import { hoursAnswered, whenAnswered } from './words.ts'

const at = (iso: string) => new Date(iso)
const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const clock = (language: string, now = '2026-11-27T12:00:00Z') => ({
  language,
  timeZone: 'Europe/Stockholm',
  now: at(now),
})
const when = (iso: string, language: string, now?: string) => plain(whenAnswered(at(iso), clock(language, now)))

test('the hour is always named, and the day when it is another', () => {
  expect(when('2026-11-27T16:00:00Z', 'sv')).toBe('kl. 17.00')
  expect(when('2026-11-28T06:00:00Z', 'sv')).toBe('i morgon kl. 07.00')
  expect(when('2026-12-27T08:00:00Z', 'sv')).toBe('söndag 27 december kl. 09.00')
  expect(when('2026-11-27T16:00:00Z', 'en')).toBe('17:00 CET')
  expect(when('2026-11-28T06:00:00Z', 'en')).toBe('tomorrow 07:00 CET')
})

test('tomorrow is the next day of the calendar on the nights the clocks change, and after a leap day', () => {
  expect(when('2026-03-29T05:00:00Z', 'sv', '2026-03-28T22:30:00Z')).toBe('i morgon kl. 07.00')
  expect(when('2026-10-25T06:00:00Z', 'sv', '2026-10-24T21:30:00Z')).toBe('i morgon kl. 07.00')
  expect(when('2026-10-25T00:30:00Z', 'en', '2026-10-25T00:10:00Z')).toBe('02:30 CEST')
  expect(when('2026-10-25T01:30:00Z', 'en', '2026-10-25T00:10:00Z')).toBe('02:30 CET')
  expect(when('2028-03-01T06:00:00Z', 'sv', '2028-02-29T12:00:00Z')).toBe('i morgon kl. 07.00')
})

test('hours within a day are said once with their zone', () => {
  const duty = { from: at('2026-11-27T16:00:00Z'), until: at('2026-11-27T20:00:00Z') }
  expect(plain(hoursAnswered(duty, clock('sv')))).toBe('kl. 17.00–21.00')
  expect(plain(hoursAnswered(duty, clock('en')))).toBe('17:00–21:00 CET')
})
