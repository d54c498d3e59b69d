/**
 * Two texts laid side by side: which block of the one answers to which of the other. The history and a conflict read
 * the same answer; only the history asks which blocks have moved.
 */
import type { Draft } from '#db/revisions.ts'
import type { Block } from '#lib/rich-text.ts'
import { walk } from '#lib/rich-text.ts'
import { canonical, sameText } from '../same-text.ts'
import { inCommon } from './common.ts'

/** A block, or a part of one: a point, a row, a cell, an image of a gallery. */
export interface Node {
  type: string
  text?: string
  attrs?: object
  content?: Node[]
}

/** A place in either text or in both. Places count from 0. */
export interface Step<N> {
  before?: N
  after?: N
  same: boolean
  /** Set when it stands elsewhere among its siblings than it did. */
  moved?: { from: number; to: number }
}

interface Place<N> {
  node: N
  at: number
  key: string
  words: Map<string, number>
  count: number
}

/** The nodes of both in reading order. One that was rewritten stays one; with `moves`, one that moved is one too. */
export function alignNodes<N extends Node>(before: N[], after: N[], { moves }: { moves: boolean }): Step<N>[] {
  const [left, right] = [before.map(placeOf), after.map(placeOf)]
  const common = inCommon(
    left.map((place) => place.key),
    right.map((place) => place.key),
  )
  const moved = moves ? movedWhole(left, right, common) : new Map<Place<N>, Place<N>>()
  const gone = new Set(moved.values())
  const steps: Pair<N>[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...common, [left.length, right.length] as const]) {
    const [removed, added] = [left.slice(i, x), right.slice(j, y)]
    steps.push(...pairUp(removed, added, { moved, gone }))
    if (x < left.length && y < right.length) steps.push({ before: left[x], after: right[y] })
    i = x + 1
    j = y + 1
  }
  return (moves ? movedAndRewritten(steps, moved) : steps).map(({ before: was, after: is }) => ({
    before: was?.node,
    after: is?.node,
    same: was !== undefined && was.key === is?.key,
    ...(was && is && moved.get(is) === was ? { moved: { from: was.at, to: is.at } } : {}),
  }))
}

interface Pair<N> {
  before?: Place<N>
  after?: Place<N>
}

function placeOf<N extends Node>(node: N, at: number): Place<N> {
  const words = new Map<string, number>()
  let count = 0
  for (const word of textOf(node)
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []) {
    words.set(word, (words.get(word) ?? 0) + 1)
    count++
  }
  return { node, at, key: canonical(node), words, count }
}

/** Everything that can be read in a node, captions and the like included. */
function textOf(node: Node): string {
  const said: string[] = []
  for (const inner of walk(node)) {
    if (inner.text) said.push(inner.text)
    for (const value of Object.values(inner.attrs ?? {})) if (typeof value === 'string') said.push(value)
  }
  return said.join(' ')
}

/** From 0, nothing in common, to 1: the share of the words they have in common. Another kind of block is less alike. */
function likeness(a: Place<Node>, b: Place<Node>): number {
  if (a.count + b.count === 0) return a.node.type === b.node.type ? 1 : 0
  let shared = 0
  for (const [word, times] of a.words) shared += Math.min(times, b.words.get(word) ?? 0)
  return ((2 * shared) / (a.count + b.count)) * (a.node.type === b.node.type ? 1 : 0.8)
}

/** What stands word for word in another place. Empty paragraphs and dividers are too alike to say so of. */
function movedWhole<N extends Node>(left: Place<N>[], right: Place<N>[], common: [number, number][]) {
  const [kept, met] = [new Set(common.map(([i]) => i)), new Set(common.map(([, j]) => j))]
  const waiting = Map.groupBy(
    left.filter((place) => !kept.has(place.at) && place.count > 0),
    (place) => place.key,
  )
  const moved = new Map<Place<N>, Place<N>>()
  for (const place of right) {
    const from = met.has(place.at) ? undefined : waiting.get(place.key)?.shift()
    if (from) moved.set(place, from)
  }
  return moved
}

