import { expect, test } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import { type ComparedNode, compareNodes, markChanges } from '#lib/document/compare/compare-nodes.ts'
import type { WordChange } from '#lib/document/compare/compare-words.ts'
import { type Block, type Inline, inlineText, type Paragraph } from '#lib/document/rich-text.ts'
import { compareDrafts } from './compare-drafts.ts'

const p = (text: string): Paragraph => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const points = (...texts: string[]): Block => ({
  type: 'bulletList',
  content: texts.map((text) => ({ type: 'listItem', content: [p(text)] })),
})
const cell = (text: string) => ({
  type: 'tableCell' as const,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [p(text)],
})
const table = (...rows: string[]): Block => ({
  type: 'table',
  attrs: { caption: 'Tabell', totals: false },
  content: rows.map((row) => ({ type: 'tableRow', content: row.split(' | ').map(cell) })),
})
const image = (mediaId: string, alt: string, caption = ''): Block => ({
  type: 'image',
  attrs: { mediaId, altDecision: 'describe', alt, caption },
})
const draft = (more: Partial<Draft> = {}): Draft => ({
  kind: 'news',
  title: 'Rubrik',
  slug: '',
  lead: ['Ett', 'Två'],
  leadForm: 'points',
  body: { type: 'doc', content: [p('Brödtext')] },
  place: '',
  byline: '',
  summary: '',
  hero: null,
  topicIds: [],
  seriesId: null,
  ai: null,
  meeting: null,
  cards: [],
  contactIds: [],
  ...more,
})

/** A comparison as one line of text: removed in [-…-], added in {+…+}, with what became of the block. */
const words = (pieces: WordChange[] = []): string =>
  pieces
    .map(({ what, content }) => {
      const text = inlineText(content)
      return { same: text, added: `{+${text}+}`, removed: `[-${text}-]`, restyled: `~${text}~` }[what]
    })
    .join('')
const told = ({ what, words: own, parts, facts, moved }: ComparedNode): string =>
  [
    what,
    own && words(own),
    parts && `(${parts.map(told).join('; ')})`,
    ...facts.map(({ name, before, after }) => `${name}: ${before}>${after}`),
    moved && `${moved.from}→${moved.to}`,
  ]
    .filter(Boolean)
    .join(' ')
const compared = (before: Block[], after: Block[]) => compareNodes(before, after).map(told)

test('lists, tables and fact boxes are compared inside', () => {
  expect(compared([points('mejeri', 'bryggeri')], [points('mejeri', 'färgeri', 'bryggeri')])).toEqual([
    'changed (same (same mejeri); added (added {+färgeri+}); same (same bryggeri))',
  ])
  expect(
    compared([table('Ort | Volym', 'Umeå | 12', 'Luleå | 9')], [table('Ort | Volym', 'Umeå | 14', 'Luleå | 9')]),
  ).toEqual([
    'changed (same (same (same Ort); same (same Volym)); changed (same (same Umeå); changed (changed [-12-]{+14+})); same (same (same Luleå); same (same 9)))',
  ])
  expect(compared([table('Ort | År', 'Umeå | 2024')], [table('Ort | Andel | År', 'Umeå | 5 % | 2025')])).toEqual([
    'changed (changed (same (same Ort); added (added {+Andel+}); same (same År)); changed (same (same Umeå); added (added {+5 %+}); changed (changed [-2024-]{+2025+})))',
  ])
  const box = (title: string, term: string, text: string): Block => ({
    type: 'factBox',
    attrs: { title },
    content: [{ type: 'factRow', attrs: { term }, content: [{ type: 'text', text }] }],
  })
  expect(compared([box('Om stödet', 'Stöd', '27 miljoner')], [box('Om utlysningen', 'Belopp', '27 miljoner')])).toEqual(
    ['changed (changed 27 miljoner term: Stöd>Belopp) title: Om stödet>Om utlysningen'],
  )
})

test('an image that was swapped, described or captioned anew says so', () => {
  expect(compared([image('a', 'Diagram')], [image('a', 'Stapeldiagram', 'Källa: SCB')])).toEqual([
    'changed alt: Diagram>Stapeldiagram caption: >Källa: SCB',
  ])
  expect(compared([p('x'), image('a', 'Hus')], [p('x'), image('b', 'Hus')])).toEqual(['same x', 'changed mediaId: a>b'])
  expect(compared([p('x'), image('a', 'Hus')], [p('x')])).toEqual(['same x', 'removed'])
})

