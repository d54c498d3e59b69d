import { expect, test } from 'vitest'
import { sinceOptions, sinceText } from './changed-since.ts'

const clock = { language: 'sv', timeZone: 'Europe/Stockholm', now: new Date('2026-11-24T13:02:00Z') } as const

test('the days to choose from are named as people say them, the latest first', () => {
  expect(sinceOptions('', clock).map(({ value, label }) => `${value} ${label}`)).toEqual([
    '2026-11-24 i dag',
    '2026-11-17 sedan 17 nov',
    '2026-11-01 sedan 1 nov',
    '2026-10-01 sedan 1 okt',
    '2026-01-01 sedan 1 jan',
  ])
})

test('each day stands there once, and so does one from an address', () => {
  const first = { ...clock, now: new Date('2027-01-01T08:00:00Z') }
  expect(sinceOptions('2025-03-02', first).map(({ value }) => value)).toEqual([
    '2027-01-01',
    '2026-12-25',
    '2026-12-01',
    '2025-03-02',
  ])
  expect(sinceText('2025-03-02', { ...first, language: 'en' })).toBe('since 2 Mar 2025')
})
