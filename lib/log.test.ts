import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { loggedPath, withoutQuery } from './log.ts'

test('no secret of a link stands in the log, whatever it opens', () => {
  const files = globSync('**/{page,route}.{ts,tsx}', { cwd: join(import.meta.dirname, '../app') })
  const withSecret = files
    .map((file) => `/${dirname(file).replace(/\([^)]+\)\//g, '')}`)
    .filter((path) => path.includes('[token]'))
  expect(withSecret.length).toBeGreaterThan(10)
  const logged = withSecret.map((path) => loggedPath(path.replace('[token]', 'hemlig').replace(/\[[^\]]+\]/g, 'x')))
  expect(logged.filter((path) => path.includes('hemlig'))).toEqual([])
  expect(loggedPath('/sign-off/hemlig/answers?x=hemlig')).toBe('/sign-off/…/answers')
  expect(loggedPath('/nyheter/en-nyhet?q=hemlig')).toBe('/nyheter/en-nyhet')
})

test('an error that repeats a query, with what was typed, is logged as its cause', () => {
  const cause = new Error('connect ECONNREFUSED')
  const error = new Error('Failed query: select … params: kim@example.org', { cause })
  expect(withoutQuery(error)).toBe(error)
  expect(withoutQuery(Object.assign(error, { query: 'select …', params: ['kim@example.org'] }))).toBe(cause)
})
