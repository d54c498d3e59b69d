import { getSchema } from '@tiptap/core'
import { Node } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { documentExtensions } from './extensions.ts'
import { longestSentences } from './long-sentences.ts'

const schema = getSchema(documentExtensions)
const words = (count: number) => `Ord${' ord'.repeat(count - 1)}`
const docOf = (...texts: string[]) =>
  Node.fromJSON(schema, {
    type: 'doc',
    content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
  })

test('the five longest over 25 words, the longest first, each without its neighbours', () => {
  const doc = docOf(`Kort. ${words(26)}. Kort igen.`, `${words(25)}.`, `${words(40)}!`)
  const found = longestSentences(doc)
  expect(found.map((sentence) => sentence.words)).toEqual([40, 26])
  expect(found.map(({ from, to }) => doc.textBetween(from, to))).toEqual([`${words(40)}!`, `${words(26)}.`])
  expect(longestSentences(docOf(...Array.from({ length: 9 }, () => words(30))))).toHaveLength(5)
})
