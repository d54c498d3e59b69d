import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { expect, test } from 'vitest'
import { closeDatabase } from './connections.ts'
import { openNewsroom } from './open.ts'
import { searchDrafts } from './search/drafts.ts'

const migrations = join(import.meta.dirname, '../migrations')

/** Makes a database as a version with so many migrations left it. Its triggers called functions of that version. */
function olderDatabase(path: string, count: number): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'pressrum-migrations-'))
  cpSync(migrations, folder, { recursive: true })
  const journal = JSON.parse(readFileSync(join(folder, 'meta/_journal.json'), 'utf8')) as { entries: object[] }
  journal.entries.length = count
  writeFileSync(join(folder, 'meta/_journal.json'), JSON.stringify(journal))
  const database = new Database(path)
  for (const name of ['search_tokens', 'search_text', 'document_text', 'quote_text']) {
    database.function(name, { varargs: true }, (text) => String(text))
  }
  database.function('search_words', { varargs: true }, () => '[["sv","fisk","Fisk"]]')
  migrate(drizzle(database), { migrationsFolder: folder })
  rmSync(folder, { recursive: true })
  return database
}

test('what was written before the index was entered by marks is found after it', async () => {
  const usual = process.env.DATA_DIR
  await closeDatabase()
  process.env.DATA_DIR = mkdtempSync(join(tmpdir(), 'pressrum-older-'))
  const older = olderDatabase(join(process.env.DATA_DIR, 'pressrum.sqlite'), 24)
  older.exec(`
    INSERT INTO releases (id, story_id, language, draft_version, created_at, updated_at, source_authors)
      VALUES ('one', 'one', 'sv', 1, 1, 1, '[]');
    INSERT INTO revisions (id, release_id, number, reason, kind, title, slug, lead, body, place, byline, summary, created_at, saved_at)
      VALUES ('one-1', 'one', 1, 'publish', 'news', 'Braxen', '', '[]', '{"type":"doc","content":[]}', '', '', '', 1, 1);
    UPDATE releases SET draft_revision_id = 'one-1', live_revision_id = 'one-1', publish_at = 1`)
  older.close()
  await openNewsroom(new Date('2026-11-20T08:00:00Z'))
  expect(await searchDrafts('braxen')).toEqual(['one'])
  await closeDatabase()
  rmSync(process.env.DATA_DIR, { recursive: true })
  process.env.DATA_DIR = usual
})

test('marks that were path commands look as they did, and funders keep the order readers saw', () => {
  const file = readFileSync(join(migrations, '0020_funders.sql'), 'utf8')
  const changes = file.split('--> statement-breakpoint').filter((statement) => /UPDATE organisations/.test(statement))
  const before = new Database(':memory:')
  before.exec('CREATE TABLE organisations (id TEXT, kind TEXT, mark TEXT, position INTEGER)')
  const add = before.prepare('INSERT INTO organisations VALUES (?, ?, ?, ?)')
  add.run('b', 'funder', '{"path":"M4 4h9v9","strokeWidth":null}', 3)
  add.run('a', 'funder', '{"path":"M4 4h9","strokeWidth":3.2}', 3)
  add.run('c', 'funder', null, 0)
  add.run('d', 'partner', null, 7)
  for (const change of changes) before.exec(change)
  const rows = before.prepare('SELECT id, mark, position FROM organisations ORDER BY kind, position, id').all() as {
    id: string
    mark: string | null
    position: number
  }[]
  expect(rows.map(({ id, position }) => [id, position])).toEqual([
    ['c', 0],
    ['a', 1],
    ['b', 2],
    ['d', 0],
  ])
  const marks = new Map(rows.map(({ id, mark }) => [id, mark && JSON.parse(mark)]))
  expect(marks.get('c')).toBeNull()
  const whole = (attributes: object) => ({
    viewBox: '0 0 32 32',
    isInk: true,
    parts: [{ name: 'path', attributes, parts: [] }],
  })
  expect(marks.get('b')).toEqual(whole({ d: 'M4 4h9v9' }))
  expect(marks.get('a')).toEqual(whole({ d: 'M4 4h9', fill: 'none', stroke: 'currentColor', 'stroke-width': '3.2' }))
})
