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
export function vectorOf(texts: string[], weights: string[] = [], before = ''): string {
  const places = new Map<string, string[]>()
  let place = 0
  for (const [index, text] of texts.entries()) {
    for (const word of text.split(' ')) {
      if (!word) continue
      place = Math.min(place + 1, lastPlace)
      const known = places.get(word) ?? []
      places.set(word, known)
      if (known.length < mostPlaces) known.push(`${place}${weights[index] ?? ''}`)
    }
    place = Math.min(place + 1, lastPlace)
  }
  return [...places].map(([word, known]) => `${quoted(before + word)}:${known}`).join(' ')
}

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, '$&$&')}'`

/** How the index is asked. */
export const syntax: Syntax = {
  row: (words, isBegun) => `(${words.map(quoted).join(' <-> ')}${isBegun ? ':*' : ''})`,
  all: (parts) => `(${parts.join(' & ')})`,
  any: (parts) => `(${parts.join(' | ')})`,
  without: (wanted, unwanted) => `(${wanted} & !${unwanted})`,
}

/** Returns an expression with something in front of each of its words. */
export const withBefore = (expression: string, before: string): string =>
  expression.replace(/'((?:[^'\\]|''|\\\\)*)'/g, `'${before}$1'`)
