import { expect, test } from 'vitest'
import { linesFor, type Making } from './choice-lines.ts'

const people = [
  { id: 'ebba', name: 'Ebba Lindh', about: 'Forskare', group: 'Står i texten' },
  { id: 'petter', name: 'Petter Hällström', about: 'Bryggmästare', group: 'Övriga' },
]
const making: Making = {
  line: (name) => `Ny: ${name}`,
  about: 'Resten kan vänta.',
  names: [{ name: 'Sten Alm', about: 'Står i texten' }],
  onMake: () => {},
}
const shown = (typed: string, how: Making | undefined = making) =>
  linesFor(people, typed, { making: how, near: 'Liknar' }).map(({ key, group, isNew }) =>
    [isNew ? 'ny' : '', key, group].filter(Boolean).join(' | '),
  )

test('without anything typed all are there under their headings, and last whom the text names', () => {
  expect(shown('')).toEqual(['ebba | Står i texten', 'petter | Övriga', 'ny | Sten Alm'])
})

test('what is typed filters, what differs by a slip is told as alike, and what is typed can be made', () => {
  expect(shown('bryggm')).toEqual(['petter', 'ny | bryggm'])
  expect(shown('Peter  Hallström')).toEqual(['petter | Liknar', 'ny | Peter Hallström'])
  expect(shown('hälstrom')).toEqual(['petter | Liknar', 'ny | hälstrom'])
  expect(shown('Sten Ek')).toEqual(['ny | Sten Ek'])
})

test('whoever has exactly that name is not offered as new, and nothing is made where nobody may', () => {
  expect(shown('ebba lindh')).toEqual(['ebba'])
  expect(linesFor(people, 'Sten Ek', { making: undefined, near: 'Liknar' })).toEqual([])
})
