import { expect, test } from 'vitest'
import type { Draft } from '#db/releases/revisions.ts'
import { doc, paragraph } from '#lib/document/testing.ts'
import { listChanges } from './changes.ts'

const draft = (change: Partial<Draft> = {}): Draft => ({
  kind: 'news',
  title: 'Nio bryggerier sköljer',
  slug: '',
  lead: ['Målet är 2029.', 'Nio företag.'],
  leadForm: 'points',
  body: doc(paragraph('Första stycket.'), quote('– Det går.'), paragraph('Sista stycket.'), quote('– Nu också.')),
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
  ...change,
})
function quote(text: string) {
  return { type: 'quote' as const, attrs: { personId: null }, content: [{ type: 'text' as const, text }] }
}
const told = (after: Partial<Draft>, before: Partial<Draft> = {}) =>
  listChanges(draft(before), draft(after)).map(({ what, number, how, added, removed, words, id, place }) => ({
    what,
    ...(number > 1 && { number }),
    ...(how !== 'changed' && { how }),
    ...(added + removed > 0 && { added, removed }),
    ...(words && { words }),
    ...(id && { id }),
    place,
  }))

test('nothing is nothing', () => {
  expect(told({})).toEqual([])
})

test('a headline is told where it differs, and a block by its kind, its number and its words', () => {
  const long = 'Andra vattnet visar att samma sköljvatten går att använda'
  expect(
    told({
      title: 'Tio bryggerier sköljer',
      body: doc(
        paragraph('Första stycket.'),
        quote('– Det går.'),
        paragraph('Sista stycket.'),
        quote('– Nu också, och två gånger till.'),
      ),
    }),
  ).toMatchObject([
    {
      what: 'title',
      words: { before: 'Nio bryggerier sköljer', after: 'Tio bryggerier sköljer' },
      place: { part: 'title' },
    },
    { what: 'quote', number: 2, added: 4, removed: 0, place: { part: 'body', path: [3] } },
  ])
  const [late] = listChanges(draft({ title: `${long} två gånger` }), draft({ title: `${long} tre gånger` }))
  expect(late?.words?.before).toMatch(/^… .*två gånger$/)
  expect(late?.words?.after).toMatch(/^… .*tre gånger$/)
})

test('what is new, gone or moved says so, and what is gone is nowhere to go to', () => {
  const [first, said, last, also] = draft().body.content
  if (!first || !said || !last || !also) throw new Error('a text of four blocks')
  const more = paragraph('Något helt nytt om vatten.')
  expect(told({ body: doc(first, said, more, last, also) })).toEqual([
    { what: 'paragraph', number: 2, how: 'added', added: 5, removed: 0, place: { part: 'body', path: [2] } },
  ])
  expect(told({ body: doc(said, last, also) })).toEqual([
    { what: 'paragraph', how: 'removed', added: 0, removed: 2, place: null },
  ])
  expect(told({ lead: ['Nio företag.', 'Målet är 2029.'] })).toMatchObject([{ what: 'lead', how: 'moved' }])
})

test('fields, people and topics are changes too, each with where it is', () => {
  const card = { personId: 'ingrid', role: 'Chef', organisation: '' }
  expect(
    told({
      kind: 'press',
      summary: 'Kort',
      topicIds: ['water'],
      cards: [card],
      seriesId: 'year',
      contactIds: ['amina'],
    }),
  ).toEqual([
    { what: 'kind', place: { part: 'details', field: 'kind' } },
    { what: 'cards', how: 'added', id: 'ingrid', place: { part: 'cards' } },
    { what: 'contacts', how: 'added', id: 'amina', place: { part: 'contacts' } },
    { what: 'topics', how: 'added', id: 'water', place: { part: 'topics' } },
    { what: 'series', how: 'added', id: 'year', place: { part: 'details', field: 'series' } },
    { what: 'summary', place: { part: 'details', field: 'summary' } },
  ])
})
