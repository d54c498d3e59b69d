/**
 * Logs what a page is made from: every query it runs, with a digest of the result. While the same queries give the same
 * results the page is valid, whatever else has changed in the newsroom; running them again takes a fraction of a
 * millisecond, and rendering takes twenty. The log is kept on the connection itself, so a page cannot leave anything
 * out. One of the few places that know SQLite's driver.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/**
 * A query with its result's digest. Pages with the same query and result share it: what all of them read (settings,
 * topics, contacts) is read once in an epoch.
 */
interface TrackedQuery {
  sql: string
  params: readonly unknown[]
  /** Which parameters were the moment the page was made for: when it is run again, they are the later moment. */
  moments: readonly number[]
  /** Whether only the first row was read. */
  isOne: boolean
  digest: string
  /** The epoch in which the query was last run again, and whether it gave the same result. */
  asked?: { epoch: Epoch; isSame: boolean }
}

interface Tracking {
  now: Date
  asked: Map<string, TrackedQuery>
  /** False once something was read that cannot be read again: then what is made is valid for this edition only. */
  isRepeatable: boolean
}

/** An epoch, a stretch of time in which nothing readers can see changes; `from` is where it began, in milliseconds. */
interface Epoch {
  from: number
}

export interface ReadLog {
  /**
   * Makes something for the moment `now`. `stillValid` says of a later epoch whether it would be made from the same
   * rows. What it says was true at some moment while it was asked.
   */
  track<Made>(now: Date, make: () => Promise<Made>): Promise<{ made: Made; stillValid(epoch: Epoch): Promise<boolean> }>
  /** Marks what is being made as read from elsewhere too: it will not be valid later. */
  markUntracked(): void
  /** Runs queries whose results never change: they are not run again to check whether something is still valid. */
  readImmutable<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  /** The moment that something is being made for. */
  moment(): Date | undefined
}

const maxStatements = 250
/** About as many queries as a thousand pages run. Beyond that, pages no longer share queries that few of them run. */
const maxQuestions = 20_000
/** The most letters that shared queries, and their texts, hold together: what somebody has typed may be long. */
const maxLetters = 4_000_000

/** Makes a connection log the queries on it. */
export function logReads(connection: Database.Database): ReadLog {
  const trackings = new AsyncLocalStorage<Tracking>()
  const prepare = connection.prepare.bind(connection)
  const note = openNotes()
  const hasSameAnswer = openReview(prepare)
  const markUntracked = () => {
    const tracking = trackings.getStore()
    if (tracking) tracking.isRepeatable = false
  }
  connection.prepare = ((sql: string) =>
    noting(prepare(sql), {
      onAnswer(params, answer, isOne) {
        const tracking = trackings.getStore()
        if (tracking?.isRepeatable) note(tracking, { sql, params, answer, isOne })
      },
      onUnknown: markUntracked,
    })) as typeof connection.prepare
  // In one transaction: locking the file for each query would cost as much as most queries do.
  const inOneTransaction = connection.transaction((asked: TrackedQuery[], epoch: Epoch) =>
    asked.every((query) => hasSameAnswer(query, epoch)),
  )
  return {
    async track(now, make) {
      const tracking: Tracking = { now, asked: new Map(), isRepeatable: true }
      const made = await trackings.run(tracking, make)
      if (!tracking.isRepeatable || tracking.asked.size === 0) return { made, stillValid: async () => false }
      const asked = [...tracking.asked.values()]
      return { made, stillValid: async (epoch) => inOneTransaction(asked, epoch) }
    },
    markUntracked,
    // Awaited here, since a query runs where it is awaited.
    readImmutable: (ask) => trackings.exit(async () => await ask()),
    moment: () => trackings.getStore()?.now,
  }
}

interface Listener {
  onAnswer(params: readonly unknown[], answer: unknown, isOne: boolean): void
  /** Called when rows are read one by one, since it is not known how many of them were read. */
  onUnknown(): void
}

