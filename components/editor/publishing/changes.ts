/** Lists the single changes between what is out and what stands in the text, for whoever decides about them. */
import { type Comparison, compareDrafts, wordsChanged } from '#components/compare/compare-drafts.ts'
import type { Draft } from '#db/releases/revisions.ts'
import type { DocumentPosition } from '#lib/checks/rule.ts'
import type { ComparedNode } from '#lib/document/compare/compare-nodes.ts'
import { isChanged, type WordChange } from '#lib/document/compare/compare-words.ts'
import { excerpt } from '#lib/graphemes.ts'

const blocks = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'quote',
  'image',
  'gallery',
  'factBox',
  'table',
  'horizontalRule',
  'embed',
  'download',
] as const
const details = ['place', 'byline', 'summary', 'slug'] as const

export interface Change {
  /** What has changed: a field, or a kind of block. */
  what:
    | (typeof blocks)[number]
    | (typeof details)[number]
    | 'title'
    | 'kind'
    | 'lead'
    | 'hero'
    | 'cards'
    | 'contacts'
    | 'topics'
    | 'series'
    | 'ai'
    | 'meeting'
  /** Which of its kind, counted from 1. */
  number: number
  /** The person, topic or series. */
  id: string
  how: 'added' | 'removed' | 'moved' | 'changed'
  /** How many words have come and gone. */
  added: number
  removed: number
  /** The headline where it begins to differ. */
  words: { before: string; after: string } | null
  /** Where it is; null for what is there no more. */
  place: DocumentPosition | null
}

type Found = Partial<Change> & Pick<Change, 'what'>

const none: Omit<Change, 'what'> = {
  number: 1,
  id: '',
  how: 'changed',
  added: 0,
  removed: 0,
  words: null,
  place: null,
}

/** Returns the changes in reading order, as the comparison in the history counts them. */
export function listChanges(before: Draft, after: Draft): Change[] {
  const compared = compareDrafts(before, after)
  const found: Found[] = [
    ...(compared.kind.stop ? [{ what: 'kind' as const, place: { part: 'details', field: 'kind' } as const }] : []),
    ...titleChange(compared, before, after),
    ...nodeChanges(
      compared.lead,
      () => 'lead',
      (point) => ({ part: 'lead', point }),
    ),
    ...nodeChanges(
      compared.hero,
      () => 'hero',
      () => ({ part: 'image', image: 0 }),
    ),
    ...nodeChanges(compared.body, kindOf, (at) => ({ part: 'body', path: [at] })),
    ...itemChanges(compared.cards, 'cards', { part: 'cards' }),
    ...itemChanges(compared.contacts, 'contacts', { part: 'contacts' }),
    ...itemChanges(compared.topics, 'topics', { part: 'topics' }),
    ...itemChanges(compared.series, 'series', { part: 'details', field: 'series' }),
    ...itemChanges(compared.ai, 'ai', { part: 'details', field: 'ai' }),
    ...compared.details
      .filter(({ words }) => isChanged(words))
      .flatMap(({ name }) => details.filter((field) => field === name))
      .map((field): Found => ({ what: field, place: { part: 'details', field } })),
    ...compared.details
      .filter(({ name, words }) => name === 'aiNote' && isChanged(words))
      .map((): Found => ({ what: 'ai', place: { part: 'details', field: 'ai' } })),
    ...compared.details
      .filter(({ name, words }) => name === 'meeting' && isChanged(words))
      .map((): Found => ({ what: 'meeting', place: { part: 'details', field: 'meeting' } })),
  ]
  return found.map((change) => ({ ...none, ...change }))
}

const kindOf = ({ type }: ComparedNode): Change['what'] => blocks.find((known) => known === type) ?? 'paragraph'

function titleChange({ title }: Comparison, before: Draft, after: Draft): Found[] {
  if (!isChanged(title.words)) return []
  const from = sameUntil(title.words)
  const shown = (text: string) => `${from ? '… ' : ''}${excerpt(text.slice(from).trim(), 28)}`
  const words = { before: shown(before.title), after: shown(after.title) }
  return [{ what: 'title', words, place: { part: 'title' } }]
}

/** Returns where the first change begins, unless that is so near the beginning that everything can be shown. */
function sameUntil([first]: WordChange[]): number {
  const same =
    first?.what === 'same' ? first.content.map((node) => (node.type === 'text' ? node.text : ' ')).join('') : ''
  return same.length > 16 ? same.lastIndexOf(' ', same.trimEnd().length - 1) + 1 : 0
}

function nodeChanges(
  nodes: (ComparedNode & { stop?: number })[],
  nameOf: (node: ComparedNode) => Change['what'],
  placeOf: (at: number) => DocumentPosition,
): Found[] {
  const counts = new Map<string, number>()
  let at = -1
  return nodes.flatMap((node): Found[] => {
    const what = nameOf(node)
    const isGone = node.what === 'removed'
    if (!isGone) at++
    const number = (counts.get(what) ?? 0) + 1
    if (!isGone) counts.set(what, number)
    if (!node.stop) return []
    const how = node.what === 'same' ? 'moved' : node.what
    return [{ what, number, how, ...wordsChanged(node), place: isGone ? null : placeOf(at) }]
  })
}

const itemChanges = (items: Comparison['cards'], what: Change['what'], place: DocumentPosition): Found[] =>
  items
    .filter(({ stop }) => stop)
    .map(({ id, what: how }) => ({ what, id, how: how === 'same' ? 'moved' : how, place }))
