/** Compares two versions of a release: title, lead, text, images, people and details, and counts the changes. */
import type { Draft } from '#db/releases/revisions.ts'
import type { Node } from '#lib/document/compare/align-nodes.ts'
import { type BlockChange, type ComparedNode, compareNodes } from '#lib/document/compare/compare-nodes.ts'
import { compareText, isChanged, type WordChange } from '#lib/document/compare/compare-words.ts'
import { longestCommonSubsequence } from '#lib/document/compare/longest-common.ts'
import { readabilityOf } from '#lib/document/readability.ts'
import { documentText, type Inline, inlineText } from '#lib/document/rich-text.ts'
import { meetingLine } from '#lib/meeting/meeting.ts'

/** A change to move to, with its number in reading order, from 1. Unchanged parts have none. */
type Stop<T> = T & { stop?: number }

export type ComparedBlock = Stop<ComparedNode>
export type ComparedField = Stop<{
  name: 'title' | 'place' | 'byline' | 'summary' | 'slug' | 'aiNote' | 'meeting'
  words: WordChange[]
}>
/** Somebody or something chosen from a list. A card also has the person's position and organisation. */
export type ComparedItem = Stop<{
  id: string
  what: BlockChange
  moved: boolean
  role?: WordChange[]
  organisation?: WordChange[]
}>

export interface Comparison {
  title: ComparedField
  kind: Stop<{ before: Draft['kind']; after: Draft['kind'] }>
  lead: ComparedBlock[]
  hero: ComparedBlock[]
  body: ComparedBlock[]
  cards: ComparedItem[]
  contacts: ComparedItem[]
  topics: ComparedItem[]
  /** The series it is a part of, and the one it was. */
  series: ComparedItem[]
  /** What AI was used for, each use by its name; `unused` for nothing at all. */
  ai: ComparedItem[]
  details: ComparedField[]
  /** The number of changes to move to. */
  stops: number
  wordsAdded: number
  wordsRemoved: number
  lix: { before: number | undefined; after: number | undefined }
}

/** Compares two versions. Unchanged parts are in the result too, so that the whole text can be read. */
export function compareDrafts(before: Draft, after: Draft): Comparison {
  const field = (name: ComparedField['name']): ComparedField => ({
    name,
    words: compareText(wordsOf(before, name), wordsOf(after, name)),
  })
  const comparison: Comparison = {
    title: field('title'),
    kind: { before: before.kind, after: after.kind },
    lead: compareNodes(leadOf(before), leadOf(after)),
    hero: compareNodes(heroOf(before), heroOf(after)),
    body: compareNodes(before.body.content, after.body.content),
    cards: compareCards(before.cards, after.cards),
    contacts: compareIds(before.contactIds, after.contactIds),
    topics: compareIds(before.topicIds, after.topicIds),
    series: compareIds(seriesOf(before), seriesOf(after)),
    ai: compareIds(aiUsesOf(before), aiUsesOf(after)),
    details: (['place', 'byline', 'summary', 'slug', 'aiNote', 'meeting'] as const).map(field),
    stops: 0,
    wordsAdded: 0,
    wordsRemoved: 0,
    lix: { before: lixOf(before), after: lixOf(after) },
  }
  number(comparison)
  const counted = wordCounts(comparison)
  return { ...comparison, wordsAdded: counted.added, wordsRemoved: counted.removed }
}

const leadOf = ({ lead, leadForm }: Draft): Node[] => {
  const type = leadForm === 'paragraph' ? 'paragraph' : 'leadPoint'
  return lead.map((text) => ({ type, content: [{ type: 'text', text }] }))
}
const heroOf = ({ hero }: Draft): Node[] => (hero ? [{ type: 'image', attrs: hero }] : [])
function wordsOf(draft: Draft, name: ComparedField['name']): string {
  if (name === 'aiNote') return draft.ai?.note ?? ''
  return name === 'meeting' ? meetingLine(draft.meeting) : draft[name]
}
const aiUsesOf = ({ ai }: Draft): string[] => (ai && ai.uses.length === 0 ? ['unused'] : (ai?.uses ?? []))
const seriesOf = ({ seriesId }: Draft): string[] => (seriesId ? [seriesId] : [])
const lixOf = ({ lead, body }: Draft) => readabilityOf([...lead, documentText(body)].join('\n')).lix

function compareIds(before: string[], after: string[]): ComparedItem[] {
  const stayed = new Set(longestCommonSubsequence(before, after).map(([place]) => before[place]))
  const removed = before.filter((id) => !after.includes(id))
  return [
    ...after.map((id): ComparedItem => {
      const isNew = !before.includes(id)
      return { id, what: isNew ? 'added' : 'same', moved: !isNew && !stayed.has(id) }
    }),
    ...removed.map((id): ComparedItem => ({ id, what: 'removed', moved: false })),
  ]
}

function compareCards(before: Draft['cards'], after: Draft['cards']): ComparedItem[] {
  const ids = (cards: Draft['cards']) => cards.map((card) => card.personId)
  return compareIds(ids(before), ids(after)).map((item) => {
    const [was, is] = [before, after].map((cards) => cards.find((card) => card.personId === item.id))
    const role = compareText(was?.role ?? '', is?.role ?? '')
    const organisation = compareText(was?.organisation ?? '', is?.organisation ?? '')
    const isOther = item.what === 'same' && (isChanged(role) || isChanged(organisation))
    return { ...item, what: isOther ? 'changed' : item.what, role, organisation }
  })
}

/** Numbers the changes in reading order. */
function number(comparison: Comparison) {
  const { title, kind, lead, hero, body, cards, contacts, topics, series, ai, details } = comparison
  const numberIf = (it: { stop?: number }, isOne: boolean) => {
    if (isOne) it.stop = ++comparison.stops
  }
  const isOne = (it: { what: BlockChange; moved?: unknown }) => it.what !== 'same' || Boolean(it.moved)
  numberIf(kind, kind.before !== kind.after)
  numberIf(title, isChanged(title.words))
  for (const it of [...lead, ...hero, ...body, ...cards, ...contacts, ...topics, ...series, ...ai])
    numberIf(it, isOne(it))
  for (const it of details) numberIf(it, isChanged(it.words))
}

/** Counts the words added to and removed from the title, the lead and the text. */
const wordCounts = ({ title, lead, body }: Comparison): { added: number; removed: number } =>
  summed([countPieces(title.words), ...[...lead, ...body].map(wordsChanged)])

/** Counts the words added to and removed from a block and what is in it. */
export const wordsChanged = ({ words, parts = [] }: ComparedNode): { added: number; removed: number } =>
  summed([countPieces(words), ...parts.map(wordsChanged)])

function countPieces(pieces: WordChange[] = []) {
  const counts = { added: 0, removed: 0 }
  for (const { what, content } of pieces) if (what === 'added' || what === 'removed') counts[what] += wordsIn(content)
  return counts
}

const summed = (counts: { added: number; removed: number }[]) =>
  counts.reduce((sum, { added, removed }) => ({ added: sum.added + added, removed: sum.removed + removed }), {
    added: 0,
    removed: 0,
  })

const wordsIn = (content: Inline[]): number => readabilityOf(inlineText(content)).words
