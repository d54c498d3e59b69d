/** Aligns two versions of a text: pairs each block of one with the block of the other that it became. */
import { walk } from '../rich-text.ts'
import { longestCommonSubsequence } from './longest-common.ts'
import { canonical } from './same-text.ts'

/** A block, or a part of one: a point, a row, a cell, an image of a gallery. */
export interface Node {
  type: string
  text?: string
  attrs?: object
  content?: Node[]
}

/** A step of the alignment: a place in either text or in both. Places count from 0. */
export interface Step<N> {
  before?: N
  after?: N
  same: boolean
  /** Set when the node stands elsewhere among its siblings than before. */
  moved?: { from: number; to: number }
}

interface AlignedNode<N> {
  node: N
  at: number
  key: string
  words: Map<string, number>
  count: number
}

/**
 * Returns the nodes of both versions in reading order; a removed one stands where it stood. A rewritten node stays one
 * step; with `moves`, so does one that moved.
 */
export function alignNodes<N extends Node>(before: N[], after: N[], { moves }: { moves: boolean }): Step<N>[] {
  const [left, right] = [before.map(alignedNode), after.map(alignedNode)]
  const pairs: Pairs<N> = new Map()
  const moved: Pairs<N> = new Map()
  const common = longestCommonSubsequence(
    left.map((place) => place.key),
    right.map((place) => place.key),
  )
  for (const [i, j] of common) pairs.set(right[j] as AlignedNode<N>, left[i] as AlignedNode<N>)
  if (moves) addWholeMoves(left, right, { pairs, moved })
  for (const [gone, come] of gapsOf(left, right, { pairs, moved })) {
    for (const [i, j] of mostAlike(gone, come)) pairs.set(come[j] as AlignedNode<N>, gone[i] as AlignedNode<N>)
  }
  if (moves) addRewrittenMoves(left, right, { pairs, moved })
  for (const [gone, come] of gapsOf(left, right, { pairs, moved })) {
    // Where as many nodes of the same kinds were removed as were added, they were rewritten; else some were removed and
    // others added.
    const isRewritten = gone.length === come.length && gone.every(({ node }, n) => node.type === come[n]?.node.type)
    if (isRewritten) for (const [n, place] of come.entries()) pairs.set(place, gone[n] as AlignedNode<N>)
  }
  return inOrder(left, right, { pairs, moved })
}

/** The place before, for each place after. */
type Pairs<N> = Map<AlignedNode<N>, AlignedNode<N>>
interface Reordered<N> {
  /** Pairs in the same order in both versions. */
  pairs: Pairs<N>
  moved: Pairs<N>
}

/** Returns what is unpaired between the pairs: the nodes removed there and the nodes added. */
function gapsOf<N>(
  left: AlignedNode<N>[],
  right: AlignedNode<N>[],
  { pairs, moved }: Reordered<N>,
): [AlignedNode<N>[], AlignedNode<N>[]][] {
  const [kept, gone] = [new Set(pairs.values()), new Set(moved.values())]
  const gaps: [AlignedNode<N>[], AlignedNode<N>[]][] = [[[], []]]
  let i = 0
  const pass = (until: number) => {
    for (; i < until; i++) {
      const place = left[i] as AlignedNode<N>
      if (!gone.has(place) && !kept.has(place)) gaps.at(-1)?.[0].push(place)
    }
  }
  for (const place of right) {
    const partner = pairs.get(place)
    if (partner) {
      pass(partner.at)
      gaps.push([[], []])
    } else if (!moved.has(place)) gaps.at(-1)?.[1].push(place)
  }
  pass(left.length)
  return gaps.filter(([lost, found]) => lost.length && found.length)
}

