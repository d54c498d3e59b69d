/**
 * Tells what has changed in a source since it was translated. A translation keeps a snapshot of each block of its
 * source as it read when somebody last said that the translation was right, and which of its own blocks says the same.
 * Blocks have no names, so both sides are followed by their words, as comments are.
 */
import { alignNodes, type Node, type Step } from './compare/align-nodes.ts'
import { canonical } from './compare/same-text.ts'
import type { Block, Image } from './rich-text.ts'

/** The fields that are translated besides the blocks. */
const translatedFields = ['title', 'lead', 'hero', 'place', 'byline', 'summary'] as const
export type TranslatedField = (typeof translatedFields)[number]

export interface Translatable {
  title: string
  lead: string[]
  hero: Image['attrs'] | null
  place: string
  byline: string
  summary: string
  body: { content: Block[] }
}

export interface SeenBlock {
  /** The source's block as the translation was right for it. */
  block: Block
  /** The hash of what that block said. */
  hash: string
  /** The place of the translation's own block; null when it has none. */
  target: number | null
}
export interface Seen {
  blocks: SeenBlock[]
  fields: Record<TranslatedField, string>
  /** Texts that are meant to be the same in both languages, as names are; comparable (see `lib/checks/untranslated.ts`). */
  alike?: string[]
}

export type BlockState = 'right' | 'changed' | 'new' | 'removed'

/** A block of the source, with what has become of it. */
export interface BlockRow {
  /** A key for what this row says now: an answer that names it is about exactly this wording. */
  key: string
  state: BlockState
  /** The block as it was when the translation was right; null where it is new. */
  was: Block | null
  /** The block as it is; null where it has been removed. */
  now: Block | null
  target: number | null
}
export interface FieldRow {
  field: TranslatedField
  state: 'right' | 'changed'
  was: string
  now: string
}
export interface TranslationRows {
  blocks: BlockRow[]
  fields: FieldRow[]
}

/** Returns a short hash of what a block says, enough to tell one version of it from another. */
function hashOfBlock(block: Block): string {
  let [low, high] = [0x811c9dc5, 0x1b873593]
  for (const sign of canonical(block)) {
    const code = sign.codePointAt(0) ?? 0
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high + code, 0x85ebca6b) ^ (high >>> 13)
  }
  return [low, high].map((part) => (part >>> 0).toString(36)).join('')
}

function fieldText(text: Translatable, field: TranslatedField): string {
  if (field === 'lead') return text.lead.join('\n')
  if (field === 'hero') return [text.hero?.alt, text.hero?.caption].filter(Boolean).join('\n')
  return text[field]
}

const fieldsOf = (text: Translatable) =>
  Object.fromEntries(translatedFields.map((field) => [field, fieldText(text, field)])) as Seen['fields']

const seenBlock = (block: Block, target: number | null): SeenBlock => ({ block, hash: hashOfBlock(block), target })

/** Makes the snapshot that a new translation begins with: the source as it is, block for block. */
export const seenAsItIs = (source: Translatable): Seen => ({
  blocks: source.body.content.map(seenBlock),
  fields: fieldsOf(source),
})

/**
 * Makes a snapshot for a translation that has none: blocks are paired by their kinds, since words in two languages tell
 * nothing.
 */
export function pairedSnapshot(source: Translatable, translation: Translatable): Seen {
  const places = placesByKind(source.body.content, translation.body.content)
  const blocks = source.body.content.map((block, at) => seenBlock(block, places.get(at) ?? null))
  return { blocks, fields: fieldsOf(source) }
}

const whatIs = (block: Block): string => {
  if (block.type === 'heading') return String(block.attrs.level)
  if (block.type === 'quote') return block.attrs.personId ?? ''
  if (block.type === 'image' || block.type === 'download') return block.attrs.mediaId
  return block.type === 'embed' ? block.attrs.videoId : ''
}

/** Pairs blocks by their kinds, where their words tell nothing. */
const placesByKind = (before: Block[], after: Block[]): Map<number, number> =>
  placesAfter(kindsOf(before), kindsOf(after), { moves: false })

const kindsOf = (blocks: Block[]): Node[] =>
  blocks.map((block) => ({ type: block.type, attrs: { what: whatIs(block) } }))

