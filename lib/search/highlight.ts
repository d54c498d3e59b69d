/** Marks found words in a text, and cuts the part of a long text that is worth showing. The last step of a search. */
import type { Term } from './terms.ts'
import { type Word, wordsIn } from './words.ts'

export type MarkedText = { text: string; hit: boolean }[]

/** What to mark, all of it folded. */
export interface Highlight {
  /** Words, and beginnings of words; both are marked as whole words. */
  exact: string[]
  beginnings: string[]
  /** Parts of words, of which only the part is marked. */
  parts: string[]
  /** Words in a row, and words in a row of which the last is a beginning. */
  phrases: string[][]
  begun: string[][]
}

interface Span {
  from: number
  to: number
}

/** Returns what the studio marks: a term wherever it stands, also in the middle of a word. */
export function highlightParts(terms: Term[]): Highlight {
  const rows = terms.flatMap(({ words, spellings }) => [words, ...spellings])
  return {
    exact: [],
    beginnings: [],
    parts: rows.filter((row) => row.length === 1).flat(),
    phrases: [],
    begun: rows.filter((row) => row.length > 1),
  }
}

/** Yields the places to mark, in order; words in a row are one place. */
function* hitsIn(text: string, { exact, beginnings, parts, phrases, begun }: Highlight): Generator<Span> {
  const words = new Set(exact)
  const rows = [...phrases.map((row) => ({ row, isBegun: false })), ...begun.map((row) => ({ row, isBegun: true }))]
  const longest = Math.max(0, ...rows.map(({ row }) => row.length))
  const latest: Word[] = []
  let partsTo = 0
  for (const word of wordsIn(text)) {
    if (words.has(word.word) || beginnings.some((beginning) => word.word.startsWith(beginning))) yield word
    // What was found in a word is not searched again in the word it is joined to.
    for (const part of partsTo > word.from ? [] : partsOf(word, parts)) {
      partsTo = part.to
      yield part
    }
    if (word.isJoined) continue
    latest.push(word)
    if (latest.length > longest) latest.shift()
    for (const { row, isBegun } of rows) {
      const here = latest.slice(-row.length)
      const isThere =
        here.length === row.length &&
        here.every((one, index) =>
          isBegun && index === row.length - 1 ? one.word.startsWith(row[index] ?? '') : one.word === row[index],
        )
      if (here[0] && isThere) yield { from: here[0].from, to: word.to }
    }
  }
}

/** A term of one or two letters is found at the beginning of words only, as in the index. */
const shortestPart = 3

function partsOf({ word, from, to }: Word, parts: string[]): Span[] {
  const spans = parts.flatMap((part): Span[] => {
    const at = part.length < shortestPart && !word.startsWith(part) ? -1 : word.indexOf(part)
    if (at < 0) return []
    // Where folding has changed the number of letters, the matching ones are not known, and the whole word is marked.
    return [word.length === to - from ? { from: from + at, to: from + at + part.length } : { from, to }]
  })
  return spans.sort((a, b) => a.from - b.from)
}

/** Returns the text with the highlight marked. */
export function highlightText(text: string, highlight: Highlight): MarkedText {
  const marked: MarkedText = []
  let at = 0
  for (const { from, to } of hitsIn(text, highlight)) {
    if (to <= at) continue
    const start = Math.max(from, at)
    if (start > at) marked.push({ text: text.slice(at, start), hit: false })
    marked.push({ text: text.slice(start, to), hit: true })
    at = to
  }
  if (at < text.length) marked.push({ text: text.slice(at), hit: false })
  return marked
}

const before = 70

/**
 * Returns some `length` letters round the first marked place, or the beginning where there is none. It is cut between
 * words.
 */
export function highlightExcerpt(text: string, highlight: Highlight, length = 200): MarkedText {
  const plain = text.replaceAll('\u00ad', '')
  const first = hitsIn(plain, highlight).next().value?.from ?? 0
  const from = first <= before ? 0 : cutAfter(plain, first - before, first)
  const to = plain.length - from <= length + 20 ? plain.length : cutBefore(plain, from + length)
  const part = plain.slice(from, to).replace(/\s+/g, ' ').trim()
  const marked = highlightText(part, highlight)
  return [
    ...(from > 0 ? [{ text: '… ', hit: false }] : []),
    ...marked,
    ...(to < plain.length ? [{ text: ' …', hit: false }] : []),
  ]
}

/** Returns where to cut: at the beginning of a sentence if there is one near, else of a word. */
function cutAfter(text: string, near: number, first: number): number {
  const line = text.lastIndexOf('\n', first)
  if (line >= near) return line + 1
  const space = text.indexOf(' ', near)
  return space < 0 || space > first ? near : space + 1
}

function cutBefore(text: string, near: number): number {
  const space = text.lastIndexOf(' ', near)
  return space > near - 40 ? space : near
}
