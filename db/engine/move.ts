/**
 * Moves a newsroom from SQLite to PostgreSQL or back: every row of every table, compared by counts and hashes before any of
 * it is kept. The search is entered anew where the newsroom is next opened.
 */

import { existsSync, renameSync, rmSync } from 'node:fs'
import { onConnection } from '../postgres/connections.ts'
import { explained } from '../postgres/fit.ts'
import { isMigrated, migrateDatabase } from '../postgres/migrate.ts'
import * as postgres from '../postgres/moving.ts'
import { makeRoutines } from '../postgres/routines.ts'
import { closeDatabase, openConnection } from '../sqlite/connections.ts'
import { errorCode } from '../sqlite/constraints.ts'
import * as sqliteMigrate from '../sqlite/migrate.ts'
import * as sqlite from '../sqlite/moving.ts'
import { fileTrouble } from '../sqlite/open.ts'
import { databasePath } from './data-directory.ts'
import { CannotMove, type MovedRow, type TableShape, type Tally, tally } from './moving-rows.ts'

/** How much was moved. */
export interface MoveResult {
  tables: number
  rows: number
}

type Read = (shape: TableShape) => Iterable<MovedRow[]> | AsyncIterable<MovedRow[]>

interface Target {
  read: Read
  write(shape: TableShape, rows: MovedRow[]): Promise<void> | void
}

/**
 * Moves the newsroom to the database that DATABASE_URL names. It may be read meanwhile, and refuses changes. Refuses a
 * database that is not empty, and a newsroom of another version than this program's.
 */
export const moveToPostgres = (now: Date): Promise<MoveResult> => told(() => fillDatabase(now))

async function fillDatabase(now: Date): Promise<MoveResult> {
  if (!existsSync(databasePath()) || !(await sqliteMigrate.isMigrated()))
    throw new CannotMove(`${databasePath()} is of another version, or not there. Start the newsroom once.`)
  await closeDatabase()
  await migrateDatabase(now)
  const source = openConnection(databasePath())
  try {
    source.exec('BEGIN IMMEDIATE')
    return await onConnection(async (target) => {
      await postgres.holdChanges(target)
      const shapes = await postgres.tableShapes(target)
      refuseOtherTables(shapes, sqlite.movedColumns(source))
      for (const shape of shapes) {
        if (shape.name !== 'edition' && (await postgres.hasRows(target, shape)))
          throw new CannotMove(`The database of DATABASE_URL is not empty: it holds ${shape.name}.`)
      }
      await target.query('BEGIN')
      const tighten = await postgres.loosen(target)
      const moved = await carry(shapes, (shape) => sqlite.readMoved(source, shape), {
        read: (shape) => postgres.readMoved(target, shape),
        write: (shape, rows) => postgres.writeMoved(target, shape, rows),
      })
      await tighten(sqlite.chainHeight(source))
      await makeRoutines(target)
      await target.query('COMMIT')
      // Else the first pages are made as if every table were empty, and look up each row that an index tells all of.
      await target.query('VACUUM (ANALYZE)')
      return moved
    })
  } finally {
    source.close()
  }
}

/**
 * Moves the newsroom from the database that DATABASE_URL names to a new file in the data directory. It may be read
 * meanwhile, and changes wait. Refuses a file that is there already, and a newsroom of another version than this program's.
 */
export const moveToSqlite = (): Promise<MoveResult> => told(makeFile)

async function makeFile(): Promise<MoveResult> {
  if (existsSync(databasePath())) throw new CannotMove(`${databasePath()} is there already. Move it away first.`)
  if (!(await isMigrated()))
    throw new CannotMove('The database of DATABASE_URL is of another version, or empty. Start the newsroom once.')
  // Under another name until all is in it: one that a move left half-way would be taken for a new newsroom.
  const path = `${databasePath()}.moving`
  try {
    sqliteMigrate.makeDatabase(path)
    const moved = await fillFile(path)
    renameSync(path, databasePath())
    return moved
  } catch (error) {
    for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true })
    throw error
  }
}

/** Whichever of the two databases is why it fails is named, in a sentence for the operator. */
const told = (work: () => Promise<MoveResult>): Promise<MoveResult> =>
  explained(() =>
    work().catch((error) => {
      const isOfFile = /^(?:SQLITE_|E(?:ACCES|PERM|ROFS|NOTDIR|EXIST|NOSPC|DQUOT)$)/.test(errorCode(error))
      throw isOfFile ? new CannotMove(fileTrouble(error, databasePath()), { cause: error }) : error
    }),
  )

async function fillFile(path: string): Promise<MoveResult> {
  const target = openConnection(path)
  try {
    return await onConnection(async (source) => {
      await postgres.holdChanges(source)
      await source.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const shapes = await postgres.tableShapes(source)
      refuseOtherTables(shapes, sqlite.movedColumns(target))
      target.pragma('foreign_keys = OFF')
      target.exec('BEGIN IMMEDIATE')
      const tighten = sqlite.loosen(target, shapes)
      const moved = await carry(shapes, (shape) => postgres.readMoved(source, shape), {
        read: (shape) => sqlite.readMoved(target, shape),
        write: (shape, rows) => sqlite.writeMoved(target, shape, rows),
      })
      tighten(await postgres.chainHeight(source))
      target.exec('COMMIT')
      return moved
    })
  } finally {
    target.close()
  }
}

/** Writes all rows that are read to the target, reads them there, and throws at the first table that is not the same. */
async function carry(shapes: TableShape[], read: Read, target: Target): Promise<MoveResult> {
  let total = 0
  for (const shape of shapes) {
    const before = tally()
    for await (const rows of read(shape)) {
      before.add(rows)
      await target.write(shape, rows)
    }
    const after = tally()
    for await (const rows of target.read(shape)) after.add(rows)
    total += refuseDifference(shape, before.result(), after.result())
  }
  return { tables: shapes.length, rows: total }
}

function refuseDifference({ name }: TableShape, before: Tally, after: Tally): number {
  if (before.rows !== after.rows) throw new CannotMove(`${name}: ${before.rows} were read, and ${after.rows} arrived.`)
  if (before.hash !== after.hash) throw new CannotMove(`${name}: what arrived is not what was read.`)
  return before.rows
}

function refuseOtherTables(shapes: TableShape[], columns: string[]): void {
  const inPostgres = shapes.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column.name}`))
  const apart = [...new Set(inPostgres).symmetricDifference(new Set(columns))]
  if (apart.length) throw new CannotMove(`Only one of the two databases has ${apart.join(', ')}.`)
}
