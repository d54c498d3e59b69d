import { expect, test } from 'vitest'
import type { LogEntry } from '#db/events/log.ts'
import { detailsOf } from './words.ts'

const clock = { language: 'sv', timeZone: 'Europe/Stockholm', now: new Date('2026-11-20T08:00:00Z') } as const

test('an entry says why somebody was refused, whom an invitation asks and as what, which file was fetched, and the day', () => {
  const told = (details: Record<string, string>) =>
    detailsOf({ event: { details, name: null } as LogEntry['event'], reviewer: null }, clock).map(({ value }) => value)
  expect(told({ refused: 'openid-unverified' })).toEqual(['adressen är inte bekräftad'])
  expect(told({ role: 'editor', recipient: 'maja@example.org' })).toEqual(['redaktör', 'maja@example.org'])
  expect(told({ release: '1', file: 'rör.jpg' })).toEqual(['rör.jpg'])
  expect(told({ day: '2026-12-24' })).toEqual(['2026-12-24'])
  expect(told({ release: '1', revision: '2', hash: 'abc' })).toEqual([])
})
