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
