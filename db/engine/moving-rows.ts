/** What moves from one database to the other: rows as both can write them, and the hashes they are compared by. */
import { createHash, type Hash } from 'node:crypto'
import { CannotOpen } from './data-directory.ts'

/** What a column holds, whichever database it is in. */
export type ColumnKind = 'plain' | 'flag' | 'moment' | 'json'

export interface TableShape {
  name: string
  columns: { name: string; kind: ColumnKind; type: string }[]
  /** The columns of its key, by which its rows are read in one order. */
  key: string[]
}

/** A row's values in the order of its table's columns: a flag as 0 or 1, a moment in milliseconds, JSON as it is written. */
export type MovedRow = (string | number | null)[]

/** How many rows of a table there are, and one hash of all of them. */
export interface Tally {
  rows: number
  hash: string
}

/** Thrown when the newsroom cannot be moved; the message tells the operator why. Nothing is changed then. */
export class CannotMove extends CannotOpen {}

/** How many rows are read and written at once. */
export const rowsAtOnce = 500

/** Returns what counts and hashes rows as they pass. */
export function tally(): { add(rows: MovedRow[]): void; result(): Tally } {
  const hash: Hash = createHash('sha256')
  let count = 0
  return {
    add(rows) {
      count += rows.length
      for (const row of rows) hash.update(`${JSON.stringify(row)}\n`)
    },
    result: () => ({ rows: count, hash: hash.digest('hex') }),
  }
}

/** Whether a table holds what the newsroom has written, and not what the database makes of it. */
export const isMoved = (table: string): boolean => !/^(?:search_|__drizzle_|sqlite_|event_chain_height$)/.test(table)

export const quotedName = (name: string): string => `"${name.replaceAll('"', '""')}"`
