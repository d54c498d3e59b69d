import { expect, test } from 'vitest'
import { plainText, withSoftHyphens } from './hyphenate.ts'

const shown = (text: string, language: 'sv' | 'en' = 'sv', from?: number) =>
  withSoftHyphens(text, language, from ? { from } : {}).replaceAll('\u00ad', '|')

test.each([
  ['processvattnet två gånger', 'process|vattnet två gånger'],
  ['livsmedelsindustrin', 'livsmedels|industrin'],
  ['tillgänglighetsredogörelse', 'tillgänglighets|redogörelse'],
  ['kommunikationsansvarig', 'kommunikations|ansvarig'],
  ['Resursmyndigheten', 'Resurs|myndigheten'],
])('%s breaks at the joint', (text, broken) => {
  expect(shown(text)).toBe(broken)
})

test.each([
  ['Koldioxidinfångningsanläggningarnas', 16],
  ['KOLDIOXIDINFÅNGNINGSANLÄGGNINGARNAS', 16],
  ['Energieffektiviseringsprogrammet', 16],
])('%s has no piece that is wider than a phone', (word, longest) => {
  const pieces = shown(word).split('|')
  expect(pieces.join('')).toBe(word)
  for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(longest)
  expect(Math.min(...pieces.map((piece) => piece.length))).toBeGreaterThanOrEqual(5)
})

test.each([
  'press@tillganglighetsmyndigheten.example',
  'https://example.org/koldioxidinfangning',
  'www.koldioxidinfangning.example',
  'koldioxidinfangningsrapporten.pdf',
])('%s is an address, and has no hyphen', (address) => expect(shown(address)).toBe(address))

test('short words stay whole, and so do those too short for where they stand', () => {
  expect(shown('Tolv bruksorter delar på 48 miljoner')).toBe('Tolv bruksorter delar på 48 miljoner')
  expect(shown('livsmedelsindustrin', 'sv', 20)).toBe('livsmedelsindustrin')
})

test('English breaks as English does, never near an end', () => {
  expect(shown('environmentally', 'en')).toBe('environ|mentally')
})

test('what is data has neither soft hyphens nor odd spaces', () => {
  expect(plainText(withSoftHyphens('48\u00a0miljoner processvattnet', 'sv'))).toBe('48 miljoner processvattnet')
})
