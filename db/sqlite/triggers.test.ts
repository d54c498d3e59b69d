import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../client.ts'
import { routines } from '../postgres/routines.ts'

/** What one of them alone needs, and why. */
const apart = [
  // PostgreSQL has no row that takes another's place unseen.
  'events_once',
  // PostgreSQL keeps how high the audit log has been in a table, and SQLite by itself.
  'event_chain_height_rises',
  'event_chain_height_stays',
  // The indexes of FTS5 are kept beside their tables.
  'search_documents_delete',
  'search_documents_insert',
  'search_vocabulary_delete',
  'search_vocabulary_insert',
]

test('both databases have the same triggers, but for those that only one of them needs', () => {
  const inSqlite = db
    .all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`)
    .map(({ name }) => name)
  const inPostgres = [...routines().matchAll(/^CREATE TRIGGER (\w+)/gm)].map(([, name = '']) => name)
  expect([...new Set(inPostgres).symmetricDifference(new Set(inSqlite))].sort()).toEqual(apart.toSorted())
})
