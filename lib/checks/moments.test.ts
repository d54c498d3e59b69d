import { describe, expect, test } from 'vitest'
import { doc, paragraph as p } from '../document/testing.ts'
import { datesIn } from './dates.ts'
import * as rules from './moments.ts'
import { english, newsroom, places, said, text } from './test-text.ts'

describe('dates as people write them', () => {
  test.each([
    ['torsdag 26 november 2026', { weekday: 3, day: 26, month: 10, year: 2026 }],
    ['torsdagen den 26 november', { weekday: 3, day: 26, month: 10, year: undefined }],
    ['den 26:e nov 2026', { weekday: undefined, day: 26, month: 10, year: 2026 }],
    ['5 maj', { weekday: undefined, day: 5, month: 4, year: undefined }],
    ['tors 2026-11-26', { weekday: undefined, day: 26, month: 10, year: 2026 }],
    ['tisdag 24/11', { weekday: 1, day: 24, month: 10, year: undefined }],
    ['24/11 kl. 10', { weekday: undefined, day: 24, month: 10, year: undefined }],
  ])('%s', (words, date) => expect(datesIn(`Välkommen ${words}.`, 'sv')).toMatchObject([date]))

  test.each([
    ['Thursday 26 November 2026', { weekday: 3, day: 26, month: 10, year: 2026 }],
    ['Thursday, November 26, 2026', { weekday: 3, day: 26, month: 10, year: 2026 }],
    ['the 26th of November', { weekday: undefined, day: 26, month: 10, year: undefined }],
    ['Nov 26', { weekday: undefined, day: 26, month: 10, year: undefined }],
    ['2026-11-26', { weekday: undefined, day: 26, month: 10, year: 2026 }],
  ])('%s', (words, date) => expect(datesIn(`Welcome ${words}.`, 'en')).toMatchObject([date]))

  test.each(['3/4 av vattnet', '126 november', 'november 2026', '27 miljoner', '070-174 06 12', 'version 1.26/11'])(
    'none in %s',
    (words) => expect(datesIn(words, 'sv')).toEqual([]),
  )
})

describe('a weekday', () => {
  const found = (words: string, room = newsroom()) => rules.wrongWeekdays(text({ body: doc(p(`Kom ${words}.`)) }), room)
  test.each(['tisdag 26 november 2026', 'tisdagen den 26 november', 'måndag 24/11', 'söndag 2026-11-26'])(
    'that is not that of its date: %s',
    (words) => expect(found(words)).toHaveLength(1),
  )
  test.each([
    'torsdag 26 november 2026',
    'torsdagen den 26 november',
    'fredag 1 januari',
    '26 november 2026',
    'tisdag',
  ])('that is, or stands alone: %s', (words) => expect(found(words)).toEqual([]))
  test('is told with the right one, where it stands, in the language of the text', () => {
    expect(found('tisdag 26 november 2026')).toEqual([
      {
        place: { part: 'body', path: [0], from: 4, to: 27 },
        values: { words: 'tisdag 26 november 2026', weekday: 'torsdag' },
      },
    ])
    expect(found('Tuesday, November 26, 2026', english)[0]?.values?.weekday).toBe('Thursday')
    expect(found('Thursday, November 26, 2026', english)).toEqual([])
  })
})

test('a day no month has', () => {
  const found = (words: string) => said(rules.impossibleDates(text({ body: doc(p(words)) }), newsroom()))
  expect(found('Senast den 31 november 2026.')).toEqual(['den 31 november 2026'])
  expect(found('Senast 30 februari.')).toEqual(['30 februari'])
  expect(found('Den 29 februari 2028 och den 30 november.')).toEqual([])
})

describe('an invitation', () => {
  const invitation = (words: string) => text({ kind: 'invitation', body: doc(p(words)) })
  test('without any date', () => {
    expect(rules.invitationWithoutDate(invitation('Välkommen på tisdag!'), newsroom())).toHaveLength(1)
    expect(rules.invitationWithoutDate(invitation('Välkommen den 26 november!'), newsroom())).toEqual([])
    expect(rules.invitationWithoutDate(text({ body: doc(p('Välkommen!')) }), newsroom())).toEqual([])
  })
  test('to what has been', () => {
    const found = (words: string, at: string | null = null) =>
      said(rules.invitationToThePast(invitation(words), newsroom(at ? { dated: new Date(at) } : {})))
    expect(found('Välkommen den 12 november 2026!')).toEqual(['den 12 november 2026'])
    expect(found('Välkommen 20 november.')).toEqual(['20 november'])
    expect(found('Efter mötet den 12 november ses vi igen 26 november.')).toEqual([])
    expect(found('I dag, 22 november.')).toEqual([])
    expect(found('Välkommen den 26 november!', '2026-11-27T08:00:00Z')).toEqual(['den 26 november'])
    expect(found('Välkommen 12 januari!')).toEqual([])
  })
  test('in English', () => {
    expect(rules.invitationToThePast(invitation('Join us on November 12, 2026.'), english)).toHaveLength(1)
    expect(rules.invitationToThePast(invitation('Join us on December 1.'), english)).toEqual([])
  })
})

describe('the moment it goes out', () => {
  const at = (moment: string) => newsroom({ at: new Date(moment) })
  test.each([
    ['22:00', '2026-11-26T21:00:00Z'],
    ['05:59', '2026-11-26T04:59:00Z'],
    ['00:30 in summer', '2027-06-14T22:30:00Z'],
  ])('at night: %s', (_time, moment) => expect(places(rules.nightTime(text(), at(moment)))).toEqual([{ part: 'when' }]))
  test.each([
    ['06:00', '2026-11-26T05:00:00Z'],
    ['21:59', '2026-11-26T20:59:00Z'],
  ])('by day: %s', (_time, moment) => expect(rules.nightTime(text(), at(moment))).toEqual([]))

  test('on a Saturday or a Sunday, where the newsroom is', () => {
    expect(rules.weekend(text(), at('2026-11-28T08:00:00Z'))[0]?.values).toEqual({ day: 'saturday' })
    expect(rules.weekend(text(), at('2026-11-29T08:00:00Z'))[0]?.values).toEqual({ day: 'sunday' })
    expect(rules.weekend(text(), at('2026-11-27T23:30:00Z'))).toHaveLength(1)
    expect(rules.weekend(text(), at('2026-11-27T08:00:00Z'))).toEqual([])
    expect(rules.weekend(text(), at('2026-11-29T23:30:00Z'))).toEqual([])
  })
  test.each(['passed', 'skipped', 'twice'] as const)('that is doubtful: %s', (problem) => {
    const room = newsroom({ problem, at: problem === 'passed' ? new Date('2026-11-21T23:00:00Z') : null })
    expect(rules.doubtfulTime(text(), room)).toEqual([{ place: { part: 'when' }, values: { problem } }])
    expect(rules.nightTime(text(), room)).toEqual([])
    expect(rules.weekend(text(), room)).toEqual([])
  })
  test('nothing when it goes out at once', () => {
    for (const rule of [rules.doubtfulTime, rules.nightTime, rules.weekend])
      expect(rule(text(), newsroom())).toEqual([])
  })
})

test('a translation older than its original', () => {
  const room = newsroom({ olderTranslation: { language: 'en', releaseId: 'r' } })
  expect(places(rules.olderTranslation(text(), room))).toEqual([{ part: 'release', releaseId: 'r' }])
  expect(rules.olderTranslation(text(), newsroom())).toEqual([])
})
