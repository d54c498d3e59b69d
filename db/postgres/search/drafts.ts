/**
 * Searches drafts for the studio, as `db/sqlite/search/drafts.ts` does. It knows no language; besides words and their
 * beginnings it finds parts of words, so that `lyftet` finds `Produktionslyftet`.
 */
import { type Term, termsOf } from '#lib/search/terms.ts'
import { connections } from '../connections.ts'
import { type DraftPlace, draftPlaces } from './draft-words.ts'
import { syntax } from './vectors.ts'

const maxFound = 1_000
/** So many of the newest drafts tell how common something is. */
const looked = 100
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
    const question = matching(expression)
    const isCommon = (await shareOf(`${question.held} AND ${question.exact}`, [expression])) >= common.words
    for (const id of await ask(question, [expression], isCommon)) found.add(id)
    if (found.size >= maxFound) return [...found].slice(0, maxFound)
  }
  if (wanted.flatMap(spellingsOf).every(isPart)) {
    const parts = wanted.map((term) => spellingsOf(term).map((row) => `%${row.join(' ')}%`))
    const holding = parts.map((_, index) => `words LIKE ANY ($${index + 2}::text[])`).join(' AND ')
    const allowed = none.length ? 'NOT tokens @@ $1::tsquery' : `$1 = ''`
    const values = [none.length ? syntax.any(none) : '', ...parts]
    // What is unwanted may leave few drafts, which is told without looking into any.
    const isLittleLeft = (await shareOf(allowed, values.slice(0, 1))) < common.words
    const isCommon = !isLittleLeft && (await shareOf(`${holding} AND ${allowed}`, values)) >= common.parts
    const question = isLittleLeft ? { held: without, exact: holding } : { held: holding, exact: allowed }
    for (const id of await ask(question, values, isCommon)) found.add(id)
  }
  return [...found].slice(0, maxFound)
}

interface Question {
  /** What an index tells. */
  held: string
  /** What has to be looked for in the drafts. */
  exact: string
}

/** Of words in a row an index knows pairs alone: drafts that have them all are looked into in their order. */
function matching(expression: string): Question {
  if (!expression.includes('<->')) return { held: 'tokens @@ $1::tsquery', exact: 'true' }
  return { held: `tokens @@ replace(querytree($1::tsquery), '<->', '&')::tsquery`, exact: 'tokens @@ $1::tsquery' }
}

const spellingsOf = ({ words, spellings }: Term): string[][] => [words, ...spellings]
const isPart = (row: string[]): boolean => [...row.join(' ')].length >= shortestPart

/** An index is asked for what is unwanted: for what is not, it would go through all of itself. */
const without = `NOT EXISTS (SELECT 1 FROM search_documents AS other
  WHERE other.target_id = search_documents.target_id AND other.tokens @@ $1::tsquery)`

const newestFirst = `
  FROM search_documents
  WHERE NOT EXISTS (SELECT 1 FROM trash WHERE trash.noun = 'release' AND trash.target_id = search_documents.target_id)`

/**
 * What such a part of the newest drafts has is found soonest by looking into one after another. An index tells words by itself;
 * of parts it tells where they may be.
 */
const common = { words: 0.3, parts: 0.15 }

async function shareOf(condition: string, values: unknown[]): Promise<number> {
  const { rows } = await connections().reading.query<{ having: number }>(
    `SELECT count(*) FILTER (WHERE ${condition}) AS having
     FROM (SELECT words, tokens FROM search_documents ORDER BY target_id DESC LIMIT ${looked}) AS newest`,
    values,
  )
  return (rows[0]?.having ?? 0) / looked
}

/**
 * Returns the ids of the newest drafts for which both hold. The planner guesses how many that are, and would look into all
 * drafts for a few: what is not common is left no way but an index.
 */
async function ask({ held, exact }: Question, values: unknown[], isCommon: boolean): Promise<string[]> {
  const client = await connections().reading.connect()
  try {
    const unwise = isCommon ? 'bitmapscan' : 'indexscan'
    await client.query(`BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_${unwise} = off`)
    const { rows } = await client.query<{ id: string }>(
      `SELECT id FROM (
         SELECT target_id AS id, words, tokens ${newestFirst} AND ${held} ORDER BY target_id DESC OFFSET 0) AS draft
       WHERE ${exact} LIMIT ${maxFound}`,
      values,
    )
    return rows.map(({ id }) => id)
  } finally {
    await client.query('ROLLBACK').catch(() => {})
    client.release()
  }
}
