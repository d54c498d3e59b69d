/** Puts plain words in the place of others. What is untouched keeps its form, and so does a word that is put in its midst. */
import { joined, type Token, wordTokens } from '#lib/document/compare/compare-words.ts'
import { longestCommonSubsequence } from '#lib/document/compare/longest-common.ts'
import type { Inline, Mark } from '#lib/document/rich-text.ts'

/**
 * Returns the lines that each of some texts is given. Those that are the same say which text is which; what stands between
 * them is taken in turn, and what is more than there are texts for goes with the one before it.
 */
export function linesGiven(texts: string[], words: string): string[][] {
  const before = texts.flatMap((text, of) => text.split('\n').map((line) => ({ line, of })))
  const after = words.split('\n').filter((line) => line.trim())
  const given: string[][] = texts.map(() => [])
  const common = longestCommonSubsequence(
    before.map(({ line }) => line),
    after,
  )
  let [from, to] = [0, 0]
  for (const [sameFrom, sameTo] of [...common, [before.length, after.length] as const]) {
    for (; to < sameTo; to++) {
      const of = before[Math.min(from, sameFrom - 1)]?.of ?? before[0]?.of ?? 0
      given[of]?.push(after[to] ?? '')
      if (from < sameFrom) from++
    }
    const same = before[sameFrom]
    if (same) given[same.of]?.push(same.line)
    ;[from, to] = [sameFrom + 1, sameTo + 1]
  }
  return given
}

/** Returns the words with the form of those they were made from. */
export function rewritten(content: Inline[] = [], words: string): Inline[] {
  const before = wordTokens(content)
  const after = wordTokens(words ? [{ type: 'text', text: words }] : [])
  const common = longestCommonSubsequence(
    before.map(({ text }) => text),
    after.map(({ text }) => text),
  )
  const kept = new Map(common.map(([from, to]) => [to, before[from] as Token]))
  return joined(after.map((token, place) => kept.get(place) ?? fresh(token, formAround(kept, place, after.length))))
}

/** Returns the form on both sides of a new word, if it is one: a word in the midst of a link belongs to the link. */
function formAround(kept: Map<number, Token>, place: number, end: number): Mark[] {
  let [left, right] = [place - 1, place + 1]
  while (left >= 0 && !kept.has(left)) left--
  while (right < end && !kept.has(right)) right++
  const [before, after] = [marksOf(kept.get(left)?.nodes.at(-1)), marksOf(kept.get(right)?.nodes[0])]
  return JSON.stringify(before) === JSON.stringify(after) ? before : []
}

const marksOf = (node: Inline | undefined): Mark[] => (node?.type === 'text' ? (node.marks ?? []) : [])

function fresh({ text }: Token, marks: Mark[]): Token {
  if (text === '\n') return { text, nodes: [{ type: 'hardBreak' }] }
  return { text, nodes: [{ type: 'text', text, ...(marks.length && { marks }) }] }
}
