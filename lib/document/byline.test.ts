import { expect, test } from 'vitest'
import { authorsIn } from './byline.ts'

const nobody = () => false

test.each([
  ['Maja Lind', ['Maja Lind']],
  ['Av Maja Lind', ['Maja Lind']],
  ['Maja Lind och Kim Berg', ['Maja Lind', 'Kim Berg']],
  ['Text: Maja Lind, Kim Berg & Eva Ek', ['Maja Lind', 'Kim Berg', 'Eva Ek']],
  ['Maja Lind, kommunikatör', ['Maja Lind']],
  ['Maja Lind, presschef på Vattenverket', ['Maja Lind']],
  ['professor Kim Berg samt Ann-Sofie von Essen', ['Kim Berg', 'Ann-Sofie von Essen']],
  ['Text: Maja Lind Foto: Eva Ek', ['Maja Lind']],
  ['Maja Lind, foto: Eva Ek', ['Maja Lind']],
  ['Foto: Eva Ek', []],
  ['Maja Lind (maja@example.org)', ['Maja Lind']],
  ['Maja Lind / TT', ['Maja Lind']],
  ['Maja Lind; Maja Lind', ['Maja Lind']],
  ['J. R. Ek', ['J. R. Ek']],
  ['Łukasz Żółw och Þórður Guðmundsson', ['Łukasz Żółw', 'Þórður Guðmundsson']],
  ['Ма\u00adрия Иванова', ['Мария Иванова']],
  ['محمد علي', ['محمد علي']],
  ['Redaktionen', []],
  ['', []],
])('%s is by %j', (byline, names) => {
  expect(authorsIn(byline, 'sv', nobody)).toEqual(names)
})

test('in English too, where titles have capitals', () => {
  expect(authorsIn('By Maja Lind and Kim Berg, Head of Research', 'en', nobody)).toEqual(['Maja Lind', 'Kim Berg'])
  expect(authorsIn('Words: Maja Lind. Photo: Eva Ek', 'en', nobody)).toEqual(['Maja Lind'])
})

test('whoever is known is somebody under any name', () => {
  expect(authorsIn('Av Zlatan och redaktionen', 'sv', (name) => name === 'Zlatan')).toEqual(['Zlatan'])
})
