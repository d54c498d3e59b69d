import { expect, test } from 'vitest'
import { parseQuery } from './parse-query.ts'

const read = (typed: string) => {
  const { wanted, unwanted } = parseQuery(typed, 'sv')
  return [
    wanted.map(({ words, isPhrase }) => (isPhrase ? words : words.join('+'))),
    unwanted.map(({ words }) => words.join(' ')),
  ]
}

test.each([
  ['vatten', [['vatten'], []]],
  ['Vatten vatten VATTEN', [['vatten'], []]],
  ['"två gånger" vatten', [[['tva', 'ganger'], 'vatten'], []]],
  ['”två gånger”', [[['tva', 'ganger']], []]],
  ['vatten "öppet slut', [['vatten', ['oppet', 'slut']], []]],
  ['vatten -regn -"två gånger"', [['vatten'], ['regn', 'tva ganger']]],
  ['vatten – regn', [['vatten', 'regn'], []]],
  ['e-post CO2-utsläpp', [['e+post', 'co2+utslapp'], []]],
  ['och i', [['och', 'i'], []]],
  ['och vatten i', [['vatten'], []]],
  ['EU:s Annas', [['eu', 'annas'], []]],
  ['-', [[], []]],
  ['"" -"" *', [[], []]],
  ['-regn', [[], ['regn']]],
  ['-regn -"två gånger"', [[], ['regn', 'tva ganger']]],
  ['vatten,prov/regn', [['vatten', 'prov', 'regn'], []]],
  ['48,5 2026/27', [['48+5', '2026+27'], []]],
  ['vatten AND prov OR regn', [['vatten', 'prov', 'regn'], []]],
  ['AND', [['and'], []]],
  ['va\u200btt\u00aden\u202e', [['vatten'], []]],
  ['a b c d e f g h j k', [['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], []]],
])('%s', (typed, expected) => {
  expect(read(typed)).toEqual(expected)
})
