/** Rebuilds the search index where what is marked is not all that has to be entered. */
import type Database from 'better-sqlite3'
import { sql } from 'drizzle-orm'
import { type Language, languages } from '#lib/locale.ts'
import { foldingVersion } from '#lib/search/fold.ts'
import { db, write } from '../../client.ts'
import { bodyText, type Entry, indexed } from '../../search/entry-texts.ts'
import { connections } from '../connections.ts'
import { type DraftWords, documentOf, firstId, type ReleaseEntry, toDocuments, toEntries } from './enter.ts'

/**
 * Rebuilds the index when it was made by another folding than this version's, or for other languages: names are words
 * of every language. Otherwise enters what another program has changed meanwhile. It runs as the newsroom is opened,
 * before anybody can search.
 */
export async function renewSearch(): Promise<void> {
  const now = { languages: languages.join(' '), folding: foldingVersion }
  const [made] = await db.all<typeof now>(sql`SELECT languages, folding FROM search_made_for`)
  if (made?.languages === now.languages && made.folding === now.folding) {
    // A change enters whatever is marked.
    return write(async () => {})
  }
  await rebuildSearch()
  await rebuildDraftSearch()
  await write(async (tx) => {
    await tx.run(sql`DELETE FROM search_made_for`)
    await tx.run(sql`INSERT INTO search_made_for (languages, folding) VALUES (${now.languages}, ${now.folding})`)
  })
}

/**
 * Rebuilds the whole index in bulk: some 1,500 releases a second, where entering one by one manages 300. Returns how much
 * there is. For a database that was changed past the triggers, or by a version that split words otherwise.
 */
export async function rebuildSearch(): Promise<{ entries: number; words: number }> {
  return write(async () => {
    const { writing } = connections()
    const restore = dropTriggers(writing, 'search_vocabulary')
    writing.exec(`
      DELETE FROM search_entries;
      DELETE FROM search_facets;
      DELETE FROM search_vocabulary;
      DELETE FROM search_dirty WHERE noun <> 'draft';
      INSERT INTO search_index (search_index) VALUES ('delete-all');
      INSERT INTO search_entries (id, noun, target_id, release_id, language, title, lead, body, marks)
        SELECT -9000000000000001 + row_number() OVER (), 'person', person_id, NULL, '', title, lead, body, marks FROM person_entries`)
    addReleases(writing)
    // As much as fits in the memory of a small machine is sorted at a time, and merged once at the end.
    writing.exec(`
      INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 67108864);
      INSERT INTO search_index (search_index, rank) VALUES ('automerge', 0)`)
    indexAll(writing)
    writing.exec(`
      INSERT INTO search_index (search_index) VALUES ('optimize');
      INSERT INTO search_index (search_index, rank) VALUES ('hashsize', 1048576);
      INSERT INTO search_index (search_index, rank) VALUES ('automerge', 2);
      INSERT INTO search_word_parts (search_word_parts) VALUES ('rebuild');
      UPDATE edition SET number = number + 1`)
    restore()
    const countOf = (table: string) => writing.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
    return { entries: countOf('search_entries'), words: countOf('search_vocabulary') }
  })
}

/** Indexes every draft anew for the studio's search. */
export async function rebuildDraftSearch(): Promise<void> {
  await write(async () => {
    const { writing } = connections()
    const restore = dropTriggers(writing, 'search_documents')
    writing.exec(`
      DELETE FROM search_documents;
      DELETE FROM search_dirty WHERE noun = 'draft'`)
    addDrafts(writing)
    writing.exec(`
      INSERT INTO search_words (search_words) VALUES ('rebuild');
      INSERT INTO search_parts (search_parts) VALUES ('rebuild')`)
    restore()
  })
}

function dropTriggers(writing: Database.Database, table: string): () => void {
  const triggers = writing
    .prepare<[string], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ?`,
    )
    .all(table)
  for (const { name } of triggers) writing.exec(`DROP TRIGGER ${name}`)
  return () => {
    for (const trigger of triggers) writing.exec(trigger.sql)
  }
}

const batch = 1_000

/** Keeps what readers find of every release. One after another, since the texts of all of them may not fit in memory. */
function addReleases(writing: Database.Database) {
  const ids = writing.prepare<[], string>('SELECT id FROM releases WHERE live_revision_id IS NOT NULL').pluck().all()
  const ofRelease = writing.prepare<[string], ReleaseEntry>('SELECT * FROM release_entries WHERE release_id = ?')
  const add = writing.prepare(toEntries)
  const atOnce = new Map<number, number>()
  for (const id of ids) {
    for (const { noun, target_id, release_id, at, language, title, lead, ...entry } of ofRelease.all(id)) {
      const before = atOnce.get(at) ?? 0
      atOnce.set(at, before + 1)
      const body = bodyText(entry, language)
      add.run(firstId(at) - before, noun, target_id, release_id, language, title, lead, body, entry.marks)
    }
  }
}

function addDrafts(writing: Database.Database) {
  const ids = writing.prepare<[], string>('SELECT draft_revision_id FROM releases').pluck().all()
  const words = writing.prepare<[string], DraftWords>(
    'SELECT release_id, language, title, lead, body FROM revision_words WHERE revision_id = ?',
  )
  const add = writing.prepare(toDocuments)
  for (const id of ids) for (const found of words.all(id)) add.run(...documentOf(found))
}

function indexAll(writing: Database.Database) {
  const next = writing.prepare<[number, number], Entry & { id: number; marks: string }>(
    'SELECT id, language, title, lead, body, marks FROM search_entries WHERE id > ? ORDER BY id LIMIT ?',
  )
  const toIndex = writing.prepare('INSERT INTO search_index (rowid, tokens) VALUES (?, ?)')
  const toFacetSets = writing.prepare('INSERT INTO search_marks (id, marks) VALUES (?, ?)')
  const toFacets = writing.prepare('INSERT INTO search_facets (id, marks_id) VALUES (?, ?)')
  const toVocabulary = writing.prepare(
    'INSERT INTO search_vocabulary (language, word, written, entries) VALUES (?, ?, ?, ?)',
  )
  // A set of facets keeps its number.
  const facetsIds = new Map(writing.prepare<[], [string, number]>('SELECT marks, id FROM search_marks').raw().all())
  const vocabulary = new Map<Language, Map<string, { written: string; entries: number }>>()
  let last = Number.MIN_SAFE_INTEGER
  for (;;) {
    const entries = next.all(last, batch)
    for (const { id, marks: facets, ...entry } of entries) {
      const { tokens, words } = indexed(entry)
      toIndex.run(id, `${tokens} ${facets}`)
      const facetsId = facetsIds.get(facets) ?? facetsIds.size + 1
      if (facetsId > facetsIds.size) toFacetSets.run(facetsId, facets)
      facetsIds.set(facets, facetsId)
      toFacets.run(id, facetsId)
      for (const [language, word, written] of words) {
        const known = vocabulary.get(language) ?? new Map()
        vocabulary.set(language, known)
        const held = known.get(word)
        if (held) held.entries++
        else known.set(word, { written, entries: 1 })
      }
      last = id
    }
    if (entries.length < batch) break
  }
  for (const [language, words] of vocabulary) {
    for (const [word, { written, entries }] of words) toVocabulary.run(language, word, written, entries)
  }
}
