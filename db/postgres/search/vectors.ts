/**
 * Writes our words in PostgreSQL's own language: texts as vectors (`tsvector`), and what is searched for as queries on them
 * (`tsquery`). Only words are compared: none of PostgreSQL's dictionaries has a say.
 */
import type { Syntax } from '../../search/match-expression.ts'

/** PostgreSQL keeps no place behind this one, and no more than so many of one word. */
const lastPlace = 16_383
const mostPlaces = 255

/**
 * Returns texts, each of words with spaces between, as one vector. No row of words goes from one text into the next. Each word
 * has something in front, if it is given.
 */
export function vectorOf(texts: string[], before = ''): string {
  const places = new Map<string, number[]>()
  let place = 0
  for (const text of texts) {
    for (const word of text.split(' ')) {
      if (!word) continue
      place = Math.min(place + 1, lastPlace)
      const known = places.get(word) ?? []
      places.set(word, known)
      if (known.length < mostPlaces) known.push(place)
    }
    place = Math.min(place + 1, lastPlace)
  }
  return [...places].map(([word, known]) => `${quoted(before + word)}:${known}`).join(' ')
}

const quoted = (word: string): string =>
  word.includes("'") || word.includes('\\') ? `'${word.replaceAll(/['\\]/g, '$&$&')}'` : `'${word}'`

/** Returns words that have no place in a text, to be added to its vector. */
export const placeless = (words: string[], before = ''): string =>
  [...new Set(words)].map((word) => quoted(before + word)).join(' ')

/** Returns each two words that stand beside each other in a text, as one; those behind the last place excepted. */
export function neighboursIn(text: string): string[] {
  const words = text.split(' ', lastPlace).filter(Boolean)
  return words.slice(1).map((word, index) => paired(words[index] ?? '', word))
}

/** It has a sign in front, or it would be among the words that begin like its first. */
const paired = (word: string, next: string): string => `+${word} ${next.slice(next.search(/[_.:]/) + 1)}`

const inRow = (words: string[], isBegun: boolean): string =>
  `(${words.map(quoted).join(' <-> ')}${isBegun ? ':*' : ''})`

/**
 * How an index is asked. It holds pairs of neighbours, too: what two words in a row are in, it tells by itself, and of more
 * words only where all their pairs are has to be looked into.
 */
export const syntax: Syntax = {
  row(words, isBegun) {
    if (words.length < 2) return inRow(words, isBegun)
    const pairs = neighboursIn(words.join(' '))
    const held = pairs.map((pair, index) => inRow([pair], isBegun && index === pairs.length - 1))
    return syntax.all(words.length > 2 ? [...held, inRow(words, isBegun)] : held)
  },
  all: (parts) => `(${parts.join(' & ')})`,
  any: (parts) => `(${parts.join(' | ')})`,
  without: (wanted, unwanted) => `(${wanted} & !${unwanted})`,
}

/** Returns an expression with something in front of each of its words. */
export const withBefore = (expression: string, before: string): string =>
  expression.replace(/'((?:[^'\\]|''|\\\\)*)'/g, `'${before}$1'`)
