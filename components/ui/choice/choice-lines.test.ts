import { expect, test } from 'vitest'
import { linesFor, type Making } from './choice-lines.ts'

const people = [
  { id: 'ebba', name: 'Ebba Lindh', about: 'Forskare', group: 'Står i texten' },
  { id: 'petter', name: 'Petter Hällström', about: 'Bryggmästare', group: 'Citerade senast', at: 'i går' },
  { id: 'hall', name: 'Anna Hall', group: 'Övriga' },
]
const making: Making = {
  line: (name) => `Ny: ${name}`,
  about: 'Resten kan vänta.',
  names: [
    { name: 'Sten Alm', about: 'Står i texten' },
    { name: 'Ebba Lind', about: 'Står i texten: processansvarig' },
  ],
  onMake: () => {},
}
const apart = (letters: number) => `${letters} skiljer`
const list = (typed: string, how: Making | undefined = making, likely?: string) =>
  linesFor(people, typed, { making: how, near: 'Liknar', apart, likely })
const shown = (typed: string, how?: Making) =>
  list(typed, how).lines.map(({ key, name, group, at, isNew }) =>
    [isNew ? `ny ${name}` : key, group, at].filter(Boolean).join(' | '),
  )
const preselected = (typed: string, likely?: string) => {
  const { lines, likeliest } = list(typed, making, likely)
  return lines[likeliest]?.name
}

test('without anything typed all are there under their headings, and last whom the text names', () => {
  expect(shown('')).toEqual([
    'ebba | Står i texten',
    'petter | Citerade senast | i går',
    'hall | Övriga',
    'ny Sten Alm',
    'ny Ebba Lind',
  ])
})

test('what is typed filters, and can be made; no heading is needed for what fits', () => {
  expect(shown('bryggm')).toEqual(['petter | i går', 'ny bryggm'])
  expect(shown('Eva Ek')).toEqual(['ny Eva Ek'])
})

test('å, ä and ö are letters of their own: what fits without them is only alike', () => {
  expect(shown('hall')).toEqual(['hall', 'petter | Liknar', 'ny hall'])
  expect(shown('Peter  Hallström')).toEqual(['petter | Liknar | 2 skiljer', 'ny Peter Hallström'])
  expect(shown('Petter Ha\u0308llstro\u0308m')).toEqual(['petter | i går'])
})

test('a slip while typing is alike as well', () => {
  expect(shown('Petre Hä')[0]).toBe('petter | Liknar')
})

test('a name of the text that begins as typed is offered whole', () => {
  expect(shown('ebba li')).toEqual(['ebba', 'ny Ebba Lind', 'ny ebba li'])
  expect(shown('sten')).toEqual(['ny Sten Alm', 'ny sten'])
  expect(shown('Sten Alm')).toEqual(['ny Sten Alm'])
})

test('whoever has exactly that name is not offered as new, and nothing is made where nobody may', () => {
  expect(shown('ebba lindh')).toEqual(['ebba'])
  expect(linesFor(people, 'Eva Ek', { making: undefined, near: 'Liknar' }).lines).toEqual([])
})

test('the likeliest is preselected wherever it stands, and what fits before what is alike', () => {
  expect(preselected('', 'petter')).toBe('Petter Hällström')
  expect(preselected('', 'Ebba Lind')).toBe('Ebba Lind')
  expect(preselected('', 'nobody')).toBe('Ebba Lindh')
  expect(preselected('hall')).toBe('Anna Hall')
  expect(preselected('sten')).toBe('Sten Alm')
  expect(preselected('Peter Hallström')).toBe('Petter Hällström')
})

test('a name that stands in a file comes before what can be chosen, under its heading', () => {
  const named: Making = { ...making, names: [{ name: 'Maja Lind', about: 'Fält: Creator', group: 'Står i bildfilen' }] }
  expect(shown('', named)[0]).toBe('ny Maja Lind | Står i bildfilen')
  expect(shown('maja', named)).toEqual(['ny Maja Lind', 'ny maja'])
})
