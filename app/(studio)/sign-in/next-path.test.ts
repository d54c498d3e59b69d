import { expect, it } from 'vitest'
import { nextPath } from './next-path.ts'

it('goes to a place on this site', () => {
  expect(nextPath('/studio/people?q=%C3%B6l#a')).toBe('/studio/people?q=%C3%B6l#a')
})

it.each([
  undefined,
  '',
  'studio',
  'https://elsewhere.example/',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/\t/elsewhere.example',
  '/.//elsewhere.example',
  '/studio/..//elsewhere.example',
  '/%2e/\\elsewhere.example',
  'javascript:alert(1)',
  ['/studio', '/x'],
])('goes to the desk instead of %j', (asked) => {
  expect(nextPath(asked)).toBe('/studio')
})
