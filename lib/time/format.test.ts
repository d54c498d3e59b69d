import { expect, test } from 'vitest'
import { formatDay, formatMoment, formatMomentInZone, formatSpan, isoDay, isoMoment } from './format.ts'

const stockholm = { language: 'sv', timeZone: 'Europe/Stockholm' } as const
const english = { ...stockholm, language: 'en' } as const
const winter = new Date('2026-11-17T07:00:00Z')
const summer = new Date('2026-06-30T22:30:00Z')

test('a Swede reads the time with a point, and is told the zone only when it is not their own', () => {
  expect(formatMoment(winter, stockholm)).toBe('17\u00a0november 2026 kl.\u00a008.00')
  expect(formatMoment(winter, { ...stockholm, timeZone: 'Europe/Helsinki' })).toBe(
    '17\u00a0november 2026 kl.\u00a009.00\u00a0EET',
  )
})

test('an English reader is always told the zone, summer or winter', () => {
  expect(formatMoment(winter, english)).toBe('17\u00a0November 2026, 08:00\u00a0CET')
  expect(formatMoment(summer, english, { year: false })).toBe('1\u00a0July, 00:30\u00a0CEST')
})

test('a date is the one on the newsroom’s wall', () => {
  expect(formatDay(summer, stockholm)).toBe('1\u00a0juli 2026')
  expect(formatDay(summer, stockholm, { year: false })).toBe('1\u00a0juli')
  expect(isoDay(summer, 'Europe/Stockholm')).toBe('2026-07-01')
})

test.each([
  [winter, 'Europe/Stockholm', '2026-11-17T08:00:00+01:00'],
  [summer, 'Europe/Stockholm', '2026-07-01T00:30:00+02:00'],
  [winter, 'UTC', '2026-11-17T07:00:00+00:00'],
  [winter, 'Asia/Kolkata', '2026-11-17T12:30:00+05:30'],
])('machines get %s in %s with its offset', (date, timeZone, text) => {
  expect(isoMoment(date, timeZone)).toBe(text)
  expect(new Date(text)).toEqual(date)
})

test('a moment at which something may happen names its weekday and its zone, in summer and in winter', () => {
  const said = (date: Date, clock: Parameters<typeof formatMomentInZone>[1]) =>
    formatMomentInZone(date, clock).replaceAll('\u00a0', ' ')
  expect(said(winter, stockholm)).toBe('tisdag 17 november 2026 kl. 08.00, svensk tid')
  expect(said(winter, { ...stockholm, timeZone: 'Europe/Helsinki' })).toMatch(/^tisdag 17 november 2026 kl. 09.00 \S+$/)
  expect(said(winter, english)).toBe('Tuesday 17 November 2026, 08:00 CET')
  expect(said(summer, english)).toMatch(/CEST$/)
})

test('what lasts some time says the day once, unless it ends another day', () => {
  const until = new Date('2026-11-17T07:45:00Z')
  expect(formatSpan(winter, until, stockholm)).toBe('tisdag 17\u00a0november 2026 kl.\u00a008.00–08.45, svensk tid')
  expect(formatSpan(winter, until, english)).toBe('Tuesday 17\u00a0November 2026, 08:00–08:45\u00a0CET')
  expect(formatSpan(winter, winter, english)).toBe(formatMomentInZone(winter, english))
  expect(formatSpan(winter, new Date('2026-11-18T07:00:00Z'), english)).toBe(
    'Tuesday 17\u00a0November 2026, 08:00\u00a0CET – Wednesday 18\u00a0November 2026, 08:00\u00a0CET',
  )
})
