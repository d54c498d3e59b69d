/**
 * Searches drafts for the studio, as `db/sqlite/search/drafts.ts` does. It knows no language; besides words and their
 * beginnings it finds parts of words, so that `lyftet` finds `Produktionslyftet`.
 */
import { type Term, termsOf } from '#lib/search/terms.ts'
import { connections } from '../connections.ts'
import { syntax } from './vectors.ts'

const maxFound = 1_000
/** The index of parts holds groups of three letters. Shorter terms are found at the beginning of words only. */
const shortestPart = 3
/** How much a word weighs in the text, the lead and the title. */
const weights = '{0, 0.1, 0.4, 1}'

/**
 * Returns the ids of the releases whose draft contains all that was typed, best first, at most 1,000. Whole words and
 * their beginnings come before parts of words.
 */
export async function searchDrafts(typed: string): Promise<string[]> {
  const { wanted, unwanted } = termsOf(typed)
  if (wanted.length === 0) return []
  const words = syntax.all(wanted.map((term) => syntax.any(spellingsOf(term).map((row) => syntax.row(row, true)))))
  const none = unwanted.flatMap((term) => spellingsOf(term).map((row) => syntax.row(row, isPart(row))))
  const expression = none.length ? syntax.without(words, syntax.any(none)) : words
  const best = await ask(
    `tokens @@ $1::tsquery ORDER BY ts_rank($2, tokens, $1::tsquery) DESC, target_id DESC LIMIT ${maxFound}`,
    [expression, weights],
  )
  if (!wanted.flatMap(spellingsOf).every(isPart)) return best
  const parts = wanted.map((term) => spellingsOf(term).map((row) => `%${row.join(' ')}%`))
  const holding = parts.map((_, index) => `words LIKE ANY ($${index + 2}::text[])`).join(' AND ')
  const rest = await ask(
    `${holding} AND ($1 = '' OR NOT tokens @@ $1::tsquery) ORDER BY target_id DESC LIMIT ${maxFound}`,
    [none.length ? syntax.any(none) : '', ...parts],
  )
  return [...new Set([...best, ...rest])].slice(0, maxFound)
}

const spellingsOf = ({ words, spellings }: Term): string[][] => [words, ...spellings]
const isPart = (row: string[]): boolean => [...row.join(' ')].length >= shortestPart

async function ask(condition: string, values: unknown[]): Promise<string[]> {
  const { rows } = await connections().reading.query<{ id: string }>(
    `SELECT target_id AS id FROM search_documents
     WHERE NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'release' AND trash.target_id = search_documents.target_id)
       AND ${condition}`,
    values,
  )
  return rows.map(({ id }) => id)
}
