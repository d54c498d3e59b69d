import { expect, test } from 'vitest'
import { type BrandMark, markDocument, namedApart } from './brand-mark.ts'

const part = (name: string, attributes: Record<string, string>) => ({ name, attributes, parts: [] })

test('the parts of two marks on a page refer to their own, and colours are no references', () => {
  const attributes = { id: 'm0', href: '#m1', fill: 'url(#m2)', stroke: '#abc' }
  expect(Object.fromEntries(namedApart(part('g', attributes), 'one'))).toEqual({
    id: 'one-m0',
    href: '#one-m1',
    fill: 'url(#one-m2)',
    stroke: '#abc',
  })
})

test('a mark in ink is written in a colour, another in its own, and nothing in it ends an attribute', () => {
  const mark: BrandMark = { viewBox: '0 0 9 9', isInk: true, parts: [part('path', { d: '"><script>&' })] }
  const path = '<path d="&quot;>&lt;script>&amp;"/>'
  const opened = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"'
  expect(markDocument(mark)).toBe(`${opened} fill="currentColor">${path}</svg>`)
  expect(markDocument(mark, '#123')).toBe(`${opened} fill="#123" color="#123">${path}</svg>`)
  expect(markDocument({ ...mark, isInk: false }, '#123')).toBe(`${opened}>${path}</svg>`)
})
