import { expect, test } from 'vitest'
import type { LiveRelease } from '#db/live/release.ts'
import type { Block } from '#lib/document/rich-text.ts'
import { inlineText } from '#lib/document/rich-text.ts'
import { compareVersions } from './compare-versions.ts'

const text = (words: string) => [{ type: 'text' as const, text: words }]
const paragraph = (words: string): Block => ({ type: 'paragraph', content: text(words) })
const picture = (mediaId: string, alt: string, caption = ''): Block => ({
  type: 'image',
  attrs: { mediaId, altDecision: 'describe', alt, caption },
})

function version(title: string, content: Block[], lead: string[] = []): LiveRelease {
  return {
    ...{
      id: '',
      storyId: '',
      slug: '',
      kind: 'news',
      leadForm: 'points',
      place: '',
      byline: '',
      summary: '',
      hero: null,
    },
    ...{
      publishAt: new Date(0),
      revisedAt: null,
      corrections: [],
      notes: [],
      topics: [],
      series: undefined,
      crisis: undefined,
    },
    ...{
      cards: [],
      contacts: [],
      speakers: new Map(),
      images: new Map(),
      documents: new Map(),
      addresses: {},
      ai: null,
      meeting: undefined,
      readBy: [],
    },
    title,
    lead,
    body: { type: 'doc', content },
  }
}

/** Writes a comparison as text, with what was removed and added in brackets. */
function compared(before: LiveRelease, after: LiveRelease) {
  const { lines, changes } = compareVersions(before, after, {
    picture: (about) => `Bild: ${about}`,
    meeting: ({ place }) => place,
  })
  const marks = { same: '', restyled: '~', added: '+', removed: '-' }
  const said = lines.map(({ words, isMoved }) =>
    [isMoved ? '>' : '', ...words.map(({ what, content }) => marks[what] + inlineText(content))].join('|'),
  )
  return { said, changes }
}

test('words, leads and rows of tables are compared line by line, and what is alike is counted as nothing', () => {
  const row = (...cells: string[]) => ({
    type: 'tableRow' as const,
    content: cells.map((cell) => ({
      type: 'tableCell' as const,
      attrs: { colspan: 1, rowspan: 1, colwidth: null },
      content: [{ type: 'paragraph' as const, content: text(cell) }],
    })),
  })
  const table = (count: string): Block => ({
    type: 'table',
    attrs: { caption: 'Orter', totals: false },
    content: [row('Ort', 'Antal'), row('Bergslagen', count)],
  })
  const before = version('Elva orter', [paragraph('Lika.'), table('11')], ['Elva får stöd.'])
  const after = version('Tolv orter', [paragraph('Lika.'), table('12')], ['Tolv får stöd.'])
  expect(compared(before, after)).toEqual({
    said: ['|-Elva|+Tolv| får stöd.', '|Lika.', '|Orter', '|Ort| · |Antal', '|Bergslagen| · |-11|+12'],
    changes: 3,
  })
  expect(compared(after, after).changes).toBe(0)
})

test('another picture is a change though it is described alike, and a moved paragraph is said to be moved', () => {
  const long = paragraph('Ett stycke med många ord som står kvar men på ett annat ställe.')
  const other = paragraph('Något helt annat som stod före och nu står efter, ord för ord.')
  const before = version('Lika', [picture('a', 'En älv'), long, other])
  const after = version('Lika', [picture('b', 'En älv'), other, long])
  const { said, changes } = compared(before, after)
  expect(said[0]).toBe('|-Bild: En älv|+Bild: En älv')
  expect(said.filter((line) => line.startsWith('>'))).toHaveLength(1)
  expect(changes).toBe(2)
})

test('a press meeting that has moved is a line that has changed', () => {
  const at = (place: string): LiveRelease => ({
    ...version('Titel', []),
    meeting: {
      ...{ startsAt: new Date(0), endsAt: new Date(0), closesAt: new Date(0), place, hasStream: false, language: '' },
      ...{ asksPressCard: false, seats: null, seatsLeft: null, state: 'open', sequence: 0 },
    },
  })
  const words = { picture: String, meeting: ({ place }: { place: string }) => place }
  expect(compareVersions(at('Hallen'), at('Torget'), words).changes).toBe(1)
  expect(compareVersions(at('Hallen'), at('Hallen'), words).changes).toBe(0)
})
