/** Readers' search of the newsroom that is open. PostgreSQL searches in processes of its own, so it needs no thread here. */
import type pg from 'pg'
import type { Matching } from '../../search/entries.ts'
import type { FacetsOf } from '../../search/facets.ts'
import type { SearchQuery } from '../../search/match-expression.ts'
import { type SearchResult, search } from '../../search/query.ts'
import { type KnownWord, maxSeen, openVocabulary, type Vocabulary, type WordTable } from '../../search/vocabulary.ts'
import { connections } from '../connections.ts'
import { periodsOf } from './periods.ts'
import { syntax, withBefore } from './vectors.ts'

/** Searching is ready at once, and there is nothing to end. */
export const startSearching = (): (() => Promise<void>) => async () => {}

/** Returns what is found, or undefined where nothing was typed. */
export async function searchEntries(query: SearchQuery): Promise<SearchResult | undefined> {
  const { reading, reads } = connections()
  // A search reads too much to be logged with its page.
  reads.markUntracked()
  return search(query, { syntax, vocabulary: vocabulary(), matching: matchingIn(reading), facetsOf: facetsIn(reading) })
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
    const { rows } = await pool.query<{ newest: number | null; oldest: number | null }>(
      'SELECT min(id) AS newest, max(id) AS oldest FROM search_entries WHERE id BETWEEN $1 AND $2',
      [first, last],
    )
    const { newest = null, oldest = null } = rows[0] ?? {}
    if (newest === null || oldest === null) return []
    const queries = periodsOf([newest, oldest]).map((period) => withBefore(expression, period))
    const found: number[] = []
    let asked = 0
    let next = 1
    while (asked < queries.length && found.length < max) {
      const some = queries.slice(asked, asked + next)
      const { rows: hits } = await pool.query<{ id: number }>(
        'SELECT id FROM matching_entries($1::tsquery[], $2, $3, $4) AS id',
        [some, newest, oldest, max - found.length],
      )
      found.push(...hits.map(({ id }) => id))
      asked += some.length
      // As many as it takes if what is older has the words as often, else all.
      next = found.length ? Math.ceil((1.2 * (max - found.length) * asked) / found.length) : queries.length
    }
    return found
  }

const facetsIn =
  (pool: pg.Pool): FacetsOf =>
  async (ids) => {
    const { rows } = await pool.query<{ facet: string; entries: number }>(
      `SELECT facet, count(*) AS entries FROM search_entries, string_to_table(marks, ' ') AS facet
       WHERE id = any($1::bigint[]) GROUP BY facet`,
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
