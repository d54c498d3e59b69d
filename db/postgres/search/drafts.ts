/**
 * Searches drafts for the studio, as `db/sqlite/search/drafts.ts` does. It knows no language; besides words and their
 * beginnings it finds parts of words, so that `lyftet` finds `Produktionslyftet`.
 */
import { type Term, termsOf } from '#lib/search/terms.ts'
import { connections } from '../connections.ts'
import { type DraftPlace, draftPlaces } from './draft-words.ts'
import { syntax } from './vectors.ts'

const maxFound = 1_000
/** The index of parts holds groups of three letters. Shorter terms are found at the beginning of words only. */
const shortestPart = 3
/**
 * Returns the ids of the releases whose draft contains all that was typed, best first, at most 1,000. Whole words and
 * their beginnings come before parts of words, those of the title first and then those of the lead; among equals the newest.
 */
export async function searchDrafts(typed: string): Promise<string[]> {
  const { wanted, unwanted } = termsOf(typed)
  if (wanted.length === 0) return []
  const rowIn = (place: DraftPlace, row: string[], isBegun: boolean) =>
    syntax.row(
      row.map((word) => place + word),
      isBegun,
    )
  const none = unwanted.flatMap((term) => spellingsOf(term).map((row) => rowIn(':', row, isPart(row))))
  const found = new Set<string>()
  for (const place of draftPlaces) {
    const words = wanted.map((term) => syntax.any(spellingsOf(term).map((row) => rowIn(place, row, true))))
    const expression = none.length ? syntax.without(syntax.all(words), syntax.any(none)) : syntax.all(words)
    for (const id of await ask(...matching(expression))) found.add(id)
    if (found.size >= maxFound) return [...found].slice(0, maxFound)
  }
  if (wanted.flatMap(spellingsOf).every(isPart)) {
    const parts = wanted.map((term) => spellingsOf(term).map((row) => `%${row.join(' ')}%`))
    const holding = parts.map((_, index) => `words LIKE ANY ($${index + 2}::text[])`).join(' AND ')
    const values = [none.length ? syntax.any(none) : '', ...parts]
    for (const id of await ask(`${holding} AND ($1 = '' OR NOT tokens @@ $1::tsquery)`, 'true', values)) found.add(id)
  }
  return [...found].slice(0, maxFound)
}

/** Of words in a row an index knows pairs alone: drafts that have them all are looked into in their order. */
function matching(expression: string): [held: string, exact: string, values: string[]] {
  if (!expression.includes('<->')) return ['tokens @@ $1::tsquery', 'true', [expression]]
  return [`tokens @@ replace(querytree($1::tsquery), '<->', '&')::tsquery`, 'tokens @@ $1::tsquery', [expression]]
}

const spellingsOf = ({ words, spellings }: Term): string[][] => [words, ...spellings]
const isPart = (row: string[]): boolean => [...row.join(' ')].length >= shortestPart

/** Returns the ids of the newest drafts for which both hold; the second is asked no further than it takes. */
async function ask(held: string, exact: string, values: unknown[]): Promise<string[]> {
  const { rows } = await connections().reading.query<{ id: string }>(
    `SELECT id FROM (
       SELECT target_id AS id, tokens FROM search_documents
       WHERE NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'release' AND trash.target_id = search_documents.target_id)
         AND ${held}
       ORDER BY target_id DESC OFFSET 0) AS draft
     WHERE ${exact} LIMIT ${maxFound}`,
    values,
  )
  return rows.map(({ id }) => id)
}
