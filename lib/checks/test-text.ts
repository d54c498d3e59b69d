/** Builds texts to test rules on: short forms for blocks, and a newsroom around them. */
import type { Attribution, Block, Image, Inline } from '../document/rich-text.ts'
import { doc, paragraph } from '../document/testing.ts'
import type { Finding, KnownNewsroom, Text } from './rule.ts'

export const words = (text: string): Inline[] => [{ type: 'text', text }]
export const h = (level: 2 | 3 | 4, text = 'Rubrik'): Block => ({
  type: 'heading',
  attrs: { level },
  content: words(text),
})
export const quote = (personId: string | null, text = '– Det går.', attribution?: Attribution): Block => ({
  type: 'quote',
  attrs: { personId, ...(attribution && { attribution }) },
  content: words(text),
})
export const link = (href: string, text: string): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href } }],
})
export const use = (change: Partial<Image['attrs']> = {}): Image['attrs'] => ({
  mediaId: 'bottles',
  altDecision: 'describe',
  alt: 'En rad flaskor.',
  caption: '',
  ...change,
})
export const image = (change: Partial<Image['attrs']> = {}): Image => ({ type: 'image', attrs: use(change) })
export const table = (...rows: ('tableHeader' | 'tableCell')[][]): Block => ({
  type: 'table',
  attrs: { caption: '', totals: false },
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((type) => ({
      type,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [{ type: 'paragraph', content: words('1') }],
    })),
  })),
})

export function text(change: Partial<Text> = {}): Text {
  return {
    kind: 'news',
    title: 'Nio bryggerier sköljer',
    lead: [],
    body: doc(paragraph('Ett stycke.')),
    hero: null,
    summary: '',
    topicIds: ['t'],
    cards: [],
    contactIds: ['amina'],
    ai: null,
    meeting: null,
    ...change,
  }
}

const person = (id: string, name: string) => ({
  id,
  name,
  role: 'Programchef',
  organisation: 'Andra vattnet',
  phone: '',
  email: 'nagon@example.org',
  pressContact: false,
  archived: false,
  gaps: [],
})
export const people = [
  person('ingrid', 'Ingrid Ölvestad'),
  person('petter', 'Petter Brännmark'),
  person('per', 'Per Ask'),
  { ...person('gone', 'Olof Rask'), pressContact: true, archived: true },
  { ...person('amina', 'Amina Sjödahl'), pressContact: true },
]
export const cardOf = (personId: string) => ({ personId, role: 'Programchef', organisation: 'Andra vattnet' })

export function newsroom(change: Partial<KnownNewsroom> = {}): KnownNewsroom {
  return {
    name: 'Andra vattnet',
    language: 'sv',
    people,
    picture: () => ({ credit: 'Foto: Maja Lind', filename: 'bottles.jpg', digitalSourceType: 'digitalCapture' }),
    asksForAi: false,
    lixTarget: 50,
    timeZone: 'Europe/Stockholm',
    dated: new Date('2026-11-22T12:00:00Z'),
    at: null,
    problem: null,
    links: new Map(),
    olderTranslation: null,
    source: null,
    unfinished: null,
    signOffs: [],
    coming: 0,
    ...change,
  }
}

export const english = newsroom({ language: 'en' })

export const places = (findings: Finding[]) => findings.map(({ place }) => place)
/** Returns the words that each finding quotes. */
export const said = (findings: Finding[]) => findings.map(({ values }) => values?.words)
