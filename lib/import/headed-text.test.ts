import { expect, test } from 'vitest'
import { headedText, linesOf } from './headed-text.ts'
import { blocksOfText } from './plain-text.ts'

const read = (text: string, maxPoints = 10) => headedText(blocksOfText(text), { maxTitle: 60, maxPoints })
const restOf = (text: string, maxPoints?: number) => linesOf(read(text, maxPoints)?.rest ?? [])

test('the first paragraph is the headline, bullets after it the lead, and all else the body', () => {
  const text = 'Vattnet går ett varv till\n\n• Nio får stöd.\n• De börjar i maj.\n\nText.\n– Ja, säger Ingrid.'
  expect(read(text)).toMatchObject({
    title: 'Vattnet går ett varv till',
    lead: ['Nio får stöd.', 'De börjar i maj.'],
    rest: [{ type: 'paragraph' }, { type: 'quote' }],
  })
})

test('without bullets there is no lead', () => {
  expect(read('Rubrik\nFörsta stycket.\nAndra stycket.')).toMatchObject({ title: 'Rubrik', lead: [] })
  expect(restOf('Rubrik\nFörsta stycket.\nAndra stycket.')).toEqual(['Första stycket.', 'Andra stycket.'])
})

test('a list with more points than there is room for stays a list', () => {
  expect(read('Rubrik\n• Ett\n• Två', 1)).toMatchObject({ lead: [], rest: [{ type: 'bulletList' }] })
})

test.each([
  ['one paragraph', 'Bara en rubrik'],
  ['a quote first', '– Ja, säger Ingrid.\nText.'],
  ['a first paragraph too long for a headline', `${'ord '.repeat(20)}\nText.`],
])('%s is no text with a headline', (_, text) => expect(read(text)).toBeUndefined())
