/** Compares two runs of text word by word: what was added, what was removed, and what only looks different. */

import { longestCommonSubsequence } from '#lib/document/compare/longest-common.ts'
import type { Inline, Mark } from '#lib/document/rich-text.ts'

/** `restyled` are the same words in another form, `before` and as they are now. */
export type WordChange =
  | { what: 'same' | 'added' | 'removed'; content: Inline[] }
  | { what: 'restyled'; content: Inline[]; before: Mark[] }

/** A word, a number, a punctuation mark or a space, with its nodes: the form may change within a word. */
export interface Token {
  text: string
  nodes: Inline[]
}
interface Run {
  what: 'same' | 'changed'
  removed: Token[]
  added: Token[]
}

const tokenPattern = /\p{L}[\p{L}\p{M}\p{N}]*(?:[’'-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,:]\p{N}+)*|[^\S\n]+|\n|[^\s]/gu

export function wordTokens(content: Inline[]): Token[] {
  const whole = content.map((node) => (node.type === 'text' ? node.text : '\n')).join('')
  let [node, used] = [0, 0]
  const take = (length: number): Inline[] => {
    const nodes: Inline[] = []
    for (let left = length; left > 0; ) {
      const from = content[node] as Inline
      const text = from.type === 'text' ? from.text.slice(used, used + left) : '\n'
      nodes.push(from.type === 'text' ? { ...from, text } : from)
      left -= text.length
      used += text.length
      if (from.type !== 'text' || used >= from.text.length) [node, used] = [node + 1, 0]
    }
    return nodes
  }
  return (whole.match(tokenPattern) ?? []).map((text) => ({ text, nodes: take(text.length) }))
}

const isWord = ({ text }: Token) => /[\p{L}\p{N}]/u.test(text)
const lengthOf = (tokens: Token[]) => tokens.reduce((sum, token) => sum + token.text.length, 0)

/** Returns the words of both in one run of text: what was removed stands before what replaced it. */
export function compareWords(before: Inline[] = [], after: Inline[] = []): WordChange[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return after.length ? [{ what: 'same', content: after }] : []
  const [left, right] = [wordTokens(before), wordTokens(after)]
  return readable(runsOf(left, right)).flatMap(({ what, removed, added }): WordChange[] =>
    what === 'same'
      ? samePieces(removed, added)
      : [
          ...(removed.length ? [{ what: 'removed' as const, content: joined(removed) }] : []),
          ...(added.length ? [{ what: 'added' as const, content: joined(added) }] : []),
        ],
  )
}

/** Does the same for plain text. */
export const compareText = (before: string, after: string): WordChange[] => compareWords(plain(before), plain(after))
const plain = (text: string): Inline[] => (text ? [{ type: 'text', text }] : [])

export const isChanged = (pieces: WordChange[]): boolean => pieces.some((piece) => piece.what !== 'same')

function runsOf(left: Token[], right: Token[]): Run[] {
  const runs: Run[] = []
  const add = (what: Run['what'], removed: Token[], added: Token[]) => {
    const last = runs.at(-1)
    if (last?.what === what) {
      last.removed.push(...removed)
      last.added.push(...added)
    } else runs.push({ what, removed: [...removed], added: [...added] })
  }
  let [i, j] = [0, 0]
  const common = longestCommonSubsequence(
    left.map((token) => token.text),
    right.map((token) => token.text),
  )
  for (const [x, y] of [...common, [left.length, right.length] as const]) {
    if (x > i || y > j) add('changed', left.slice(i, x), right.slice(j, y))
    if (x < left.length && y < right.length) add('same', left.slice(x, x + 1), right.slice(y, y + 1))
    i = x + 1
    j = y + 1
  }
  return runs
}

/**
 * Makes a comparison readable: lone small words between two changes join the change, and a text with little in common
 * counts as replaced.
 */
function readable(runs: Run[]): Run[] {
  const total = runs.reduce(
    (sum, run) => sum + lengthOf(run.removed.filter(isWord)) + lengthOf(run.added.filter(isWord)),
    0,
  )
  const shared = runs
    .filter((run) => run.what === 'same')
    .reduce((sum, run) => sum + 2 * lengthOf(run.added.filter(isWord)), 0)
  const hasBoth = runs.some((run) => run.removed.length && run.what === 'changed')
  if (runs.length > 3 && hasBoth && shared < total * 0.25) return [merged(runs)]
  const result: Run[] = []
  for (const [place, run] of runs.entries()) {
    const [last, next] = [result.at(-1), runs[place + 1]]
    if (run.what === 'same' && last?.what === 'changed' && next && isIsland(last, run, next)) {
      result[result.length - 1] = merged([last, run])
    } else if (run.what === 'changed' && last?.what === 'changed') {
      result[result.length - 1] = merged([last, run])
    } else result.push(run)
  }
  return result
}

const merged = (runs: Run[]): Run => ({
  what: 'changed',
  removed: runs.flatMap((run) => run.removed),
  added: runs.flatMap((run) => run.added),
})

function isIsland(last: Run, run: Run, next: Run): boolean {
  const words = run.added.filter(isWord)
  // Two insertions with a word between them stay two; only replacements run together.
  const isReplacing = (one: Run) => one.removed.length > 0 && one.added.length > 0
  return words.length <= 1 && lengthOf(words) <= 3 && isReplacing(last) && isReplacing(next)
}

function samePieces(before: Token[], after: Token[]): WordChange[] {
  const pieces: { key: string; before: Mark[]; tokens: Token[] }[] = []
  for (const [place, token] of after.entries()) {
    const was = before[place] ?? token
    const key = styleOf(was.nodes) === styleOf(token.nodes) ? '' : `${styleOf(was.nodes)} ${styleOf(token.nodes)}`
    const last = pieces.at(-1)
    if (last?.key === key) last.tokens.push(token)
    else pieces.push({ key, before: marksOf(was.nodes.at(-1)), tokens: [token] })
  }
  return pieces.map(({ key, before: was, tokens }) =>
    key && tokens.some(isWord)
      ? { what: 'restyled', content: joined(tokens), before: was }
      : { what: 'same', content: joined(tokens) },
  )
}

const marksOf = (node: Inline | undefined): Mark[] => (node?.type === 'text' ? (node.marks ?? []) : [])

/** Returns the forms in a run of text, in order, each once for as far as it goes. */
function styleOf(nodes: Inline[]): string {
  if (nodes.every((node) => node.type !== 'text' || !node.marks)) return ''
  const styles = nodes.map((node) =>
    marksOf(node)
      .map((mark) => JSON.stringify(mark))
      .sort()
      .join(),
  )
  return styles.filter((style, place) => style !== styles[place - 1]).join('|')
}

/** Joins neighbours of the same form into one node. */
export function joined(tokens: Token[]): Inline[] {
  const nodes: Inline[] = []
  for (const node of tokens.flatMap((token) => token.nodes)) {
    const last = nodes.at(-1)
    const goesOn = last?.type === 'text' && node.type === 'text' && styleOf([last]) === styleOf([node])
    if (goesOn) nodes[nodes.length - 1] = { ...last, text: last.text + node.text }
    else nodes.push(node)
  }
  return nodes
}
