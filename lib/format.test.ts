import { expect, test } from 'vitest'
import {
  collator,
  formatBytes,
  formatDay,
  formatLanguages,
  formatMoment,
  formatPixels,
  formatYears,
  isoDay,
  isoMoment,
  listParts,
} from './format.ts'

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

test.each([
  [900, 'sv', '1\u00a0kB'],
  [48_000, 'sv', '48\u00a0kB'],
  [6_230_000, 'sv', '6,2\u00a0MB'],
  [6_230_000, 'en', '6.2\u00a0MB'],
] as const)('%i bytes read in %s', (bytes, language, text) => {
  expect(formatBytes(bytes, language)).toBe(text)
})

test('years, measures and lists', () => {
  expect(formatYears({ since: '2023-04', until: null })).toBe('2023–')
  expect(formatYears({ since: '2016', until: '2022-05' })).toBe('2016–2022')
  expect(formatYears({ since: '2024-01', until: '2024-09' })).toBe('2024')
  expect(formatPixels(4961, 2790)).toBe('4961\u00a0×\u00a02790\u00a0px')
  expect(formatLanguages(['sv', 'en', 'fi'], 'sv')).toBe('svenska, engelska och finska')
  expect(listParts(['a', 'b'], 'en').map((part) => part.value)).toEqual(['a', ' and ', 'b'])
})

test('å ä ö come last in Swedish', () => {
  expect(['Ö', 'A', 'Å', 'Z', 'Ä'].sort(collator('sv').compare).join('')).toBe('AZÅÄÖ')
})
