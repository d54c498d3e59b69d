import { expect, test } from 'vitest'
import { isAway } from './constraints.ts'

test.each([
  ['ECONNREFUSED', true],
  ['57P01', true],
  ['08006', true],
  ['23505', false],
  ['42P01', false],
])('%s: the database is away: %s', (code, away) => {
  const error = Object.assign(new Error('x'), { code })
  expect(isAway(error)).toBe(away)
  expect(isAway(new Error('Failed query', { cause: error }))).toBe(away)
})

test('a server whose socket on this machine is gone is away', () => {
  const error = (syscall: string) => Object.assign(new Error('x'), { code: 'ENOENT', syscall })
  expect([isAway(error('connect')), isAway(error('open'))]).toEqual([true, false])
})
