/** Compares the blocks of two texts, from their places down to their words, captions and rows. */
import { setQuote } from '#lib/document/attribution.ts'
import type { Inline, Mark, Quote } from '#lib/document/rich-text.ts'
import { alignNodes, type Node } from './align-nodes.ts'
import { compareWords, isChanged, type WordChange } from './compare-words.ts'
import { sameText } from './same-text.ts'

export type BlockChange = 'same' | 'changed' | 'added' | 'removed'

/** An attribute of a block that is not among its words: a caption, a speaker, which image. Null where it is not set. */
export interface Fact {
  name: string
  before: string | null
  after: string | null
}

export interface ComparedNode {
  what: BlockChange
  type: string
  before?: Node
  after?: Node
  /** Set when the block stands elsewhere than before. Places count from 0. */
  moved?: { from: number; to: number }
  /** The attributes that differ. */
  facts: Fact[]
  /** The words, for blocks that hold words. */
  words?: WordChange[]
  /** The inner blocks, for blocks that hold others. */
  parts?: ComparedNode[]
}

/** Returns every block of both texts in reading order; a removed one stands where it stood. */
export const compareNodes = (before: Node[], after: Node[]): ComparedNode[] =>
  alignNodes(before, after, { moves: true }).flatMap(({ before: was, after: is, moved }) => {
    if (was && is && shapeOf(was) !== shapeOf(is)) return [compareNode(was, undefined), compareNode(undefined, is)]
    return [{ ...compareNode(was, is), ...(moved && { moved }) }]
  })

type Shape = 'words' | 'parts' | 'leaf'

/** Returns what a block holds. Blocks that hold different things are not compared inside. */
function shapeOf({ type, content = [] }: Node): Shape {
  if (content.some((node) => node.type === 'text' || node.type === 'hardBreak')) return 'words'
  if (['paragraph', 'heading', 'quote', 'factRow'].includes(type)) return 'words'
  return content.length ? 'parts' : 'leaf'
}

function compareNode(before: Node | undefined, after: Node | undefined, columns?: Column[]): ComparedNode {
  const one = after ?? before
  if (!one) throw new Error('nothing to compare')
  const facts = before && after ? factsThatDiffer(before, after) : whoSpeaks(before, after)
  const compared: ComparedNode = { what: 'same', type: one.type, before, after, facts }
  const shape = shapeOf(one)
  if (shape === 'words') compared.words = wordsOf(before, after)
  if (shape === 'parts') compared.parts = partsOf(before, after, columns)
  compared.what = whatOf(compared)
  return compared
}

/** A column of a table: its place before and its place now, undefined where it does not exist. */
interface Column {
  before?: number
  after?: number
}

function partsOf(before: Node | undefined, after: Node | undefined, columns?: Column[]): ComparedNode[] {
  const [was, is] = [before?.content ?? [], after?.content ?? []]
  if (before?.type === 'table' && after?.type === 'table') {
    const inTable = columnsOf(was[0], is[0])
    return alignNodes(was, is, { moves: true }).map(({ before: row, after: now, moved }) => ({
      ...compareNode(row, now, inTable),
      ...(moved && { moved }),
    }))
  }
  const fits = (cells: Node[], side: keyof Column) =>
    cells.length === columns?.filter((it) => it[side] !== undefined).length
  // A cell is compared with the one in its column, also when another column has come between.
  if (columns && before && after && fits(was, 'before') && fits(is, 'after'))
    return columns.map((it) => compareNode(was[it.before ?? -1], is[it.after ?? -1]))
  return compareNodes(was, is)
}

/** Pairs the columns by the first rows. */
function columnsOf(before: Node | undefined, after: Node | undefined): Column[] {
  const [was, is] = [before?.content ?? [], after?.content ?? []]
  const place = (cells: Node[], cell: Node | undefined) => (cell ? cells.indexOf(cell) : undefined)
  return alignNodes(was, is, { moves: true }).map((step) => ({
    before: place(was, step.before),
    after: place(is, step.after),
  }))
}

function wordsOf(before: Node | undefined, after: Node | undefined): WordChange[] {
  return compareWords(writtenIn(before), writtenIn(after))
}

/** Returns the words of a block. A quote's are those that are set, with the speaker named around it. */
function writtenIn(node: Node | undefined): Inline[] {
  return node?.type === 'quote' ? setQuote(node as Quote) : ((node?.content ?? []) as Inline[])
}

/** Names the speaker of a quote that was added or removed, since its words may not. */
function whoSpeaks(before: Node | undefined, after: Node | undefined): Fact[] {
  const speaker = (node: Node | undefined) => (node?.type === 'quote' ? (node as Quote).attrs.personId : null)
  const fact = { name: 'personId', before: speaker(before), after: speaker(after) }
  return fact.before || fact.after ? [fact] : []
}

function whatOf({ before, after, facts, words, parts }: ComparedNode): BlockChange {
  if (!before) return 'added'
  if (!after) return 'removed'
  const isSame = !facts.length && !isChanged(words ?? []) && !parts?.some((part) => part.what !== 'same' || part.moved)
  return isSame ? 'same' : 'changed'
}

/**
 * Attributes that are not compared: a column's width, which nobody has written, and an attribution, which is among the
 * words.
 */
const ignored = /^(colwidth|attribution\..+)$/

function factsThatDiffer(before: Node, after: Node): Fact[] {
  const [was, is] = [flat(before.attrs), flat(after.attrs)]
  const facts = [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const fact = { name, before: was.get(name) ?? null, after: is.get(name) ?? null }
    return fact.before === fact.after || ignored.test(name) ? [] : [fact]
  })
  return before.type === after.type ? facts : [{ name: 'type', before: before.type, after: after.type }, ...facts]
}

/** Flattens `{ attribution: { verb: 'säger' } }` to `attribution.verb`. */
function flat(attrs: object | undefined, prefix = ''): Map<string, string> {
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(attrs ?? {})) {
    if (value === null || value === undefined) continue
    if (typeof value === 'object' && !Array.isArray(value)) {
      for (const [inner, said] of flat(value, `${prefix}${name}.`)) values.set(inner, said)
    } else values.set(prefix + name, typeof value === 'object' ? JSON.stringify(value) : String(value))
  }
  return values
}

/** Returns how the form of unchanged words has changed: each mark added or removed, and links with another address. */
export function markChanges(before: Mark[], after: Mark[]): { type: Mark['type']; before?: Mark; after?: Mark }[] {
  const types = [...new Set([...before, ...after].map((mark) => mark.type))]
  return types.flatMap((type) => {
    const [was, is] = [before.find((mark) => mark.type === type), after.find((mark) => mark.type === type)]
    return sameText(was, is) ? [] : [{ type, before: was, after: is }]
  })
}
