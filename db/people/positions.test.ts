import { expect, test } from 'vitest'
import { positionAt } from './positions.ts'

const worn = [
  { name: 'ny', since: '2023-03', until: null },
  { name: 'dubbel', since: '2021', until: '2023' },
  { name: 'gammal', since: '2014', until: '2021-06' },
]
const at = (date: string) => positionAt(worn, new Date(date))?.name

test('the role at a date follows years and months as exactly as they were given', () => {
  expect(at('2026-11-20')).toBe('ny')
  expect(at('2023-03-01')).toBe('ny')
  expect(at('2023-02-28')).toBe('dubbel')
  expect(at('2021-01-15')).toBe('dubbel')
  expect(at('2020-12-31')).toBe('gammal')
  expect(at('2013-12-31')).toBeUndefined()
})

test('between two positions there is none', () => {
  const gap = [{ since: '2014', until: '2019' }]
  expect(positionAt(gap, new Date('2019-12-31'))).toBeDefined()
  expect(positionAt(gap, new Date('2020-01-01'))).toBeUndefined()
})
