/**
 * Enters into the search what has changed. Triggers mark it in `search_dirty`, also where another program changes the
 * database, and every change of the newsroom's own enters what is marked before it is committed.
 */
import type Database from 'better-sqlite3'
import type { Language } from '#lib/locale.ts'
import { log } from '#lib/log.ts'
import { bodyText, draftText, type Entry, indexed, type StoredText } from '../../search/entry-texts.ts'
import { errorCode } from '../constraints.ts'

/** An entry as it is kept, with its place in the index. */
type StoredEntry = Entry & { id: number }

/** What readers find of a release: itself, its quotes and its documents. */
export interface ReleaseEntry extends StoredText {
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

/** The texts of a draft as they are stored. */
export interface DraftWords {
  release_id: string
  language: Language
  title: string
  lead: string
  body: string
}

export const toEntries = `
  INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
export const toDocuments = `
  INSERT INTO search_documents (noun, target_id, audience, language, title, lead, body)
  VALUES ('release', ?, 'studio', ?, ?, ?, ?)`

/** Returns a draft's row in the studio's search. */
export const documentOf = ({ release_id, language, title, lead, body }: DraftWords): string[] => [
  release_id,
  language,
  ...[title, lead, body].map(draftText),
]

/** An entry's id tells when it is published (see `db/search/entries.ts`); those of one moment stand beside each other. */
export const firstId = (at: number): number => -at * 2_048
/** How long after a moment, in milliseconds, the ids of what is published at it may have been moved to. */
const crowd = 1_000

/** Returns the function that enters what is marked. It runs inside the change under way on the connection. */
export function openEntering(connection: Database.Database): () => void {
  // Prepared when first needed: before the database is migrated there is nothing to prepare it for.
  let entering: ReturnType<typeof prepareEntering> | undefined
  return () => {
    entering ??= prepareEntering(connection)
    entering()
  }
}

function prepareEntering(connection: Database.Database): () => void {
  const isMarked = connection.prepare<[], number>('SELECT 1 FROM search_dirty LIMIT 1').pluck()
  const marked = connection
    .prepare<[], [noun: string, id: string]>('SELECT DISTINCT noun, target_id FROM search_dirty ORDER BY noun')
    .raw()
  const [begin, undo, end] = ['SAVEPOINT entering', 'ROLLBACK TO entering', 'RELEASE entering'].map((sql) =>
    connection.prepare<[]>(sql),
  ) as [Database.Statement, Database.Statement, Database.Statement]
  const unmark = connection.prepare('DELETE FROM search_dirty')
  const dropUnused = connection.prepare('DELETE FROM search_vocabulary WHERE entries <= 0')
  const raiseEdition = connection.prepare('UPDATE edition SET number = number + 1')
  /** Each tells whether readers find something else now. */
  const enter: Record<string, (id: string) => boolean> = {
    draft: openDrafts(connection),
    ...openReaders(connection),
  }
  return () => {
    if (isMarked.get() === undefined) return
    let isForReaders = false
    for (const [noun, id] of marked.all()) {
      begin.run()
      try {
        if (enter[noun]?.(id)) isForReaders = true
      } catch (error) {
        // Another program may have written what cannot be read. That must not keep the newsroom from every change.
        if (!isUnreadable(error)) throw error
        undo.run()
        log.error({ err: error, noun, id }, 'cannot be entered into the search')
      }
      end.run()
    }
    dropUnused.run()
    unmark.run()
    // A page of hits may have been stored between the change of another program, which raised it too, and now.
    if (isForReaders) raiseEdition.run()
  }
}

/** Whether a stored value is not of its form: no JSON, or JSON of something else. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || error instanceof TypeError || errorCode(error) === 'SQLITE_ERROR'

function openDrafts(connection: Database.Database) {
  const drop = connection.prepare<[string]>("DELETE FROM search_documents WHERE noun = 'release' AND target_id = ?")
  const words = connection.prepare<[string], DraftWords>(`
    SELECT release_id, language, title, lead, body FROM revision_words
    WHERE revision_id = (SELECT draft_revision_id FROM releases WHERE id = ?)`)
  const add = connection.prepare<string[]>(toDocuments)
  return (id: string) => {
    drop.run(id)
    const found = words.get(id)
    if (found) add.run(...documentOf(found))
    return false
  }
}

function openReaders(connection: Database.Database) {
  const fields = 'SELECT id, language, title, lead, body FROM search_entries'
  const heldOfRelease = connection.prepare<[string], StoredEntry>(`${fields} WHERE release_id = ?`)
  const heldOfPerson = connection.prepare<[string], StoredEntry>(`${fields} WHERE target_id = ? AND noun = 'person'`)
  const ofRelease = connection.prepare<[string], ReleaseEntry>('SELECT * FROM release_entries WHERE release_id = ?')
  const ofPerson = connection.prepare<[string], PersonEntry>('SELECT * FROM person_entries WHERE person_id = ?')
  const taken = connection
    .prepare<[bigint, bigint], number | null>('SELECT min(id) FROM search_entries WHERE id <= ? AND id > ?')
    .pluck()
  const lastPerson = connection
    .prepare<[], number>('SELECT coalesce(max(id), -9000000000000001) FROM search_entries WHERE id < -8000000000000000')
    .pluck()
  const { add, drop } = openIndex(connection)

  function release(id: string): boolean {
    const held = heldOfRelease.all(id)
    for (const entry of held) drop(entry)
    const entries = ofRelease.all(id)
    const [{ at } = { at: 0 }] = entries
    const last = (taken.get(BigInt(firstId(at)), BigInt(firstId(at + crowd))) ?? firstId(at) + 1) - 1
    // In the order of the index, which then gets one part instead of many.
    for (const [index, entry] of entries.entries()) {
      const body = bodyText(entry, entry.language)
      add({ ...entry, id: last + 1 + index - entries.length, body })
    }
    return held.length + entries.length > 0
  }

  function person(id: string): boolean {
    const [held, entries] = [heldOfPerson.all(id), ofPerson.all(id)]
    for (const entry of held) drop(entry)
    for (const { person_id: target_id, ...entry } of entries) {
      add({ ...entry, id: (lastPerson.get() ?? 0) + 1, noun: 'person', target_id, release_id: null, language: '' })
    }
    return held.length + entries.length > 0
  }

  return { release, person }
}

/** Returns what adds an entry to the index and takes it out, with its facets and its words. */
function openIndex(connection: Database.Database) {
  const addEntry = connection.prepare(toEntries)
  const dropEntry = connection.prepare<[bigint]>('DELETE FROM search_entries WHERE id = ?')
  const addFacetSet = connection.prepare<[string, string]>(
    'INSERT INTO search_marks (marks) SELECT ? WHERE NOT EXISTS (SELECT 1 FROM search_marks WHERE marks = ?)',
  )
  const addFacets = connection.prepare<[bigint, string]>(
    'INSERT INTO search_facets (id, marks_id) SELECT ?, id FROM search_marks WHERE marks = ?',
  )
  const dropFacets = connection.prepare<[bigint]>('DELETE FROM search_facets WHERE id = ?')
  const addTokens = connection.prepare<[bigint, string]>('INSERT INTO search_index (rowid, tokens) VALUES (?, ?)')
  const dropTokens = connection.prepare<[bigint]>('DELETE FROM search_index WHERE rowid = ?')
  // A word that no entry has any longer stays until all that is marked has been entered, which may have it again.
  const addWord = connection.prepare<[string, string, string]>(`
    INSERT INTO search_vocabulary (language, word, written, entries) VALUES (?, ?, ?, 1)
    ON CONFLICT (language, word) DO UPDATE SET
      entries = entries + 1, written = CASE WHEN entries > 0 THEN written ELSE excluded.written END`)
  const dropWord = connection.prepare<[string, string]>(
    'UPDATE search_vocabulary SET entries = entries - 1 WHERE language = ? AND word = ?',
  )

  function add(entry: StoredEntry & { noun: string; target_id: string; release_id: string | null; marks: string }) {
    const { noun, target_id, release_id, language, title, lead, body, marks } = entry
    const id = BigInt(entry.id)
    addEntry.run(id, noun, target_id, release_id, language, title, lead, body, marks)
    addFacetSet.run(marks, marks)
    addFacets.run(id, marks)
    const { tokens, words } = indexed({ language, title, lead, body })
    addTokens.run(id, `${tokens} ${marks}`)
    for (const word of words) addWord.run(...word)
  }

  function drop({ id, ...entry }: StoredEntry) {
    const held = BigInt(id)
    dropFacets.run(held)
    dropTokens.run(held)
    for (const [language, word] of indexed(entry).words) dropWord.run(language, word)
    dropEntry.run(held)
  }

  return { add, drop }
}
