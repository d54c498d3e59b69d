import { expect, test } from 'vitest'
import { highlightExcerpt, highlightText } from './highlight.ts'

const shown = (marked: { text: string; hit: boolean }[]) =>
  marked.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')
const highlight = { exact: ['vattnet'], beginnings: ['lov'], parts: [], phrases: [['tva', 'ganger']], begun: [] }

test('words, beginnings and phrases are marked whole, as they are written', () => {
  expect(shown(highlightText('Vattnet i Lövsele används två  gånger, inte två.', highlight))).toBe(
    '[Vattnet] i [Lövsele] används [två  gånger], inte två.',
  )
})

test('of words in a row that are no phrase the last may go on', () => {
  const row = { exact: [], beginnings: [], parts: [], phrases: [], begun: [['ann', 'sofie']] }
  expect(shown(highlightText('Hos Ann-Sofies syster Ann.', row))).toBe('Hos [Ann-Sofies] syster Ann.')
})

test('an excerpt begins near the first place and is cut between words', () => {
  const text = `${'Långt före står annat. '.repeat(20)}Här är vattnet. ${'Och efter. '.repeat(60)}`
  const excerpt = shown(highlightExcerpt(text, highlight))
  expect(excerpt).toMatch(/^… \S.*\[vattnet\].* …$/)
  expect(excerpt.length).toBeLessThan(240)
})

test('without a place it is the beginning', () => {
  expect(shown(highlightExcerpt('Kort text.', highlight))).toBe('Kort text.')
  expect(highlightExcerpt('', highlight)).toEqual([])
})

test('soft hyphens and signs are no hindrance, and nothing is taken for markup', () => {
  expect(shown(highlightText('Vatt\u00adnet <b>vattnet</b> & vattnets', highlight))).toBe(
    '[Vatt\u00adnet] <b>[vattnet]</b> & vattnets',
  )
})
