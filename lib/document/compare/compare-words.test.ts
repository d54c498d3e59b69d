import { expect, test } from 'vitest'
import { type Inline, inlineText } from '#lib/document/rich-text.ts'
import { compareText, compareWords } from './compare-words.ts'
import { longestCommonSubsequence } from './longest-common.ts'

const shown = (before: string, after: string) =>
  compareText(before, after)
    .map(({ what, content }) => ({ same: '', added: '+', removed: '-', restyled: '~' })[what] + inlineText(content))
    .join('|')

test('what two sequences have in common is as long as it can be', () => {
  const letters = (before: string, after: string) =>
    longestCommonSubsequence([...before], [...after])
      .map(([i]) => before[i])
      .join('')
  expect(letters('abcabba', 'cbabac')).toHaveLength(4)
  expect(letters('', 'a')).toBe('')
  expect(letters('xabcy', 'abc')).toBe('abc')
  expect(letters('abcdef', 'abXdeYf')).toBe('abdef')
  const [long, other] = [
    Array.from({ length: 6_000 }, (_, n) => `a${n}`),
    Array.from({ length: 6_000 }, (_, n) => `b${n}`),
  ]
  expect(longestCommonSubsequence(['x', ...long], ['x', ...other])).toEqual([[0, 0]])
})

test('words, numbers and marks are told apart', () => {
  expect(shown('svar från 312 företag', 'svar från 384 företag')).toBe('svar från |-312|+384| företag')
  expect(shown('27,5 procent.', '27,6 procent!')).toBe('-27,5|+27,6| procent|-.|+!')
  expect(shown('Öjmertz är här', 'Öjmertz var här')).toBe('Öjmertz |-är|+var| här')
  expect(shown('', 'Nytt')).toBe('+Nytt')
  expect(shown('Samma', 'Samma')).toBe('Samma')
})

test('words put in place of others run together instead of alternating', () => {
  expect(shown('Sju av tio fabriker vet.', 'Tre av fyra fabriker vet.')).toBe('-Sju av tio|+Tre av fyra| fabriker vet.')
  expect(shown('Vi mäter. Sedan går vi.', 'Vi mäter. Ingen vet. Sedan går vi.')).toBe(
    'Vi mäter. |+Ingen vet. |Sedan går vi.',
  )
  expect(shown('Alla som har svarat fick frågan i går', 'Varje företag som nu väntar ställer den i dag')).toBe(
    '-Alla som har svarat fick frågan i går|+Varje företag som nu väntar ställer den i dag',
  )
})

test('words in another form or with another link are the same words', () => {
  const text = (words: string, ...marks: NonNullable<Extract<Inline, { type: 'text' }>['marks']>): Inline =>
    marks.length ? { type: 'text', text: words, marks } : { type: 'text', text: words }
  const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
  expect(
    compareWords([text('Läs om metoden nu')], [text('Läs om '), text('metoden', { type: 'bold' }), text(' nu')]),
  ).toEqual([
    { what: 'same', content: [text('Läs om ')] },
    { what: 'restyled', content: [text('metoden', { type: 'bold' })], before: [] },
    { what: 'same', content: [text(' nu')] },
  ])
  expect(compareWords([text('Vattenkraft')], [text('Vatten', { type: 'bold' }), text('kraft')])).toEqual([
    { what: 'restyled', content: [text('Vatten', { type: 'bold' }), text('kraft')], before: [] },
  ])
  expect(compareWords([text('metoden', link('/a'))], [text('metoden', link('/b'))])).toEqual([
    { what: 'restyled', content: [text('metoden', link('/b'))], before: [link('/a')] },
  ])
  expect(compareWords([text('ett')], [text('ett'), { type: 'hardBreak' }, text('två')])).toEqual([
    { what: 'same', content: [text('ett')] },
    { what: 'added', content: [{ type: 'hardBreak' }, text('två')] },
  ])
})
