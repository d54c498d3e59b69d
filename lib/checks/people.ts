/** Rules about people: there is somebody to call, quotes have speakers, and a reader knows who is meant. */
import { fillInPath, type Gap } from '../gaps.ts'
import type { Language } from '../locale.ts'
import { allWords, blocksOf, type Words, within } from './reading.ts'
import type { DocumentPosition, Finding, KnownNewsroom, Text } from './rule.ts'

/** Finds a text without a press contact. The fix is the newsroom's first one, when it has any. */
export function withoutContact(text: Text, { people }: KnownNewsroom): Finding[] {
  if (text.contactIds.length > 0) return []
  const first = people.find((person) => person.pressContact && !person.archived)
  if (!first) return [{ place: { part: 'contacts' } }]
  return [
    {
      place: { part: 'contacts' },
      values: { name: first.name },
      fix: { act: 'change', change: { contactIds: [first.id] } },
    },
  ]
}

/** Finds press contacts that nobody can reach. */
export const unreachableContacts = ({ contactIds }: Text, { people }: KnownNewsroom): Finding[] =>
  people
    .filter(({ id, phone, email }) => contactIds.includes(id) && !phone && !email)
    .map(({ name }) => ({ place: { part: 'contacts' }, values: { name } }))

export const hasContacts = (text: Text): boolean => text.contactIds.length > 0

const quotesOf = (text: Text) => blocksOf(text, 'quote')
export const hasQuotes = (text: Text): boolean => quotesOf(text).length > 0

export function quotesWithoutSpeaker(text: Text): Finding[] {
  return quotesOf(text).flatMap(({ block, place }, index): Finding[] =>
    block.attrs.personId ? [] : [{ place, values: { number: index + 1 }, fix: { act: 'choose-speaker' } }],
  )
}

/** Finds speakers without a card. The fix is a card with the position the speaker holds now. */
export function speakersWithoutCard(text: Text, { people }: KnownNewsroom): Finding[] {
  const carded = new Set(text.cards.map(({ personId }) => personId))
  const findings: Finding[] = []
  for (const { block, place } of quotesOf(text)) {
    const person = people.find(({ id }) => id === block.attrs.personId)
    if (!person || carded.has(person.id)) continue
    carded.add(person.id)
    const { id: personId, role, organisation, name } = person
    findings.push({
      place,
      values: { name },
      fix: { act: 'change', change: { cards: [...text.cards, { personId, role, organisation }] } },
    })
  }
  return findings
}

export const hasPeople = (text: Text): boolean => text.cards.length > 0 || hasContacts(text) || hasQuotes(text)

/**
 * Finds those in the text of whom something was left for later that its readers would miss. A role may be missing in
 * another language. The fix opens the form where it is filled in.
 */
export function leftForLater(text: Text, { people, language }: KnownNewsroom): Finding[] {
  return people.flatMap((person): Finding[] => {
    const gaps = person.gaps.filter((gap) => gap.what !== 'role-in' || gap.language === language)
    const [first] = gaps
    const place = first && placeOf(person.id, text)
    if (!place) return []
    return [
      {
        place,
        values: { name: person.name, ...asValues(gaps, language) },
        fix: { act: 'fill-in', path: fillInPath('person', person.id, first) },
      },
    ]
  })
}

/** Returns where somebody is met first: the card, the quote or the line of contacts. */
function placeOf(personId: string, text: Text): DocumentPosition | undefined {
  if (text.cards.some((card) => card.personId === personId)) return { part: 'card', personId }
  const quoted = quotesOf(text).find(({ block }) => block.attrs.personId === personId)
  if (quoted) return quoted.place
  return text.contactIds.includes(personId) ? { part: 'contacts' } : undefined
}

const asValues = (gaps: Gap[], language: Language) => ({
  ...Object.fromEntries(
    (['role', 'portrait', 'basis', 'role-in'] as const).map((what) => [
      what.replace('-', ''),
      gaps.some((gap) => gap.what === what) ? 'missing' : 'there',
    ]),
  ),
  language,
})

/**
 * First names that are words as well: at the beginning of a sentence, where they have a capital anyway, they do not
 * count as names.
 */
const alsoWords = new Set(
  'bo björn dag du frej hope jack kim liv love mark may my per pia rose sol sten stig tor ulla vide will'.split(' '),
)

/**
 * Finds somebody with a card or a quote in this text who is called by the first name alone before the whole name.
 * Others of that name cannot be told apart, so nobody else is looked for. The fix is the whole name.
 */
export function firstNameFirst(text: Text, { people }: KnownNewsroom): Finding[] {
  const present = new Set([
    ...text.cards.map(({ personId }) => personId),
    ...quotesOf(text).flatMap(({ block }) => block.attrs.personId ?? []),
  ])
  const blocks = allWords(text)
  return people.flatMap((person): Finding[] => {
    const [first = '', ...rest] = person.name.trim().split(/\s+/)
    if (!present.has(person.id) || rest.length === 0) return []
    for (const { words, placeOf } of blocks.flatMap(inReadingOrder)) {
      const whole = words.indexOf(person.name)
      const alone = firstAlone(words, first)
      if (alone !== -1 && (whole === -1 || alone < whole)) {
        const place = placeOf(alone, alone + first.length)
        const values = { first, name: person.name }
        const isInBody = place.part === 'body' && place.from !== undefined
        return [isInBody ? { place, values, fix: { act: 'write', words: person.name } } : { place, values }]
      }
      if (whole !== -1) return []
    }
    return []
  })
}

interface Part {
  words: string
  placeOf: (from: number, to: number) => DocumentPosition
}

/** The words of a block, with the attribution set before or after them where a quote names its speaker. */
function inReadingOrder(block: Words): Part[] {
  const own: Part = { words: block.text, placeOf: (from, to) => within(block, from, to) }
  if (!block.named) return [own]
  const set: Part = { words: block.named.words, placeOf: () => block.place }
  return block.named.place === 'before' ? [set, own] : [own, set]
}

/**
 * Returns where a first name stands by itself, or -1: a whole word, perhaps in the genitive, with no other name before
 * or after it.
 */
function firstAlone(text: string, first: string): number {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}-])${first.replace(/[^\p{L}]/gu, '\\$&')}(?:['’]?s)?(?![\\p{L}\\p{N}-])`,
    'gu',
  )
  for (const { index, 0: found } of text.matchAll(pattern)) {
    const after = text.slice(index + found.length)
    const before = text.slice(0, index)
    const opens = /(^|[.!?:\n]\s+|^[–—“”"]\s?)$/.test(before)
    const isNamed = /^\s+(?:(?:von|af|de|van)\s+)?\p{Lu}/u.test(after) || (!opens && /\p{Lu}\p{Ll}+\s+$/u.test(before))
    if (isNamed || (opens && alsoWords.has(first.toLowerCase()))) continue
    return index
  }
  return -1
}
