import { expect, test } from 'vitest'
import { findNearlyNamed, isNearName, isSameName } from './near-names.ts'

test.each([
  ['Ebba Lind', 'Ebba Lindh'],
  ['ebba  lind', 'Ebba Lind'],
  ['Petter Hällström', 'Peter Hällström'],
  ['Åsa Öberg', 'A\u030asa O\u0308berg'],
])('%s may be %s', (a, b) => expect(isNearName(a, b)).toBe(true))

test.each([
  ['Ebba Lind', 'Ebba Lundgren'],
  ['Bo Ek', 'Bo Al'],
  ['Vatten', 'Vitten'.slice(0, 4)],
  ['Åsa Berg', 'Asta Borg'],
])('%s is not %s', (a, b) => expect(isNearName(a, b)).toBe(false))

test('å is a letter of its own, however it is composed', () => {
  expect(isSameName('Åsa Ek', 'A\u030asa ek')).toBe(true)
  expect(isSameName('Åsa Ek', 'Asa Ek')).toBe(false)
})

test('a slip in a part of a name finds whoever has it', () => {
  const people = [{ name: 'Cecilia Warrol Ersson' }, { name: 'Cecilia Ek' }, { name: 'Ove Rask' }]
  const found = (typed: string) => findNearlyNamed(people, typed).map(({ name }) => name)
  expect(found('ceclia')).toEqual(['Cecilia Warrol Ersson', 'Cecilia Ek'])
  expect(found('ceclia  warol')).toEqual(['Cecilia Warrol Ersson'])
  expect(found('ceclia rask')).toEqual([])
  expect(found(' ')).toEqual([])
})
