import { expect, test } from 'vitest'
import { hasPart } from './compounds.ts'

const known = (words: string) => (part: string) => words.split(' ').includes(part)

test.each([
  ['produktionslyftet', 'lyftet'],
  ['produktionslyftet', 'lyft'],
  ['produktionslyftet', 'produktionen'],
  ['dricksvattenprojekt', 'vatten'],
  ['dricksvattenprojekt', 'vattnet'],
  ['dricksvattenprojekt', 'projekt'],
  ['avloppsvattnets', 'vatten'],
  ['ravatten', 'vatten'],
  ['utbildningsprogrammet', 'program'],
  ['wastewater', 'water'],
  ['klimatanpassning', 'anpassning'],
  ['barnomsorgen', 'omsorg'],
  ['forskningsavtalet', 'avtalet'],
])('%s has %s in it, whatever else is known', (compound, word) => {
  expect(hasPart(compound, word, 'sv', known(''))).toBe(true)
})

test.each([
  ['kostnad', 'ost'],
  ['instrument', 'rum'],
  ['fraktion', 'aktion'],
  ['innovation', 'ovation'],
  ['attraktion', 'aktion'],
  ['byggnader', 'gna'],
  ['dricksvatten', 'dricksvatten'],
])('%s does not have %s in it', (compound, word) => {
  expect(hasPart(compound, word, 'sv', known('in fra'))).toBe(false)
})

test('a short word is part of another when what stands before it is a word, too', () => {
  expect(hasPart('havsost', 'ost', 'sv', known(''))).toBe(false)
  expect(hasPart('havsost', 'ost', 'sv', known('hav'))).toBe(true)
})

test.each([
  ['kommunikation', 'kommun', '', false],
  ['kommunprojekt', 'kommun', 'projekt', true],
  ['ravatten', 'vatten', '', false],
  ['ravatten', 'vatten', 'ra', true],
])(
  'where nothing may be guessed %s has %s in it only if the rest is a word, too',
  (compound, word, words, expected) => {
    expect(hasPart(compound, word, 'sv', known(words), { mayGuess: false })).toBe(expected)
  },
)
