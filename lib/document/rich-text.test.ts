import { expect, test } from 'vitest'
import { foldedWords } from '../search/words.ts'
import { type Document, documentText, downloadsIn, imagesIn, inlineText, mediaIdsIn, quotesIn } from './rich-text.ts'
import { documentSchema } from './schema.ts'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const document: Document = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: text('Rubrik') },
    {
      type: 'paragraph',
      content: [...text('Ett '), { type: 'text', text: 'starkt', marks: [{ type: 'bold' }] }, ...text(' ord')],
    },
    { type: 'quote', attrs: { personId: 'p1' }, content: text('– Ja, säger hon.') },
    { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: text('punkt') }] }] },
    {
      type: 'factBox',
      attrs: { title: 'Fakta' },
      content: [{ type: 'factRow', attrs: { term: 'Stöd' }, content: text('48') }],
    },
    { type: 'image', attrs: { mediaId: 'm1', altDecision: 'describe', alt: 'en bild', caption: 'Bildtext' } },
    { type: 'download', attrs: { mediaId: 'm3', title: 'Rapporten' } },
    {
      type: 'gallery',
      content: [
        { type: 'image', attrs: { mediaId: 'm2', altDecision: null, alt: '', caption: 'I galleriet' } },
        { type: 'image', attrs: { mediaId: 'm1', altDecision: 'decorative', alt: '', caption: '' } },
      ],
    },
  ],
}

test('a document reads as plain text, quotes with their speakers, images with their choices', () => {
  expect(documentSchema.parse(document)).toEqual(document)
  expect(documentText(document)).toBe(
    'Rubrik\nEtt starkt ord\n– Ja, säger hon.\npunkt\nFakta\nStöd: 48\nBildtext\nRapporten\nI galleriet',
  )
  expect(quotesIn(document)).toEqual([{ personId: 'p1', text: '– Ja, säger hon.' }])
  expect(imagesIn(document).map((image) => image.mediaId)).toEqual(['m1', 'm2', 'm1'])
  expect(downloadsIn(document)).toEqual([{ mediaId: 'm3', title: 'Rapporten' }])
  expect(mediaIdsIn(document)).toEqual(['m1', 'm3', 'm2'])
})

test('superscript and subscript are letters where there is only plain text', () => {
  const words = (plain: string, type: 'superscript' | 'subscript', marked: string) =>
    inlineText([...text(plain), { type: 'text', text: marked, marks: [{ type: 'bold' }, { type }] }])
  expect(words('10', 'superscript', '6')).toBe('10⁶')
  expect(words('10', 'superscript', '−6')).toBe('10⁻⁶')
  expect(words('CO', 'subscript', '2')).toBe('CO₂')
  expect(words('1', 'superscript', 'st')).toBe('1st')
  expect(words('C', 'subscript', 'eq')).toBe('Ceq')
  expect(words('10', 'superscript', '2x')).toBe('10^(2x)')
  // Whoever searches for either spelling finds them.
  expect(foldedWords(words('10', 'superscript', '6'))).toEqual(foldedWords('10⁶'))
  expect(foldedWords(words('CO', 'subscript', '2'))).toEqual(foldedWords('co2'))
})

test.each([
  [
    'words both raised and lowered',
    {
      type: 'doc',
      content: [
        {
          type: 'paragraph',
          content: [{ type: 'text', text: '2', marks: [{ type: 'superscript' }, { type: 'subscript' }] }],
        },
      ],
    },
  ],
  ['an empty document', { type: 'doc', content: [] }],
  ['a node nobody knows', { type: 'doc', content: [{ type: 'iframe' }] }],
  [
    'a document by its address',
    { type: 'doc', content: [{ type: 'download', attrs: { mediaId: 'm', title: '', href: '/x' } }] },
  ],
  ['a gallery without pictures', { type: 'doc', content: [{ type: 'gallery', content: [] }] }],
  [
    'a gallery of something else',
    { type: 'doc', content: [{ type: 'gallery', content: [{ type: 'horizontalRule' }] }] },
  ],
  [
    'a speaker named in a place of somebody’s own',
    {
      type: 'doc',
      content: [{ type: 'quote', attrs: { personId: null, attribution: { place: 'left', verb: '', named: '' } } }],
    },
  ],
  [
    'a speaker named without end',
    {
      type: 'doc',
      content: [
        { type: 'quote', attrs: { personId: null, attribution: { place: 'after', verb: '', named: 'x'.repeat(201) } } },
      ],
    },
  ],
  ['a heading of the first level', { type: 'doc', content: [{ type: 'heading', attrs: { level: 1 } }] }],
  ['an event handler as attribute', { type: 'doc', content: [{ type: 'paragraph', attrs: { onload: 'x' } }] }],
  [
    'an embed from anywhere',
    { type: 'doc', content: [{ type: 'embed', attrs: { provider: 'evil', videoId: 'a', title: '' } }] },
  ],
  [
    'a film number that is an address',
    { type: 'doc', content: [{ type: 'embed', attrs: { provider: 'vimeo', videoId: 'a/../b', title: '' } }] },
  ],
  [
    'text with a style',
    { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'x', style: 'y' }] }] },
  ],
])('%s is refused', (_, input) => {
  expect(documentSchema.safeParse(input).success).toBe(false)
})