test('a paragraph that became a heading or a quote is the same paragraph in another form', () => {
  const heading: Block = { type: 'heading', attrs: { level: 2 }, content: p('Så mättes vattnet').content }
  expect(compared([p('Så mättes vattnet')], [heading])).toEqual([
    'changed Så mättes vattnet type: paragraph>heading level: null>2',
  ])
  expect(compared([p('Så mättes vattnet')], [points('Så mättes vattnet')])).toEqual([
    'removed [-Så mättes vattnet-]',
    'added (added (added {+Så mättes vattnet+}))',
  ])
})

test('a quote is compared as it is set, with its speaker', () => {
  const quote = (personId: string | null, named?: string): Block => ({
    type: 'quote',
    attrs: { personId, ...(named && { attribution: { place: 'after', verb: 'säger', named } }) },
    content: p('Det går bra.').content,
  })
  expect(compared([quote('ada', 'Ada')], [quote('bo', 'Bo Ek')])).toEqual([
    'changed Det går bra, säger [-Ada-]{+Bo Ek+}. personId: ada>bo',
  ])
  expect(compared([p('x')], [p('x'), quote('bo')])).toEqual(['same x', 'added {+Det går bra.+} personId: null>bo'])
})

test('a change of form alone is a change, and says which', () => {
  const bold: Inline = { type: 'text', text: 'vatten', marks: [{ type: 'bold' }] }
  expect(
    compared([p('Rent vatten')], [{ type: 'paragraph', content: [{ type: 'text', text: 'Rent ' }, bold] }]),
  ).toEqual(['changed Rent ~vatten~'])
  const link = (href: string) => ({ type: 'link' as const, attrs: { href } })
  expect(markChanges([link('/a'), { type: 'italic' }], [link('/b')])).toEqual([
    { type: 'link', before: link('/a'), after: link('/b') },
    { type: 'italic', before: { type: 'italic' }, after: undefined },
  ])
})

test('fields, people, topics, series and contacts are compared, and the changes are numbered as they are read', () => {
  const card = (personId: string, role: string) => ({ personId, role, organisation: 'KTH' })
  const before = draft({
    lead: ['Sju av tio vet', 'Två'],
    cards: [card('ada', 'Forskare'), card('bo', 'Chef')],
    contactIds: ['eva'],
    topicIds: ['vatten', 'industri'],
    seriesId: 'kartan',
    place: 'Umeå',
  })
  const after = draft({
    kind: 'report',
    title: 'Rubriken',
    lead: ['Tre av fyra vet', 'Två'],
    cards: [card('bo', 'Vd'), card('cia', 'Jurist')],
    contactIds: ['eva'],
    topicIds: ['industri', 'vatten'],
    seriesId: 'kretsen',
    hero: { mediaId: 'm', altDecision: 'decorative', alt: '', caption: '' },
    body: { type: 'doc', content: [p('Brödtext'), p('Ett helt nytt stycke.')] },
    place: 'Luleå',
  })
  const found = compareDrafts(before, after)
  expect(found).toMatchObject({
    kind: { stop: 1, before: 'news', after: 'report' },
    title: { stop: 2 },
    lead: [{ stop: 3, what: 'changed' }, { what: 'same' }],
    hero: [{ stop: 4, what: 'added' }],
    body: [{ what: 'same' }, { stop: 5, what: 'added' }],
    cards: [
      { stop: 6, id: 'bo', what: 'changed' },
      { stop: 7, id: 'cia', what: 'added' },
      { stop: 8, id: 'ada', what: 'removed' },
    ],
    contacts: [{ id: 'eva', what: 'same', moved: false }],
    topics: [
      { id: 'industri', moved: false },
      { stop: 9, id: 'vatten', moved: true },
    ],
    series: [
      { stop: 10, id: 'kretsen', what: 'added' },
      { stop: 11, id: 'kartan', what: 'removed' },
    ],
    stops: 12,
    wordsAdded: 8,
    wordsRemoved: 4,
  })
  expect(found.details.filter((field) => field.stop).map((field) => field.name)).toEqual(['place'])
  expect(words(found.lead[0]?.words)).toBe('[-Sju av tio-]{+Tre av fyra+} vet')
  expect(compareDrafts(before, before)).toMatchObject({ stops: 0, wordsAdded: 0, wordsRemoved: 0 })
})
