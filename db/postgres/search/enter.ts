/**
 * Enters into the search what a change has marked, before it is committed, as `db/sqlite/search/enter.ts` does. What an
 * index of PostgreSQL's holds of a text is made here, of our own words.
 */
import type pg from 'pg'
import type { Language } from '#lib/locale.ts'
import { log } from '#lib/log.ts'
import { bodyText, draftText, type Entry, indexed, type StoredText } from '../../search/entry-texts.ts'
import { errorCode } from '../constraints.ts'
import { wordsOfBody } from './draft-words.ts'
import { vectorOf } from './vectors.ts'

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

interface Marked {
  edition: number
  marked: { noun: string; id: string }[] | null
}

/** Enters what is marked and returns the edition as the change leaves it. */
export async function enterMarked(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<Marked>(`
    SELECT (SELECT number FROM edition WHERE id = 1) AS edition,
      (SELECT json_agg(DISTINCT jsonb_build_object('noun', noun, 'id', target_id)) FROM search_dirty) AS marked`)
  const { edition = 0, marked = null } = rows[0] ?? {}
  if (!marked) return edition
  let isForReaders = false
  for (const { noun, id } of marked) {
    await client.query('SAVEPOINT entering')
    try {
      if (await entering[noun]?.(client, id)) isForReaders = true
    } catch (error) {
      // Another program may have written what cannot be read. That must not keep the newsroom from every change.
      if (!isUnreadable(error)) throw error
      await client.query('ROLLBACK TO entering')
      log.error({ err: error, noun, id }, 'cannot be entered into the search')
    }
    await client.query('RELEASE entering')
  }
  await client.query('DELETE FROM search_vocabulary WHERE entries <= 0')
  await client.query('DELETE FROM search_dirty')
  if (!isForReaders) return edition
  // A page of hits may have been stored between the change of another program, which raised it too, and now.
  const { rows: raised } = await client.query<{ number: number }>(
    `UPDATE edition SET number = number + 1 RETURNING number, pg_notify('pressrum_edition', number::text)`,
  )
  return raised[0]?.number ?? edition
}

/** Whether a stored value is not of its form: JSON of something else than it should be. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || /^22/.test(errorCode(error))

/** Each tells whether readers find something else now. */
const entering: Record<string, (client: pg.ClientBase, id: string) => Promise<boolean>> = {
  async draft(client, id) {
    await client.query('DELETE FROM search_documents WHERE target_id = $1', [id])
    const { rows } = await client.query<DraftWords>(`${draftWords} WHERE releases.id = $1`, [id])
    for (const row of rows) await addDraft(client, row)
    return false
  },

  async release(client, id) {
    const dropped = await dropEntries(client, 'release_id = $1', id)
    const { rows } = await client.query<ReleaseEntry>('SELECT * FROM release_entries WHERE release_id = $1', [id])
    await addRelease(client, rows)
    return dropped + rows.length > 0
  },

  async person(client, id) {
    const dropped = await dropEntries(client, `noun = 'person' AND target_id = $1`, id)
    const { rows } = await client.query<PersonEntry>('SELECT * FROM person_entries WHERE person_id = $1', [id])
    for (const row of rows) await addPerson(client, row)
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

/** Enters a draft into the studio's search. */
async function addDraft(client: pg.ClientBase, { release_id, language, title, lead, body }: DraftWords) {
  const fields = [title, lead.join('\n'), wordsOfBody(body)].map(draftText)
  await client.query(
    'INSERT INTO search_documents (target_id, language, words, tokens) VALUES ($1, $2, $3, $4::tsvector)',
    [release_id, language, fields.join('\n'), vectorOf(fields, ['A', 'B', 'C'])],
  )
}

/** An entry's id tells when it is published (see `db/search/entries.ts`); those of one moment stand beside each other. */
const firstId = (at: number): number => -at * 2_048
/** How long after a moment, in milliseconds, the ids of what is published at it may have been moved to. */
const crowd = 1_000

/** Enters what readers find of a release. */
async function addRelease(client: pg.ClientBase, entries: ReleaseEntry[]): Promise<void> {
  const [first] = entries
  if (!first) return
  const { rows } = await client.query<{ taken: number | null }>(
    'SELECT min(id) AS taken FROM search_entries WHERE id <= $1 AND id > $2',
    [firstId(first.at), firstId(first.at + crowd)],
  )
  let id = (rows[0]?.taken ?? firstId(first.at) + 1) - 1
  for (const entry of entries) await addEntry(client, id--, { ...entry, body: bodyText(entry, entry.language) })
}

/** Enters a person. */
async function addPerson(client: pg.ClientBase, { person_id, ...entry }: PersonEntry): Promise<void> {
  const { rows } = await client.query<{ last: number }>(
    'SELECT coalesce(max(id), -9000000000000001) AS last FROM search_entries WHERE id < -8000000000000000',
  )
  const id = (rows[0]?.last ?? 0) + 1
  await addEntry(client, id, { ...entry, noun: 'person', target_id: person_id, release_id: null, language: '' })
}

type NewEntry = Entry & { noun: string; target_id: string; release_id: string | null; marks: string }

async function addEntry(client: pg.ClientBase, id: number, entry: NewEntry) {
  const { noun, target_id, release_id, language, title, lead, body, marks } = entry
  const { tokens, words } = indexed({ language, title, lead, body })
  await client.query(
    `INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks, tokens)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::tsvector)`,
    [id, noun, target_id, release_id, language, title, lead, body, marks, vectorOf([`${tokens} ${marks}`])],
  )
  // A word that no entry has any longer stays until all that is marked has been entered, which may have it again.
  await client.query(
    `INSERT INTO search_vocabulary AS known (language, word, written, entries)
     SELECT language, word, written, 1 FROM unnest($1::text[], $2::text[], $3::text[]) AS new (language, word, written)
     ON CONFLICT (language, word) DO UPDATE SET entries = known.entries + 1,
       written = CASE WHEN known.entries > 0 THEN known.written ELSE excluded.written END`,
    [0, 1, 2].map((place) => words.map((word) => word[place])),
  )
}

/** Takes entries out, and returns how many there were. */
async function dropEntries(client: pg.ClientBase, which: string, id: string): Promise<number> {
  const { rows } = await client.query<Entry>(
    `DELETE FROM search_entries WHERE ${which} RETURNING language, title, lead, body`,
    [id],
  )
  for (const entry of rows) {
    const { words } = indexed(entry)
    await client.query(
      `UPDATE search_vocabulary AS known SET entries = known.entries - 1
       FROM unnest($1::text[], $2::text[]) AS gone (language, word)
       WHERE known.language = gone.language AND known.word = gone.word`,
      [0, 1].map((place) => words.map((word) => word[place])),
    )
  }
  return rows.length
}
