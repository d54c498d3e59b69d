import { describe, expect, test } from 'vitest'
import { doc, paragraph as p } from '../document/testing.ts'
import type { Gap } from '../gaps.ts'
import {
  firstNameFirst,
  leftForLater,
  quotesWithoutSpeaker,
  speakersWithoutCard,
  unreachableContacts,
  withoutContact,
} from './people.ts'
import { cardOf, newsroom, people, places, quote, text } from './test-text.ts'

const gaps: Gap[] = [{ what: 'portrait' }, { what: 'role-in', language: 'en', place: 0 }]

describe('whom to call', () => {
  test('nobody: the first press contact who is still there is the fix', () => {
    expect(withoutContact(text({ contactIds: [] }), newsroom())).toEqual([
      {
        place: { part: 'contacts' },
        values: { name: 'Amina Sjödahl' },
        fix: { act: 'change', change: { contactIds: ['amina'] } },
      },
    ])
  })
  test('nobody, in a newsroom without press contacts: there is nobody to propose', () => {
    const alone = newsroom({ people: people.filter(({ pressContact }) => !pressContact) })
    expect(withoutContact(text({ contactIds: [] }), alone)).toEqual([{ place: { part: 'contacts' } }])
  })
  test('somebody', () => expect(withoutContact(text(), newsroom())).toEqual([]))
})

describe('who speaks', () => {
  test('each quote without a speaker, by its number', () => {
    const body = doc(quote('ingrid'), p('Emellan.'), quote(null), quote(null))
    expect(quotesWithoutSpeaker(text({ body }))).toEqual([
      { place: { part: 'body', path: [2] }, values: { number: 2 }, fix: { act: 'choose-speaker' } },
      { place: { part: 'body', path: [3] }, values: { number: 3 }, fix: { act: 'choose-speaker' } },
    ])
  })
  test('a speaker without a card gets one with the role of today, once', () => {
    const body = doc(quote('petter'), quote('ingrid'), quote('petter'))
    const [found, ...more] = speakersWithoutCard(text({ body, cards: [cardOf('ingrid')] }), newsroom())
    expect(found?.place).toEqual({ part: 'body', path: [0] })
    expect(found?.fix).toEqual({ act: 'change', change: { cards: [cardOf('ingrid'), cardOf('petter')] } })
    expect(more).toEqual([])
  })
  test('a speaker nobody knows any longer has no card to get', () => {
    expect(speakersWithoutCard(text({ body: doc(quote('nobody')) }), newsroom())).toEqual([])
  })
})

describe('what was left for later', () => {
  const known = people.map((person) => (person.id === 'ingrid' ? { ...person, gaps } : person))
  const found = (change: Parameters<typeof text>[0], language: 'sv' | 'en' = 'sv') =>
    leftForLater(text(change), newsroom({ people: known, language }))

  test('is told of whoever has a card, with a link to the field', () => {
    expect(found({ cards: [cardOf('ingrid'), cardOf('per')] })).toEqual([
      {
        place: { part: 'card', personId: 'ingrid' },
        values: {
          name: 'Ingrid Ölvestad',
          role: 'there',
          portrait: 'missing',
          basis: 'there',
          rolein: 'there',
          language: 'sv',
        },
        fix: { act: 'fill-in', path: '/studio/people/ingrid#field-portraitMediaId' },
      },
    ])
  })
  test('and of whoever is quoted or can be called', () => {
    expect(places(found({ body: doc(p('Först.'), quote('ingrid')) }))).toEqual([{ part: 'body', path: [1] }])
    expect(places(found({ contactIds: ['ingrid'] }))).toEqual([{ part: 'contacts' }])
  })
  test('a role in another language is missed where the text is in it', () => {
    const [finding] = found({ cards: [cardOf('ingrid')] }, 'en')
    expect(finding?.values).toMatchObject({ rolein: 'missing', portrait: 'missing' })
  })
  test('nobody else’s', () => expect(found({ cards: [cardOf('per')] })).toEqual([]))
})

