import { expect, test } from 'vitest'
import { freeSlug, slugify } from './slug.ts'

test.each([
  ['Tolv bruksorter delar på 48 miljoner kronor', 'tolv-bruksorter-delar-pa-48-miljoner-kronor'],
  ['Ängsbro, Åsenhed & Ölvestad', 'angsbro-asenhed-olvestad'],
  ['”Vatten är den råvara vi slarvar mest med”', 'vatten-ar-den-ravara-vi-slarvar-mest-med'],
  ['Process\u00advattnet', 'processvattnet'],
  ['Smørrebrød à la Zürich – ß', 'smorrebrod-a-la-zurich-ss'],
  ['???', ''],
])('%s becomes %s', (text, slug) => {
  expect(slugify(text)).toBe(slug)
})

test('a long text is cut between words, a single long word inside it', () => {
  expect(slugify('ord '.repeat(50))).toMatch(/^(ord-)+ord$/)
  expect(slugify('ord '.repeat(50)).length).toBeLessThanOrEqual(80)
  expect(slugify('x'.repeat(200))).toHaveLength(80)
})

test('a taken address gets a number', async () => {
  const taken = new Set(['vatten', 'vatten-2'])
  expect(await freeSlug('vatten', async (slug) => taken.has(slug))).toBe('vatten-3')
})
