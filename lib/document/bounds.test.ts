import { expect, test } from 'vitest'
import { requireBounds } from './bounds.ts'
import type { List } from './rich-text.ts'
import { documentSchema } from './schema.ts'

const nested = (depth: number): List => {
  const paragraph = { type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'djupt' }] }
  let list: List = { type: 'orderedList', attrs: { start: 1 }, content: [{ type: 'listItem', content: [paragraph] }] }
  for (let level = 1; level < depth; level++) {
    const attrs = { start: 1 }
    list = { type: 'orderedList', attrs, content: [{ type: 'listItem', content: [paragraph, list] }] }
  }
  return list
}
const documentOf = (list: List) => ({ type: 'doc', content: [list] })

test('lists inside lists have as many levels as can be read, and are checked once each', () => {
  expect(() => requireBounds({ body: documentOf(nested(14)) })).not.toThrow()
  expect(documentSchema.safeParse(documentOf(nested(14))).success).toBe(true)
})

test.each([16, 400, 20_000])('%s lists inside each other are refused', (depth) => {
  expect(() => requireBounds({ body: documentOf(nested(depth)) })).toThrow('document-too-deep')
})

test.each([
  ['arrays', JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`), 'document-too-deep'],
  ['objects', JSON.parse(`${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`), 'document-too-deep'],
  ['parts', Array.from({ length: 100_001 }, () => ({})), 'document-too-large'],
])('no shape of %s gets by', (_, value, code) => {
  expect(() => requireBounds(value)).toThrow(code)
})

test.each([null, undefined, 1, 'text', [], {}])('what has no levels is let through: %s', (value) => {
  expect(() => requireBounds(value)).not.toThrow()
})
