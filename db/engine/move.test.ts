import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDatabase, openNewsroom } from '../engine.ts'
import { verifyChain } from '../events/verify.ts'
import { searchNewsroom } from '../live/search.ts'
import { makeTestDatabase } from '../postgres/testing.ts'
import { openConnection } from '../sqlite/connections.ts'
import { addPerson, addRelease, visit } from '../testing/newsroom.ts'
import { everyRow } from '../testing/rows.ts'
import { databasePath } from './data-directory.ts'
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
    rmSync(databasePath())
    await openNewsroom(now)
    expect((await searchNewsroom('grundvatten', { visit }))?.total).toBe(1)
  } finally {
    await closeDatabase()
    await drop()
  }
})

test.runIf(server)('what cannot be moved is named, and leaves the database empty', async () => {
  const drops = [await makeTestDatabase(server)]
  try {
    await moveToSqlite()
    await closeDatabase()
    drops.push(await makeTestDatabase(server))
    await expect(openNewsroom(now)).rejects.toThrow('pressrum.sqlite is there. Bring what it holds over')

    const file = openConnection(databasePath())
    const change = (statement: string) => file.exec(statement)
    file.pragma('foreign_keys = OFF')
    change("INSERT INTO topics (id) VALUES ('one'), ('two' || char(0))")
    await expect(moveToPostgres(now)).rejects.toThrow(
      /topics holds what PostgreSQL cannot keep, in two\0: invalid byte/,
    )
    change("DELETE FROM topics; INSERT INTO person_topics VALUES ('nobody', 'none')")
    await expect(moveToPostgres(now)).rejects.toThrow(/^person_topics names what is not there\. Key \(\w+\)=\(no/)
    change('DELETE FROM person_topics')
    file.close()
    await moveToPostgres(now)
  } finally {
    await closeDatabase()
    for (const drop of drops) await drop()
  }
})

test.runIf(server)('a directory that cannot be written is named', async () => {
  const before = process.env.DATA_DIR
  const drop = await makeTestDatabase(server)
  const directory = mkdtempSync(join(tmpdir(), 'pressrum-'))
  try {
    process.env.DATA_DIR = join(directory, 'file')
    writeFileSync(process.env.DATA_DIR, '')
    await expect(moveToSqlite()).rejects.toThrow('pressrum.sqlite cannot be written. Check DATA_DIR and who owns it.')
  } finally {
    process.env.DATA_DIR = before
    rmSync(directory, { recursive: true })
    await closeDatabase()
    await drop()
  }
})
