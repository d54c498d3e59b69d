import { expect, test } from 'vitest'
import { fillInPath } from './gaps.ts'

test('a gap leads to its field, in the form of what has it', () => {
  expect(fillInPath('person', 'p1', { what: 'role' })).toBe('/studio/people/p1#field-roles')
  expect(fillInPath('person', 'p1', { what: 'role-in', language: 'en', place: 1 })).toBe(
    '/studio/people/p1#field-roles.1.title.en',
  )
  expect(fillInPath('organisation', 'o1', { what: 'url' })).toBe('/studio/organisations/o1#field-url')
  expect(fillInPath('series', 's1', { what: 'name-in', language: 'en' })).toBe('/studio/series/s1#field-texts.en.name')
})
