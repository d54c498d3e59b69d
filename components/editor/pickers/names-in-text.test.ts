import { expect, test } from 'vitest'
import { placeOfName, placeOfWord } from './names-in-text.ts'

test('a person’s name is found as it is written, in the genitive and however it is composed', () => {
  expect(placeOfName('Enligt Åsa Öbergs mening', 'A\u030asa O\u0308berg')).toBe(7)
  expect(placeOfName('Åsa Öbergskog', 'Åsa Öberg')).toBe(-1)
  expect(placeOfName('asa oberg', 'Åsa Öberg')).toBe(-1)
})

test('a topic is found whatever its case, with a short ending, and not inside another word', () => {
  expect(placeOfWord('Vi mäter processvattnen och regn.', 'Regn')).toBe(28)
  expect(placeOfWord('Regnet faller.', 'regn')).toBe(0)
  expect(placeOfWord('Regnvattnet faller.', 'regn')).toBe(-1)
  expect(placeOfWord('Öl (eko) görs här.', 'Öl (eko)')).toBe(0)
})
