import { expect, test } from 'vitest'
import { countGraphemes, excerpt, firstGraphemes, graphemesIn, initialsOf, lettersWithin } from './graphemes.ts'

test('an emoji of several code points, a flag and a letter with loose accents count as one each', () => {
  expect(countGraphemes('👩‍💻🇸🇪👨‍👩‍👧‍👦')).toBe(3)
  expect(countGraphemes('Åsa Öberg'.normalize('NFD'))).toBe(9)
  expect(graphemesIn('A\u030as'.normalize('NFD'))).toEqual(['Å', 's'])
  expect(countGraphemes('')).toBe(0)
})

test('a text is cut between letters and never within one', () => {
  expect(firstGraphemes('👩‍💻👩‍💻👩‍💻', 2)).toBe('👩‍💻👩‍💻')
  expect(firstGraphemes('Åse'.normalize('NFD'), 1)).toBe('Å')
  expect(firstGraphemes('kort', 10)).toBe('kort')
  expect(firstGraphemes('👩‍💻', 1)).toBe('👩‍💻')
})

test('as many whole letters are kept as there is room to store', () => {
  expect(lettersWithin('👩‍💻'.repeat(3), 11)).toBe('👩‍💻👩‍💻')
  expect(lettersWithin('👩‍💻'.repeat(60), 291)).toHaveLength(290)
  expect(lettersWithin('👩‍💻', 4)).toBe('')
  expect(lettersWithin('kort', 4)).toBe('kort')
})

test('an excerpt ends between words, without the sign that stood there, and a text that fits stays whole', () => {
  expect(excerpt('Vattnet renas, och går runt igen', 15)).toBe('Vattnet renas …')
  expect(excerpt('Vattnet renas', 13)).toBe('Vattnet renas')
  expect(excerpt(`${'👩‍💻'.repeat(13)}`, 13)).toBe('👩‍💻'.repeat(13))
  expect(excerpt('a'.repeat(80), 65)).toBe(`${'a'.repeat(65)} …`)
})

test('initials are whole letters, however they are stored', () => {
  expect(initialsOf('👩‍💻 Ekdahl')).toBe('👩‍💻E')
  expect(initialsOf('åsa maria öberg'.normalize('NFD'))).toBe('ÅÖ')
  expect(initialsOf('Ölvestad')).toBe('Ö')
  expect(initialsOf('  Ana  Łuczak ')).toBe('AŁ')
  expect(initialsOf('')).toBe('')
})
