/** The studio's search, in what is being written. It speaks SQLite's own language (FTS5). */
import { sql } from 'drizzle-orm'
import { searchTerms } from '#lib/search/terms.ts'
import { db } from '../../client.ts'

/** The ids of the releases whose latest draft holds what was typed, best first, at most 1,000. A whole word or its beginning over a part of one. */
export async function searchDrafts(typed: string): Promise<string[]> {
  const { terms, words, parts } = searchTerms(typed)
  if (terms.length === 0) return []
  const inParts = parts
    ? sql`UNION ALL SELECT rowid, bm25(search_parts, 10.0, 4.0, 1.0) FROM search_parts WHERE search_parts MATCH ${parts}`
    : sql``
  return db
    .all<{ id: string }>(sql`
      SELECT document.target_id AS id FROM (
        SELECT id, min(score) AS score FROM (
          SELECT rowid AS id, bm25(search_words, 10.0, 4.0, 1.0) - 100 AS score FROM search_words WHERE search_words MATCH ${words}
          ${inParts}
        ) GROUP BY id
      ) AS matched
      JOIN search_documents AS document ON document.id = matched.id AND document.audience = 'studio'
      ORDER BY matched.score LIMIT 1000`)
    .map((row) => row.id)
}