/** Wraps a statement so that it reports its parameters and its result. */
function noting(statement: Database.Statement, { onAnswer, onUnknown }: Listener) {
  const { all, get, iterate } = statement
  return Object.assign(statement, {
    all(...params: unknown[]) {
      const rows = all.apply(statement, params)
      onAnswer(params, rows, false)
      return rows
    },
    get(...params: unknown[]) {
      const row = get.apply(statement, params)
      onAnswer(params, row, true)
      return row
    },
    iterate(...params: unknown[]) {
      onUnknown()
      return iterate.apply(statement, params)
    },
  })
}

interface Answered {
  sql: string
  params: readonly unknown[]
  answer: unknown
  isOne: boolean
}

/** Records queries with what is being made. Pages share the queries they have in common, and their texts. */
function openNotes() {
  /** The text of a query is built anew each time it is run; stored pages share one copy of it. */
  const texts = new LRUCache<string, string>({
    max: 4 * maxStatements,
    maxSize: maxLetters,
    sizeCalculation: ({ length }) => length || 1,
  })
  const queries = new LRUCache<string, TrackedQuery>({
    max: maxQuestions,
    maxSize: maxLetters,
    sizeCalculation: ({ params }) => 1 + params.reduce<number>((sum, param) => sum + String(param).length, 0),
  })

  function shared(sql: string): string {
    const known = texts.get(sql)
    if (known === undefined) texts.set(sql, sql)
    return known ?? sql
  }

  return (tracking: Tracking, { sql, params, answer, isOne }: Answered) => {
    if (params.some((param) => typeof param === 'object' && param !== null)) {
      tracking.isRepeatable = false
      return
    }
    const moment = tracking.now.getTime()
    const moments = params.flatMap((param, at) => (param === moment ? at : []))
    const constants = params.map((param) => (param === moment ? null : param))
    const key = digestOf([sql, isOne, moments, constants])
    const digest = digestOf(valuesIn(answer, isOne))
    const before = tracking.asked.get(key)
    // The newsroom changed while the page was being made.
    if (before && before.digest !== digest) tracking.isRepeatable = false
    const query = queries.get(key + digest) ?? { ...withLimit(sql, constants), moments, isOne, digest }
    query.sql = shared(query.sql)
    queries.set(key + digest, query)
    tracking.asked.set(key, query)
  }
}

/** Runs queries again, each once in an epoch, and tells whether their results are the same. */
function openReview(prepare: Database.Database['prepare']) {
  const statements = new LRUCache<string, Database.Statement>({ max: maxStatements })
  return (query: TrackedQuery, epoch: Epoch): boolean => {
    if (query.asked?.epoch === epoch) return query.asked.isSame
    const { sql, isOne, moments } = query
    const statement = statements.get(sql) ?? prepare(sql).raw()
    statements.set(sql, statement)
    const params = moments.length ? [...query.params] : query.params
    for (const at of moments) (params as unknown[])[at] = epoch.from
    const answer = isOne ? statement.get(...params) : statement.all(...params)
    const isSame = digestOf(valuesIn(answer, isOne)) === query.digest
    query.asked = { epoch, isSame }
    return isSame
  }
}

/** Writes the limit out: SQLite plans by it, so a statement with a bound limit is prepared anew each time it is run. */
function withLimit(sql: string, params: readonly unknown[]): Pick<TrackedQuery, 'sql' | 'params'> {
  const [bound] = / limit \?( offset \?)?$/.exec(sql) ?? []
  if (!bound) return { sql, params }
  const rest = [...params]
  const numbers = rest.splice(-bound.split('?').length + 1)
  return { sql: sql.slice(0, -bound.length) + bound.replace(/\?/g, () => String(numbers.shift())), params: rest }
}

/** Returns the values alone: drivers give the same row as an array, an object or a single value. */
function valuesIn(answer: unknown, isOne: boolean): unknown[] {
  return (isOne ? [answer] : (answer as unknown[])).map(valuesOf)
}

const valuesOf = (row: unknown) => (typeof row === 'object' && row !== null ? Object.values(row) : [row])

/** Returns a digest, which for a short value is the value itself. */
function digestOf(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length < 50 ? text : hash('sha1', text, 'base64url')
}
