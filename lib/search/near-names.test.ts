import { expect, test } from 'vitest'
import { isNearName, isNearTyped, isSameName, lettersApart } from './near-names.ts'

test.each([
  ['Ebba Lind', 'Ebba Lindh'],
  ['ebba  lind', 'Ebba Lind'],
  ['Petter Hällström', 'Peter Hällström'],
  ['Åsa Öberg', 'A\u030asa O\u0308berg'],
  ['Ingrid', 'Ingird'],
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

test('says by how many letters names differ', () => {
  expect(lettersApart('Ebba Lind', 'Ebba Lindh')).toBe(1)
  expect(lettersApart('Peter Hallström', 'Petter Hällström')).toBe(2)
  expect(lettersApart('ebba lind', 'Ebba Lind')).toBe(0)
  expect(lettersApart('Ebba Lind', 'Ebba Lundgren')).toBeUndefined()
})

test('what is being typed may have a slip in it, from any word on', () => {
  expect(isNearTyped('Petter Hällström', 'Peter Häl')).toBe(true)
  expect(isNearTyped('Petter Hällström', 'hallstr')).toBe(true)
  expect(isNearTyped('Petter Hällström', 'ingrid')).toBe(false)
  expect(isNearTyped('Bo Ek', 'Bu')).toBe(false)
})
