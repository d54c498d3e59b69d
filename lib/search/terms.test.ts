import { expect, test } from 'vitest'
import { findByName } from './terms.ts'

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
