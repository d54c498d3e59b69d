/**
 * Enters into the search what a change has marked, before it is committed, as `db/sqlite/search/enter.ts` does. What an
 * index of PostgreSQL's holds of a text is made here, of our own words.
 */
import type pg from 'pg'
import type { Language } from '#lib/locale.ts'
import { log } from '#lib/log.ts'
import { bodyText, draftText, type Entry, indexed, type StoredText } from '../../search/entry-texts.ts'
import { errorCode } from '../constraints.ts'
import { draftPlaces, markedWith, wordsOfBody } from './draft-words.ts'
import { periodOf } from './periods.ts'
import { neighboursIn, placeless, vectorOf } from './vectors.ts'
import { VocabularyChange, type WordsOfEntry } from './vocabulary-change.ts'

/** What readers find of a release: itself, its quotes and its documents. */
interface ReleaseEntry extends StoredText {
  noun: string
  target_id: string
  release_id: string
  at: number
  language: Language
  title: string
  lead: string
  marks: string
}

interface PersonEntry {
  person_id: string
  title: string
  lead: string
  body: string
  marks: string
}

/** Something that has changed, or that is to be entered again. */
export interface SearchMark {
  noun: string
  id: string
}

interface Marked {
  edition: number
  marked: SearchMark[] | null
}

/** How many of what is marked are entered at once. */
const atOnce = 200

/** Enters what is marked and returns the edition as the change leaves it. */
export async function enterMarked(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<Marked>(`
    SELECT (SELECT number FROM edition WHERE id = 1) AS edition,
      (SELECT json_agg(DISTINCT jsonb_build_object('noun', noun, 'id', target_id)) FROM search_dirty) AS marked`)
  const { edition = 0, marked = null } = rows[0] ?? {}
  if (!marked) return edition
  const isForReaders = await enterAll(client, marked)
  await client.query('DELETE FROM search_dirty')
  // A page of hits may have been stored between the change of another program, which raised it too, and now.
  return isForReaders ? raiseEdition(client) : edition
}

/** Tells all nodes that readers find something else, and returns the new edition. */
export async function raiseEdition(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>(
    `UPDATE edition SET number = number + 1 RETURNING number, pg_notify('pressrum_edition', number::text)`,
  )
  return rows[0]?.number ?? 0
}

/** Enters what is stored under some ids, and returns whether readers find something else now. */
export async function enterAll(client: pg.ClientBase, marks: SearchMark[]): Promise<boolean> {
  const vocabulary = new VocabularyChange(client)
  let isForReaders = false
  for (let first = 0; first < marks.length; first += atOnce) {
    if (await enterSome(client, marks.slice(first, first + atOnce), vocabulary)) isForReaders = true
  }
  await vocabulary.finish()
  return isForReaders
}

/**
 * Enters some at once, or one by one where one of them cannot be read. Another program may have written that, and it must
 * not keep the newsroom from every change. Returns whether readers find something else now.
 */
async function enterSome(client: pg.ClientBase, some: SearchMark[], vocabulary: VocabularyChange): Promise<boolean> {
  const words: WordsOfEntry[] = []
  let isForReaders = false
  await client.query('SAVEPOINT entering')
  try {
    for (const [noun, marks] of Map.groupBy(some, (mark) => mark.noun)) {
      const ids = marks.map(({ id }) => id)
      if (await entering[noun]?.(client, ids, words)) isForReaders = true
    }
  } catch (error) {
    if (!isUnreadable(error)) throw error
    await client.query('ROLLBACK TO entering; RELEASE entering')
    if (some.length > 1) {
      for (const one of some) if (await enterSome(client, [one], vocabulary)) isForReaders = true
      return isForReaders
    }
    log.error({ err: error, ...some[0] }, 'cannot be entered into the search')
    return false
  }
  await client.query('RELEASE entering')
  for (const entry of words) await vocabulary.count(entry)
  return isForReaders
}

/** Whether a stored value is not of its form: JSON of something else than it should be. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || /^(22|54)/.test(errorCode(error))

/** Enters what is stored under some ids, notes the words that come and go, and tells whether readers find something else. */
type Entering = (client: pg.ClientBase, ids: string[], words: WordsOfEntry[]) => Promise<boolean>

const entering: Record<string, Entering> = {
  async draft(client, ids) {
    await client.query('DELETE FROM search_documents WHERE target_id = any($1)', [ids])
    const { rows } = await client.query<DraftWords>(`${draftWords} WHERE releases.id = any($1)`, [ids])
    await addDrafts(client, rows)
    return false
  },

  async release(client, ids, words) {
    const dropped = await dropEntries(client, { which: 'release_id = any($1)', ids, words })
    const { rows } = await client.query<ReleaseEntry>('SELECT * FROM release_entries WHERE release_id = any($1)', [ids])
    if (rows.length) await addEntries(client, await numbered(client, rows), words)
    return dropped + rows.length > 0
  },

  async person(client, ids, words) {
    const dropped = await dropEntries(client, { which: `noun = 'person' AND target_id = any($1)`, ids, words })
    const { rows } = await client.query<PersonEntry>('SELECT * FROM person_entries WHERE person_id = any($1)', [ids])
    const { rows: last } = await client.query<{ id: number }>(
      'SELECT coalesce(max(id), -9000000000000001) AS id FROM search_entries WHERE id < -8000000000000000',
    )
    const before = last[0]?.id ?? 0
    const added = rows.map(({ person_id, ...entry }, index): NewEntry => {
      return { id: before + 1 + index, noun: 'person', target_id: person_id, release_id: null, language: '', ...entry }
    })
    await addEntries(client, added, words)
    return dropped + rows.length > 0
  },
}

