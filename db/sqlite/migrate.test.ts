import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

test('marks that were path commands look as they did, and funders keep the order readers saw', () => {
  const file = readFileSync(join(import.meta.dirname, '../migrations/0020_funders.sql'), 'utf8')
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
