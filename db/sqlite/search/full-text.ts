/** The readers' index as SQLite keeps it (FTS5), asked on its caller's connection. */
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'
import type { Matching } from '../../search/entries.ts'
import type { FacetsOf } from '../../search/facets.ts'
import type { Syntax } from '../../search/match-expression.ts'
import { type Index, type Search, search } from '../../search/query.ts'
import { type KnownWord, maxSeen, openVocabulary, type Vocabulary, type WordTable } from '../../search/vocabulary.ts'

const syntax: Syntax = {
  row: (words, isBegun) => `"${words.join(' ')}"${isBegun ? ' *' : ''}`,
  all: (parts) => `(${parts.join(' AND ')})`,
  any: (parts) => `(${parts.join(' OR ')})`,
  without: (wanted, unwanted) => `(${wanted} NOT ${unwanted})`,
}

/** Returns the function that searches on a connection. */
export function openSearch(connection: Database.Database): Search {
  const matching = openMatching(connection)
  const index: Index = {
    syntax,
    vocabulary: vocabularyOn(connection),
    matching,
    async anyMatching(expression, spans) {
      const found: boolean[] = []
      for (const span of spans) found.push((await matching(expression, span, 1)).length > 0)
      return found
    },
    facetsOf: openFacets(connection),
  }
  return (query) => search(query, index)
}

/** Returns the vocabulary on a connection. */
export const vocabularyOn = (connection: Database.Database): Vocabulary => openVocabulary(openWords(connection))

const lastLetter = '\u{10ffff}'

function openWords(connection: Database.Database): WordTable {
  const one = connection
    .prepare<[string, string], number>('SELECT entries FROM search_vocabulary WHERE language = ? AND word = ?')
    .pluck()
  const beginning = connection.prepare<[string, string, string, number, number], KnownWord>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE language = ? AND word >= ? AND word < ? AND length(word) <= ? LIMIT ?`)
  const holding = connection.prepare<[string, string, number, number], KnownWord>(`
    SELECT word, written, entries FROM search_vocabulary
    WHERE id IN (SELECT rowid FROM search_word_parts WHERE word LIKE ? LIMIT ${maxSeen * 2})
      AND language = ? AND length(word) BETWEEN ? AND ?`)
  const dataVersion = connection.prepare<[], number>('PRAGMA data_version').pluck()
  return {
    has: async (word, language) => one.get(language, word) !== undefined,
    beginningWith: async (start, language, longest) =>
      beginning.all(language, start, start + lastLetter, longest, maxSeen),
    holding: async (part, language, shortest, longest) => holding.all(`%${part}%`, language, shortest, longest),
    keep: async (words, language, test) =>
      words.filter(({ word }) => test(word, (part) => one.get(language, part) !== undefined)),
    version: async () => dataVersion.get() ?? 0,
  }
}

function openMatching(connection: Database.Database): Matching {
  const between = connection
    .prepare<[string, bigint, bigint, number], number>(
      'SELECT rowid FROM search_index WHERE search_index MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?',
    )
    .pluck()
  // FTS5 bounds ids only by whole numbers, and a number this large would be bound as one with decimals.
  return async (expression, [first, last], max) => between.all(expression, BigInt(first), BigInt(last), max)
}

/** Returns a function that counts the facets of entries. */
function openFacets(connection: Database.Database): FacetsOf {
  const setOf = connection.prepare<[number], number>('SELECT marks_id FROM search_facets WHERE id = ?').pluck()
  const textOf = connection.prepare<[number], string>('SELECT marks FROM search_marks WHERE id = ?').pluck()
  /** The number of a set of facets never changes. */
  const known = new LRUCache<number, string[]>({ max: 4_000 })

  function facetsIn(set: number): string[] {
    const facets = known.get(set) ?? (textOf.get(set) ?? '').split(' ')
    known.set(set, facets)
    return facets
  }

  return async (ids) => {
    const counts = new Map<string, number>()
    for (const id of ids) {
      for (const facet of facetsIn(setOf.get(id) ?? 0)) counts.set(facet, (counts.get(facet) ?? 0) + 1)
    }
    return [...counts]
  }
}
