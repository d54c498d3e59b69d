/**
 * The database as verbs and queries use it. `db` reads and sees only what is committed; `write()` changes, one change
 * at a time, all or nothing.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { chosen } from './engine/chosen.ts'
import type { Reader, Writer } from './sqlite/connections.ts'
import type { ReadLog } from './sqlite/read-log.ts'

export type { Reader, Writer }

// Both have builders of the same names, and what verbs ask of them is the same.
const { connections, transaction } = await chosen(
  () => import('./sqlite/connections.ts'),
  () => import('./postgres/connections.ts'),
)

export const { alone, unlessElsewhere } = await chosen(
  () => import('./sqlite/alone.ts'),
  () => import('./postgres/alone.ts'),
)

export const db: Reader = new Proxy({} as Reader, {
  get: (_, property) => Reflect.get(connections().reader, property),
})

/** The log of the queries that run while pages are made. */
export const readLog = (): ReadLog => connections().reads

/**
 * Returns a query that is built once for each database: building one takes some ten times as long as running it. One that
 * has several shapes is built once for each, so there must be few of them: what readers type is a placeholder.
 */
export function prepared<Query, Shape extends readonly (string | number | boolean | readonly string[])[]>(
  build: (reader: Reader, ...shape: Shape) => Query,
): (...shape: Shape) => Query {
  let made: { reader: Reader; queries: Map<string, Query> } | undefined
  return (...shape) => {
    const { reader } = connections()
    if (made?.reader !== reader) made = { reader, queries: new Map() }
    const key = shape.join(' ')
    const query = made.queries.get(key) ?? build(reader, ...shape)
    made.queries.set(key, query)
    return query
  }
}

const writing = new AsyncLocalStorage<true>()

/**
 * Runs one change. Changes run one after another on one connection; a throw undoes all of it. Throws at a `write`
 * inside a `write` (it would wait for itself for ever), and refuses with a plain reason when the disk is full or the
 * file cannot be written.
 */
export function write<T>(change: (tx: Writer) => Promise<T>): Promise<T> {
  if (writing.getStore()) throw new Error('write() inside write(): pass the transaction on instead')
  const open = connections()
  const turn = open.queue.then(() => writing.run(true, () => transaction(open, change)))
  open.queue = turn.catch(() => {})
  // The next change need not wait until everybody knows of this one.
  return turn.then(async ({ result, settled }) => {
    await settled
    return result
  })
}
