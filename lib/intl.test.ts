import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collatorFor, dateFormat, numberFormat } from './intl.ts'

test('a format is made once for a language and what it is to show', () => {
  const long = () => dateFormat('sv-SE', { month: 'long', timeZone: 'UTC' })
  expect(long()).toBe(long())
  expect(long()).not.toBe(dateFormat('en-GB', { month: 'long', timeZone: 'UTC' }))
  expect(long()).not.toBe(dateFormat('sv-SE', { month: 'short', timeZone: 'UTC' }))
  expect(collatorFor('sv-SE', {}).compare('ö', 'z')).toBeGreaterThan(0)
})

test('those of all time zones are not kept at once', () => {
  const first = dateFormat('en-GB', { timeZone: 'Africa/Abidjan' })
  for (const timeZone of Intl.supportedValuesOf('timeZone').slice(1)) dateFormat('en-GB', { timeZone })
  expect(dateFormat('en-GB', { timeZone: 'Africa/Abidjan' })).not.toBe(first)
})

test('what is used meanwhile stays', () => {
  const used = () => dateFormat('sv-SE', { month: 'long', timeZone: 'UTC' })
  const first = used()
  for (const timeZone of Intl.supportedValuesOf('timeZone')) {
    dateFormat('en-GB', { timeZone })
    expect(used()).toBe(first)
  }
})

test('a kept format says what one made for the moment would', () => {
  const at = new Date('2026-11-24T13:02:00Z')
  const options = { timeZone: 'Europe/Stockholm', dateStyle: 'full', timeStyle: 'long' } as const
  for (const locale of ['sv-SE', 'en-GB', 'sv-SE']) {
    expect(dateFormat(locale, options).format(at)).toBe(new Intl.DateTimeFormat(locale, options).format(at))
    expect(numberFormat(locale, {}).format(1234.5)).toBe(new Intl.NumberFormat(locale).format(1234.5))
  }
})

test('nothing makes its own', () => {
  const root = join(import.meta.dirname, '..')
  const files = globSync('{app,components,db,lib,server}/**/*.{ts,tsx}', { cwd: root })
  const making = /new Intl\.(?!Locale\b)|\.toLocale(?:Date|Time)?String\(|\.localeCompare\(/
  const own = files.filter((file) => !file.endsWith('.test.ts') && making.test(readFileSync(join(root, file), 'utf8')))
  expect(files.length).toBeGreaterThan(400)
  expect(own).toEqual([])
})