describe('the first name before the whole name', () => {
  const cards = [cardOf('ingrid'), cardOf('per')]
  const found = (...paragraphs: string[]) =>
    places(firstNameFirst(text({ cards, body: doc(...paragraphs.map(p)) }), newsroom()))

  test('is found where it stands', () => {
    expect(found('Först.', 'Det säger Ingrid i dag.', 'Ingrid Ölvestad är programchef.')).toEqual([
      { part: 'body', path: [1], from: 10, to: 16 },
    ])
  })
  test.each([
    ['never followed by the whole name', 'Ingrid menar att det går.'],
    ['in the genitive', 'Det är Ingrids idé.'],
    ['earlier in the same paragraph', 'Ingrid log. Ingrid Ölvestad är programchef.'],
    ['as the talk of a quote', '– Det går, säger Ingrid.'],
    ['before a comma', 'Ingrid, som är programchef, log.'],
  ])('%s', (_what, paragraph) => expect(found(paragraph)).toHaveLength(1))

  test.each([
    ['after the whole name', 'Ingrid Ölvestad är programchef. Ingrid log.'],
    ['another person of that name', 'Ingrid Bergman var skådespelare.'],
    ['another with a particle', 'Ingrid von Sydow var där.'],
    ['a middle name', 'Anna Ingrid är en annan.'],
    ['a part of a word', 'Ingridsalen är full.'],
    ['a part of a double name', 'Ingrid-Maria är en annan.'],
    ['somebody who is not in this text', 'Petter menar att det går.'],
    ['a word that is also a name, opening a sentence', 'Det kostar. Per år blir det dyrt.'],
    ['in small letters', 'Kostnaden per år.'],
  ])('not %s', (_what, paragraph) => expect(found(paragraph)).toEqual([]))

  test('a name that is also a word is found inside a sentence', () => {
    expect(found('Det säger Per i dag.')).toHaveLength(1)
  })
  test('is mended by the whole name where it can be put in', () => {
    const body = doc(p('Nu gör Petters bolag rent.'), quote('petter'))
    expect(firstNameFirst(text({ body }), newsroom())[0]).toMatchObject({
      place: { from: 7, to: 13 },
      fix: { act: 'write', words: 'Petter Brännmark' },
    })
    expect(firstNameFirst(text({ lead: ['Petter log.'], body }), newsroom())[0]?.fix).toBeUndefined()
  })
  test('the headline and the lead come first, and a quoted person counts', () => {
    const body = doc(p('Petter Brännmark är där.'), quote('petter'))
    expect(places(firstNameFirst(text({ lead: ['Nu gör Petter rent.'], body }), newsroom()))).toEqual([
      { part: 'lead', point: 0, from: 7, to: 13 },
    ])
    expect(
      firstNameFirst(text({ title: 'Petter Brännmark gör rent', lead: ['Petter log.'], body }), newsroom()),
    ).toEqual([])
  })
  test('whoever is named around a quote is named where a reader reads it', () => {
    const setAs = (place: 'before' | 'after', named: string) =>
      places(
        firstNameFirst(
          text({ body: doc(quote('ingrid', '– Det går, Ingrid.', { place, verb: 'säger', named })) }),
          newsroom(),
        ),
      )
    expect(setAs('before', 'Ingrid Ölvestad')).toEqual([])
    expect(setAs('after', 'Ingrid Ölvestad')).toEqual([{ part: 'body', path: [0], from: 11, to: 17 }])
    expect(setAs('before', 'Ingrid')).toEqual([{ part: 'body', path: [0] }])
  })
  test('in English', () => {
    const of = (words: string) => firstNameFirst(text({ cards, body: doc(p(words)) }), newsroom({ language: 'en' }))
    expect(of('It was Ingrid’s idea.')).toHaveLength(1)
    expect(of('Ingrid Ölvestad smiled. It was Ingrid’s idea.')).toEqual([])
  })
})

test('a press contact with neither telephone nor e-mail', () => {
  const room = newsroom()
  const [first, ...others] = room.people
  if (!first) throw new Error('the newsroom is empty')
  const without = { ...room, people: [{ ...first, phone: '', email: '' }, ...others] }
  const chosen = text({ contactIds: [first.id] })
  expect(unreachableContacts(chosen, without)).toEqual([{ place: { part: 'contacts' }, values: { name: first.name } }])
  expect(unreachableContacts(chosen, room)).toEqual([])
  expect(unreachableContacts(text({ contactIds: [] }), without)).toEqual([])
})
