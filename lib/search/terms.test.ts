import { expect, test } from 'vitest'
import { findByName, matcherOf, termsOf } from './terms.ts'
import { oddQueries } from './testing.ts'

const people = [
  { name: 'Kaisa Hietala', role: 'Forskningsledare' },
  { name: 'Martin Gring', role: 'Tekniker' },
  { name: 'Eva-Inga Öman', role: 'Handläggare' },
  { name: 'Ingrid Ölvestad', role: 'Programchef' },
]
const found = (typed: string) => findByName(people, typed, ({ role }) => role).map(({ name }) => name)

test('whose name begins with what is typed comes before whose name or role holds it', () => {
  expect(found('ing')).toEqual(['Eva-Inga Öman', 'Ingrid Ölvestad', 'Martin Gring', 'Kaisa Hietala'])
  expect(found('olve ingrid')).toEqual(['Ingrid Ölvestad'])
  expect(found('')).toHaveLength(4)
  expect(found('ingen')).toEqual([])
})

test.each([
  ['e', 4],
  ['öl', 1],
  ['evainga', 1],
  ['eva-inga', 1],
  ['"eva inga"', 1],
  ['ing -ingrid', 3],
  ['*', 0],
  ['🐟', 0],
])('%s finds as many as %i by name', (typed, many) => {
  expect(found(typed)).toHaveLength(many)
})

test.each([
  ['e-post', [['epost']]],
  ['don’t', [['dont']]],
  ['covid19', [['covid', '19']]],
  ['10kg', [['10', 'kg']]],
  ['vatten', []],
  ['"e-post"', []],
  ['2026-11', []],
])('%s is written %j as well', (typed, spellings) => {
  expect(termsOf(typed).wanted.map((term) => term.spellings)).toEqual([spellings])
})

test.each(oddQueries)('odd input %j has terms of letters and figures, and no more than sixteen', (typed) => {
  const { wanted, unwanted } = termsOf(typed)
  expect(wanted.length).toBeLessThanOrEqual(16)
  const words = [...wanted, ...unwanted].flatMap((term) => [...term.words, ...term.spellings.flat()])
  expect(words.filter((word) => !/^[\p{L}\p{N}\p{M}]{1,60}$/u.test(word))).toEqual([])
  expect(typeof matcherOf(typed)('Vatten')).toBe('boolean')
})
