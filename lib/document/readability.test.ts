import { expect, test } from 'vitest'
import { lixClass, readabilityOf } from './readability.ts'

test('words, minutes and LIX of a text', () => {
  const text = 'Vatten renas. Programmet ger stöd åt nio livsmedelsföretag.'
  expect(readabilityOf(text)).toEqual({ words: 8, minutes: 1, lix: Math.round(8 / 2 + (100 * 2) / 8) })
  expect(readabilityOf('ord '.repeat(700)).minutes).toBe(4)
})

test('a line is a sentence, and numbers and abbreviations do not end one', () => {
  expect(readabilityOf('Stöd\n27 miljoner').lix).toBe(Math.round(3 / 2 + 100 / 3))
  expect(readabilityOf('Det kostar 3.5 kronor').words).toBe(4)
})

test('no words, no measure', () => {
  expect(readabilityOf(' – \n')).toEqual({ words: 0, minutes: 0, lix: undefined })
})

test.each([
  [25, 'very-easy'],
  [33, 'easy'],
  [44, 'medium'],
  [55, 'hard'],
  [60, 'very-hard'],
])('LIX %i is %s', (lix, name) => {
  expect(lixClass(lix)).toBe(name)
})
