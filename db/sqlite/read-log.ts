/**
 * What a page was made from: every question it put to the database, with a digest of the answer. While the same questions
 * get the same answers the page is true, whatever else has changed in the newsroom; asking them again takes a fraction of
 * a millisecond and rendering takes twenty. Noted on the connection itself, so there is nothing a page could forget to
 * say. One of the few places that know SQLite's driver.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import { LRUCache } from 'lru-cache'

/**
 * A question with the answer it got. Pages that asked the same and were told the same share it: what all of them ask
 * (settings, topics, contacts) is asked once in an era.
 */
interface Question {
  sql: string
  params: readonly unknown[]
  /** Which of the parameters were the moment the page was made for: asked again, they are the later moment. */
  moments: readonly number[]
  /** Whether the first row was all that was wanted. */
  isOne: boolean
  digest: string
  /** When it was last asked again, and whether it got the same answer. */
  asked?: { era: Era; isSame: boolean }
}

interface Making {
  now: Date
  asked: Map<string, Question>
  /** False once something was read that cannot be asked again: then what is made is good for this edition only. */
  isRepeatable: boolean
}

/** A stretch of time in which nothing readers can see changes; `from` is where it began, in milliseconds. */
export interface Era {
  from: number
}

export interface ReadLog {
  /** Makes something for the moment `now`, and says of a later time whether it would be made from the same rows then. */
  during<Made>(now: Date, make: () => Promise<Made>): Promise<{ made: Made; isStillTrue(era: Era): boolean }>
  /** Says that what is being made is also made from what is not asked here: it will not be taken for true later. */
  askedElsewhere(): void
  /** Asks what will never be answered differently: it is not asked again to tell whether something is still true. */
  settled<Answer>(ask: () => Promise<Answer>): Promise<Answer>
  /** The moment for which something is being made. */
  moment(): Date | undefined
}

const mostStatements = 250
/** What a thousand pages ask. Beyond it pages no longer share what is asked by few. */
const mostQuestions = 20_000

/** Makes a connection note what is asked on it. */
export function logReads(connection: Database.Database): ReadLog {
  const makings = new AsyncLocalStorage<Making>()
  const prepare = connection.prepare.bind(connection)
  const note = openNotes()
  const hasSameAnswer = openReview(prepare)
  const askedElsewhere = () => {
    const making = makings.getStore()
    if (making) making.isRepeatable = false
  }
  connection.prepare = ((sql: string) =>
    noting(prepare(sql), {
      onAnswer(params, answer, isOne) {
        const making = makings.getStore()
        if (making?.isRepeatable) note(making, { sql, params, answer, isOne })
      },
      onUnknown: askedElsewhere,
    })) as typeof connection.prepare
  // Locking the file for each question would cost as much as most answers do.
  const inOneLook = connection.transaction((asked: Question[], era: Era) =>
    asked.every((question) => hasSameAnswer(question, era)),
  )
  return {
    async during(now, make) {
      const making: Making = { now, asked: new Map(), isRepeatable: true }
      const made = await makings.run(making, make)
      if (!making.isRepeatable || making.asked.size === 0) return { made, isStillTrue: () => false }
      const asked = [...making.asked.values()]
      return { made, isStillTrue: (era) => inOneLook(asked, era) }
    },
    askedElsewhere,
    // Awaited here, for a query is asked where it is awaited.
    settled: (ask) => makings.exit(async () => await ask()),
    moment: () => makings.getStore()?.now,
  }
}

interface Listener {
  onAnswer(params: readonly unknown[], answer: unknown, isOne: boolean): void
  /** Called when rows are handed out one by one: nobody knows how many of them were read. */
  onUnknown(): void
}

/** A statement that tells what it was asked and what it answered. */
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

/** What writes a question down with what is being made. Pages share the questions they have in common, and their texts. */
function openNotes() {
  /** A query is written out anew each time it is asked; kept pages share one copy of it. */
  const texts = new LRUCache<string, string>({ max: 4 * mostStatements })
  const questions = new LRUCache<string, Question>({ max: mostQuestions })

  function shared(sql: string): string {
    const known = texts.get(sql)
    if (known === undefined) texts.set(sql, sql)
    return known ?? sql
  }

  return (making: Making, { sql, params, answer, isOne }: Answered) => {
    if (params.some((param) => typeof param === 'object' && param !== null)) {
      making.isRepeatable = false
      return
    }
    const moment = making.now.getTime()
    const moments = params.flatMap((param, at) => (param === moment ? at : []))
    const lasting = params.map((param) => (param === moment ? null : param))
    const key = digestOf([sql, isOne, moments, lasting])
    const digest = digestOf(valuesIn(answer, isOne))
    const before = making.asked.get(key)
    // The newsroom changed in the midst of it.
    if (before && before.digest !== digest) making.isRepeatable = false
    const question = questions.get(key + digest) ?? { ...withLimit(sql, lasting), moments, isOne, digest }
    question.sql = shared(question.sql)
    questions.set(key + digest, question)
    making.asked.set(key, question)
  }
}

/** What asks a question again, once in an era, and says whether the answer is the same. */
function openReview(prepare: Database.Database['prepare']) {
  const statements = new LRUCache<string, Database.Statement>({ max: mostStatements })
  return (question: Question, era: Era): boolean => {
    if (question.asked?.era === era) return question.asked.isSame
    const { sql, isOne, moments } = question
    const statement = statements.get(sql) ?? prepare(sql).raw()
    statements.set(sql, statement)
    const params = moments.length ? [...question.params] : question.params
    for (const at of moments) (params as unknown[])[at] = era.from
    const answer = isOne ? statement.get(...params) : statement.all(...params)
    const isSame = digestOf(valuesIn(answer, isOne)) === question.digest
    question.asked = { era, isSame }
    return isSame
  }
}

/** With the limit written out: SQLite plans by it, so a statement with a bound one is prepared anew each time it is asked. */
function withLimit(sql: string, params: readonly unknown[]): Pick<Question, 'sql' | 'params'> {
  const [bound] = / limit \?( offset \?)?$/.exec(sql) ?? []
  if (!bound) return { sql, params }
  const rest = [...params]
  const numbers = rest.splice(-bound.split('?').length + 1)
  return { sql: sql.slice(0, -bound.length) + bound.replace(/\?/g, () => String(numbers.shift())), params: rest }
}

/** The values alone: the same row comes as a list, an object or a single value, as the caller likes it. */
function valuesIn(answer: unknown, isOne: boolean): unknown[] {
  return (isOne ? [answer] : (answer as unknown[])).map(valuesOf)
}

const valuesOf = (row: unknown) => (typeof row === 'object' && row !== null ? Object.values(row) : [row])

/** What is short is its own digest. */
function digestOf(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length < 50 ? text : hash('sha1', text, 'base64url')
}
