import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { db } from '../client.ts'

const file = readFileSync(join(import.meta.dirname, 'edition-triggers.sql'), 'utf8')
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()
const named = (statements: string[]) => new Map(statements.map((text) => [text.split(' ')[2] ?? '', text]))
const list = (names: string) => names.split(',').map((name) => name.trim())

const stated = named(
  file
    .replace(/^--.*\n?/gm, '')
    .split(/(?<=END);/)
    .map(oneLine)
    .filter(Boolean),
)
const made = named(
  db
    .all<{ sql: string }>(
      sql`SELECT sql FROM sqlite_master WHERE type = 'trigger'
        AND (name GLOB 'edition_*' OR name GLOB 'live_*' OR sql LIKE '%UPDATE edition%') ORDER BY rowid`,
    )
    .map((row) => oneLine(row.sql)),
)
const tables = db
  .all<{ name: string }>(
    sql`SELECT name FROM sqlite_master WHERE type = 'table'
      AND name NOT GLOB 'search_*' AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '__drizzle_*'`,
  )
  .map(({ name }) => name)
const columnsOf = (table: string) =>
  db.all<{ name: string }>(sql`SELECT name FROM pragma_table_info(${table})`).map(({ name }) => name)

test('the migrations leave the triggers that edition-triggers.sql states, and no others', () => {
  const names = [...new Set([...made.keys(), ...stated.keys()])].filter((name) => made.get(name) !== stated.get(name))
  const changes = names.flatMap((name) => [
    ...(made.has(name) ? [`DROP TRIGGER ${name};`] : []),
    ...(stated.has(name) ? [`${stated.get(name)};`] : []),
  ])
  expect(changes.join('\n--> statement-breakpoint\n'), 'what a new migration must say').toBe('')
})

test('every table is watched or said to be unwatched', () => {
  const watched = [...stated.values()].map((text) => / ON (\w+)/.exec(text)?.[1] ?? '')
  const unwatched = list(/^-- Unwatched tables: ([^.]+)\./m.exec(file)?.[1]?.replaceAll('\n--', '') ?? '')
  expect([...new Set(watched), ...unwatched].sort()).toEqual(tables.sort())
})

test('where only some columns are watched, the others are said to be unwatched', () => {
  for (const trigger of stated.values()) {
    const [, columns, table = ''] = / UPDATE OF ([\w, ]+) ON (\w+)/.exec(trigger) ?? []
    if (!columns) continue
    const [, unwatched = ''] = new RegExp(`^-- Unwatched in ${table}: ([^.]+)\\.`, 'm').exec(file) ?? []
    expect(['id', ...list(columns), ...list(unwatched)].sort(), table).toEqual(columnsOf(table).sort())
  }
})