/** What stands between two things that are the same in both: pairs in order, each with what is most like it. */
function pairUp<N extends Node>(
  removed: Place<N>[],
  added: Place<N>[],
  { moved, gone }: { moved: Map<Place<N>, Place<N>>; gone: Set<Place<N>> },
): Pair<N>[] {
  const left = removed.filter((place) => !gone.has(place))
  const right = added.filter((place) => !moved.has(place))
  const steps: Pair<N>[] = []
  let [i, j] = [0, 0]
  for (const [x, y] of [...mostAlike(left, right), [left.length, right.length] as const]) {
    steps.push(...rest(left.slice(i, x), right.slice(j, y)))
    if (x < left.length && y < right.length) steps.push({ before: left[x], after: right[y] })
    i = x + 1
    j = y + 1
  }
  for (const place of added) {
    const from = moved.get(place)
    if (!from) continue
    const next = steps.findIndex((step) => step.after && step.after.at > place.at)
    steps.splice(next < 0 ? steps.length : next, 0, { before: from, after: place })
  }
  return steps
}

/** Where as many of the same kinds have gone as come, they were rewritten; else some went and others came. */
function rest<N extends Node>(left: Place<N>[], right: Place<N>[]): Pair<N>[] {
  const isRewritten = left.length === right.length && left.every(({ node }, n) => node.type === right[n]?.node.type)
  if (isRewritten) return left.map((before, n) => ({ before, after: right[n] }))
  return [...left.map((before) => ({ before })), ...right.map((after) => ({ after }))]
}

const alike = 0.35
/** Comparing every pair of longer stretches would take seconds, and two such stretches are two texts. */
const mostPairs = 60_000

/** The pairs, in order, that together are most alike. */
function mostAlike<N extends Node>(left: Place<N>[], right: Place<N>[]): [number, number][] {
  if (left.length * right.length > mostPairs) return []
  const width = right.length + 1
  const likes = new Float64Array(left.length * right.length)
  const best = new Float64Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const like = likeness(left[i] as Place<N>, right[j] as Place<N>)
      likes[i * right.length + j] = like
      const paired = like >= alike ? like + at(best, (i + 1) * width + j + 1) : 0
      best[i * width + j] = Math.max(paired, at(best, (i + 1) * width + j), at(best, i * width + j + 1))
    }
  }
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length) {
    const like = at(likes, i * right.length + j)
    const here = at(best, i * width + j)
    if (like >= alike && here === like + at(best, (i + 1) * width + j + 1)) pairs.push([i++, j++])
    else if (here === at(best, (i + 1) * width + j)) i++
    else j++
  }
  return pairs
}

const at = (numbers: Float64Array, place: number): number => numbers[place] ?? 0

/** What was both moved and touched up: something gone here that something new there is very like. */
function movedAndRewritten<N extends Node>(steps: Pair<N>[], moved: Map<Place<N>, Place<N>>): Pair<N>[] {
  const lost = steps.flatMap(({ before, after }) => (before && !after && before.count > 3 ? [before] : []))
  const found = steps.flatMap(({ before, after }) => (after && !before && after.count > 3 ? [after] : []))
  if (lost.length * found.length > mostPairs) return steps
  const pairs = found
    .flatMap((after) => lost.map((before) => ({ before, after, like: likeness(before, after) })))
    .filter(({ like }) => like >= 0.6)
    .sort((a, b) => b.like - a.like)
  const taken = new Set<Place<N>>()
  for (const { before, after } of pairs) {
    if (taken.has(before) || taken.has(after)) continue
    taken.add(before).add(after)
    moved.set(after, before)
  }
  return steps.flatMap((step): Pair<N>[] => {
    if (step.before && !step.after && taken.has(step.before)) return []
    const from = step.after && !step.before && moved.get(step.after)
    return from ? [{ before: from, after: step.after }] : [step]
  })
}

export interface Row {
  same: boolean
  mine: Block[]
  theirs: Block[]
}

/** The blocks of two bodies in order, as runs of equal blocks and, one by one, those that differ or only one has. */
export function alignBlocks(mine: Block[], theirs: Block[]): Row[] {
  const rows: Row[] = []
  for (const { before, after, same } of alignNodes<Block>(mine, theirs, { moves: false })) {
    const row: Row = { same, mine: before ? [before] : [], theirs: after ? [after] : [] }
    const last = rows.at(-1)
    if (same && last?.same) {
      last.mine.push(...row.mine)
      last.theirs.push(...row.theirs)
    } else rows.push(row)
  }
  return rows
}

export type FieldName = Exclude<keyof Draft, 'body'>

/** The fields in which two drafts differ, in the order they stand on the page. */
export function differingFields(mine: Draft, theirs: Draft): FieldName[] {
  const names: FieldName[] = [
    'title',
    'lead',
    'kind',
    'hero',
    'cards',
    'contactIds',
    'topicIds',
    'place',
    'byline',
    'summary',
    'slug',
  ]
  return names.filter((name) => !sameText(mine[name], theirs[name]))
}
