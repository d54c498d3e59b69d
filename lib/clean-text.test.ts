import { expect, test } from 'vitest'
import { cleanText, cleanTexts, withoutTurns } from './clean-text.ts'

test('what nobody can read becomes a space, and the text is as long as before', () => {
  expect(cleanText('a\u0000b\u000bc\u001fd\u007fe\u0085f\ufffeg\uffff')).toBe('a b c d e f g ')
  expect(cleanText('tabb\tny\nrad\r\n å 🐟 \u00ad\u202e')).toBe('tabb\tny\nrad\r\n å 🐟 \u00ad\u202e')
  expect(cleanText('\ud800x')).toBe('\ufffdx')
})

test('what turns the letters after it goes from a line, and marks for single places stay', () => {
  expect(withoutTurns('Vera\u202eknisE')).toBe('VeraknisE')
  expect(withoutTurns('\u202a\u202b\u202c\u202d\u2066a\u2067\u2068\u2069')).toBe('a')
  expect(withoutTurns('سارة (Sara)\u200f\u200e\u061c')).toBe('سارة (Sara)\u200f\u200e\u061c')
})

test('all of something is put right, and it stays what it is', () => {
  const draft = { title: 'a\u0000', lead: ['\u0001b'], hero: null, cards: [{ role: 'c' }], level: 2, isOut: true }
  expect(cleanTexts(draft)).toEqual({ ...draft, title: 'a ', lead: [' b'] })
})