/** Follows the translation's own blocks from one version to the next, by their words and else by their kinds. */
export function followTargets(seen: Seen, before: Block[], after: Block[]): Seen {
  const places = placesAfter(before, after, { moves: true })
  let [from, to] = [0, 0]
  for (const [was, is] of [...places, [before.length, after.length] as const].sort(([a], [b]) => a - b)) {
    // A block that has moved up stands in no gap between its neighbours.
    if (is < to) continue
    for (const [gone, come] of placesByKind(before.slice(from, was), after.slice(to, is)))
      places.set(from + gone, to + come)
    from = was + 1
    to = is + 1
  }
  const blocks = seen.blocks.map((one) => ({
    ...one,
    target: one.target === null ? null : (places.get(one.target) ?? null),
  }))
  return { ...seen, blocks }
}

/** Returns the new place of each node, by its old one. */
function placesAfter(before: Node[], after: Node[], { moves }: { moves: boolean }): Map<number, number> {
  const [from, to] = [before, after].map((nodes) => new Map(nodes.map((node, at) => [node, at])))
  const places = new Map<number, number>()
  for (const step of alignNodes(before, after, { moves })) {
    const [was, is] = [step.before && from?.get(step.before), step.after && to?.get(step.after)]
    if (was !== undefined && is !== undefined) places.set(was, is)
  }
  return places
}

/** Returns every block of the source, present or removed, in reading order, with what has become of it. */
export function translationRows(seen: Seen, source: Translatable): TranslationRows {
  const known = new Map(seen.blocks.map((one) => [one.block, one]))
  const steps = alignNodes<Block>(
    seen.blocks.map((one) => one.block),
    source.body.content,
    { moves: true },
  )
  const taken = new Set(seen.blocks.map((one) => one.target))
  const counts = new Map<string, number>()
  let last: number | null = null
  const blocks = steps.map((step): BlockRow => {
    const of = step.before && known.get(step.before)
    const target: number | null = of ? of.target : freeAfter(last, taken)
    last = target ?? last
    const name = [step.before, step.after].map((block) => (block ? hashOfBlock(block) : '')).join('.')
    const count = counts.get(name) ?? 0
    counts.set(name, count + 1)
    return { key: `${name}.${count}`, state: stateOf(step), was: step.before ?? null, now: step.after ?? null, target }
  })
  const now = fieldsOf(source)
  const fields = translatedFields.map((field): FieldRow => {
    const was = seen.fields[field] ?? ''
    return { field, state: was === now[field] ? 'right' : 'changed', was, now: now[field] }
  })
  return { blocks, fields }
}

/** Returns an unpaired block right after the last paired one: most likely what was written for the new block. */
const freeAfter = (last: number | null, taken: Set<number | null>): number | null =>
  last !== null && !taken.has(last + 1) ? last + 1 : null

function stateOf({ before, after, same }: Step<Block>): BlockState {
  if (!before) return 'new'
  if (!after) return 'removed'
  return same ? 'right' : 'changed'
}

/** Returns how many blocks and fields have changed and should be looked at. */
export const countOutdatedRows = ({ blocks, fields }: TranslationRows): number =>
  [...blocks, ...fields].filter(({ state }) => state !== 'right').length

/**
 * Returns the snapshot after somebody has said that the translation is right for a block or a field of the source as it
 * is now; undefined when the source no longer reads as they saw it. `blocks` is how many the translation has.
 */
export function settled(seen: Seen, source: Translatable, answer: { key: string }, blocks: number): Seen | undefined {
  const rows = translationRows(seen, source)
  const field = rows.fields.find((row) => keyOfField(row) === answer.key)
  if (field) return { ...seen, fields: { ...seen.fields, [field.field]: field.now } }
  if (!rows.blocks.some((row) => row.key === answer.key)) return undefined
  const kept = rows.blocks.flatMap((row): SeenBlock[] => {
    const isAnswered = row.key === answer.key
    const target = row.target !== null && row.target < blocks ? row.target : null
    if (row.state === 'new') return isAnswered && row.now ? [seenBlock(row.now, target)] : []
    if (row.state === 'removed') return isAnswered || !row.was ? [] : [seenBlock(row.was, target)]
    const block = isAnswered ? row.now : row.was
    return block ? [seenBlock(block, target)] : []
  })
  return { ...seen, blocks: kept }
}

/** Returns the key of a field's row, for an answer to it. */
export const keyOfField = ({ field, now }: Pick<FieldRow, 'field' | 'now'>): string =>
  `${field}:${hashOfBlock({ type: 'paragraph', content: [{ type: 'text', text: now }] })}`
