import { expect, test } from 'vitest'
import { collator, formatBytes, formatLanguages, formatPixels, formatYears, listParts } from './format.ts'

test.each([
  [900, 'sv', '1\u00a0kB'],
  [48_000, 'sv', '48\u00a0kB'],
  [6_230_000, 'sv', '6,2\u00a0MB'],
  [6_230_000, 'en', '6.2\u00a0MB'],
] as const)('%i bytes read in %s', (bytes, language, text) => {
  expect(formatBytes(bytes, language)).toBe(text)
})

test('years, measures and lists', () => {
  expect(formatYears({ since: '2023-04', until: null })).toBe('2023–')
  expect(formatYears({ since: '2016', until: '2022-05' })).toBe('2016–2022')
  expect(formatYears({ since: '2024-01', until: '2024-09' })).toBe('2024')
  expect(formatPixels(4961, 2790)).toBe('4961\u00a0×\u00a02790\u00a0px')
  expect(formatLanguages(['sv', 'en', 'fi'], 'sv')).toBe('svenska, engelska och finska')
  expect(listParts(['a', 'b'], 'en').map((part) => part.value)).toEqual(['a', ' and ', 'b'])
})

test('å ä ö come last in Swedish', () => {
  expect(['Ö', 'A', 'Å', 'Z', 'Ä'].sort(collator('sv').compare).join('')).toBe('AZÅÄÖ')
  expect(['Fas 10', 'Fas 2', 'Fas'].sort(collator('sv').compare)).toEqual(['Fas', 'Fas 2', 'Fas 10'])
})