function inOrder<N>(left: AlignedNode<N>[], right: AlignedNode<N>[], { pairs, moved }: Reordered<N>): Step<N>[] {
  const paired = new Set([...pairs.values(), ...moved.values()])
  const steps: Step<N>[] = []
  let i = 0
  const removeUntil = (until: number) => {
    for (; i < until; i++) {
      const place = left[i] as AlignedNode<N>
      if (!paired.has(place)) steps.push({ before: place.node, same: false })
    }
  }
  // A removed node stands before the one that replaced it.
  const nextPaired = new Map<AlignedNode<N>, number>()
  let next = left.length
  for (const place of right.toReversed()) {
    next = pairs.get(place)?.at ?? next
    nextPaired.set(place, next)
  }
  for (const place of right) {
    removeUntil(nextPaired.get(place) ?? 0)
    const from = moved.get(place)
    const was = from ?? pairs.get(place)
    steps.push({
      ...(was && { before: was.node }),
      after: place.node,
      same: was?.key === place.key,
      ...(from && { moved: { from: from.at, to: place.at } }),
    })
  }
  removeUntil(left.length)
  return steps
}

function alignedNode<N extends Node>(node: N, at: number): AlignedNode<N> {
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

/** Returns all text in a node that can be read, captions included. */
function textOf(node: Node): string {
  const said: string[] = []
  for (const inner of walk(node)) {
    if (inner.text) said.push(inner.text)
    for (const value of Object.values(inner.attrs ?? {})) if (typeof value === 'string') said.push(value)
  }
  return said.join(' ')
}

/** Returns the share of words that two nodes have in common, from 0 to 1. Nodes of different kinds are less alike. */
function likeness(a: AlignedNode<Node>, b: AlignedNode<Node>): number {
  if (a.count + b.count === 0) return a.node.type === b.node.type ? 1 : 0
  let shared = 0
  for (const [word, times] of a.words) shared += Math.min(times, b.words.get(word) ?? 0)
  return ((2 * shared) / (a.count + b.count)) * (a.node.type === b.node.type ? 1 : 0.8)
}

/**
 * Pairs nodes that stand word for word in another place. Empty paragraphs and dividers are too alike to count as moved.
 */
function addWholeMoves<N extends Node>(
  left: AlignedNode<N>[],
  right: AlignedNode<N>[],
  { pairs, moved }: Reordered<N>,
) {
  const kept = new Set(pairs.values())
  const waiting = Map.groupBy(
    left.filter((place) => !kept.has(place) && place.count > 0),
    (place) => place.key,
  )
  for (const place of right) {
    const from = pairs.has(place) ? undefined : waiting.get(place.key)?.shift()
    if (from) moved.set(place, from)
  }
}

const alike = 0.35
/** Comparing every pair of longer stretches would take seconds, and two such stretches are different texts. */
const maxPairs = 60_000

/** Returns the pairs, in order, that are most alike as a whole. */
function mostAlike<N extends Node>(left: AlignedNode<N>[], right: AlignedNode<N>[]): [number, number][] {
  if (left.length * right.length > maxPairs) return []
  const width = right.length + 1
  const likes = new Float64Array(left.length * right.length)
  const best = new Float64Array((left.length + 1) * width)
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const like = likeness(left[i] as AlignedNode<N>, right[j] as AlignedNode<N>)
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

/** Pairs nodes that were both moved and rewritten: a removed one and an added one that is very like it. */
function addRewrittenMoves<N extends Node>(
  left: AlignedNode<N>[],
  right: AlignedNode<N>[],
  { pairs, moved }: Reordered<N>,
) {
  const taken = new Set([...pairs.values(), ...moved.values()])
  const lost = left.filter((place) => !taken.has(place) && place.count > 3)
  const found = right.filter((place) => !pairs.has(place) && !moved.has(place) && place.count > 3)
  if (lost.length * found.length > maxPairs) return
  const alikes = found
    .flatMap((after) => lost.map((before) => ({ before, after, like: likeness(before, after) })))
    .filter(({ like }) => like >= 0.6)
    .sort((a, b) => b.like - a.like)
  for (const { before, after } of alikes) {
    if (taken.has(before) || moved.has(after)) continue
    taken.add(before)
    moved.set(after, before)
  }
}
