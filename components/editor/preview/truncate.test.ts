import { expect, test } from 'vitest'
import { truncateAt } from './truncate.ts'

test('a text that fits is shown whole, counted in letters', () => {
  expect(truncateAt('Sköljvatten 💧', 13)).toEqual({ shown: 'Sköljvatten 💧', length: 13, last: undefined })
})

test('a longer one is cut between words, without a sign left hanging', () => {
  const text = 'Nio bryggerier och mejerier ska visa att samma vatten räcker – tre gånger'
  expect(truncateAt(text, 64)).toEqual({
    shown: 'Nio bryggerier och mejerier ska visa att samma vatten räcker …',
    length: 73,
    last: 'samma vatten räcker',
  })
})

test('one endless word is cut where it has to be', () => {
  expect(truncateAt('a'.repeat(80), 65).shown).toBe(`${'a'.repeat(65)} …`)
})
