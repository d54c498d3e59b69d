import { expect, test } from 'vitest'
import type { Block } from '#lib/document/rich-text.ts'
import { blocksWithSoftHyphens } from './soft-hyphens.ts'

const word = 'Koldioxidinfångningsanläggningarnas'
const broken = word.replace('nings', 'nings\u00ad')
const content = [{ type: 'text' as const, text: word }]
const paragraph = { type: 'paragraph' as const, content }
const cell = { type: 'tableCell' as const, attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [paragraph] }

/** Every block that has words, with the word in each of its places. */
const blocks: Block[] = [
  paragraph,
  { type: 'heading', attrs: { level: 4 }, content },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] },
  {
    type: 'quote',
    attrs: { personId: null, attribution: { place: 'after', verb: 'säger', named: word } },
    content,
  },
  { type: 'factBox', attrs: { title: word }, content: [{ type: 'factRow', attrs: { term: word }, content }] },
  { type: 'table', attrs: { caption: word, totals: false }, content: [{ type: 'tableRow', content: [cell] }] },
  { type: 'image', attrs: { mediaId: 'a', altDecision: 'describe', alt: 'Ett rör', caption: word } },
  { type: 'download', attrs: { mediaId: 'a', title: word } },
]

test('a long word may break wherever it is read, and nothing else is changed', () => {
  const shown = JSON.stringify(blocksWithSoftHyphens(blocks, 'sv'))
  expect(shown.match(/Koldioxid/g)).toHaveLength(JSON.stringify(blocks).match(/Koldioxid/g)?.length ?? 0)
  expect(shown).not.toContain(word)
  expect(shown.replaceAll('\u00ad', '')).toBe(JSON.stringify(blocks))
  expect(shown.replaceAll(/(?<!nings)\u00ad/g, '')).toContain(broken)
})

test('a description that is heard, and words for machines, have no hyphens', () => {
  const image: Block = { type: 'image', attrs: { mediaId: word, altDecision: 'describe', alt: word, caption: '' } }
  expect(blocksWithSoftHyphens([image], 'sv')).toEqual([image])
})