/** The texts of drafts as they are stored. */
interface DraftWords {
  release_id: string
  language: Language
  title: string
  lead: string[]
  body: unknown
}

const draftWords = `
  SELECT releases.id AS release_id, releases.language, revisions.title, revisions.lead, revisions.body
  FROM releases JOIN revisions ON revisions.id = releases.draft_revision_id`

/** Enters drafts into the studio's search. */
async function addDrafts(client: pg.ClientBase, drafts: DraftWords[]): Promise<void> {
  const rows = drafts.map(({ release_id, language, title, lead, body }) => {
    const fields = [title, lead.join('\n'), wordsOfBody(body)].map(draftText)
    const texts = draftPlaces.flatMap((place, last) =>
      fields.slice(0, last + 1).map((field) => markedWith(place, field)),
    )
    const tokens = `${vectorOf(texts)} ${placeless(texts.flatMap(neighboursIn))}`
    return [release_id, language, fields.join('\n'), tokens]
  })
  await client.query(
    `INSERT INTO search_documents (target_id, language, words, tokens)
     SELECT id, language, words, tokens::tsvector
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS draft (id, language, words, tokens)`,
    columnsOf(rows, 4),
  )
}

/** Turns rows into what `unnest` takes. */
const columnsOf = <Value>(rows: Value[][], width: number): (Value | undefined)[][] =>
  Array.from({ length: width }, (_, column) => rows.map((row) => row[column]))

/** An entry's id tells when it is published (see `db/search/entries.ts`); those of one moment stand beside each other. */
const firstId = (at: number): number => -at * 2_048
/** How long after a moment, in milliseconds, the ids of what is published at it may have been moved to. */
const crowd = 1_000

/** Gives what readers find of releases the ids of its moments, below those that are taken. */
async function numbered(client: pg.ClientBase, entries: ReleaseEntry[]): Promise<NewEntry[]> {
  const moments = [...new Set(entries.map(({ at }) => at))]
  const { rows } = await client.query<{ first: number; taken: number | null }>(
    `SELECT first, (SELECT min(id) FROM search_entries WHERE id <= first AND id > last) AS taken
     FROM unnest($1::bigint[], $2::bigint[]) AS moment (first, last)`,
    [moments.map(firstId), moments.map((at) => firstId(at + crowd))],
  )
  const takenBefore = new Map(rows.map(({ first, taken }) => [first, taken]))
  const numbers: number[] = []
  const added: NewEntry[] = []
  for (const ofRelease of Map.groupBy(entries, ({ release_id }) => release_id).values()) {
    const at = ofRelease[0]?.at ?? 0
    const [first, last] = [firstId(at), firstId(at + crowd)]
    const taken = numbers.filter((id) => id <= first && id > last)
    let id = Math.min(takenBefore.get(first) ?? first + 1, ...taken)
    for (const entry of ofRelease) {
      id--
      numbers.push(id)
      added.push({ id, ...entry, body: bodyText(entry, entry.language) })
    }
  }
  return added
}

type NewEntry = Entry & { id: number; noun: string; target_id: string; release_id: string | null; marks: string }

async function addEntries(client: pg.ClientBase, entries: NewEntry[], words: WordsOfEntry[]): Promise<void> {
  const rows = entries.map((entry) => {
    const { id, noun, target_id, release_id, language, title, lead, body, marks } = entry
    const made = indexed(entry)
    words.push({ words: made.words, isNew: true })
    const period = periodOf(id)
    const placed = vectorOf([made.tokens], period)
    const tokens = `${placed} ${placeless([...neighboursIn(made.tokens), ...marks.split(' ')], period)}`
    return [id, noun, target_id, release_id, language, title, lead, body, marks, tokens]
  })
  await client.query(
    `INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks, tokens)
     SELECT id, noun, target_id, release_id, language, title, lead, body, marks, tokens::tsvector
     FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[],
       $10::text[]) AS entry (id, noun, target_id, release_id, language, title, lead, body, marks, tokens)`,
    columnsOf(rows, 10),
  )
}

interface Dropping {
  which: string
  ids: string[]
  words: WordsOfEntry[]
}

/** Takes entries out, and returns how many there were. */
async function dropEntries(client: pg.ClientBase, { which, ids, words }: Dropping): Promise<number> {
  const { rows } = await client.query<Entry>(
    `DELETE FROM search_entries WHERE ${which} RETURNING language, title, lead, body`,
    [ids],
  )
  for (const entry of rows) words.push({ words: indexed(entry).words, isNew: false })
  return rows.length
}
