import { readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openNewsroom } from '../engine.ts'
import { verifyChain } from '../events/verify.ts'
import { searchNewsroom } from '../live/search.ts'
import { makeTestDatabase } from '../postgres/testing.ts'
import { databasePath } from '../sqlite/connections.ts'
import { addPerson, addRelease, visit } from '../testing/newsroom.ts'
import { everyRow } from '../testing/rows.ts'
import { moveToPostgres, moveToSqlite } from './move.ts'

const server = process.env.TEST_DATABASE_URL ?? ''
const now = new Date('2026-11-20T08:00:00Z')

test.runIf(server)('a newsroom goes to SQLite, and from there to an empty PostgreSQL, row by row', async () => {
  await addRelease('Grundvattnet sjunker')
  await addPerson('Nora Sjö')
  const before = await everyRow({ but: [] })
  const rows = before.reduce((total, [, inside]) => total + inside.length, 0)

  writeFileSync(`${databasePath()}.moving`, 'left by one that was killed')
  expect(await moveToSqlite()).toEqual({ tables: before.length, rows })
  expect(readdirSync(dirname(databasePath())).filter((name) => name.startsWith('pressrum'))).toEqual([
    'pressrum.sqlite',
  ])
  await expect(moveToSqlite()).rejects.toThrow('is there already')
  await expect(moveToPostgres(now)).rejects.toThrow('is not empty')

  const drop = await makeTestDatabase(server)
  try {
    expect(await moveToPostgres(now)).toEqual({ tables: before.length, rows })
    expect(await everyRow({ but: [] })).toEqual(before)
    expect((await verifyChain()).broken).toBeNull()
    await openNewsroom(now)
    expect((await searchNewsroom('grundvatten', { visit }))?.total).toBe(1)
  } finally {
    await closeDatabase()
    await drop()
  }
})
