/** Readers' search of the newsroom that is open. PostgreSQL searches in processes of its own, so it needs no thread here. */
import type pg from 'pg'
import type { AnyMatching, Matching } from '../../search/entries.ts'
import type { FacetsOf } from '../../search/facets.ts'
import type { SearchQuery } from '../../search/match-expression.ts'
import { type SearchResult, search } from '../../search/query.ts'
import { type KnownWord, maxSeen, openVocabulary, type Vocabulary, type WordTable } from '../../search/vocabulary.ts'
import { connections } from '../connections.ts'
import { syntax, withBefore } from './vectors.ts'

/** Searching is ready at once, and there is nothing to end. */
export const startSearching = (): (() => Promise<void>) => async () => {}

/** Returns what is found, or undefined where nothing was typed. */
export async function searchEntries(query: SearchQuery): Promise<SearchResult | undefined> {
  const { reading, reads } = connections()
  // A search reads too much to be logged with its page.
  reads.markUntracked()
  return search(query, {
    syntax,
    vocabulary: vocabulary(),
    matching: matchingIn(reading),
    anyMatching: anyMatchingIn(reading),
    facetsOf: facetsIn(reading),
  })
}

let known: { pool: pg.Pool; vocabulary: Vocabulary } | undefined

/** Returns the words of readers' texts. */
export function vocabulary(): Vocabulary {
  const { reading } = connections()
  if (known?.pool !== reading) known = { pool: reading, vocabulary: openVocabulary(wordsIn(reading)) }
  return known.vocabulary
}

/** Asks the index of a pool's database. */
export const matchingIn =
  (pool: pg.Pool): Matching =>
  async (expression, [first, last], max) => {
    const { rows } = await pool.query<{ id: number }>('SELECT id FROM matching_entries($1, $2, $3, $4) AS id', [
      withBefore(expression, '~'),
      first,
      last,
      max,
    ])
    return rows.map(({ id }) => id)
  }

/** Asks for all spans at once. */
const anyMatchingIn =
  (pool: pg.Pool): AnyMatching =>
  async (expression, spans) => {
    const { rows } = await pool.query<{ has: boolean }>(
      `SELECT has_matching_entry($1, first, last) AS has
       FROM unnest($2::bigint[], $3::bigint[]) WITH ORDINALITY AS span (first, last, number) ORDER BY number`,
      [withBefore(expression, '~'), spans.map(([first]) => first), spans.map(([, last]) => last)],
    )
    return rows.map(({ has }) => has)
  }

const facetsIn =
  (pool: pg.Pool): FacetsOf =>
  async (ids) => {
    const { rows } = await pool.query<{ facet: string; entries: number }>(
      // In the order in which the entries name them, as SQLite's are, so that of as many entries the same come first.
      `SELECT facet, count(*) AS entries
       FROM unnest($1::bigint[]) WITH ORDINALITY AS wanted (entry, number)
       JOIN search_entries ON id = entry, string_to_table(marks, ' ') WITH ORDINALITY AS mark (facet, place)
       GROUP BY facet ORDER BY min(number * 1000 + place)`,
      [ids],
    )
    return rows.map(({ facet, entries }) => [facet, entries])
  }

const lastLetter = '\u{10ffff}'

function wordsIn(pool: pg.Pool): WordTable {
  const ask = async (condition: string, values: unknown[]): Promise<KnownWord[]> =>
    (
      await pool.query<KnownWord>(
        `SELECT word, written, entries FROM search_vocabulary WHERE language = $1 AND ${condition} LIMIT ${maxSeen}`,
        values,
      )
    ).rows
  const knownAmong = async (words: string[], language: string): Promise<Set<string>> =>
    new Set((await ask('word = any($2)', [language, words])).map(({ word }) => word))
  return {
    has: async (word, language) => (await knownAmong([word], language)).size > 0,
    beginningWith: (start, language, longest) =>
      ask('word >= $2 AND word < $3 AND length(word) <= $4', [language, start, start + lastLetter, longest]),
    holding: (part, language, shortest, longest) =>
      ask('word LIKE $2 AND length(word) BETWEEN $3 AND $4', [language, `%${part}%`, shortest, longest]),
    async keep(words, language, test) {
      const answers = new Map<string, boolean>()
      // What is asked about a word depends on the answers before, so it is asked in rounds, all words at once.
      for (;;) {
        const open = new Set<string>()
        const kept = words.filter(({ word }) =>
          test(word, (part) => {
            const answer = answers.get(part)
            if (answer === undefined) open.add(part)
            return answer ?? false
          }),
        )
        if (open.size === 0) return kept
        const parts = [...open].slice(0, maxSeen)
        const found = await knownAmong(parts, language)
        for (const part of parts) answers.set(part, found.has(part))
      }
    },
    version: async () => (await pool.query<{ number: number }>('SELECT number FROM edition')).rows[0]?.number ?? 0,
  }
}
