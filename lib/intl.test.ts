import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { collatorFor, dateFormat } from './intl.ts'

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

test('nothing makes its own', () => {
  const root = join(import.meta.dirname, '..')
  const files = globSync('{app,components,db,lib,server}/**/*.{ts,tsx}', { cwd: root })
  const making = /new Intl\.(?!Locale\b)|\.toLocale(?:Date|Time)?String\(|\.localeCompare\(/
  const own = files.filter((file) => !file.endsWith('.test.ts') && making.test(readFileSync(join(root, file), 'utf8')))
  expect(files.length).toBeGreaterThan(400)
  expect(own).toEqual([])
})
