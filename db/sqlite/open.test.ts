import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeDatabase } from './connections.ts'
import { backupDatabase } from './migrate.ts'
import { openNewsroom } from './open.ts'

const usual = process.env.DATA_DIR
const now = new Date('2026-11-20T08:00:00Z')
let dir = ''
const inside = (...names: string[]) => join(dir, ...names)
const modeOf = (...names: string[]) => (statSync(inside(...names)).mode & 0o777).toString(8)

function writeMedia() {
  mkdirSync(inside('media', 'ab', 'abcd'), { recursive: true })
  writeFileSync(inside('media', 'ab', 'abcd', 'original.jpg'), 'a picture')
}

beforeEach(async () => {
  await closeDatabase()
  dir = join(mkdtempSync(join(tmpdir(), 'pressrum-open-')), 'data')
  process.env.DATA_DIR = dir
})

afterEach(async () => {
  await closeDatabase()
  rmSync(join(dir, '..'), { recursive: true })
  process.env.DATA_DIR = usual
})

test('a new newsroom can be read by its owner alone, and so can its copies', async () => {
  await openNewsroom(now)
  await backupDatabase(inside('backups', 'one.sqlite'))
  expect(['', 'backups'].map((name) => modeOf(name))).toEqual(['700', '700'])
  expect(
    ['secret', 'pressrum.sqlite', 'pressrum.sqlite-wal', 'backups/one.sqlite'].map((name) => modeOf(name)),
  ).toEqual(['600', '600', '600', '600'])
  expect(new Database(inside('backups', 'one.sqlite')).pragma('quick_check', { simple: true })).toBe('ok')
})

test('one that others could read is closed to them when it is opened', async () => {
  await openNewsroom(now)
  await backupDatabase(inside('backups', 'one.sqlite'))
  await closeDatabase()
  writeMedia()
  for (const name of ['', 'backups', 'media', 'media/ab', 'media/ab/abcd']) chmodSync(inside(name), 0o755)
  for (const name of ['secret', 'pressrum.sqlite', 'backups/one.sqlite']) chmodSync(inside(name), 0o644)
  await openNewsroom(now)
  expect(['', 'backups', 'media', 'media/ab', 'media/ab/abcd'].map((name) => modeOf(name))).toEqual(
    Array.from({ length: 5 }, () => '700'),
  )
  const files = ['secret', 'pressrum.sqlite', 'backups/one.sqlite', 'media/ab/abcd/original.jpg']
  expect(files.map((name) => modeOf(name))).toEqual(files.map(() => '600'))
})

test.each(['', '\n', '   '])('a secret that is %j is refused', async (secret) => {
  mkdirSync(dir)
  writeFileSync(inside('secret'), secret)
  await expect(openNewsroom(now)).rejects.toThrow(/secret is empty\. Put back the copy of it, or delete it/)
  expect(existsSync(inside('pressrum.sqlite'))).toBe(false)
})

test.each(['empty', 'missing'])('a database that is %s beside the files of a newsroom is no new one', async (state) => {
  await openNewsroom(now)
  await closeDatabase()
  writeMedia()
  rmSync(inside('pressrum.sqlite'))
  if (state === 'empty') writeFileSync(inside('pressrum.sqlite'), '')
  await expect(openNewsroom(now)).rejects.toThrow(`pressrum.sqlite is ${state}, while `)
  expect(existsSync(inside('pressrum.sqlite'))).toBe(state === 'empty')
  if (state === 'empty') expect(readFileSync(inside('pressrum.sqlite'))).toHaveLength(0)
})

test('an empty database without files, and empty folders, are a new newsroom', async () => {
  mkdirSync(inside('media', 'incoming'), { recursive: true })
  writeFileSync(inside('pressrum.sqlite'), '')
  await expect(openNewsroom(now)).resolves.toBeUndefined()
})

test('the database of another program is left alone', async () => {
  mkdirSync(dir)
  const other = new Database(inside('pressrum.sqlite'))
  other.exec('CREATE TABLE notes (text)')
  other.close()
  await expect(openNewsroom(now)).rejects.toThrow('is the database of another program')
})
