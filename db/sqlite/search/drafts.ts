/**
 * Searches drafts for the studio. It knows no language; besides words and their beginnings it finds parts of words, so
 * that `lyftet` finds `Produktionslyftet`. It is written in SQLite's own language (FTS5).
 */
import { sql } from 'drizzle-orm'
import { type Term, termsOf } from '#lib/search/terms.ts'
import { db } from '../../client.ts'

const maxFound = 1_000
/** The index of parts holds groups of three letters. Shorter terms are found at the beginning of words only. */
const shortestPart = 3

/**
 * Returns the ids of the releases whose draft contains all that was typed, best first, at most 1,000. Whole words and
 * their beginnings come before parts of words.
 */
export async function searchDrafts(typed: string): Promise<string[]> {
  const { wanted, unwanted } = termsOf(typed)
  if (wanted.length === 0) return []
  const without = unwanted.map((term) => anyOf(term, (row) => (isPart(row) ? '*' : ''))).join(' OR ')
  const words = wanted.map((term) => anyOf(term, () => '*')).join(' AND ')
  const parts = wanted.map((term) => anyOf(term, () => '')).join(' AND ')
  const hasParts = wanted.flatMap(spellingsOf).every(isPart)
  const found = await Promise.all([
    matching('search_words', words, without),
    hasParts ? matching('search_parts', parts, without) : [],
  ])
  return [...new Set(found.flat())].slice(0, maxFound)
}

const spellingsOf = ({ words, spellings }: Term): string[] => [words, ...spellings].map((row) => row.join(' '))
const isPart = (row: string): boolean => [...row].length >= shortestPart

/** Only folded words get into an expression, and all in quotation marks. */
const anyOf = (term: Term, after: (row: string) => string): string =>
  `(${spellingsOf(term)
    .map((row) => `"${row}"${after(row)}`)
    .join(' OR ')})`

async function matching(
  index: 'search_words' | 'search_parts',
  expression: string,
  without: string,
): Promise<string[]> {
  const table = sql.identifier(index)
  const remaining = without
    ? sql`AND ${table}.rowid NOT IN (SELECT rowid FROM search_words WHERE search_words MATCH ${without})`
    : sql``
  const rows = await db.all<{ id: string }>(sql`
    SELECT document.target_id AS id FROM ${table}
    JOIN search_documents AS document ON document.id = ${table}.rowid
    WHERE ${table} MATCH ${expression} ${remaining}
      AND NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'release' AND trash.target_id = document.target_id)
    ORDER BY bm25(${table}, 10.0, 4.0, 1.0) LIMIT ${maxFound}`)
  return rows.map(({ id }) => id)
}
