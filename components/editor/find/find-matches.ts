/** Finds words in a text: in its paragraphs, headings, quotes and cells, and in the fields of its blocks. */
import type { Node } from '@tiptap/pm/model'
import { fold } from '#lib/search/fold.ts'

export interface Query {
  text: string
  matchCase: boolean
  /** Whether a finds å, e finds é, l finds ł and fi finds a ligature: as in all other searches. */
  foldLetters: boolean
}

export interface Match {
  /** Positions in the document; for words in a field, those of its block. */
  from: number
  to: number
  field?: { name: string; start: number; end: number }
}

/** The text attributes of blocks, which are edited in fields. */
const fields: Record<string, string[]> = {
  factBox: ['title'],
  factRow: ['term'],
  table: ['caption'],
  image: ['caption', 'alt'],
  embed: ['title'],
}

/** Returns every match, in reading order, without overlaps. */
export function findMatches(doc: Node, query: Query): Match[] {
  if (!query.text) return []
  const matches: Match[] = []
  doc.descendants((node, pos) => {
    for (const name of fields[node.type.name] ?? []) {
      for (const [start, end] of placesOf(String(node.attrs[name] ?? ''), query))
        matches.push({ from: pos, to: pos + node.nodeSize, field: { name, start, end } })
    }
    if (!node.isTextblock) return
    for (const [start, end] of placesOf(textOf(node), query)) matches.push({ from: pos + 1 + start, to: pos + 1 + end })
  })
  return matches
}

/** Returns the words of a text block, each character at its own offset. */
export function textOf(block: Node): string {
  let text = ''
  block.forEach((child) => {
    text += child.text ?? '\uFFFC'.repeat(child.nodeSize)
  })
  return text
}

/** Returns the beginning and end of each match in a text. */
export function placesOf(text: string, query: Query): [number, number][] {
  const wanted = folded(query.text, query).text
  if (!wanted) return []
  const { text: searched, at } = folded(text, query)
  const places: [number, number][] = []
  for (let from = searched.indexOf(wanted); from >= 0; from = searched.indexOf(wanted, from + wanted.length))
    places.push([at(from), at(from + wanted.length)])
  return places
}

/** Returns the text as it is compared, and a function from an offset in that back to one in the text itself. */
function folded(text: string, { matchCase, foldLetters }: Query): { text: string; at: (offset: number) => number } {
  const offsets: number[] = []
  let result = ''
  for (let offset = 0; offset < text.length; offset++) {
    let letter = text.charAt(offset)
    // A line breaks at another space than the one that was typed.
    if (/\s/.test(letter)) letter = ' '
    if (!matchCase) letter = letter.toLowerCase()
    if (letter > '\x7f') letter = invisible.test(letter) ? '' : foldLetters ? foldedLetter(letter) : letter
    for (let part = 0; part < letter.length; part++) offsets.push(offset)
    result += letter
  }
  return { text: result, at: (offset) => offsets[offset] ?? text.length }
}

/** Soft hyphens and letters without width, which nobody types into the field. */
const invisible = /^\p{Default_Ignorable_Code_Point}$/u

/** Returns the plain letters that a letter counts as, in its case. Punctuation is itself, and an accent nothing. */
function foldedLetter(letter: string): string {
  if (/^\p{M}$/u.test(letter)) return ''
  const plain = fold(letter) || letter
  return letter === letter.toLowerCase() ? plain : plain.toUpperCase()
}

/** Returns the words around a match, so that somebody who only hears it knows which it is. */
export function around(doc: Node, { from, to, field }: Match): string {
  const $from = doc.resolve(from)
  const start = field ? field.start : $from.parentOffset
  const end = field ? field.end : start + to - from
  const text = field ? String(doc.nodeAt(from)?.attrs[field.name]) : textOf($from.parent)
  return text.slice(Math.max(0, start - reach), end + reach).replaceAll('\uFFFC', ' ')
}
const reach = 30
