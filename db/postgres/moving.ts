/** The PostgreSQL side of moving a newsroom from one database to the other. */
import type pg from 'pg'
import {
  CannotMove,
  type ColumnKind,
  isMoved,
  type MovedRow,
  quotedName,
  rowsAtOnce,
  type TableShape,
} from '../engine/moving-rows.ts'
import { writeLock } from './connections.ts'
import { errorCode } from './constraints.ts'
import { dropRoutines } from './routines.ts'

const kinds: Record<string, ColumnKind> = { boolean: 'flag', 'timestamp with time zone': 'moment', json: 'json' }

/** Returns the newsroom's tables, by name. */
export async function tableShapes(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string; place: number | null }>(`
    SELECT columns.table_name AS table, columns.column_name AS column, columns.data_type AS type, keys.place
    FROM information_schema.columns
    JOIN information_schema.tables ON tables.table_schema = 'public' AND tables.table_name = columns.table_name
      AND tables.table_type = 'BASE TABLE'
    LEFT JOIN (
      SELECT relname, attname, ordinality AS place FROM pg_index
      JOIN pg_class ON pg_class.oid = indrelid AND relnamespace = 'public'::regnamespace
      CROSS JOIN unnest(indkey) WITH ORDINALITY AS part (number, ordinality)
      JOIN pg_attribute ON attrelid = indrelid AND attnum = part.number
      WHERE indisprimary
    ) AS keys ON relname = columns.table_name AND attname = columns.column_name
    WHERE columns.table_schema = 'public' ORDER BY columns.table_name, columns.column_name`)
  const byTable = Map.groupBy(
    rows.filter(({ table }) => isMoved(table)),
    ({ table }) => table,
  )
  return [...byTable].map(([name, columns]) => ({
    name,
    columns: columns.map(({ column, type }) => ({ name: column, kind: kinds[type] ?? 'plain', type })),
    key: columns
      .filter(({ place }) => place !== null)
      .sort((a, b) => Number(a.place) - Number(b.place))
      .map(({ column }) => column),
  }))
}

const written: Record<ColumnKind, (name: string) => string> = {
  plain: (name) => name,
  flag: (name) => `${name}::integer`,
  moment: (name) => `(extract(epoch FROM ${name}) * 1000)::bigint`,
  json: (name) => `${name}::text`,
}

/** Reads all rows of a table by its key, some at a time. It must run in a transaction. */
export async function* readMoved(client: pg.ClientBase, shape: TableShape): AsyncGenerator<MovedRow[]> {
  const columns = shape.columns.map(({ name, kind }) => written[kind](quotedName(name)))
  await client.query(`
    DECLARE moving CURSOR FOR SELECT ${columns} FROM public.${quotedName(shape.name)}
    ORDER BY ${shape.key.map(quotedName)}`)
  for (;;) {
    const { rows } = await client.query<MovedRow>({ text: `FETCH ${rowsAtOnce} FROM moving`, rowMode: 'array' })
    if (rows.length) yield rows
    if (rows.length < rowsAtOnce) break
  }
  await client.query('CLOSE moving')
}

const read: Record<ColumnKind, (column: string, type: string) => string> = {
  plain: (column, type) => `${column}::${type}`,
  flag: (column) => `${column}::integer::boolean`,
  moment: (column) => `to_timestamp(${column}::bigint / 1000.0)`,
  json: (column) => `${column}::json`,
}

/** Writes rows into a table. Throws `CannotMove`, with its key, for the first that holds what PostgreSQL cannot keep. */
export async function writeMoved(client: pg.ClientBase, shape: TableShape, rows: MovedRow[]): Promise<void> {
  await client.query('SAVEPOINT rows')
  try {
    await insertRows(client, shape, rows)
  } catch (error) {
    if (!errorCode(error).startsWith('22')) throw error
    const [row = [], ...others] = rows
    const message = error instanceof Error ? error.message : ''
    if (others.length === 0)
      throw new CannotMove(`${shape.name} holds what PostgreSQL cannot keep, in ${keyOf(shape, row)}: ${message}.`)
    await client.query('ROLLBACK TO rows')
    for (const one of rows) await writeMoved(client, shape, [one])
  }
  await client.query('RELEASE rows')
}

const keyOf = ({ columns, key }: TableShape, row: MovedRow): string =>
  key.map((name) => row[columns.findIndex((column) => column.name === name)]).join(' ')

async function insertRows(client: pg.ClientBase, shape: TableShape, rows: MovedRow[]): Promise<void> {
  const given = shape.columns.map((_, index) => `c${index}`)
  await client.query(
    `INSERT INTO public.${quotedName(shape.name)} (${shape.columns.map(({ name }) => quotedName(name))})
     SELECT ${shape.columns.map(({ kind, type }, index) => read[kind](`c${index}`, type))}
     FROM unnest(${given.map((_, index) => `$${index + 1}::text[]`)}) AS given (${given})`,
    shape.columns.map((_, index) => rows.map((row) => row[index] ?? null)),
  )
}

/** Holds back every change of the newsroom until the connection ends. */
export const holdChanges = (client: pg.ClientBase): Promise<unknown> =>
  client.query(`SELECT pg_advisory_lock(${writeLock})`)

export async function hasRows(client: pg.ClientBase, { name }: TableShape): Promise<boolean> {
  const { rows } = await client.query(`SELECT 1 FROM public.${quotedName(name)} LIMIT 1`)
  return rows.length > 0
}

/** Returns the highest place that a link of the audit log has ever had. */
export async function chainHeight(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ highest: number }>('SELECT highest FROM event_chain_height')
  return rows[0]?.highest ?? 0
}

/**
 * Lets rows be written in any order into an empty database, without what follows from writing them. Returns what puts the
 * keys between tables back, which are checked then, and keeps how high the audit log has been. The routines must be made
 * anew afterwards.
 */
export async function loosen(client: pg.ClientBase): Promise<(chainHeight: number) => Promise<void>> {
  await dropRoutines(client)
  await client.query('DELETE FROM edition; DELETE FROM search_made_for')
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`)
  for (const { table, name } of rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quotedName(name)}`)
  return async (highest) => {
    await client.query('UPDATE event_chain_height SET highest = $1', [highest])
    for (const { table, name, definition } of rows) {
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quotedName(name)} ${definition}`).catch((error) => {
        if (errorCode(error) !== '23503') throw error
        throw new CannotMove(`${table} names what is not there. ${error.detail ?? ''}`)
      })
    }
  }
}
