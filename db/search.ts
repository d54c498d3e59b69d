/**
 * Full-text search, for readers and for the studio. Takes what a person typed: words, "phrases", parts of compounds,
 * with or without å ä ö. Quoting and ranking stay inside; ids first, and only the page shown is read and marked.
 * This is one of the few places that speaks SQLite's own language (FTS5).
 */
import { sql } from 'drizzle-orm'
import { inLanguage, type Language, type Localized } from '#lib/locale.ts'
import { type MarkedText, markTerms, searchTerms } from '#lib/search-terms.ts'
import { db } from './client.ts'
import type { Kind } from './types.ts'

export const hitsPerPage = 10

export interface Hit {
  noun: 'release' | 'person'
  title: MarkedText
  excerpt: MarkedText
  slug: string
  /** Of a release only. */
  kind: Kind | null
  publishAt: Date | null
}

/** Title over lead over body, in both indexes; a whole word or its beginning over a part of one. */
const matches = (words: string, parts: string) => sql`
  SELECT id, min(score) AS score FROM (
    SELECT rowid AS id, bm25(search_words, 10.0, 4.0, 1.0) - 100 AS score FROM search_words WHERE search_words MATCH ${words}
    ${parts ? sql`UNION ALL SELECT rowid, bm25(search_parts, 10.0, 4.0, 1.0) FROM search_parts WHERE search_parts MATCH ${parts}` : sql``}
  ) GROUP BY id`

/** What readers can find at `now`, best first. Nothing typed is an empty answer; nothing typed is ever an error. */
export async function searchNewsroom(
  typed: string,
  { language, page, now }: { language: Language; page: number; now: Date },
): Promise<{ hits: Hit[]; total: number; terms: string[] }> {
  const { terms, words, parts } = searchTerms(typed)
  if (terms.length === 0) return { hits: [], total: 0, terms }
  const found = sql`
    FROM (${matches(words, parts)}) AS matched
    JOIN search_documents AS document ON document.id = matched.id AND document.audience = 'readers'
    LEFT JOIN releases ON document.noun = 'release' AND releases.id = document.target_id
    LEFT JOIN people ON document.noun = 'person' AND people.id = document.target_id
    WHERE (document.noun = 'person' OR (
      document.language = ${language} AND releases.publish_at <= ${now.getTime()} AND releases.withdrawn_at IS NULL))`
  const total = db.get<{ total: number }>(sql`SELECT count(*) AS total ${found}`).total
  const rows = db.all<{
    noun: 'release' | 'person'
    title: string
    lead: string
    body: string
    slug: string
    kind: Kind | null
    publishAt: number | null
    shortBio: string | null
    longBio: string | null
  }>(sql`
    SELECT document.noun AS noun, document.title AS title, document.lead AS lead, document.body AS body,
      coalesce(releases.slug, people.slug) AS slug, releases.publish_at AS publishAt,
      (SELECT kind FROM revisions WHERE id = releases.live_revision_id) AS kind,
      people.short_bio AS shortBio, people.long_bio AS longBio
    ${found}
    ORDER BY matched.score, releases.publish_at DESC
    LIMIT ${hitsPerPage} OFFSET ${(page - 1) * hitsPerPage}`)
  const hits = rows.map((row) => ({
    noun: row.noun,
    title: markTerms(row.title, terms),
    excerpt: markTerms(excerptFrom(row, language), terms, { around: 160 }),
    slug: row.slug,
    kind: row.kind,
    publishAt: row.publishAt === null ? null : new Date(row.publishAt),
  }))
  return { hits, total, terms }
}

/** A person is found by what is written in any language, and shown in the reader's. */
function excerptFrom(
  row: { lead: string; body: string; shortBio: string | null; longBio: string | null },
  language: Language,
): string {
  const bios = [row.shortBio, row.longBio].flatMap((bio) =>
    bio ? [inLanguage(JSON.parse(bio) as Localized, language)] : [],
  )
  return (bios.length > 0 ? bios : [row.lead, row.body]).filter(Boolean).join('\n')
}

/** The ids of the releases whose latest draft holds what was typed, best first, at most 1,000. */
export async function searchDrafts(typed: string): Promise<string[]> {
  const { terms, words, parts } = searchTerms(typed)
  if (terms.length === 0) return []
  return db
    .all<{ id: string }>(sql`
      SELECT document.target_id AS id FROM (${matches(words, parts)}) AS matched
      JOIN search_documents AS document ON document.id = matched.id AND document.audience = 'studio'
      ORDER BY matched.score LIMIT 1000`)
    .map((row) => row.id)
}
