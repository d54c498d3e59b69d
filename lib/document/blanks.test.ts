import { expect, test } from 'vitest'
import { blanksIn, fillBlanks, splitAtBlanks } from './blanks.ts'
import type { Document } from './schema.ts'

const text = (body: Document['content'], more = {}) => ({
  ...{ title: '', slug: '', lead: [], summary: '', place: '', byline: '', hero: null },
  body: { type: 'doc' as const, content: body },
  ...more,
})
const words = (...content: string[]) => ({
  type: 'paragraph' as const,
  content: content.map((one, index) => ({
    type: 'text' as const,
    text: one,
    ...(index % 2 && { marks: [{ type: 'bold' as const }] }),
  })),
})

test('blanks are found wherever a reader would see them, in reading order and each once', () => {
  const prepared = text(
    [
      words('Klockan [klockslag] läckte [mängd] ut vid [Anläggning].'),
      { type: 'quote', attrs: { personId: null, attribution: { place: 'after', verb: 'säger', named: '[namn]' } } },
      { type: 'image', attrs: { mediaId: 'm', altDecision: 'describe', alt: '[motiv]', caption: '' } },
      {
        type: 'table',
        attrs: { caption: '[tabell]', totals: false },
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [words('[cell]')] },
            ],
          },
        ],
      },
    ],
    { title: 'Läckage vid [anläggning]', lead: ['[ anläggning ] är spärrad'], byline: '[byline]' },
  )
  const names = ['anläggning', 'byline', 'klockslag', 'mängd', 'namn', 'motiv', 'tabell', 'cell']
  expect(blanksIn(prepared)).toEqual(names)
  expect(blanksIn(fillBlanks(prepared, [{ name: 'MÄNGD', value: 'tre [sorter]' }]))).toEqual(
    names.map((name) => (name === 'mängd' ? 'sorter' : name)),
  )
})

test('a blank that is partly marked is filled once, in the marks it begins with', () => {
  const prepared = text([words('Vid [an', 'läggning', '] läckte [mängd] och [', 'x', 'y] ut.')])
  const filled = fillBlanks(prepared, [
    { name: 'anläggning', value: ' Vattenhallen ' },
    { name: 'mängd', value: ' ' },
    { name: 'xy', value: 'lut' },
  ])
  expect(filled.body.content).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Vid Vattenhallen' },
        { type: 'text', text: ' läckte [mängd] och lut' },
        { type: 'text', text: ' ut.' },
      ],
    },
  ])
  expect(blanksIn(filled)).toEqual(['mängd'])
})

test('blanks stand in links, headings and lists too, on cards, and in the place of a meeting; one name is one blank', () => {
  const link = [{ type: 'link' as const, attrs: { href: 'https://x.example/' } }]
  const item = (one: string) => ({ type: 'listItem' as const, content: [words(one)] })
  const prepared = text(
    [
      { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'Vid [plats]' }] },
      { type: 'bulletList', content: [item('[Plats], [antal] skadade'), item('[antal]')] },
      { type: 'paragraph', content: [{ type: 'text', text: 'Läs om [ plats ]', marks: link }] },
    ],
    {
      cards: [{ personId: 'x', role: '[roll]', organisation: '' }],
      meeting: { place: '[lokal]', seats: 3 },
      ai: { uses: [], note: '[verktyg]' },
    },
  )
  expect(blanksIn(prepared)).toEqual(['plats', 'antal', 'roll', 'lokal', 'verktyg'])
  const value = 'gården'
  const filled = fillBlanks(prepared, [
    ...['plats', 'antal', 'roll', 'lokal', 'verktyg'].map((name) => ({ name, value })),
  ])
  expect(blanksIn(filled)).toEqual([])
  expect(filled.body.content.at(-1)).toEqual({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Läs om gården', marks: link }],
  })
  expect(filled).toMatchObject({ cards: [{ personId: 'x', role: value }], meeting: { place: value, seats: 3 } })
})

test('an address is no place for a blank, and brackets over a line break are none', () => {
  const link = [{ type: 'link' as const, attrs: { href: 'https://x.example/?a[b]=c' } }]
  const body = text([
    { type: 'paragraph', content: [{ type: 'text', text: 'här', marks: link }] },
    { type: 'paragraph', content: [{ type: 'text', text: '[a' }, { type: 'hardBreak' }, { type: 'text', text: 'b]' }] },
  ])
  expect(blanksIn(body)).toEqual([])
  expect(blanksIn(text([words('Så här: [ ]')]))).toEqual([''])
})

test('a text is split where its blanks are', () => {
  expect(splitAtBlanks('[a] och [b]')).toEqual([
    { text: '[a]', isBlank: true },
    { text: ' och ', isBlank: false },
    { text: '[b]', isBlank: true },
  ])
})
